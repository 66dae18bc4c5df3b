import type { AppPassword, Settings } from '../model';
import { DAY, LAST_INSTANT, startOfDay } from '../time';

/** The settings that decide when an entry is asked about. */
export type Limits = Pick<Settings, 'limitDays' | 'leadDays'> & {
  /**
   * What the organisation has set, where it has: the longest for all, beyond which no limit of an entry's own goes, and
   * what holds instead for single providers.
   */
  ordered?: {
    limitDays?: number | undefined;
    byProvider: readonly {
      provider: string;
      limitDays?: number | undefined;
      leadDays?: number | undefined;
    }[];
  };
};

/** The days after which an entry is too old. */
export function findLimit(
  entry: Pick<AppPassword, 'provider' | 'limitDays'>,
  settings: Pick<Limits, 'limitDays' | 'ordered'>,
): number {
  const own = entry.limitDays ?? findOrder(entry, settings)?.limitDays ?? settings.limitDays;
  return Math.min(own, findLongest(entry, settings));
}

/** The days beyond which the organisation lets no limit go. */
function findLongest(entry: Pick<AppPassword, 'provider'>, settings: Pick<Limits, 'ordered'>): number {
  const special = findOrder(entry, settings);
  return special?.limitDays ?? settings.ordered?.limitDays ?? Number.POSITIVE_INFINITY;
}

/** What is ordered for the entry's provider alone. */
export function findOrder({ provider }: Pick<AppPassword, 'provider'>, { ordered }: Pick<Limits, 'ordered'>) {
  return ordered?.byProvider.find((one) => one.provider === provider);
}

/**
 * Finds the instant (ms) from which an entry is too old: after its limit, or at the day that its owner named
 * (`isPromised`), which goes as far as the organisation lets it.
 */
export function findDeadline(entry: AppPassword, settings: Limits): { at: number; isPromised: boolean } {
  const restarted = startOfDay(Math.max(entry.secretChanged, entry.confirmed ?? 0));
  const { keepUntil } = entry;
  const limited = restarted + findLimit(entry, settings) * DAY;
  if (keepUntil === undefined) return { at: Math.min(limited, LAST_INSTANT), isPromised: false };
  const longest = restarted + findLongest(entry, settings) * DAY;
  // The first UTC day that begins on the day it names, wherever that is.
  const named = Math.ceil(keepUntil / DAY) * DAY;
  // Never before its secret, or its last answer: a day that is over by then is over at once.
  return { at: Math.max(restarted, Math.min(named, longest, LAST_INSTANT)), isPromised: named <= longest };
}
