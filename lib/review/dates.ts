import { DAY } from '../time';

/** First and last instant (ms) that a text about a day may mean. */
export type Span = readonly [from: number, to: number];

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/;
/** Languages whose names of months are known. */
const LANGUAGES = 'en de fr es it pt nl pl ru uk cs sv da nb fi hu tr ro el'.split(' ');

/** Reads what machines write: an ISO 8601 date or time, or seconds or ms since 1970. */
export function readDate(text = ''): Span | undefined {
  const [, day, time = '00:00', zone = 'Z'] = ISO.exec(text) ?? [];
  const since = /^\d{10}(?:\d{3})?$/.test(text) ? Number(text.padEnd(13, '0')) : Number.NaN;
  const from = day ? Date.parse(`${day}T${time}${zone.replace(/^(.\d\d)(\d\d)$/, '$1:$2')}`) : since;
  return from >= 0 ? [from, from + (text === day ? DAY : 0)] : undefined;
}

/**
 * Reads what people read, too: the one day, with its year, that a text names. `undefined` when there is none, when it
 * may be another ("3/2/2026"), or when it only counts from a day that is not known here ("3 weeks ago").
 */
export function readDay(text = ''): Span | undefined {
  const machine = readDate(text);
  if (machine) return machine;
  const plain = text.normalize('NFKC').slice(0, 200);
  const [, year, month, day] =
    /(?<!\d)(\d{4})(?:[./-] ?|年 ?)(\d{1,2})(?:[./-] ?|月 ?)(\d{1,2})(?!\d)/.exec(plain) ?? [];
  if (day) return makeDay(year, month, day);
  const [, first, mark, second, last] =
    /(?<!\d)(\d{1,2})([./-]) ?(\d{1,2})[./-] ?(\d{4})(?!\d)/.exec(plain) ?? [];
  if (last) {
    // With dots the day comes first everywhere; with others one of them must be too large for a month.
    if (mark === '.' || Number(first) > 12 || first === second) return makeDay(last, second, first);
    return Number(second) > 12 ? makeDay(last, first, second) : undefined;
  }
  return readNamed(plain);
}

/** Reads a day whose month is a word. */
function readNamed(text: string): Span | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+|\d+/gu) ?? [];
  const years = words.filter((word) => /^(?:19|20)\d\d$/.test(word));
  const found = words.flatMap((word, place) => (months().has(word) ? [place] : []));
  const [place = 0] = found;
  if (found.length !== 1 || years.length !== 1) return undefined;
  // "12 de marzo", "le 1er mars": a word may stand between.
  const near = [place - 1, place + 1, place - 2].map((at) => words[at] ?? '');
  const day = near.find((word) => /^\d{1,2}$/.test(word));
  return day === undefined ? undefined : makeDay(years[0], months().get(words[place] ?? ''), day);
}

function makeDay(year: unknown, month: unknown, day: unknown): Span | undefined {
  const from = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const isReal = new Date(from).getUTCMonth() === Number(month) - 1 && Number(day) > 0;
  return isReal && from >= 0 ? [from, from + DAY] : undefined;
}

let known: Map<string, number> | undefined;

/** Months (1 to 12) by their names, long and short, as dates write them; a name that two languages give to different months is left out. */
function months(): Map<string, number> {
  if (known) return known;
  known = new Map();
  const twice = new Set<string>();
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      for (const options of [{ month: style }, { month: style, day: 'numeric' as const }]) {
        const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
        for (let month = 1; month <= 12; month++) {
          const parts = format.formatToParts(Date.UTC(2026, month - 1, 15));
          const name =
            parts
              .find(({ type }) => type === 'month')
              ?.value.toLowerCase()
              .replace(/\.$/, '') ?? '';
          if (!/^[\p{L}\p{M}]+$/u.test(name)) continue;
          if ((known.get(name) ?? month) !== month) twice.add(name);
          known.set(name, month);
        }
      }
    }
  }
  for (const name of twice) known.delete(name);
  return known;
}
