import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createReminders } from '../../../lib/background/services/reminders';
import { defaultSettings } from '../../../lib/model';
import { entry, noFacts } from '../review/entries';

const show = vi.fn(async (id: string) => id);
let windows: { state: string }[];

beforeEach(() => {
  fakeBrowser.reset();
  show.mockClear();
  windows = [{ state: 'normal' }];
  Object.assign(fakeBrowser.action, { setBadgeText: vi.fn(), setBadgeBackgroundColor: vi.fn() });
  Object.assign(fakeBrowser.notifications, { create: show });
  Object.assign(fakeBrowser.windows, { getAll: async () => windows });
});

/** Noon on the machine's own clock, some days from a day on which all entries are due. */
function noon(days: number): number {
  return new Date(2028, 1, 20 + days, 12).getTime();
}

function start(now: () => number) {
  return createReminders({
    settings: async () => defaultSettings,
    facts: noFacts,
    waiting: async () => 0,
    words: (due, unfinished) => ({ title: '', message: `${due} ${unfinished}`, review: '', later: '' }),
    now,
  });
}

it('shows one notification, however many ask for it at the same time', async () => {
  const { poke, update } = start(() => noon(0));
  await Promise.all([update([entry()]), update([entry()]), poke(), poke()]);
  expect(show).toHaveBeenCalledTimes(1);
});

it('notes the day only when it is shown', async () => {
  let now = noon(0);
  const { update, poke } = start(() => now);
  windows = [{ state: 'normal' }, { state: 'fullscreen' }];
  await update([entry()]);
  expect(show).not.toHaveBeenCalled();
  expect(await fakeBrowser.storage.local.get('last-notified-day')).toEqual({});
  expect((await fakeBrowser.alarms.get('review'))?.scheduledTime).toBe(now + 600_000);
  now += 3_600_000;
  await poke();
  expect(show).toHaveBeenCalledTimes(1);
  await poke();
  expect(show).toHaveBeenCalledTimes(1);
});

it('waits for nothing where windows are not known', async () => {
  Object.assign(fakeBrowser.windows, { getAll: undefined });
  const { update } = start(() => noon(0));
  await update([entry()]);
  expect(show).toHaveBeenCalledTimes(1);
});

it('reminds again a day after a clock that was years ahead is set right', async () => {
  let now = noon(3 * 365);
  const { update, poke } = start(() => now);
  await update([entry()]);
  now = noon(0);
  await poke();
  expect(show).toHaveBeenCalledTimes(1);
  now = noon(1);
  await poke();
  expect(show).toHaveBeenCalledTimes(2);
});

it('counts what asks for an answer on the badge, and reminds of what is only to be finished, too', async () => {
  const { update, due } = start(() => noon(0));
  const badge = vi.spyOn(fakeBrowser.action, 'setBadgeText');
  const decided = [
    entry({ id: 'entry-001', status: 'to-revoke' }),
    entry({ id: 'entry-002', replacing: { since: noon(-9), places: [] } }),
  ];
  await update([entry(), ...decided]);
  expect(await due()).toBe(1);
  expect(badge).toHaveBeenLastCalledWith({ text: '1' });
  expect(show.mock.calls[0]?.[1 as 0]).toMatchObject({ message: '1 2' });
  await update(decided);
  expect(await due()).toBe(0);
  expect(badge).toHaveBeenLastCalledWith({ text: '' });
  fakeBrowser.reset();
  await start(() => noon(1)).update(decided);
  expect(show.mock.calls[1]?.[1 as 0]).toMatchObject({ message: '0 2' });
});
