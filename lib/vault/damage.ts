/** Finds, and exports, what does not open or does not belong. */
import type { Warning } from '../model';
import type { Contents } from './contents';
import { openCapture } from './inbox';
import type { VaultKeys } from './keys';
import { keyOf, nameOf } from './manifest';
import { openExpected, openRows } from './rows';
import { nameKey, type Store } from './store';

/** Opens every secret's record and adds what it finds to the damaged rows of `contents`. @returns what to say of it */
export async function checkSecrets(contents: Contents, keys: VaultKeys, store: Store): Promise<Warning[]> {
  const { keys: rowKeys, values } = await store.readSecrets();
  const rows = new Map(rowKeys.map((key, i) => [key, values[i]]));
  const openSecret = openRows(keys, contents.header.vaultId, async (key) => rows.get(key));
  const check = async (id: string, label: string): Promise<Warning | undefined> => {
    const name = nameOf('secret', id);
    if (contents.differences.absent.has(name)) return undefined;
    const row = await openExpected(contents, name, openSecret);
    if (row && !row.stale) return undefined;
    return { kind: row ? 'record-replaced' : 'record-damaged', id, label };
  };
  const found = await Promise.all(Array.from(contents.entries, ([id, { entry }]) => check(id, entry.label)));
  return found.filter((warning) => warning !== undefined);
}

/** Raw bytes by what they were: `list`, `secret`, `manifest`, `capture`, or the first part of an unknown row's key. */
export async function collectDamaged(
  contents: Contents,
  keys: VaultKeys,
  store: Store,
): Promise<{ id: string; kind: string; bytes: Uint8Array }[]> {
  const { unexpected, unknownKeys } = contents.differences;
  const unasked = [...unexpected].flatMap(([name, revisions]) => revisions.map((r) => keyOf(name, r)));
  const found: { key: string; bytes: unknown }[] = await store.readDamaged();
  for (const key of new Set([...contents.damaged, ...unasked, ...unknownKeys])) {
    found.push({ key: nameKey(key), bytes: await store.readRecord(key) });
  }
  if (contents.manifestDamaged) {
    found.push({ key: 'manifest', bytes: (await store.readSnapshot()).manifest });
  }
  for (const row of await store.readInbox()) {
    const { damaged } = await openCapture(contents.header.vaultId, keys, row);
    if (damaged) found.push({ key: `capture/${row.id}`, bytes: row.sealed });
  }
  return found.flatMap(({ key, bytes }) => {
    const [kind = '', id = ''] = key.split(/[/@]/);
    return bytes instanceof Uint8Array ? [{ id, kind, bytes }] : [];
  });
}
