import type { Fact } from '../providers/provider';
import { DAY } from '../time';

/** Days after which a fact should be checked again. */
const STALE_DAYS = 365;

/** Whether a fact is still ahead at `now` (ms): it holds from the first minute of its UTC day. */
export function isFuture({ date }: Pick<Fact, 'date'>, now: number): boolean {
  return startOf(date) > now;
}

/** Whether a fact was announced and its day is still ahead at `now` (ms); never one that held when its source was read. */
export function isAhead({ date, checked = date }: Pick<Fact, 'date' | 'checked'>, now: number): boolean {
  return checked < date && isFuture({ date }, now);
}

/** Whether a fact's source was not checked in the year before `now` (ms). */
export function isStale({ date, checked = date }: Pick<Fact, 'date' | 'checked'>, now: number): boolean {
  return startOf(checked) + STALE_DAYS * DAY <= now;
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
