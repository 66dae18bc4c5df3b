import type { AppPassword } from '../model';
import { record } from '../review/log';
import { findReplaced, inherit } from '../review/replace';
import type { OpenVault } from '../vault/vault';
import { isSiteOfOne } from './provider-cards';

/** Puts a new app password in the place of the one whose replacement waits for it, if one does, at `now` (ms). */
export async function linkFresh(open: OpenVault, fresh: AppPassword, now: number): Promise<void> {
  const { entries } = await open.list();
  const old = findReplaced(entries, fresh, isSiteOfOne(fresh.provider));
  if (old === undefined) return;
  await open.update(old.id, (entry) => record({ ...entry, replacedBy: fresh.id }, now, 'replaced'));
  await passOn(open, old, fresh.id);
}

/** Tells the new one what was known of the old one. @throws AppError `entry-gone` */
export async function passOn(open: OpenVault, old: AppPassword, freshId: string): Promise<void> {
  await open.update(freshId, (fresh) => inherit(fresh, old));
}
