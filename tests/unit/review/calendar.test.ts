import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EventWords, writeCalendar } from '../../../lib/review/calendar';
import { findDue } from '../../../lib/review/due';
import { dueDays } from '../../../lib/review/schedule';
import { DAY } from '../../../lib/time';
import { ending, entries, settingsOf, utc } from './entries';

const now = utc('2027-02-27T10:20:30.456');
const today = utc('2027-02-27') / DAY;
const words: EventWords = (count) => ({ summary: `${count} to check` });
const write = (days: number[], changes: Partial<Parameters<typeof writeCalendar>[0]> = {}) =>
  writeCalendar({ days, words, scope: 'vault-1', now, ...changes });

interface Line {
  name: string;
  params: string;
  value: string;
}

/** A small reader of RFC 5545: refuses lines that are too long or end wrongly, unfolds, and gathers events. */
function read(text: string): { head: Line[]; events: Map<string, Line>[] } {
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .slice(0, -1)
    .map((line): Line => {
      const [, name = '', params = '', value = ''] =
        /^([A-Z-]+)((?:;[A-Z-]+=[A-Z-]+)*):(.*)$/su.exec(line) ?? [];
      expect(name, line).not.toBe('');
      return { name, params, value };
    });
  const head: Line[] = [];
  const events: Map<string, Line>[] = [];
  let event: Map<string, Line> | undefined;
  for (const line of lines) {
    if (line.name === 'BEGIN' && line.value === 'VEVENT') event = new Map();
    else if (line.name === 'END' && line.value === 'VEVENT') {
      if (event) events.push(event);
      event = undefined;
    } else if (event) {
      expect(event.has(line.name), `${line.name} twice`).toBe(false);
      event.set(line.name, line);
    } else head.push(line);
  }
  return { head, events };
}

/** Section 3.3.11, backwards. */
function unescapeText(value = ''): string {
  expect(value.replace(/\\[\\;,n]/g, '')).not.toMatch(/[\\;,]/);
  return value.replace(/\\([\\;,n])/g, (_, char: string) => (char === 'n' ? '\n' : char));
}

describe('a calendar file', () => {
  it('is exactly this', () => {
    expect(write([today + 1, today + 2, today + 2])).toBe(
      [
        ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Spare Key//Review//EN'],
        ...['BEGIN:VEVENT', 'UID:20270228-vault-1@spare-key.invalid', 'DTSTAMP:20270227T102030Z'],
        ...['DTSTART;VALUE=DATE:20270228', 'DTEND;VALUE=DATE:20270301', 'SUMMARY:1 to check'],
        ...['TRANSP:TRANSPARENT', 'END:VEVENT'],
        ...['BEGIN:VEVENT', 'UID:20270301-vault-1@spare-key.invalid', 'DTSTAMP:20270227T102030Z'],
        ...['DTSTART;VALUE=DATE:20270301', 'DTEND;VALUE=DATE:20270302', 'SUMMARY:2 to check'],
        ...['TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', ''],
      ].join('\r\n'),
    );
  });

  it('covers a year from today', () => {
    const { events } = read(write([today - 1, today, today + 364, today + 365, today + 9]) ?? '');
    expect(events.map((event) => event.get('DTSTART')?.value)).toEqual(['20270227', '20270308', '20280226']);
  });

  it('has a leap day', () => {
    const leap = utc('2028-02-29') / DAY;
    const { events } = read(write([leap], { now: utc('2028-02-28') }) ?? '');
    expect(events[0]?.get('DTEND')?.value).toBe('20280301');
  });

  it('is not made when nothing is ahead', () => {
    expect(write([])).toBeUndefined();
    expect(write([today - 1, today + 365])).toBeUndefined();
  });

  it('keeps a person on the same event when it is made again', () => {
    const uids = (when: number) =>
      read(write([today + 9], { now: when }) ?? '').events.map((event) => event.get('UID')?.value);
    expect(uids(now + 5 * DAY)).toEqual(uids(now));
  });

  it.each([
    ['marks of the format', 'a;b,c\\d:e"f', 'a;b,c\\d:e"f'],
    ['line ends', 'a\r\nb\nc\rd\u2028e', 'a\nb\nc\nd\ne'],
    ['what would begin a line of its own', 'a\r\nEND:VEVENT\r\n', 'a\nEND:VEVENT\n'],
    ['control characters', 'a\0b\tc\u0085d', 'a b c d'],
    ['many octets', '🔑'.repeat(200), '🔑'.repeat(200)],
    ['a letter of two parts over the fold', `${'x'.repeat(66)}é${'y'.repeat(80)}`, undefined],
  ])('writes %s', (_, text, expected) => {
    const file = write([today], { words: () => ({ summary: text, description: text }) }) ?? '';
    const [event] = read(file).events;
    for (const name of ['SUMMARY', 'DESCRIPTION'])
      expect(unescapeText(event?.get(name)?.value)).toBe(expected ?? text);
  });
});

describe('for any days and words', () => {
  const text = fc
    .string({ unit: 'binary', maxLength: 200 })
    .filter((one) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(one));

  it('reads back, with one event a day and nothing but the words', () => {
    const day = fc.integer({ min: today - 20, max: today + 400 });
    fc.assert(
      fc.property(fc.array(day, { maxLength: 30 }), text, fc.option(text), (days, summary, description) => {
        const said = { summary, ...(description !== null && { description }) };
        const file = write(days, { words: (count) => ({ ...said, summary: `${count}${summary}` }) });
        const wanted = days.filter((one) => one >= today && one < today + 365);
        if (wanted.length === 0) {
          expect(file).toBeUndefined();
          return;
        }
        const { head, events } = read(file ?? '');
        expect(head.map(({ name }) => name)).toEqual(['BEGIN', 'VERSION', 'PRODID', 'END']);
        const starts = events.map((event) => event.get('DTSTART')?.value ?? '');
        expect(new Set(starts).size).toBe(starts.length);
        expect(starts).toEqual([...starts].sort());
        expect(new Set(events.map((event) => event.get('UID')?.value)).size).toBe(events.length);
        let sum = 0;
        for (const event of events) {
          expect(event.get('DTSTART')?.params).toBe(';VALUE=DATE');
          expect(event.get('DTSTAMP')?.value).toBe('20270227T102030Z');
          const told = unescapeText(event.get('SUMMARY')?.value);
          const start = event.get('DTSTART')?.value.replace(/(....)(..)(..)/, '$1-$2-$3') ?? '';
          const count = wanted.filter((one) => one === utc(start) / DAY).length;
          expect(told).toBe(`${count}${summary}`);
          sum += count;
          expect(event.has('DESCRIPTION')).toBe(description !== null);
          if (description !== null) expect(unescapeText(event.get('DESCRIPTION')?.value)).toBe(description);
        }
        expect(sum).toBe(wanted.length);
      }),
    );
  });

  it('calls on days on which something is due from the first minute', () => {
    fc.assert(
      fc.property(entries, settingsOf, fc.integer({ min: 0, max: 30_000 }), (list, limits, first) => {
        const file = write(dueDays(list, limits, ending), { now: first * DAY });
        for (const event of file === undefined ? [] : read(file).events) {
          const day = utc(event.get('DTSTART')?.value.replace(/(....)(..)(..)/, '$1-$2-$3') ?? '');
          expect(findDue(list, limits, ending, day).length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
