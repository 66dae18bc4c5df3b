import type { AppPassword, Settings } from '../../lib/model';

const DAY = 86_400_000;

/**
 * When an entry that is not due yet grows old enough to be asked about (ms), for the words on the screen.
 * What is due is decided by the background alone; facts that begin later are not foreseen here.
 */
export function nextCheck(
  entry: Pick<AppPassword, 'status' | 'secretChanged' | 'confirmed' | 'snoozedUntil' | 'limitDays'>,
  settings: Pick<Settings, 'limitDays' | 'leadDays'>,
): number | undefined {
  if (entry.status !== 'active') return undefined;
  const limit = entry.limitDays ?? settings.limitDays;
  const lead = Math.min(settings.leadDays, Math.floor(limit / 2));
  const since = Math.max(entry.secretChanged, entry.confirmed ?? 0);
  return Math.max(since + (limit - lead) * DAY, entry.snoozedUntil ?? 0);
}
