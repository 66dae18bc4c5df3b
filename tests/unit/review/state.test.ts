import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AppPassword, defaultSettings } from '../../../lib/model';
import type { Fact, ServerSettings } from '../../../lib/providers/provider';
import { findDue, listStarts } from '../../../lib/review/due';
import { type ComparedInventory, type State, type StateQuestion, sumUp } from '../../../lib/review/overview';
import { DAY } from '../../../lib/time';
import { spentOn } from '../spent';
import { ending, entries, entry, noFacts, settingsOf, utc } from './entries';

const now = utc('2026-03-01T10:00');
const imap: ServerSettings = { protocol: 'imap', host: 'mail.example', user: 'address' };
const webdav: ServerSettings = { protocol: 'webdav', host: 'https://files.example/', user: 'account' };
const question = { settings: defaultSettings, facts: noFacts, servers: () => [], lists: [], now };
const glance = (list: AppPassword[], changes: Partial<StateQuestion> = {}): State =>
  sumUp({ entries: list, ...question, ...changes });

/** What a provider's list said. */
function list(name: string, changes: Partial<ComparedInventory['found']>): ComparedInventory {
  return {
    name,
    found: { gone: [], unknown: [], usage: { count: 0, limit: undefined, high: false }, ...changes },
  };
}

describe('how an entry stands', () => {
  const over: Fact = {
    ...{ id: 'all_off', date: '2026-02-01', source: 'https://a.example/' },
    ...{ effect: 'retired', about: 'using' },
  };
  const unused = { secretChanged: utc('2025-09-20'), lastUsed: '2025-10-01', listed: utc('2026-02-27') };
  const successor = entry({ id: 'successor', secretChanged: utc('2026-02-01') });
  const gone = [list('a', { gone: [{ id: 'entry-000', sure: false }] })];
  it.each<[string, Partial<AppPassword>, Partial<StateQuestion>, string, boolean]>([
    ['in use', {}, {}, 'fine', false],
    ['old', { limitDays: 30 }, {}, 'too-old', false],
    ['nearly old', { limitDays: 65 }, {}, 'soon-too-old', false],
    ['unused by the list', unused, {}, 'unused', true],
    ['replaced', { replacedBy: 'successor' }, {}, 'replaced', true],
    ['replaced by one that was deleted', { replacedBy: 'nobody-00' }, {}, 'replaced', true],
    [
      'kept beside its successor',
      { replacedBy: 'successor', confirmed: utc('2026-02-02') },
      {},
      'fine',
      false,
    ],
    [
      'kept before it was replaced',
      { replacedBy: 'successor', confirmed: utc('2026-01-02') },
      {},
      'replaced',
      true,
    ],
    ['retired', {}, { facts: () => [over] }, 'retired', true],
    ['retired and replaced', { replacedBy: 'successor' }, { facts: () => [over] }, 'retired', true],
    ['retired, and kept all the same', { confirmed: now }, { facts: () => [over] }, 'fine', false],
    ['to revoke', { status: 'to-revoke' }, {}, 'to-revoke', true],
    ['to revoke, of a future day', { status: 'to-revoke', secretChanged: now + DAY }, {}, 'to-revoke', true],
    ['to revoke, snoozed', { status: 'to-revoke', snoozedUntil: now + DAY }, {}, 'to-revoke', true],
    ['gone at the provider', { status: 'to-revoke' }, { lists: gone }, 'gone', false],
  ])('%s', (_, changes, asked, condition, isNeedless) => {
    const { bars, needless } = glance([entry(changes), successor], asked);
    const bar = bars.flatMap((one) => one.entries).find(({ id }) => id === 'entry-000');
    expect(bar?.condition).toBe(condition);
    expect(needless.ids.includes('entry-000')).toBe(isNeedless);
  });
});

describe('the sentence on top', () => {
  const idle = { status: 'to-revoke' } as const;
  it.each<[string, Partial<AppPassword>, Partial<StateQuestion>, boolean]>([
    ['used for mail', { protocols: ['caldav', 'imap'] }, {}, true],
    ['used for files', { protocols: ['webdav'] }, {}, false],
    ['of a provider with mail', {}, { servers: () => [webdav, imap] }, true],
    [
      'used for a calendar, of a provider with mail',
      { protocols: ['caldav'] },
      { servers: () => [imap] },
      true,
    ],
    ['of a provider with files', {}, { servers: () => [webdav] }, false],
    ['of a provider that ends mail next year', { protocols: ['imap'] }, { facts: ending }, true],
    [
      'of a provider that has ended mail',
      { protocols: ['imap'] },
      { facts: ending, now: utc('2027-03-01') },
      false,
    ],
    ['… but not this mail', { protocols: ['imap', 'eas'] }, { facts: ending, now: utc('2027-03-01') }, true],
  ])('%s', (_, changes, asked, opens) => {
    const { needless } = glance([entry({ ...idle, ...changes })], asked);
    expect(needless).toEqual({ ids: ['entry-000'], openMail: opens ? ['entry-000'] : [] });
  });

  it('says nothing of app passwords that are needed', () => {
    expect(glance([entry({ protocols: ['imap'] })]).needless).toEqual({ ids: [], openMail: [] });
  });
});

