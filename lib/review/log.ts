import type { AppPassword, Happening, Log } from '../model';

/** Most items of an entry's log. */
const MOST = 200;
/** Most characters of a detail. */
const LONGEST = 120;

/**
 * Writes down what happened to an entry at `at` (ms) and returns the changed entry; the given one stays as it is.
 * Only the newest 200 items are kept, and how many came before. A clock set back does not change their order.
 *
 * @param detail a word of ours, such as an answer or the id of a bridge: never anything that a person or page wrote
 */
export function record<Entry extends Pick<AppPassword, 'log'>>(
  entry: Entry,
  at: number,
  kind: Happening,
  detail = '',
): Entry {
  const { items = [], earlier = 0 }: Partial<Log> = entry.log ?? {};
  const all = [...items, { at, kind, ...(detail !== '' && { detail: detail.slice(0, LONGEST) }) }];
  const dropped = earlier + Math.max(0, all.length - MOST);
  return { ...entry, log: { items: all.slice(-MOST), ...(dropped > 0 && { earlier: dropped }) } };
}

/**
 * Writes down an edit at `at` (ms) by the names of the fields that now differ; nothing when none does. To call it
 * revoked, or replaced by another, is more than an edit.
 */
export function recordEdit(before: AppPassword, after: AppPassword, at: number): AppPassword {
  const changed = Object.keys({ ...before, ...after }).filter(
    (name) => print(before, name) !== print(after, name),
  );
  if (changed.length === 0) return after;
  if (changed.includes('replacedBy') && after.replacedBy) return record(after, at, 'replaced');
  if (changed.includes('status') && after.status === 'revoked') return record(after, at, 'revoked', 'said');
  // How far a replacement is, and what follows from another field, is no edit of the user.
  const isUnderWay = before.replacing !== undefined && after.replacing !== undefined;
  const follows = [isUnderWay ? 'replacing' : '', changed.includes('created') ? 'secretChanged' : ''];
  const named = changed.filter((name) => !follows.includes(name));
  if (named.length === 0) return after;
  return record(after, at, 'edited', named.sort().join(' '));
}

function print(entry: AppPassword, name: string): string | undefined {
  return JSON.stringify(entry[name as keyof AppPassword]);
}
