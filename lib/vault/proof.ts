/** Opens what is about to be committed, in the way in which the next reading will. */
import { AppError, codeOf } from '../errors';
import { encodeCanonical } from './envelope';
import { findHeader } from './head';
import { readHeaders } from './header';
import type { VaultKeys } from './keys';
import { type Expected, keyOf, type Memo } from './manifest';
import { openRows } from './rows';
import type { Change } from './store';

/**
 * @param expected all records of the vault after the commit. @param values what the rows in `put` were made of
 * @param opened told of each row that was read as it was meant
 * @throws AppError `vault-unreadable` when header, manifest or any of the rows would not be read as they were meant
 */
export async function proveReadable(
  keys: VaultKeys,
  change: Change,
  expected: Expected,
  memo: Memo,
  values: ReadonlyMap<string, unknown>,
  opened: () => void = () => undefined,
): Promise<void> {
  const { header, counter, manifest, put } = change;
  const stored = { header, headerCopy: header };
  try {
    const headers = readHeaders(stored);
    const [first] = headers;
    const rows = Array.from(expected, ([name, revision]) => keyOf(name, revision)).sort();
    const found = await findHeader(
      headers,
      keys,
      first?.publicKey ?? '',
      { ...stored, manifest, counter },
      rows,
    );
    const isWhole =
      found.manifest?.counter === counter &&
      found.manifest.keys === rows.join('\n') &&
      encodeCanonical(found.manifest.memo) === encodeCanonical(memo) &&
      found.warnings.length === 0;
    if (!isWhole) throw unreadable('manifest');
    const openRow = openRows(keys, found.header.vaultId, async (key) => put.get(key));
    for (const [key, value] of values) {
      const row = await openRow(key);
      if (row?.revision !== counter || !isAlike(row.value, value)) throw unreadable(key.split('/')[0] ?? '');
      opened();
    }
  } catch (error) {
    if (codeOf(error) === 'vault-unreadable') throw error;
    throw new AppError('vault-unreadable', 'it does not open', { cause: error });
  }
}

function isAlike(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function unreadable(what: string): AppError {
  return new AppError('vault-unreadable', `the ${what} does not read as it was meant`);
}
