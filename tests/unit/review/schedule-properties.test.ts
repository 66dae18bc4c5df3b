import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dueDays,
  findLocalDay,
  findRetry,
  nextPoke,
  settleNotifiedDay,
  shouldNotify,
} from '../../../lib/review/schedule';
import { DAY } from '../../../lib/time';
import { ending, entry, utc } from './entries';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Minutes ahead of UTC at an instant (ms). */
type Zone = (instant: number) => number;

/** A background with its store; `poke` answers when (ms) it wants to be poked next. */
function start(reminderHour: number, zone: Zone, days: readonly number[] = [0]) {
  const settings = { reminderHour, notify: true };
  const shown: { at: number; day: number }[] = [];
  let noted: number | undefined;
  function poke(now: number, isScreenFilled = false): number {
    const clock = { now, offsetMinutes: zone(now) };
    noted = settleNotifiedDay(noted, clock);
    const wanted = shouldNotify({ days, lastNotifiedDay: noted, settings, ...clock });
    const retry = wanted && isScreenFilled ? findRetry({ settings, ...clock }) : undefined;
    if (wanted && retry === undefined) {
      noted = findLocalDay(clock);
      shown.push({ at: now, day: noted });
    }
    return retry ?? nextPoke({ settings, ...clock });
  }
  return { poke, shown };
}

/** A zone as the machine knows it, summer time included. */
function zoneOf(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  return (instant) => {
    const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign = '+', hours = 0, minutes = 0] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
}

const hour = fc.integer({ min: 0, max: 23 });
const quarters = fc.integer({ min: -12 * 4, max: 14 * 4 }).map((count) => count * 15);
const moment = fc.integer({ min: utc('2027-06-01'), max: utc('2029-06-01') });

describe('a year of days', () => {
  it.each([
    ['Etc/GMT+12', -720, 0],
    ['Pacific/Kiritimati', 840, 0],
    ['Asia/Kathmandu', 345, 0],
    ['America/St_Johns', -210, 60],
    ['Europe/Berlin', 60, 60],
    ['Australia/Lord_Howe', 660, -30],
    ['America/New_York', -300, 60],
  ])('in %s: one notification on each, at the hour', (name, inJanuary, summer) => {
    const zone = zoneOf(name);
    expect(zone(utc('2028-01-02'))).toBe(inJanuary);
    expect(zone(utc('2028-07-02')) - inJanuary).toBe(summer);
    for (let reminderHour = 0; reminderHour < 24; reminderHour++) {
      const { poke, shown } = start(reminderHour, zone);
      const first = Math.floor(utc('2028-01-01') / DAY);
      // 2028 has a leap day.
      const end = utc('2029-01-01');
      for (let now = utc('2028-01-01') - 14 * HOUR; now < end; ) now = poke(now);
      const days = shown.map(({ day }) => day).filter((day) => day >= first && day < first + 365);
      expect(new Set(days).size).toBe(days.length);
      // An alarm set for the last hour of the day on which summer time begins comes on the next.
      expect(365 - days.length).toBeLessThanOrEqual(reminderHour === 23 && Math.abs(summer) === 60 ? 1 : 0);
      // The first comes at the start, at any time of day.
      for (const { at } of shown.slice(1)) {
        const local = (at + zone(at) * MINUTE) % DAY;
        expect(local).toBeGreaterThanOrEqual(reminderHour * HOUR);
        expect(local).toBeLessThanOrEqual((reminderHour + 1) * HOUR);
      }
    }
  });
});

describe('a fact', () => {
  it('of a day to come is told in no zone before that day has begun in UTC', () => {
    const days = dueDays(
      [entry({ protocols: ['imap'], limitDays: 3650 })],
      { limitDays: 180, leadDays: 0 },
      ending,
    );
    fc.assert(
      fc.property(hour, quarters, (reminderHour, offset) => {
        const { poke, shown } = start(reminderHour, () => offset, days);
        for (let now = utc('2027-02-20'); now < utc('2027-03-04'); ) now = poke(now);
        expect(shown[0]?.at).toBeGreaterThanOrEqual(utc('2027-03-01'));
        expect(shown[0]?.at).toBeLessThan(utc('2027-03-02'));
      }),
    );
  });
});

