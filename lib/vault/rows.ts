/** Single records: what their bytes hold, and at which revision. */

import * as z from 'zod/mini';
import { AppError, codeOf } from '../errors';
import { AppPassword } from '../model';
import { newEntry } from '../new-entry';
import { MOST_REVISION, open, readRevision } from './envelope';
import type { VaultKeys } from './keys';
import { type Differences, type Expected, keyOf, readKey } from './manifest';

/** The part of an entry that its secret's record repeats, to name it when its bucket is lost. */
export const SecretRecord = z.object({
  secret: z.string(),
  copy: z.pick(AppPassword, { provider: true, site: true, label: true, account: true, created: true }),
});
export type SecretRecord = z.infer<typeof SecretRecord>;

/** What the bytes of a row hold, and the revision they were sealed at. */
export interface Row {
  value: unknown;
  revision: number;
}

/** Opens the row at a key; `undefined` when there is none. @throws AppError `vault-corrupt` */
export type RowOpener = (key: string) => Promise<Row | undefined>;

/** A row that opened: `stale` when it is authentic but not of the expected revision. */
export interface Opened {
  value: unknown;
  stale: boolean;
}

/** Opens rows at the revision they claim. @param read the bytes at a key, `undefined` when there are none */
export function openRows(
  keys: VaultKeys,
  vaultId: string,
  read: (key: string) => Promise<unknown>,
): RowOpener {
  return async (key) => {
    const bytes = await read(key);
    if (bytes === undefined) return undefined;
    const place = readKey(key);
    if (!place) throw new AppError('vault-corrupt', 'the key is not one of ours');
    const { kind, id } = place;
    const head = bytes instanceof Uint8Array ? readRevision(bytes) : undefined;
    const wrapped = place.revision > MOST_REVISION && head === place.revision >>> 0;
    const revision = wrapped || head === undefined ? place.revision : head;
    const value = await open(keys.records, { vaultId, kind, id, revision }, bytes);
    const fits = kind === 'list' ? Array.isArray(value) : SecretRecord.safeParse(value).success;
    if (!fits) throw new AppError('vault-corrupt', 'the record holds something else');
    return { value, revision };
  };
}

/** What it takes to find a record. */
export interface Promising {
  expected: Expected;
  differences: Differences;
  damaged: Set<string>;
}

/**
 * Opens the row of an expected record; where only another revision of it is stored, that one, as `stale`.
 * `undefined`, and noted in `contents.damaged`, when it does not open.
 */
export async function openExpected(
  contents: Promising,
  name: string,
  openRow: RowOpener,
): Promise<Opened | undefined> {
  const expected = contents.expected.get(name) ?? 0;
  const absent = contents.differences.absent.has(name);
  const others = contents.differences.unexpected.get(name) ?? [];
  const revision = absent ? others.reduce((most, other) => Math.max(most, other), -1) : expected;
  if (revision < 0) return undefined;
  const key = keyOf(name, revision);
  try {
    const row = await openRow(key);
    return row && { value: row.value, stale: row.revision !== expected };
  } catch (error) {
    if (codeOf(error) !== 'vault-corrupt') throw error;
    contents.damaged.add(key);
    return undefined;
  }
}

/** Makes an entry of what its secret's record repeats, when no more is known of it. */
export function completeCopy(id: string, copy: SecretRecord['copy']): AppPassword {
  return { id, ...newEntry(copy.created), ...copy };
}
