import type { AppPassword } from '../model';
import { record } from '../review/log';
import { findReplaced, resetPlaces } from '../review/replace';
import type { OpenVault } from '../vault/vault';
import { isSiteOfOne } from './provider-info';

/** Puts a new app password in the place of the one whose replacement waits for it, if one does, at `now` (ms). */
export async function linkFresh(open: OpenVault, fresh: AppPassword, now: number): Promise<void> {
  const entries = await open.entries();
  const old = findReplaced(entries, fresh, isSiteOfOne(fresh.provider));
  if (old === undefined) return;
  await open.update(old.id, (entry) => {
    const { replacing } = entry;
    // Called off in between, it waits for nothing any more.
    if (replacing === undefined || entry.status !== 'active') return entry;
    return record({ ...entry, replacedBy: fresh.id, replacing: resetPlaces(replacing) }, now, 'replaced');
  });
}

/** The new ones (by id) that have taken over from old ones among these ids, with the old one that each replaces. */
export function findHeirs(entries: readonly AppPassword[], ids: readonly string[]): Map<string, AppPassword> {
  const asked = new Set(ids);
  return new Map(
    entries.flatMap((old): [string, AppPassword][] =>
      asked.has(old.id) && old.replacing !== undefined && old.replacedBy !== undefined
        ? [[old.replacedBy, old]]
        : [],
    ),
  );
}
