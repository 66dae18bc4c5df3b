/** What an unlocked vault holds: read once, checked against the manifest, then kept in step with every write. */
import * as z from 'zod/mini';
import { AppError, codeOf } from '../errors';
import { AppPassword, type Warning } from '../model';
import { open, readRevision } from './envelope';
import { digestHeader, type Header, readHeader } from './header';
import type { VaultKeys } from './keys';
import {
  compareRows,
  type Differences,
  keyOf,
  nameOf,
  openManifest,
  type Promised,
  readKey,
  readPromised,
} from './manifest';
import type { Snapshot, Store } from './store';

/** The part of an entry that its secret's record repeats, to name it when its shelf is lost. */
export const SecretRecord = z.object({
  secret: z.string(),
  copy: z.pick(AppPassword, { provider: true, site: true, label: true, account: true, created: true }),
});
export type SecretRecord = z.infer<typeof SecretRecord>;

export interface Contents {
  header: Header;
  /** Of the manifest, and at least the highest revision in use. */
  counter: number;
  /** The counter row as stored: what a commit compares. */
  storedCounter: unknown;
  manifestDamaged: boolean;
  promised: Promised;
  differences: Differences;
  /** Ids of the entries in each shelf that may be written to. */
  shelves: Map<string, Set<string>>;
  /** `shelf` is absent for an entry known from its secret's record alone. */
  entries: Map<string, { entry: AppPassword; shelf?: string }>;
  /** Row keys whose bytes do not open: never deleted without being set aside. */
  damaged: Set<string>;
  warnings: Warning[];
}

/** What the bytes of a row hold, and the revision they were sealed at. */
interface Row {
  value: unknown;
  revision: number;
}

/** Opens the row at a key; `undefined` when there is none. @throws AppError `vault-corrupt` */
type RowOpener = (key: string) => Promise<Row | undefined>;

/** A row that opened: `stale` when it is authentic but not of the promised revision. */
interface Opened {
  value: unknown;
  stale: boolean;
}

/** @throws AppError `vault-missing`, `vault-too-new`, `vault-corrupt` (the header), `vault-wrong-passphrase` (the key) */
export async function loadContents(
  store: Store,
  keys: VaultKeys,
  publicKey: string,
  read?: Snapshot,
): Promise<Contents> {
  const snapshot = read ?? (await store.readSnapshot());
  const header = readHeader(snapshot.header);
  if (!header) throw new AppError('vault-missing', 'there is no vault');
  const openShelf = openEarly(keys, header.vaultId, snapshot);
  const rows = await snapshot.keys;
  const { manifest, counter } = await readManifest(keys, header.vaultId, snapshot.manifest, rows);
  const warnings: Warning[] = [];
  if (!manifest) warnings.push({ kind: 'manifest-damaged' });
  if (manifest && manifest.header !== digestHeader(header)) {
    warnings.push({ kind: 'record-replaced', id: 'header' });
  }
  if (header.publicKey !== publicKey) warnings.push({ kind: 'public-key-replaced' });

  const sound = manifest !== undefined && manifest.keys === rows.join('\n');
  const ours = rows.filter((key) => sound || readKey(key));
  const promised = readPromised(manifest ? manifest.keys.split('\n') : ours);
  const differences: Differences = sound
    ? { absent: new Set(), strays: new Map(), foreign: [] }
    : compareRows(rows, promised);

  const contents: Contents = {
    header,
    counter,
    storedCounter: snapshot.counter,
    manifestDamaged: !manifest,
    promised,
    differences,
    shelves: new Map(),
    entries: new Map(),
    damaged: new Set(),
    warnings,
  };
  const trouble = await readShelves(contents, openShelf);
  await recoverOrphans(contents, keys, store, trouble);
  // Nothing that this key opens, and not the public key that belongs to it: it is another vault's key.
  if (!manifest && header.publicKey !== publicKey && contents.entries.size === 0) {
    throw new AppError('vault-wrong-passphrase', 'the key does not fit this vault');
  }
  warnOfRows(contents);
  return contents;
}

async function readManifest(keys: VaultKeys, vaultId: string, manifest: unknown, rows: string[]) {
  const claimed = manifest instanceof Uint8Array ? (readRevision(manifest) ?? 0) : 0;
  const opened = await openManifest(keys.manifest, vaultId, claimed, manifest).catch(() => undefined);
  if (opened) return { manifest: opened, counter: claimed };
  const revisions = rows.map((key) => readKey(key)?.revision ?? 0).filter((revision) => revision < 2 ** 31);
  return { manifest: undefined, counter: revisions.reduce((most, next) => Math.max(most, next), 0) };
}

