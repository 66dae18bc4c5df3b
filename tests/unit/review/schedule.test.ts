import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../lib/model';
import { findDue } from '../../../lib/review/due';
import {
  countDue,
  dueDays,
  findLocalDay,
  findWaking,
  nextPoke,
  shouldNotify,
} from '../../../lib/review/schedule';
import { DAY } from '../../../lib/time';
import { entries, entry, noFacts, settingsOf, utc } from './entries';

type Poke = Parameters<typeof shouldNotify>[0];

const HOUR = 3_600_000;
const settings = { reminderHour: 10, notify: true };
const TOKYO = 9 * 60;
const NEW_YORK = -5 * 60;
const BERLIN_WINTER = 60;
const BERLIN_SUMMER = 120;

/** A background that is poked at the given instants: the local days on which it notified. */
function run(days: number[], pokes: { now: number; offsetMinutes: number }[], reminderHour = 10): number[] {
  const notified: number[] = [];
  let lastNotifiedDay: number | undefined;
  for (const clock of pokes) {
    if (!shouldNotify({ days, lastNotifiedDay, settings: { reminderHour, notify: true }, ...clock }))
      continue;
    lastNotifiedDay = findLocalDay(clock);
    notified.push(lastNotifiedDay);
  }
  return notified;
}

describe('what is known while locked', () => {
  it('is one sorted day per living entry', () => {
    const list = [
      entry({ secretChanged: utc('2026-03-01T23:59') }),
      entry({ secretChanged: utc('2026-01-01T00:00'), snoozedUntil: utc('2026-07-10T09:00') }),
      entry({ secretChanged: utc('2026-02-01'), status: 'revoked' }),
      entry({ secretChanged: utc('2026-02-01T15:00'), status: 'to-revoke' }),
    ];
    const days = dueDays(list, defaultSettings, noFacts);
    expect(days.map((day) => new Date(day * DAY).toISOString().slice(0, 10))).toEqual([
      '2026-02-01',
      '2026-07-11',
      '2026-08-14',
    ]);
  });

  it('counts as the open vault does at every UTC midnight, and never more in between', () => {
    const moment = fc.integer({ min: 0, max: 40_000 });
    fc.assert(
      fc.property(
        entries,
        settingsOf,
        moment,
        fc.integer({ min: 0, max: DAY - 1 }),
        (list, limits, day, later) => {
          const days = dueDays(list, limits, noFacts);
          const midnight = day * DAY;
          expect(countDue(days, midnight)).toBe(findDue(list, limits, noFacts, midnight).length);
          expect(countDue(days, midnight + later)).toBeLessThanOrEqual(
            findDue(list, limits, noFacts, midnight + later).length,
          );
        },
      ),
    );
  });
});

describe('when to notify', () => {
  const days = [Math.floor(utc('2026-06-15') / DAY)];
  const base: Poke = {
    days,
    lastNotifiedDay: undefined,
    settings,
    now: utc('2026-06-15T10:00'),
    offsetMinutes: 0,
  };
  const today = findLocalDay(base);
  it.each<[string, Partial<Poke>, boolean]>([
    ['at the hour', {}, true],
    ['a moment before the hour', { now: utc('2026-06-15T09:59:59.999') }, false],
    ['late in the evening', { now: utc('2026-06-15T23:59') }, true],
    ['shown yesterday', { lastNotifiedDay: today - 1 }, true],
    ['shown today', { lastNotifiedDay: today }, false],
    ['clock set back since', { lastNotifiedDay: today + 1 }, false],
    ['nothing due yet', { days: [today + 1] }, false],
    ['nothing at all', { days: [] }, false],
    ['switched off', { settings: { ...settings, notify: false } }, false],
    ['at midnight, if wanted', { settings: { reminderHour: 0, notify: true }, now: utc('2026-06-15') }, true],
    ['the hour of Tokyo', { now: utc('2026-06-15T01:00'), offsetMinutes: TOKYO }, true],
    ['before the hour of Tokyo', { now: utc('2026-06-15T00:59'), offsetMinutes: TOKYO }, false],
    ['before the hour of New York', { now: utc('2026-06-15T14:59'), offsetMinutes: NEW_YORK }, false],
    [
      'New York is still in yesterday',
      { now: utc('2026-06-16T01:00'), offsetMinutes: NEW_YORK, lastNotifiedDay: today },
      false,
    ],
    ['after eight weeks asleep', { now: utc('2026-08-10T10:00'), lastNotifiedDay: today }, true],
  ])('%s', (_, change, expected) => {
    expect(shouldNotify({ ...base, ...change })).toBe(expected);
  });

  it('tells once after eight weeks asleep, not once for each missed day', () => {
    const wake = utc('2026-08-10T11:30');
    const pokes = [0, 1, 2, 60, 600].map((minutes) => ({ now: wake + minutes * 60_000, offsetMinutes: 0 }));
    expect(run(days, [{ now: utc('2026-06-15T10:00'), offsetMinutes: 0 }, ...pokes])).toHaveLength(2);
  });

  it('never twice on one local day, however the clock jumps and the person travels', () => {
    const clock = fc.record({
      now: fc.integer({ min: utc('2028-02-20'), max: utc('2028-03-10') }),
      offsetMinutes: fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => quarters * 15),
    });
    fc.assert(
      fc.property(
        fc.array(clock, { minLength: 2, maxLength: 60 }),
        fc.integer({ min: 0, max: 23 }),
        (pokes, hour) => {
          const notified = run(days, pokes, hour);
          expect(new Set(notified).size).toBe(notified.length);
        },
      ),
    );
  });

  it('every day that something is due, at the first poke from the hour on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: -12, max: 14 }),
        (reminderHour, zone) => {
          const clock = { now: utc('2028-02-25'), offsetMinutes: zone * 60 };
          const pokes = [];
          for (let day = 0; day < 10; day++) {
            clock.now = nextPoke({ ...clock, settings: { reminderHour } });
            pokes.push({ ...clock });
          }
          expect(run(days, pokes, reminderHour)).toHaveLength(10);
        },
      ),
    );
  });
});