describe('asleep', () => {
  it('for weeks: one notification at wake-up or at the hour after it, then one a day', () => {
    const sleep = fc.integer({ min: 1, max: 70 * 24 * 60 }).map((minutes) => minutes * MINUTE);
    fc.assert(
      fc.property(hour, quarters, moment, sleep, (reminderHour, offset, asleep, length) => {
        const { poke, shown } = start(reminderHour, () => offset);
        poke(asleep);
        const before = shown.length;
        const wake = asleep + length;
        let next = poke(wake);
        // What else pokes: unlocking, a change, the browser's start.
        for (const minutes of [0, 1, 60]) if (wake + minutes * MINUTE < next) poke(wake + minutes * MINUTE);
        const atOnce = shown.length - before;
        expect(atOnce).toBeLessThanOrEqual(1);
        for (let day = 1; day <= 5; day++) {
          next = poke(next);
          expect(shown.length - before).toBe(atOnce + day);
        }
      }),
    );
  });
});

describe('a clock that is set back', () => {
  it.each([
    ['an hour', HOUR, 1],
    ['half a day', DAY / 2, 2],
    ['a day', DAY, 2],
    ['two days', 2 * DAY, 3],
    ['three days', 3 * DAY, 1],
    ['eight weeks', 56 * DAY, 1],
    ['nine years', 9 * 365 * DAY, 1],
  ])('by %s: silent on that day, and soon one a day again', (_, back, silent) => {
    const { poke, shown } = start(10, () => 0);
    poke(utc('2036-05-10T10:00'));
    const set = utc('2036-05-10T10:01') - back;
    let next = poke(set);
    for (let minutes = 1; set + minutes * MINUTE < next && minutes < 60; minutes += 10)
      poke(set + minutes * MINUTE);
    expect(shown).toHaveLength(1);
    while (shown.length < 4) {
      next = poke(next);
      expect(next).toBeLessThan(set + 8 * DAY);
    }
    const days = shown.slice(1).map(({ day }) => day);
    expect((days[0] ?? 0) - findLocalDay({ now: set, offsetMinutes: 0 })).toBe(silent);
    expect(days.map((day) => day - (days[0] ?? 0))).toEqual([0, 1, 2]);
  });

  it('undoes nothing that a journey may explain', () => {
    const today = findLocalDay({ now: utc('2028-02-29T12:00'), offsetMinutes: 0 });
    const settle = (noted?: number) =>
      settleNotifiedDay(noted, { now: utc('2028-02-29T12:00'), offsetMinutes: 0 });
    expect([undefined, today - 9, today, today + 2, today + 3].map(settle)).toEqual([
      undefined,
      today - 9,
      today,
      today + 2,
      today,
    ]);
  });
});

describe('while a window fills the screen', () => {
  it.each([
    ['at the hour', 10, '10:00', '10:10'],
    ['late in the morning', 10, '12:55', '13:00'],
    ['after three hours', 10, '13:00', undefined],
    ['in the evening', 10, '20:00', undefined],
    ['late, and the day goes on', 20, '22:55', '23:00'],
    ['late, and the day ends', 23, '23:45', '23:50'],
    ['ten minutes before midnight', 23, '23:50', undefined],
    ['at midnight', 0, '00:00', '00:10'],
  ])('%s', (_, reminderHour, now, expected) => {
    const retry = findRetry({
      now: utc(`2028-02-29T${now}`),
      offsetMinutes: 0,
      settings: { reminderHour },
    });
    expect(retry && new Date(retry).toISOString().slice(11, 16)).toBe(expected);
  });

  it('waits, but for three hours at most, and never tells a day twice or not at all', () => {
    // Minutes of the day on which it is filled, in turns.
    const turns = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 12 });
    fc.assert(
      fc.property(hour, quarters, turns, moment, (reminderHour, offset, lengths, begin) => {
        const { poke, shown } = start(reminderHour, () => offset);
        const edges = lengths.map((_, place) =>
          lengths.slice(0, place + 1).reduce((sum, length) => sum + length, 0),
        );
        const isFilled = (now: number) =>
          edges.filter((edge) => Math.floor(now / MINUTE) % 1440 >= edge).length % 2 === 0;
        for (let now = begin; now < begin + 12 * DAY; ) {
          const count = shown.length;
          const next = poke(now, isFilled(now));
          expect(next).toBeGreaterThan(now);
          const local = (now + offset * MINUTE) % DAY;
          if (shown.length > count && isFilled(now)) {
            expect(local).toBeGreaterThanOrEqual(Math.min((reminderHour + 3) * HOUR, DAY - 10 * MINUTE));
          }
          if (shown.length > count && count > 0) {
            expect(local).toBeLessThanOrEqual((reminderHour + 3) * HOUR);
          }
          // Something else pokes in between.
          if (next - now > MINUTE) poke(now + MINUTE, isFilled(now + MINUTE));
          now = next;
        }
        const days = shown.map(({ day }) => day);
        const [first = 0] = days;
        expect(days).toEqual(days.map((_, place) => first + place));
        expect(days.length).toBeGreaterThanOrEqual(11);
      }),
    );
  });
});
