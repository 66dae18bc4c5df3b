import { i18n } from '#i18n';
import { DAY } from '../../lib/time';

/** The coarsest unit in which an age of whole days is still at least one. */
export function measureAge(days: number): { value: number; unit: 'day' | 'month' | 'year' } {
  if (days < 31) return { value: days, unit: 'day' };
  if (days < 365) return { value: Math.floor(days / 30.44), unit: 'month' };
  return { value: Math.floor(days / 365.25) || 1, unit: 'year' };
}

/** The language the messages are in, so that dates and numbers speak the same one. */
export function messageLocale(): string {
  return i18n.t('locale');
}

/** "94 days". */
export function dayWords(days: number): string {
  return new Intl.NumberFormat(messageLocale(), { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(
    days,
  );
}

/** "minutes", as it stands after a number. */
export function unitWords(unit: 'minute' | 'day', value: number): string {
  const format = new Intl.NumberFormat(messageLocale(), { style: 'unit', unit, unitDisplay: 'long' });
  return format.formatToParts(value).find(({ type }) => type === 'unit')?.value ?? '';
}

/** "10:00", an hour of the day. */
export function hourWords(hour: number): string {
  const format = new Intl.DateTimeFormat(messageLocale(), { hour: '2-digit', minute: '2-digit' });
  return format.format(new Date(2026, 0, 1, hour));
}

const formats = new Map<string, Intl.NumberFormat>();

/** "7 months". */
export function spanWords(days: number): string {
  const { value, unit } = measureAge(days);
  let format = formats.get(unit);
  if (!format) {
    // Made once: making one costs more than drawing the row that needs it.
    format = new Intl.NumberFormat(messageLocale(), { style: 'unit', unit, unitDisplay: 'long' });
    formats.set(unit, format);
  }
  return format.format(value);
}

/** Whole days since an instant; 0 for one that is ahead. */
export function daysSince(since: number, now: number): number {
  return Math.max(0, Math.floor((now - since) / DAY));
}

/** "7 months", or "New today". */
export function spanOf(since: number, now: number): string {
  const days = daysSince(since, now);
  return days === 0 ? i18n.t('age.today') : spanWords(days);
}

/** "7 months old", or "New today". */
export function ageWords(since: number, now: number): string {
  const days = daysSince(since, now);
  return days === 0 ? i18n.t('age.today') : i18n.t('age.old', [spanWords(days)]);
}

/** "3 minutes ago", "in 2 days". */
export function whenWords(instant: number, now: number): string {
  const format = new Intl.RelativeTimeFormat(messageLocale(), { numeric: 'auto' });
  const seconds = (instant - now) / 1000;
  const size = Math.abs(seconds);
  if (size < 60) return i18n.t('age.now');
  if (size < 3600) return format.format(Math.round(seconds / 60), 'minute');
  if (size < 86_400) return format.format(Math.round(seconds / 3600), 'hour');
  if (size < 31 * 86_400) return format.format(Math.round(seconds / 86_400), 'day');
  return format.format(Math.round(seconds / (30.44 * 86_400)), 'month');
}

/** "12 March 2026", in the zone of the machine. */
export function dateWords(instant: number): string {
  return new Intl.DateTimeFormat(messageLocale(), { dateStyle: 'long' }).format(instant);
}

/** The same for a day `YYYY-MM-DD`, which is that day in every zone. */
export function dayDateWords(day: string): string {
  return dateWords(Date.parse(`${day}T12:00:00`));
}

/** `YYYY-MM-DD` of the local day, as a date field wants it. */
export function dayField(instant: number): string {
  const date = new Date(instant);
  const part = (value: number, length: number) => String(value).padStart(length, '0');
  return `${part(date.getFullYear(), 4)}-${part(date.getMonth() + 1, 2)}-${part(date.getDate(), 2)}`;
}

/** The first instant of the local day in a date field; `undefined` when empty. */
export function startOfDayField(value: string): number | undefined {
  const noon = fromDayField(value);
  return noon === undefined ? undefined : new Date(noon).setHours(0, 0, 0, 0);
}

/** Noon of the local day in a date field, so that no change of zone moves it to another day; `undefined` when empty. */
export function fromDayField(value: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (!match) return undefined;
  const instant = new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]), 12).getTime();
  return Number.isFinite(instant) && instant >= 0 ? instant : undefined;
}
