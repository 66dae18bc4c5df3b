import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../lib/model';
import { answer, findDue, findNext, listStarts } from '../../../lib/review/due';
import { reasons } from '../../../lib/review/reasons';
import { DAY } from '../../../lib/time';
import { ending, entries, entry, noFacts, settingsOf, utc } from './entries';

const settings = defaultSettings;

describe('answers', () => {
  const now = utc('2027-03-01T10:00');
  const old = entry({ secretChanged: utc('2026-01-01'), snoozedUntil: utc('2026-12-01') });
  it.each([
    ['keep', { kind: 'keep' } as const, { confirmed: now, status: 'active' }],
    ['later', { kind: 'later', days: 7 } as const, { snoozedUntil: now + 7 * DAY, status: 'active' }],
    [
      'keep until',
      { kind: 'keep', until: now + 90 * DAY } as const,
      { confirmed: now, keepUntil: now + 90 * DAY },
    ],
    [
      'later at its device',
      { kind: 'later', days: 30, for: 'device' } as const,
      { snoozedUntil: now + 30 * DAY, snoozedFor: 'device' },
    ],
    ['replace', { kind: 'replace' } as const, { replacing: { since: now, places: [] } }],
    ['revoke', { kind: 'revoke' } as const, { status: 'to-revoke' }],
    ['revoked', { kind: 'revoked' } as const, { status: 'revoked' }],
  ])('%s changes what it says and nothing else', (_, given, change) => {
    const before = structuredClone(old);
    const { snoozedUntil: _gone, ...rest } = old;
    expect(answer(old, given, now)).toStrictEqual({ ...rest, ...change });
    expect(old).toStrictEqual(before);
  });

  it('"Keep" calls off a replacement that has not come to the old one, and forgets an earlier day', () => {
    const replacing = { since: now, places: [] };
    const running = entry({ replacing, replacedBy: 'fresh-000', keepUntil: now - DAY });
    expect(answer(running, { kind: 'keep' }, now)).toStrictEqual(entry({ confirmed: now }));
    const moved = answer({ ...running, status: 'to-revoke' }, { kind: 'keep' }, now);
    expect(moved).toStrictEqual(entry({ confirmed: now, replacedBy: 'fresh-000' }));
  });

  it('"Revoke" ends a replacement without a new one, and continues one that has it', () => {
    const replacing = { since: now, places: [] };
    expect(answer(entry({ replacing }), { kind: 'revoke' }, now)).toStrictEqual(
      entry({ status: 'to-revoke' }),
    );
    const moved = entry({ replacing, replacedBy: 'fresh-000' });
    expect(answer(moved, { kind: 'revoke' }, now)).toStrictEqual({ ...moved, status: 'to-revoke' });
  });

  it.each(['replace', 'revoke', 'revoked'] as const)('"%s" leaves what is revoked as it is', (kind) => {
    const over = entry({ status: 'revoked' });
    expect(answer(over, { kind }, now)).toBe(over);
  });

  it('"Keep" undoes "Revoke", but never revives what the provider has revoked', () => {
    expect(answer({ ...old, status: 'to-revoke' }, { kind: 'keep' }, now).status).toBe('active');
    expect(answer({ ...old, status: 'revoked' }, { kind: 'keep' }, now).status).toBe('revoked');
  });

  it('asks nothing right after "Keep", "Later" and "Revoked"', () => {
    const given = fc.constantFrom(
      { kind: 'keep' } as const,
      { kind: 'later', days: 1 } as const,
      { kind: 'revoked' } as const,
    );
    fc.assert(
      fc.property(
        entries,
        settingsOf,
        given,
        fc.integer({ min: 0, max: 30_000 * DAY }),
        (list, limits, reply, when) => {
          // An entry cannot be answered before its secret was made.
          const answered = list.map((item) =>
            answer({ ...item, secretChanged: Math.min(item.secretChanged, when) }, reply, when),
          );
          expect(findDue(answered, limits, ending, when)).toEqual([]);
        },
      ),
    );
  });
});

describe('for any entries', () => {
  const moment = fc.integer({ min: 0, max: 40_000 * DAY });

  it('asks about each at most once, only about live ones, worst first, and never before its time', () => {
    fc.assert(
      fc.property(entries, settingsOf, moment, (list, limits, now) => {
        const due = findDue(list, limits, ending, now);
        expect(new Set(due.map(({ id }) => id)).size).toBe(due.length);
        const ranks = due.map(({ reason }) => reasons.indexOf(reason));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        for (const { id, from, ageDays } of due) {
          const item = list.find((candidate) => candidate.id === id);
          expect(item).toBeDefined();
          expect(item?.status).not.toBe('revoked');
          expect(item?.deleted).toBeUndefined();
          expect(item?.snoozedUntil ?? 0).toBeLessThanOrEqual(now);
          expect(from).toBeLessThanOrEqual(now);
          expect(ageDays).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('what is due stays due until it is answered', () => {
    fc.assert(
      fc.property(entries, settingsOf, moment, moment, (list, limits, a, b) => {
        const early = findDue(list, limits, ending, Math.min(a, b)).map(({ id }) => id);
        const late = findDue(list, limits, ending, Math.max(a, b)).map(({ id }) => id);
        expect(late).toEqual(expect.arrayContaining(early));
      }),
    );
  });

  it('a fact never fires before its UTC day', () => {
    fc.assert(
      fc.property(
        entries,
        settingsOf,
        fc.integer({ min: 0, max: utc('2027-03-01') - 1 }),
        (list, limits, now) => {
          const plain = findDue(list, limits, noFacts, now).map(({ id, reason }) => `${id} ${reason}`);
          const told = findDue(list, limits, ending, now);
          expect(told.every(({ reason }) => reason !== 'retired')).toBe(true);
          expect(plain).toEqual(expect.arrayContaining(told.map(({ id, reason }) => `${id} ${reason}`)));
        },
      ),
    );
  });

  it('editing words makes nothing younger', () => {
    const words = fc.record({
      label: fc.string(),
      account: fc.string(),
      notes: fc.string(),
      client: fc.string(),
      device: fc.string(),
      tags: fc.array(fc.string()),
      lastCopied: moment,
      created: moment,
    });
    fc.assert(
      fc.property(entries, settingsOf, moment, words, (list, limits, now, edit) => {
        const edited = list.map((item) => ({ ...item, ...edit }));
        expect(findDue(edited, limits, ending, now)).toEqual(findDue(list, limits, ending, now));
      }),
    );
  });

  it('the next instant is exactly when the list grows', () => {
    fc.assert(
      fc.property(entries, settingsOf, moment, (list, limits, now) => {
        const count = findDue(list, limits, ending, now).length;
        const next = findNext(list, limits, ending, now);
        if (next === undefined) {
          expect(findDue(list, limits, ending, 80_000 * DAY)).toHaveLength(count);
        } else {
          expect(next).toBeGreaterThan(now);
          expect(findDue(list, limits, ending, next - 1)).toHaveLength(count);
          expect(findDue(list, limits, ending, next).length).toBeGreaterThan(count);
        }
      }),
    );
  });

  it('what becomes due right now is not ahead any more', () => {
    expect(findNext([entry({ limitDays: 1 })], settings, noFacts, utc('2026-01-02') - 1)).toBe(
      utc('2026-01-02'),
    );
    expect(findNext([entry({ limitDays: 1 })], settings, noFacts, utc('2026-01-02'))).toBeUndefined();
  });

  it('gives no start for what is over', () => {
    const over = [entry({ status: 'revoked' }), entry({ deleted: 1 })];
    expect(listStarts(over, settings, ending)).toEqual([]);
  });
});
