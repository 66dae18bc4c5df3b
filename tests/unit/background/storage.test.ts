import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { comeBack, reopen } from '../../../lib/background/restart';
import { createReminders } from '../../../lib/background/services/reminders';
import { createSites } from '../../../lib/background/services/sites';
import { closeStorage } from '../../../lib/background/services/storage';
import { defaultSettings } from '../../../lib/model';
import { noFacts } from '../review/entries';

type Area = { setAccessLevel?: unknown };
const areas = () => {
  const { local, session, sync, managed } = fakeBrowser.storage;
  return [local, session, sync, managed] as unknown as Area[];
};

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

describe('storage', () => {
  it('is closed to content scripts, every area of it', async () => {
    const closing = areas().map((area) => {
      area.setAccessLevel = vi.fn(async () => undefined);
      return area.setAccessLevel;
    });
    await closeStorage();
    for (const close of closing) expect(close).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
  });

  it('is closed as far as it can be where one area refuses, and that is said', async () => {
    const said = vi.spyOn(console, 'error').mockImplementationOnce(() => undefined);
    const closing = areas().map((area, place) => {
      area.setAccessLevel = vi.fn(() => (place === 0 ? Promise.reject(new Error('no')) : Promise.resolve()));
      return area.setAccessLevel;
    });
    await closeStorage();
    for (const close of closing) expect(close).toHaveBeenCalled();
    expect(said).toHaveBeenCalledWith(expect.any(String), 'local');
  });

  it('is left as it is where the browser has no way to close it', async () => {
    for (const area of areas()) delete area.setAccessLevel;
    const said = vi.spyOn(console, 'error');
    await closeStorage();
    expect(said).not.toHaveBeenCalled();
  });
});

describe('a wish to come back that an attacker could have written', () => {
  it.each([
    'https://evil.example/',
    '/app.html#/forgot',
    '//evil.example/app.html#/settings/destinations',
    'javascript:alert(1)',
    ['/app.html#/settings/destinations'],
    7,
    null,
  ])('leads nowhere: %j', async (wished) => {
    await fakeBrowser.storage.local.set({ reopen: wished });
    const open = vi.fn(async () => undefined);
    await comeBack(open);
    expect(open).not.toHaveBeenCalled();
    expect(await fakeBrowser.storage.local.get()).toEqual({});
  });

  it('of ours leads back once', async () => {
    vi.useFakeTimers();
    await reopen('/app.html#/settings/destinations');
    vi.useRealTimers();
    const open = vi.fn(async () => undefined);
    await comeBack(open);
    await comeBack(open);
    expect(open.mock.calls).toEqual([['/app.html#/settings/destinations']]);
  });
});

describe('what an attacker could have written about sites', () => {
  it('counts as far as it is host names', async () => {
    const sites = createSites([]);
    const planted = ['blog.example', '*.example', 'a.example/../b', 'https://b.example', 7, null, ''];
    await fakeBrowser.storage.local.set({ 'watched-hosts': planted });
    expect(await sites.watched()).toEqual(['blog.example']);
    expect(await sites.allows(new URL('https://blog.example/'), 1)).toBe(true);
    for (const odd of ['blog.example', { length: 3 }, 7]) {
      await fakeBrowser.storage.local.set({ 'watched-hosts': odd });
      expect(await sites.watched()).toEqual([]);
      expect(await sites.allows(new URL('https://blog.example/'), 1)).toBe(false);
    }
  });

  it('is no report unless it has the form of one', async () => {
    const report = { provider: 'acme', part: 'secret' };
    const planted = [report, { ...report, part: '<b>call 555-0100!</b>' }, { ...report, more: 1 }, 7];
    await fakeBrowser.storage.local.set({ 'changed-pages': planted });
    expect(await createSites([]).reports()).toEqual([report]);
    await fakeBrowser.storage.local.set({ 'changed-pages': { slice: 1 } });
    expect(await createSites([]).reports()).toEqual([]);
  });
});

describe('what an attacker could have written about days', () => {
  it.each([{}, 'soon', [Number.NaN, 'x', null]])('is passed over: %j', async (planted) => {
    const reminders = createReminders({
      settings: async () => defaultSettings,
      facts: noFacts,
      waiting: async () => 0,
      words: () => ({ title: '', message: '', review: '', later: '' }),
      now: () => 1_800_000_000_000,
    });
    await fakeBrowser.storage.local.set({ 'due-days': planted, 'last-notified-day': 'never' });
    expect(await reminders.due()).toBe(0);
    await expect(reminders.poke()).resolves.toBeUndefined();
  });
});