describe('when to look again', () => {
  it.each([
    ['before the hour', '2026-06-15T08:00', 0, '2026-06-15T10:00'],
    ['at the hour: tomorrow', '2026-06-15T10:00', 0, '2026-06-16T10:00'],
    ['after the hour', '2026-06-15T22:00', 0, '2026-06-16T10:00'],
    ['in Tokyo', '2026-06-15T20:00', TOKYO, '2026-06-16T01:00'],
    ['in New York', '2026-06-15T14:00', NEW_YORK, '2026-06-15T15:00'],
    ['before a leap day', '2028-02-28T12:00', 0, '2028-02-29T10:00'],
    ['after a leap day', '2028-02-29T12:00', 0, '2028-03-01T10:00'],
    ['at the end of a year', '2026-12-31T12:00', 0, '2027-01-01T10:00'],
  ])('%s', (_, now, offsetMinutes, expected) => {
    const poke = nextPoke({ now: utc(now), offsetMinutes, settings });
    expect(new Date(poke).toISOString().slice(0, 16)).toBe(expected);
  });

  it('comes within a day, at the hour, and in the future', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 * DAY }),
        fc.integer({ min: -720, max: 840 }),
        fc.integer({ min: 0, max: 23 }),
        (now, offsetMinutes, reminderHour) => {
          const poke = nextPoke({ now, offsetMinutes, settings: { reminderHour } });
          expect(poke).toBeGreaterThan(now);
          expect(poke - now).toBeLessThanOrEqual(DAY);
          expect((((poke + offsetMinutes * 60_000) % DAY) + DAY) % DAY).toBe(reminderHour * HOUR);
        },
      ),
    );
  });

  it('finds the hour again when summer time begins and ends', () => {
    const due = [0];
    // Poked an hour late by the new time, then on time.
    const spring = nextPoke({ now: utc('2027-03-27T12:00'), offsetMinutes: BERLIN_WINTER, settings });
    expect(run(due, [{ now: spring, offsetMinutes: BERLIN_SUMMER }])).toHaveLength(1);
    // Poked an hour early: nothing is shown, and the next poke comes on the same day.
    const autumn = nextPoke({ now: utc('2026-10-24T12:00'), offsetMinutes: BERLIN_SUMMER, settings });
    expect(run(due, [{ now: autumn, offsetMinutes: BERLIN_WINTER }])).toHaveLength(0);
    expect(nextPoke({ now: autumn, offsetMinutes: BERLIN_WINTER, settings })).toBe(autumn + HOUR);
  });
});

describe('what is put off', () => {
  it.each<[string, string, number, number, string]>([
    ['tomorrow, in Berlin, when the reminder came', '2026-06-15T08:00', BERLIN_SUMMER, 1, '2026-06-16'],
    ['tomorrow, in Berlin, late at night', '2026-06-14T22:30', BERLIN_SUMMER, 1, '2026-06-16'],
    ['tomorrow, in Tokyo, in the morning', '2026-06-14T23:00', TOKYO, 1, '2026-06-16'],
    ['tomorrow, in New York', '2026-06-15T14:00', NEW_YORK, 1, '2026-06-17'],
    ['in a week, in Berlin', '2026-06-15T08:00', BERLIN_SUMMER, 7, '2026-06-22'],
    [
      'in a week, in New York: rather the evening before than a day late',
      '2026-06-15T14:00',
      NEW_YORK,
      7,
      '2026-06-22',
    ],
    ['in a month, over a leap day', '2028-02-15T08:00', BERLIN_WINTER, 30, '2028-03-16'],
  ])('%s', (_, now, offsetMinutes, days, expected) => {
    const waking = findWaking(days, { now: utc(now), offsetMinutes, settings });
    expect(new Date(waking).toISOString()).toBe(`${expected}T00:00:00.000Z`);
  });

  it('never comes back on the same day, nor later than on the day after the one meant', () => {
    const clock = fc.record({
      now: fc.integer({ min: 0, max: 40_000 * DAY }),
      offsetMinutes: fc.integer({ min: -720, max: 840 }),
    });
    fc.assert(
      fc.property(
        clock,
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 0, max: 23 }),
        (when, days, reminderHour) => {
          const waking = findWaking(days, { ...when, settings: { reminderHour } });
          const local = findLocalDay({ ...when, now: waking }) - findLocalDay(when);
          expect(waking % DAY).toBe(0);
          expect(local).toBeGreaterThanOrEqual(Math.max(1, days - 1));
          expect(local).toBeLessThanOrEqual(days);
        },
      ),
    );
  });
});
