/**
 * Days on which something becomes due as a calendar file: iCalendar (RFC 5545), one all-day event a day (section
 * 3.6.1, `VALUE=DATE`). No alarms, no time zones, no repetition, no method: the file is imported, not an invitation.
 */
import { DAY } from '../time';

/** Days ahead that the file covers, today included. */
const YEAR = 365;
/** Most octets of a content line without its end (section 3.1). */
const LINE = 75;

/** What an event says; given by the caller, because words come from messages. No label and no provider belongs in it. */
export type EventWords = (count: number) => { summary: string; description?: string };

export interface CalendarQuestion {
  /** UTC day numbers on which entries become due, in any order, as `dueDays` lists them. */
  days: readonly number[];
  words: EventWords;
  /**
   * The same for every file of one vault and no other, so that a later file changes events instead of doubling them:
   * letters, digits, `-` and `_`.
   */
  scope: string;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * Makes the text of an `.ics` file for the next year; what was due before today is not in it.
 * @returns `undefined` when nothing is ahead: a calendar without events is not allowed (section 3.6)
 */
export function writeCalendar({ days, words, scope, now }: CalendarQuestion): string | undefined {
  const today = Math.floor(now / DAY);
  const counts = new Map<number, number>();
  for (const day of days) {
    if (day >= today && day < today + YEAR) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  if (counts.size === 0) return undefined;
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  const events = [...counts].sort(([a], [b]) => a - b);
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Spare Key//Review//EN'],
    ...events.flatMap(([day, count]) => {
      const { summary, description } = words(count);
      const date = writeDate(day);
      return [
        ...['BEGIN:VEVENT', `UID:${date}-${scope}@spare-key.invalid`, `DTSTAMP:${stamp}`],
        ...[`DTSTART;VALUE=DATE:${date}`, `DTEND;VALUE=DATE:${writeDate(day + 1)}`],
        `SUMMARY:${escapeText(summary)}`,
        ...(description === undefined ? [] : [`DESCRIPTION:${escapeText(description)}`]),
        // It takes no time of the day.
        ...['TRANSP:TRANSPARENT', 'END:VEVENT'],
      ];
    }),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function writeDate(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10).replaceAll('-', '');
}

/** A text as a value (section 3.3.11); control characters have no place there. */
function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|[\n\u2028\u2029]/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

/** Breaks a line after at most 75 octets of UTF-8, never inside a character (section 3.1). */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const char of line) {
    const size = new TextEncoder().encode(char).length;
    if (octets + size > LINE) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += char;
    octets += size;
  }
  return folded;
}
