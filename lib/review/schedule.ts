import type { AppPassword, Settings } from '../model';
import { DAY, HOUR, MINUTE } from '../time';
import { type FactsOf, listStarts } from './due';
import type { Limits } from './limits';

/** How long after its hour a reminder waits for a screen that others may see; on some systems every window fills it, always. */
const PATIENCE = 3 * HOUR;
/** How long it waits before it looks again. */
const PAUSE = 10 * MINUTE;

/** The clock of the person: `now` in ms, and their zone's minutes ahead of UTC (east positive, summer time included). */
export interface LocalClock {
  now: number;
  /** `-new Date(now).getTimezoneOffset()`. */
  offsetMinutes: number;
}

/**
 * Lists, for every entry that is or will be due, the UTC day number (days since 1970-01-01) on which its question
 * stands from the first minute; ascending, one per entry. This is all that is known while the vault is locked.
 *
 * A snooze ends within a day, and that day is then left out: a reminder should never open an empty list.
 */
export function dueDays(entries: readonly AppPassword[], settings: Limits, facts: FactsOf): number[] {
  return toDays(listStarts(entries, settings, facts));
}

/** The same from the instants (ms) that `listStarts` lists. */
export function toDays(starts: readonly number[]): number[] {
  return starts.map((start) => Math.ceil(start / DAY)).sort((a, b) => a - b);
}

/** Counts the entries that are due at `now` (ms). */
export function countDue(days: readonly number[], now: number): number {
  const today = Math.floor(now / DAY);
  return days.filter((day) => day <= today).length;
}

/** The number of the person's calendar day, counted like UTC day numbers. */
export function findLocalDay({ now, offsetMinutes }: LocalClock): number {
  return Math.floor((now + offsetMinutes * MINUTE) / DAY);
}

/**
 * Decides whether to notify now: something is due, the reminder hour has come, and no notification was shown on
 * this local day. Shown on a later day than today means that the clock was set back (or the person flew west):
 * silent until a new day comes, or that day would be told twice.
 *
 * @param lastNotifiedDay `findLocalDay` at the last notification, settled; `undefined` when there was none.
 */
export function shouldNotify({
  days,
  lastNotifiedDay,
  settings,
  ...clock
}: LocalClock & {
  days: readonly number[];
  lastNotifiedDay: number | undefined;
  settings: Pick<Settings, 'reminderHour' | 'notify'>;
}): boolean {
  if (!settings.notify || countDue(days, clock.now) === 0) return false;
  const today = findLocalDay(clock);
  if (lastNotifiedDay !== undefined && today <= lastNotifiedDay) return false;
  return clock.now >= findReminder(today, settings, clock);
}

/**
 * Finds the day to take as that of the last notification: today, when the one that was noted is further ahead than
 * any journey leads. It is from a clock that was wrong, and waiting for it could take years.
 */
export function settleNotifiedDay(noted: number | undefined, clock: LocalClock): number | undefined {
  const today = findLocalDay(clock);
  return noted !== undefined && noted > today + 2 ? today : noted;
}

/**
 * Finds when (ms, after `now`) to look again: at the reminder hour, today or tomorrow. When summer time begins or
 * ends in between, it is an hour off, and the poke that comes too early leads to another at the right hour.
 */
export function nextPoke({
  settings,
  ...clock
}: LocalClock & { settings: Pick<Settings, 'reminderHour'> }): number {
  const today = findLocalDay(clock);
  const reminder = findReminder(today, settings, clock);
  return reminder > clock.now ? reminder : findReminder(today + 1, settings, clock);
}

/**
 * Finds when (ms, after `now`) a notification that may be shown, but should not while a window fills the screen, looks
 * again. `undefined` when it waits no longer: 3 hours after the reminder hour, or when its local day is about to end.
 */
export function findRetry({
  settings,
  ...clock
}: LocalClock & { settings: Pick<Settings, 'reminderHour'> }): number | undefined {
  const today = findLocalDay(clock);
  const midnight = findReminder(today + 1, { reminderHour: 0 }, clock);
  const end = Math.min(findReminder(today, settings, clock) + PATIENCE, midnight - PAUSE);
  return clock.now < end ? Math.min(clock.now + PAUSE, end) : undefined;
}

/**
 * Finds the instant (ms) at which what is put off for so many days is asked about again: the start of a UTC day, because
 * reminders know no more than days. It is the one that begins on the local day meant, or, where that is after the
 * reminder hour, the one before it; never one that begins today.
 */
export function findWaking(
  days: number,
  { settings, ...clock }: LocalClock & { settings: Pick<Settings, 'reminderHour'> },
): number {
  const meant = findLocalDay(clock) + days;
  const first = Math.ceil(findReminder(meant, { reminderHour: 0 }, clock) / DAY) * DAY;
  return days > 1 && first > findReminder(meant, settings, clock) ? first - DAY : first;
}

/** The instant (ms) of the reminder hour on a local day. */
function findReminder(
  localDay: number,
  { reminderHour }: Pick<Settings, 'reminderHour'>,
  { offsetMinutes }: LocalClock,
): number {
  return localDay * DAY + reminderHour * HOUR - offsetMinutes * MINUTE;
}
