/** One UTC day in ms; UTC has no summer time and JavaScript's has no leap seconds, so every day is as long. */
export const DAY = 86_400_000;
/** One hour in ms. */
export const HOUR = 3_600_000;
/** One minute in ms. */
export const MINUTE = 60_000;
/** The last instant (ms) that a date can hold (ECMA-262, section 21.4.1.1). */
export const LAST_INSTANT = 8.64e15;

/** The instant (ms) at which the UTC day of another begins. */
export function startOfDay(instant: number): number {
  return Math.floor(instant / DAY) * DAY;
}