describe('counts', () => {
  it('name what is behind them, and nothing that is over', () => {
    const over = { replacedBy: 'entry-a00', protocols: ['imap' as const] };
    const state = glance(
      [
        entry({ id: 'entry-a00', confirmed: utc('2026-02-01') }),
        entry({ id: 'entry-b00' }),
        entry({ id: 'entry-c00', lastUsed: '2026-02-20', listed: now }),
        entry({ id: 'entry-d00', status: 'to-revoke' }),
        entry({ id: 'entry-e00', status: 'revoked', ...over }),
        entry({ id: 'entry-f00', deleted: now, ...over }),
        entry({ id: 'entry-g00', limitDays: 30, snoozedUntil: now + 1 }),
        entry({ id: 'entry-h00', limitDays: 30, snoozedUntil: now }),
      ],
      {
        lists: [
          list('full', {
            usage: { count: 30, limit: 40, high: true },
            gone: [
              { id: 'entry-b00', sure: false },
              { id: 'entry-e00', sure: true },
              { id: 'removed-0', sure: false },
            ],
          }),
          list('endless', {
            usage: { count: 30, limit: undefined, high: false },
            unknown: [{ label: 'Robot' }, { label: 'Printer' }],
            gone: [{ id: 'entry-b00', sure: false }],
          }),
        ],
      },
    );
    expect(state.due.map(({ id }) => id)).toEqual(['entry-d00', 'entry-h00']);
    expect(state).toMatchObject({
      retired: [],
      gone: ['entry-b00'],
      toRevoke: ['entry-d00'],
      neverConfirmed: ['entry-b00', 'entry-g00', 'entry-h00'],
      unknown: [{ list: 'endless', count: 2 }],
      nearLimit: [{ list: 'full', count: 30, limit: 40 }],
    });
    expect(state.bars[0]?.entries).toHaveLength(6);
  });

  it('are empty for an empty vault', () => {
    const none = {
      due: [],
      ...{ starts: [], unfinished: [] },
      retired: [],
      gone: [],
      toRevoke: [],
      neverConfirmed: [],
      unknown: [],
    };
    expect(glance([])).toEqual({ ...none, nearLimit: [], bars: [], needless: { ids: [], openMail: [] } });
  });
});

describe('the picture', () => {
  it('shows providers by size, entries by age, and no age below nothing', () => {
    const label = '🔑'.repeat(100);
    const { bars } = glance([
      entry({ id: 'entry-a00', provider: 'small', label }),
      entry({ id: 'entry-b00', provider: 'large', secretChanged: now + 9 * DAY }),
      entry({ id: 'entry-c00', provider: 'large', limitDays: 400 }),
    ]);
    const plain = { label: 'Scanner', limitDays: 180, condition: 'fine' };
    expect(bars).toEqual([
      {
        provider: 'large',
        entries: [
          { ...plain, id: 'entry-c00', ageDays: 59, limitDays: 400 },
          { ...plain, id: 'entry-b00', ageDays: 0 },
        ],
      },
      { provider: 'small', entries: [{ ...plain, id: 'entry-a00', ageDays: 59, label }] },
    ]);
  });
});

describe('for any entries', () => {
  it('agrees with the review, and shows every living entry once', () => {
    const moment = fc.integer({ min: 0, max: 40_000 * DAY });
    fc.assert(
      fc.property(entries, settingsOf, moment, (all, settings, when) => {
        const before = structuredClone(all);
        const state = glance(all, { settings, facts: ending, now: when });
        expect(state.due).toEqual(findDue(all, settings, ending, when));
        expect([...state.starts, ...state.unfinished].sort()).toEqual(
          listStarts(all, settings, ending).sort(),
        );
        const shown = state.bars.flatMap((bar) => bar.entries.map(({ id }) => id));
        const alive = all.filter(({ status, deleted }) => status !== 'revoked' && deleted === undefined);
        expect(shown.sort()).toEqual(alive.map(({ id }) => id).sort());
        const { ids, openMail } = state.needless;
        for (const some of [state.retired, state.toRevoke, state.neverConfirmed, ids])
          expect(shown).toEqual(expect.arrayContaining(some));
        expect(ids).toEqual(expect.arrayContaining([...state.toRevoke, ...state.retired, ...openMail]));
        expect(all).toEqual(before);
      }),
    );
  });
});

it('sums up 10,000 entries in a moment', () => {
  const last = ['3 weeks ago', '2026-01-05', '12 December 2025', '5 mars 2025', undefined];
  const many = Array.from({ length: 10_000 }, (_, place) => {
    const lastUsed = last[place % last.length];
    return entry({
      id: `entry-${place}`,
      provider: `provider-${place % 20}`,
      label: `Key ${place}`,
      protocols: place % 3 === 0 ? ['imap', 'smtp'] : [],
      secretChanged: now - (place % 900) * DAY,
      ...(place % 7 === 0 && { confirmed: now - (place % 200) * DAY }),
      ...(place % 11 === 0 && { snoozedUntil: now + (place % 5) * DAY }),
      ...(place % 13 === 0 && { status: 'to-revoke' as const }),
      ...(place % 17 === 0 && { replacedBy: `entry-${place + 1}` }),
      ...(lastUsed !== undefined && { lastUsed, listed: now - DAY }),
    });
  });
  const lists = [list('a', { gone: many.slice(0, 500).map(({ id }) => ({ id, sure: false })) })];
  const around = { lists, facts: ending, servers: () => [webdav, imap], now: utc('2027-06-01') };
  const times = Array.from({ length: 9 }, () => spentOn(() => glance(many, around))).sort((a, b) => a - b);
  const [fastest = 0, , , , median = 0] = times;
  console.info(
    `state of 10,000 entries: ${fastest.toFixed(1)} ms at best, ${median.toFixed(1)} ms in the middle`,
  );
  // It should be 20 ms; the rest is for a machine that does other things as well.
  expect(fastest).toBeLessThan(60);
});
