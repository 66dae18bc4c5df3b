import { AppError } from '../errors';
import type { AppPassword, Warning } from '../model';
import { MOST_REVISION } from './envelope';
import { findHeader } from './head';
import { type Header, readHeaders } from './header';
import type { VaultKeys } from './keys';
import {
  compareRows,
  type Differences,
  type Expected,
  type Memo,
  nameOf,
  readExpected,
  readKey,
} from './manifest';
import { completeCopy, openExpected, openRows, type RowOpener, type SecretRecord } from './rows';
import { nameKey, type Snapshot, type Store } from './store';

export interface Contents {
  header: Header;
  /** Whether the stored header or counter differ from what the next commit will write. */
  needsRepair: boolean;
  /** Of the manifest, and at least the highest revision in use. */
  counter: number;
  /** The counter row as stored: what a commit compares. */
  storedCounter: number | undefined;
  manifestDamaged: boolean;
  memo: Memo;
  expected: Expected;
  differences: Differences;
  /** Ids of the entries in each bucket that may be written to. */
  buckets: Map<string, Set<string>>;
  /** `bucket` is absent for an entry known from its secret's record alone. */
  entries: Map<string, { entry: AppPassword; bucket?: string }>;
  /** Row keys whose bytes do not open: never deleted without being set aside. */
  damaged: Set<string>;
  warnings: Warning[];
}

/** @throws AppError `vault-missing`, `vault-too-new`, `vault-corrupt` (both headers), `vault-wrong-passphrase` (the key) */
export async function loadContents(
  store: Store,
  keys: VaultKeys,
  publicKey: string,
  read?: Snapshot,
): Promise<Contents> {
  const snapshot = read ?? (await store.readSnapshot());
  const headers = readHeaders(snapshot);
  const [first] = headers;
  if (!first) throw new AppError('vault-missing', 'there is no vault');
  // Most vaults have one header, or two of one vault: then buckets can be opened before the right header is known.
  const early = headers.every(({ vaultId }) => vaultId === first.vaultId)
    ? openEarly(keys, first.vaultId, snapshot)
    : undefined;
  const stored = await snapshot.keys;
  // A key of another kind may read like one of ours, and is none.
  const rows = stored.filter((key) => typeof key === 'string');
  const found = await findHeader(headers, keys, publicKey, snapshot, rows);
  const { header, manifest, warnings } = found;
  const openBucket = early ?? openEarly(keys, header.vaultId, snapshot);
  if (!manifest) warnings.push({ kind: 'manifest-damaged' });

  const sound = manifest?.keys === rows.join('\n') && stored.every(isPlain);
  const known = manifest
    ? { expected: readExpected(manifest.keys.split('\n')), counter: manifest.counter }
    : await expectOpened(rows, openBucket, keys, header.vaultId, store);
  const contents: Contents = {
    header: { ...header, publicKey },
    needsRepair: found.needsRepair || snapshot.counter !== known.counter,
    counter: known.counter,
    storedCounter: snapshot.counter,
    manifestDamaged: !manifest,
    memo: manifest?.memo ?? {},
    expected: known.expected,
    differences: sound
      ? { absent: new Set(), unexpected: new Map(), unknownKeys: [] }
      : compareRows(stored, known.expected),
    buckets: new Map(),
    entries: new Map(),
    damaged: new Set(),
    warnings,
  };
  const trouble = await readBuckets(contents, openBucket);
  await recoverOrphans(contents, keys, store, trouble);
  // Nothing that this key opens, and not the public key that belongs to it: it is another vault's key.
  const isOurs = headers.some((other) => other.publicKey === publicKey);
  if (!manifest && !isOurs && contents.entries.size === 0) {
    throw new AppError('vault-wrong-passphrase', 'the key does not fit this vault');
  }
  warnOfRows(contents);
  return contents;
}

/** Whether a row key is a text of one line: others would look the same as ours once they are joined. */
function isPlain(key: IDBValidKey): boolean {
  return typeof key === 'string' && !key.includes('\n');
}

/** Without a manifest, what opens is what counts: the highest revision of each record. */
async function expectOpened(
  rows: readonly string[],
  openBucket: RowOpener,
  keys: VaultKeys,
  vaultId: string,
  store: Store,
): Promise<{ expected: Expected; counter: number }> {
  const secrets = await store.readSecrets();
  const bytes = new Map(secrets.keys.map((key, i) => [key, secrets.values[i]]));
  const openSecret = openRows(keys, vaultId, async (key) => bytes.get(key));
  const ours = rows.flatMap((key) => readKey(key) ?? []);
  const opens = async ({ name, kind, revision }: (typeof ours)[number]): Promise<boolean> => {
    const openRow = kind === 'list' ? openBucket : openSecret;
    const row = await openRow(`${name}/${revision}`).catch(() => undefined);
    return row?.revision === revision;
  };
  const sound = await Promise.all(ours.map(opens));
  const expected: Expected = new Map();
  const keep = ({ name, revision }: (typeof ours)[number]) => {
    if (revision >= (expected.get(name) ?? 0)) expected.set(name, revision);
  };
  ours.filter((_, i) => sound[i]).forEach(keep);
  const counter = highest({ expected });
  const opened = new Set(expected.keys());
  const shut = ours.filter(({ name, revision }) => !opened.has(name) && revision <= MOST_REVISION);
  shut.forEach(keep);
  return { expected, counter };
}

