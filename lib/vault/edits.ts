/** What commits change: entries that are there, and those that come back from a backup. */
import { AppError } from '../errors';
import type { AppPassword } from '../model';
import type { Plan } from './change';
import type { Contents } from './contents';
import type { Edit } from './contract';
import { randomId } from './crypto';

/** Fields that the record of a secret repeats. */
const repeated = ['provider', 'site', 'label', 'account', 'created'] as const;

/**
 * Changes the entries of these ids; what is unknown, or answered as it was given, is passed over.
 * @param openSecret `undefined` where it does not open: its record then keeps the name that it has
 */
export async function planEdits(
  { entries }: Contents,
  ids: readonly string[],
  change: (entry: AppPassword) => AppPassword,
  openSecret: (id: string) => Promise<string | undefined>,
): Promise<Plan<Edit[]>> {
  const edits = [...new Set(ids)].flatMap((id): Edit[] => {
    const before = entries.get(id)?.entry;
    if (!before) return [];
    const copy = structuredClone(before);
    const changed = change(copy);
    return changed === copy ? [] : [{ before, entry: { ...changed, id } }];
  });
  if (edits.length === 0) return { result: edits };
  const secrets = new Map<string, string>();
  for (const { before, entry } of edits) {
    if (repeated.every((field) => before[field] === entry[field])) continue;
    const secret = await openSecret(entry.id);
    if (secret !== undefined) secrets.set(entry.id, secret);
  }
  return { entries: edits.map(({ entry }) => entry), ...(secrets.size > 0 && { secrets }), result: edits };
}

/**
 * Entries of a backup under new ids, with the links between them.
 * @throws AppError `vault-exists` when there are entries that are not deleted
 */
export function planReturn(
  current: Contents,
  items: readonly { entry: AppPassword; secret: string }[],
): { entries: AppPassword[]; secrets: Map<string, string> } {
  const isTaken = [...current.entries.values()].some(({ entry }) => entry.deleted === undefined);
  if (isTaken) throw new AppError('vault-exists', 'there are entries already');
  // Two of one id are two: each gets its own, and links lead to the last of them.
  const fresh = items.map(() => randomId());
  const ids = new Map(items.map(({ entry }, i) => [entry.id, fresh[i]]));
  const entries = items.map(({ entry: { replacedBy = '', ...entry } }, i): AppPassword => {
    const link = replacedBy === entry.id ? undefined : ids.get(replacedBy);
    return { ...entry, id: fresh[i] ?? randomId(), ...(link && { replacedBy: link }) };
  });
  return { entries, secrets: new Map(entries.map(({ id }, i) => [id, items[i]?.secret ?? ''])) };
}
