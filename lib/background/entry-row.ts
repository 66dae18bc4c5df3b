import type { Row } from '../messaging/shapes';
import type { AppPassword } from '../model';

/** Made for each of thousands at once, so field by field: spreading costs several times as much. */
export function rowOf(entry: AppPassword, reason?: Row['reason']): Row {
  const row: Row = {
    id: entry.id,
    provider: entry.provider,
    site: entry.site,
    label: entry.label,
    account: entry.account,
    client: entry.client,
    device: entry.device,
    tags: entry.tags,
    status: entry.status,
    secretChanged: entry.secretChanged,
    custody: entry.custody,
  };
  if (entry.lastCopied !== undefined) row.lastCopied = entry.lastCopied;
  if (entry.lastUsed !== undefined) row.lastUsed = entry.lastUsed;
  if (entry.lastPlace !== undefined) row.lastPlace = entry.lastPlace;
  const { handover } = entry;
  if (handover !== undefined && handover.state !== 'done') row.handover = handover.state;
  if (reason !== undefined) row.reason = reason;
  return row;
}

/** Makes a test whether an entry of an id is there. */
export function isHereAmong(entries: readonly AppPassword[]): (id: string) => boolean {
  return (id) => entries.some((entry) => entry.id === id && entry.deleted === undefined);
}