/** Opens all buckets; answers which kinds of trouble it met. */
async function readBuckets(contents: Contents, openBucket: RowOpener) {
  const trouble: Warning[] = [];
  const names = [...contents.expected.keys()].filter((name) => name.startsWith('list/'));
  const opened = await Promise.all(names.map((name) => openExpected(contents, name, openBucket)));
  const order = names.map((name, i) => ({ id: name.slice('list/'.length), row: opened[i] }));
  // Early versions could leave an entry in two buckets: the later bucket counts.
  const revisionOf = (id: string) => contents.expected.get(nameOf('list', id)) ?? 0;
  order.sort(
    (a, b) =>
      Number(a.row?.stale ?? true) - Number(b.row?.stale ?? true) || revisionOf(b.id) - revisionOf(a.id),
  );
  for (const { id, row } of order) {
    const name = nameOf('list', id);
    if (!row) {
      const lost = contents.differences.absent.has(name) && !contents.differences.unexpected.has(name);
      trouble.push({ kind: lost ? 'record-missing' : 'record-damaged', id });
      continue;
    }
    const ids = new Set<string>();
    for (const entry of row.value as AppPassword[]) {
      // A stale bucket may name entries that were deleted, or moved, since.
      if (!contents.expected.has(nameOf('secret', entry.id)) || contents.entries.has(entry.id)) continue;
      contents.entries.set(entry.id, { entry: Object.freeze(entry), bucket: id });
      ids.add(entry.id);
      if (row.stale) contents.warnings.push({ kind: 'record-replaced', id: entry.id, label: entry.label });
    }
    contents.buckets.set(id, ids);
    if (row.stale) trouble.push({ kind: 'record-replaced', id });
  }
  return trouble;
}

/** Names the entries of lost buckets from the copies beside their secrets. */
async function recoverOrphans(contents: Contents, keys: VaultKeys, store: Store, trouble: Warning[]) {
  if (trouble.length === 0 && contents.expected.size === contents.entries.size + contents.buckets.size)
    return;
  const openSecret = openRows(keys, contents.header.vaultId, store.readRecord);
  const worst = trouble.find(({ kind }) => kind === 'record-damaged') ?? trouble[0];
  let found = 0;
  for (const name of contents.expected.keys()) {
    if (!name.startsWith('secret/')) continue;
    const id = name.slice('secret/'.length);
    if (contents.entries.has(id)) continue;
    const row = await openExpected(contents, name, openSecret);
    if (!row || row.stale) {
      // The differences of the rows report an absent record.
      const kind = row ? 'record-replaced' : 'record-damaged';
      if (!contents.differences.absent.has(name)) contents.warnings.push({ kind, id });
      continue;
    }
    const { copy } = row.value as SecretRecord;
    contents.entries.set(id, { entry: Object.freeze(completeCopy(id, copy)) });
    contents.warnings.push({ kind: worst?.kind ?? 'record-missing', id, label: copy.label });
    found++;
  }
  if (found === 0) contents.warnings.push(...trouble.filter(({ kind }) => kind !== 'record-replaced'));
}

function warnOfRows({ differences, entries, expected, warnings }: Contents): void {
  const push = (kind: Warning['kind'], id: string) => {
    const label = entries.get(id)?.entry.label;
    warnings.push({ kind, id, ...(label !== undefined && { label }) });
  };
  for (const name of differences.absent) {
    if (!name.startsWith('secret/')) continue;
    push(
      differences.unexpected.has(name) ? 'record-replaced' : 'record-missing',
      name.slice('secret/'.length),
    );
  }
  const unexpected = [...differences.unexpected.keys()].filter(
    (name) => !(expected.has(name) && differences.absent.has(name)),
  );
  const unknown = [
    ...unexpected.map((name) => name.slice(name.indexOf('/') + 1)),
    ...differences.unknownKeys,
  ];
  // Unknown rows are no loss, and an attacker may have planted many: the user is told of the first ones only.
  for (const key of unknown.slice(0, MOST_UNKNOWN)) push('record-unknown', nameKey(key).slice(0, MOST_NAMED));
  if (highest({ expected, differences }) > MOST_REVISION) warnings.push({ kind: 'counter-too-high' });
}

/** How many unknown rows are named at most, and the most characters of such a name. */
const MOST_UNKNOWN = 50;
const MOST_NAMED = 100;

/** The highest revision there is, expected or not. */
export function highest({
  expected,
  differences,
}: Pick<Contents, 'expected'> & Partial<Pick<Contents, 'differences'>>): number {
  let most = 0;
  for (const revision of expected.values()) most = Math.max(most, revision);
  for (const revisions of differences?.unexpected.values() ?? [])
    for (const revision of revisions) most = Math.max(most, revision);
  return most;
}

/** Starts to open all buckets before the manifest says which of them are expected. */
function openEarly(keys: VaultKeys, vaultId: string, { listKeys, lists }: Snapshot): RowOpener {
  const bytes = new Map(listKeys.map((key, i) => [key, lists[i]]));
  const openOne = openRows(keys, vaultId, async (key) => bytes.get(key));
  const opened = new Map(listKeys.map((key) => [key, openOne(key)]));
  // A caller that asks for a row that does not open gets the error then.
  for (const row of opened.values()) row.catch(() => undefined);
  return async (key) => opened.get(key);
}
