/** What an unlocked vault holds: read once, checked against the manifest, then kept in step with every write. */
import * as z from 'zod/mini';
import { AppError } from '../errors';
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
  type RecordKind,
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

/** A row that opened: `stale` when it is authentic but not of the promised revision. */
interface Opened {
  value: unknown;
  stale: boolean;
}

/** @throws AppError `vault-missing`, `vault-too-new`, `vault-corrupt` (the header), `vault-wrong-passphrase` (the key) */
export async function loadContents(store: Store, keys: VaultKeys, publicKey: string): Promise<Contents> {
  const snapshot = await store.readSnapshot();
  const header = readHeader(snapshot.header);
  if (!header) throw new AppError('vault-missing', 'there is no vault');
  const { manifest, counter } = await readManifest(keys, header.vaultId, snapshot);
  const warnings: Warning[] = [];
  if (!manifest) warnings.push({ kind: 'manifest-damaged' });
  if (manifest && manifest.header !== digestHeader(header)) {
    warnings.push({ kind: 'record-replaced', id: 'header' });
  }
  if (header.publicKey !== publicKey) warnings.push({ kind: 'public-key-replaced' });

  const sound = manifest !== undefined && manifest.keys === snapshot.keys.join('\n');
  const ours = snapshot.keys.filter((key) => sound || readKey(key));
  const promised = readPromised(manifest ? manifest.keys.split('\n') : ours);
  const differences: Differences = sound
    ? { absent: new Set(), strays: new Map(), foreign: [] }
    : compareRows(snapshot.keys, promised);

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
  const trouble = await readShelves(contents, keys, snapshot);
  await recoverOrphans(contents, keys, store, trouble);
  // Nothing that this key opens, and not the public key that belongs to it: it is another vault's key.
  if (!manifest && header.publicKey !== publicKey && contents.entries.size === 0) {
    throw new AppError('vault-wrong-passphrase', 'the key does not fit this vault');
  }
  warnOfRows(contents);
  return contents;
}

async function readManifest(keys: VaultKeys, vaultId: string, { manifest, keys: rows }: Snapshot) {
  const claimed = manifest instanceof Uint8Array ? (readRevision(manifest) ?? 0) : 0;
  const opened = await openManifest(keys.manifest, vaultId, claimed, manifest).catch(() => undefined);
  if (opened) return { manifest: opened, counter: claimed };
  const revisions = rows.map((key) => readKey(key)?.revision ?? 0).filter((revision) => revision < 2 ** 31);
  return { manifest: undefined, counter: revisions.reduce((most, next) => Math.max(most, next), 0) };
}

/** Opens all shelves; answers which kinds of trouble were met. */
async function readShelves(contents: Contents, keys: VaultKeys, snapshot: Snapshot) {
  const trouble: Warning[] = [];
  const rows = new Map(snapshot.listKeys.map((key, i) => [key, snapshot.lists[i]]));
  const names = [...contents.promised.keys()].filter((name) => name.startsWith('list/'));
  const opened = await Promise.all(
    names.map((name) => openPromised(contents, keys, name, async (key) => rows.get(key))),
  );
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
  const worst = trouble.find(({ kind }) => kind === 'record-damaged') ?? trouble[0];
  let found = 0;
  for (const name of contents.promised.keys()) {
    if (!name.startsWith('secret/')) continue;
    const id = name.slice('secret/'.length);
    if (contents.entries.has(id)) continue;
    const row = await openPromised(contents, keys, name, store.readRecord);
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

/**
 * Opens the row of a promised record; where only another revision of it is stored, that one, as `stale`.
 * `undefined`, and noted in `contents.damaged`, when it does not open.
 */
export async function openPromised(
  contents: Contents,
  keys: VaultKeys,
  name: string,
  read: (key: string) => Promise<unknown>,
): Promise<Opened | undefined> {
  const kind: RecordKind = name.startsWith('list/') ? 'list' : 'secret';
  const promised = contents.promised.get(name) ?? 0;
  const absent = contents.differences.absent.has(name);
  const revision = absent ? Math.max(...(contents.differences.strays.get(name) ?? [-1])) : promised;
  if (revision < 0) return undefined;
  const key = keyOf(name, revision);
  const bytes = await read(key);
  if (bytes === undefined) return undefined;
  const id = name.slice(kind.length + 1);
  const claimed = bytes instanceof Uint8Array ? (readRevision(bytes) ?? revision) : revision;
  try {
    const place = { vaultId: contents.header.vaultId, kind, id, revision: claimed };
    const value = await open(keys.records, place, bytes);
    const fits = kind === 'list' ? Array.isArray(value) : SecretRecord.safeParse(value).success;
    if (!fits) throw new AppError('vault-corrupt', 'the record holds something else');
    return { value, stale: claimed !== promised };
  } catch {
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