/** Opens all shelves; answers which kinds of trouble were met. */
async function readShelves(contents: Contents, openShelf: RowOpener) {
  const trouble: Warning[] = [];
  const names = [...contents.promised.keys()].filter((name) => name.startsWith('list/'));
  const opened = await Promise.all(names.map((name) => openPromised(contents, name, openShelf)));
  const order = names.map((name, i) => ({ id: name.slice('list/'.length), row: opened[i] }));
  order.sort((a, b) => Number(a.row?.stale ?? true) - Number(b.row?.stale ?? true));
  for (const { id, row } of order) {
    const name = nameOf('list', id);
    if (!row) {
      const lost = contents.differences.absent.has(name) && !contents.differences.strays.has(name);
      trouble.push({ kind: lost ? 'record-missing' : 'record-damaged', id });
      continue;
    }
    const ids = new Set<string>();
    for (const entry of row.value as AppPassword[]) {
      // A stale shelf may name entries that were deleted, or moved, since.
      if (!contents.promised.has(nameOf('secret', entry.id)) || contents.entries.has(entry.id)) continue;
      contents.entries.set(entry.id, { entry: Object.freeze(entry), shelf: id });
      ids.add(entry.id);
      if (row.stale) contents.warnings.push({ kind: 'record-replaced', id: entry.id, label: entry.label });
    }
    contents.shelves.set(id, ids);
    if (row.stale) trouble.push({ kind: 'record-replaced', id });
  }
  return trouble;
}

/** Names the entries of lost shelves from the copies beside their secrets. */
async function recoverOrphans(contents: Contents, keys: VaultKeys, store: Store, trouble: Warning[]) {
  if (trouble.length === 0 && contents.promised.size === contents.entries.size + contents.shelves.size)
    return;
  const openSecret = openRows(keys, contents.header.vaultId, store.readRecord);
  const worst = trouble.find(({ kind }) => kind === 'record-damaged') ?? trouble[0];
  let found = 0;
  for (const name of contents.promised.keys()) {
    if (!name.startsWith('secret/')) continue;
    const id = name.slice('secret/'.length);
    if (contents.entries.has(id)) continue;
    const row = await openPromised(contents, name, openSecret);
    if (!row || row.stale) continue;
    const { copy } = row.value as SecretRecord;
    contents.entries.set(id, { entry: Object.freeze(completeCopy(id, copy)) });
    contents.warnings.push({ kind: worst?.kind ?? 'record-missing', id, label: copy.label });
    found++;
  }
  if (found === 0) contents.warnings.push(...trouble.filter(({ kind }) => kind !== 'record-replaced'));
}

function warnOfRows({ differences, entries, promised, warnings }: Contents): void {
  const push = (kind: Warning['kind'], id: string) => {
    const label = entries.get(id)?.entry.label;
    warnings.push({ kind, id, ...(label !== undefined && { label }) });
  };
  for (const name of differences.absent) {
    if (!name.startsWith('secret/')) continue;
    push(differences.strays.has(name) ? 'record-replaced' : 'record-missing', name.slice('secret/'.length));
  }
  for (const name of differences.strays.keys()) {
    if (promised.has(name) && differences.absent.has(name)) continue;
    push('record-unknown', name.slice(name.indexOf('/') + 1));
  }
  for (const key of differences.foreign) push('record-unknown', key);
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
    const revision = (bytes instanceof Uint8Array ? readRevision(bytes) : undefined) ?? place.revision;
    const value = await open(keys.records, { vaultId, kind, id, revision }, bytes);
    const fits = kind === 'list' ? Array.isArray(value) : SecretRecord.safeParse(value).success;
    if (!fits) throw new AppError('vault-corrupt', 'the record holds something else');
    return { value, revision };
  };
}

/** Starts to open all shelves before anybody knows which of them are promised. */
function openEarly(keys: VaultKeys, vaultId: string, { listKeys, lists }: Snapshot): RowOpener {
  const bytes = new Map(listKeys.map((key, i) => [key, lists[i]]));
  const openOne = openRows(keys, vaultId, async (key) => bytes.get(key));
  const opened = new Map(listKeys.map((key) => [key, openOne(key)]));
  // Whoever asks for a row that does not open hears of it then.
  for (const row of opened.values()) row.catch(() => undefined);
  return async (key) => opened.get(key);
}

/**
 * Opens the row of a promised record; where only another revision of it is stored, that one, as `stale`.
 * `undefined`, and noted in `contents.damaged`, when it does not open.
 */
export async function openPromised(
  contents: Contents,
  name: string,
  openRow: RowOpener,
): Promise<Opened | undefined> {
  const promised = contents.promised.get(name) ?? 0;
  const absent = contents.differences.absent.has(name);
  const revision = absent ? Math.max(...(contents.differences.strays.get(name) ?? [-1])) : promised;
  if (revision < 0) return undefined;
  const key = keyOf(name, revision);
  try {
    const row = await openRow(key);
    return row && { value: row.value, stale: row.revision !== promised };
  } catch (error) {
    if (codeOf(error) !== 'vault-corrupt') throw error;
    contents.damaged.add(key);
    return undefined;
  }
}

function completeCopy(id: string, copy: SecretRecord['copy']): AppPassword {
  return {
    id,
    ...copy,
    client: '',
    device: '',
    protocols: [],
    notes: '',
    tags: [],
    secretChanged: copy.created,
    status: 'active',
    custody: 'vault',
  };
}
