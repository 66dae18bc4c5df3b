import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AppPassword, defaultSettings } from '../../../lib/model';
import { answer, findDue, findNext } from '../../../lib/review/due';
import { makeReport } from '../../../lib/review/report';
import { dueDays } from '../../../lib/review/schedule';
import { DAY } from '../../../lib/time';
import { ending, entries, entry, noFacts, settingsOf, utc } from './entries';

const settings = defaultSettings;
const now = utc('2027-06-15T10:00');
/** The last instant (ms) that a date can hold. */
const END = 8.64e15;
const EMOJI = '👩‍🚀'.repeat(40);

const reasonsOf = (...list: AppPassword[]) =>
  findDue(list, settings, ending, now).map(({ reason }) => reason);
const report = (...list: AppPassword[]) => makeReport(list, settings, (id) => id, now);

describe('an entry', () => {
  it.each<[string, Partial<AppPassword>, string[], string]>([
    ['whose secret is of a day to come', { secretChanged: now + DAY }, [], 'misdated'],
    ['whose secret is of the end of time', { secretChanged: END, protocols: ['imap'] }, [], 'misdated'],
    ['made in the future, of an old secret', { created: END }, ['too-old'], 'overdue'],
    ['kept in the future', { confirmed: END }, [], 'overdue'],
    ['put off to the end of time', { snoozedUntil: END }, [], 'overdue'],
    ['of the beginning of time', { secretChanged: 0, created: 0 }, ['too-old'], 'overdue'],
    ['kept before it was made', { confirmed: 0 }, ['too-old'], 'overdue'],
    ['listed, but no use told', { listed: now }, ['too-old'], 'overdue'],
    ['used, but never listed', { lastUsed: '2020-01-01' }, ['too-old'], 'overdue'],
    ['whose use cannot be read', { lastUsed: EMOJI, listed: now }, ['too-old'], 'overdue'],
    ['with emoji for a label', { label: EMOJI, account: EMOJI }, ['too-old'], 'overdue'],
    ['without a label', { label: '', account: '', site: '' }, ['too-old'], 'overdue'],
  ])('%s', (_, changes, expected, standing) => {
    const odd = entry(changes);
    expect(reasonsOf(odd)).toEqual(expected);
    expect(report(odd).rows).toMatchObject([{ standing, label: odd.label }]);
    const days = dueDays([odd], settings, ending);
    expect(days.every((day) => Number.isInteger(day))).toBe(true);
    expect(days.length).toBe(1);
    expect(findNext([odd], settings, ending, now) ?? now + 1).toBeGreaterThan(now);
  });

  it('of an older format is asked about as one of today that nothing has happened to', () => {
    const old = entry();
    expect(Object.keys(old)).not.toContain('log');
    expect(Object.keys(old)).not.toContain('listed');
    const young = entry({ log: { items: [] } });
    expect(findDue([old], settings, ending, now)).toEqual(findDue([young], settings, ending, now));
    expect(report(old)).toEqual(report(young));
    expect(report(old).answers).toEqual([]);
    expect(report(old).rows[0]).toMatchObject({ forgotten: 0 });
  });
});

describe('days', () => {
  it.each([
    ['over a leap day', '2028-02-28', 2, '2028-03-01'],
    ['onto a leap day', '2028-02-28', 1, '2028-02-29'],
    ['from a leap day, a year on', '2028-02-29', 365, '2029-02-28'],
    ['over a year with a leap day', '2027-12-31', 366, '2028-12-31'],
    ['over a February of 28 days', '2027-02-28', 1, '2027-03-01'],
    ['over the leap second of 2016', '2016-12-31', 1, '2017-01-01'],
  ])('%s: too old from that midnight on, and not a moment before', (_, from, limitDays, expected) => {
    const one = entry({ secretChanged: utc(from) + DAY - 1, limitDays });
    const limits = { limitDays, leadDays: 0 };
    expect(findDue([one], limits, noFacts, utc(expected) - 1)).toEqual([]);
    expect(findDue([one], limits, noFacts, utc(expected))).toMatchObject([
      { reason: 'too-old', ageDays: limitDays },
    ]);
    expect(dueDays([one], limits, noFacts)).toEqual([utc(expected) / DAY]);
  });
});

describe('for any entries', () => {
  const moment = fc.integer({ min: 0, max: 30_000 * DAY });

  it('what was kept is not due again on the same day, and what was put off not before its time', () => {
    fc.assert(
      fc.property(
        entries,
        settingsOf,
        moment,
        fc.integer({ min: 1, max: 90 }),
        (list, limits, when, days) => {
          const past = list.map((item) => ({ ...item, secretChanged: Math.min(item.secretChanged, when) }));
          const kept = past.map((item) => answer(item, { kind: 'keep' }, when));
          const lastMoment = (Math.floor(when / DAY) + 1) * DAY - 1;
          // A fact that began on this very day was known to the user who answered.
          expect(findDue(kept, limits, ending, lastMoment)).toEqual([]);
          const later = past.map((item) => answer(item, { kind: 'later', days }, when));
          expect(findDue(later, limits, ending, when + days * DAY - 1)).toEqual([]);
        },
      ),
    );
  });

  it('a note, a copy or a place makes no app password younger in the report', () => {
    const edit = fc.record({
      notes: fc.string(),
      created: moment,
      lastCopied: moment,
      lastPlace: fc.string(),
    });
    fc.assert(
      fc.property(entries, edit, moment, (list, changes, when) => {
        const ages = (some: AppPassword[]) =>
          makeReport(some, settings, (id) => id, when).rows.map(
            ({ id, ageDays, standing, overdueDays }) => `${id} ${ageDays} ${standing} ${overdueDays}`,
          );
        expect(ages(list.map((item) => ({ ...item, ...changes })))).toEqual(ages(list));
      }),
    );
  });
});

it('takes for 10,000 entries a few times what copying them takes', () => {
  const many = Array.from({ length: 10_000 }, (_, place) =>
    entry({
      ...{ id: `entry-${place}`, label: EMOJI, provider: `provider-${place % 300}` },
      ...{ secretChanged: now - ((place * 7919) % 900) * DAY, lastUsed: `2026-0${1 + (place % 9)}-15` },
      ...{ listed: now, protocols: place % 2 ? ['imap'] : [] },
      log: { items: [{ at: now - DAY, kind: 'reviewed', detail: 'later' }] },
    }),
  );
  const time = (work: () => unknown) => {
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  const copying = time(() => structuredClone(many));
  const ratios = {
    findDue: time(() => findDue(many, settings, ending, now)) / copying,
    findNext: time(() => findNext(many, settings, ending, now)) / copying,
    dueDays: time(() => dueDays(many, settings, ending)) / copying,
    makeReport: time(() => report(...many)) / copying,
  };
  console.info('10,000 entries, of the time for copying them:', ratios);
  for (const ratio of Object.values(ratios)) expect(ratio).toBeLessThan(10);
});
