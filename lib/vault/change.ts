/** Turns a plan into the bytes of one commit and, once that is written, brings the contents in memory up to date. */
import { SECRET } from '../bounds';
import { AppError } from '../errors';
import { AppPassword } from '../model';
import type { Contents } from './contents';
import type { Bytes } from './crypto';
import { randomId } from './crypto';
import { MOST_REVISION, seal } from './envelope';
import { digestHeader, type Header } from './header';
import type { VaultKeys } from './keys';
import { keyOf, type Memo, nameOf, sealManifest } from './manifest';
import { proveReadable } from './proof';
import type { SecretRecord } from './rows';
import type { Change, InboxRow } from './store';

/** Most entries that share one sealed list record. */
export const BUCKET_SIZE = 64;

/** What should change; entries and secrets are new or replace those of the same id. */
export interface Plan<T> {
  entries?: readonly AppPassword[];
  secrets?: ReadonlyMap<string, string>;
  remove?: readonly string[];
  /** Names of records that are no longer expected. */
  forget?: readonly string[];
  /** Keys of unexpected rows, to be set aside. */
  sweep?: readonly IDBValidKey[];
  header?: Header;
  /** Inbox row that this change uses up. */
  capture?: string;
  /** Rows of the inbox to be written. */
  inbox?: readonly InboxRow[];
  /** Ids of rows of the inbox that are set aside. */
  clear?: readonly string[];
  /** What the manifest is to say besides; the rest stays. */
  memo?: Memo;
  /** Keys of set-aside bytes that are in the vault again. */
  unneeded?: readonly string[];
  result: T;
}

export interface Prepared {
  change: Change;
  /** Brings the contents in memory to what was committed. Call it only then, and only when there were no warnings. */
  apply(): void;
}

/**
 * Seals a plan. The commit's counter is also the revision of every record it writes.
 * @param floor counter that was seen elsewhere; the new one is above it
 * @throws AppError `bug` when an entry does not fit the model, `vault-unreadable` when it could not be opened again
 */
export async function prepareChange(
  contents: Contents,
  keys: VaultKeys,
  plan: Plan<unknown>,
  floor: number,
): Promise<Prepared> {
  const counter = nextCounter(contents, floor);
  const memo = { ...contents.memo, ...plan.memo };
  const header = plan.header ?? contents.header;
  const removed = new Set(plan.remove);
  const entries = new Map((plan.entries ?? []).map((entry) => [entry.id, checkEntry(entry)]));
  const buckets = placeEntries(contents, entries, removed);
  const entryOf = (id: string) => entries.get(id) ?? contents.entries.get(id)?.entry;

  const rows = collectRows(contents, keys, counter);
  for (const [id, ids] of buckets) {
    if (ids.size === 0) rows.forget(nameOf('list', id));
    else await rows.write('list', id, [...ids].map(entryOf));
  }
  for (const [id, secret] of plan.secrets ?? []) {
    await rows.write('secret', id, makeRecord(entryOf(id), secret));
  }
  for (const id of removed) rows.forget(nameOf('secret', id));
  for (const name of plan.forget ?? []) rows.forget(name);
  for (const key of plan.sweep ?? []) rows.sweep(key);

  const { vaultId } = contents.header;
  const { expected, put, values, drop, setAside } = rows;
  const change: Change = {
    expect: {
      vaultId,
      counter: contents.storedCounter,
      ...(plan.capture !== undefined && { capture: plan.capture }),
    },
    header,
    counter,
    manifest: await sealManifest(keys.manifest, { vaultId, counter }, expected, digestHeader(header), memo),
    put,
    remove: drop,
    setAside,
    ...(plan.inbox && { inbox: plan.inbox }),
    ...(plan.clear && { clear: plan.clear }),
    ...(plan.unneeded && { forget: plan.unneeded }),
  };
  await proveReadable(keys, change, expected, memo, values);
  return {
    change,
    apply() {
      for (const [id, ids] of buckets) {
        if (ids.size === 0) contents.buckets.delete(id);
        else contents.buckets.set(id, ids);
        for (const entryId of ids) {
          const entry = entryOf(entryId);
          if (entry) contents.entries.set(entryId, { entry: Object.freeze(entry), bucket: id });
        }
      }
      for (const id of removed) contents.entries.delete(id);
      const written = { header, counter, storedCounter: counter, expected, memo };
      Object.assign(contents, { ...written, manifestDamaged: false, needsRepair: false });
    },
  };
}

/** @throws AppError `bug` for a secret that no entry has, or that is too long */
function makeRecord(entry: AppPassword | undefined, secret: string): SecretRecord {
  if (!entry) throw new AppError('bug', 'a secret without an entry');
  // Longer than a backup takes, it would keep everything else out of one.
  if (secret.length > SECRET) throw new AppError('bug', 'the secret does not fit the model');
  const { provider, site, label, account, created } = entry;
  return { secret, copy: { provider, site, label, account, created } };
}

/** What one commit puts, drops and sets aside, and what is expected after it. */
function collectRows(contents: Contents, keys: VaultKeys, counter: number) {
  const { vaultId } = contents.header;
  const expected = new Map(contents.expected);
  const put = new Map<string, Bytes>();
  const values = new Map<string, unknown>();
  const drop: IDBValidKey[] = [];
  const setAside: IDBValidKey[] = contents.manifestDamaged ? ['manifest'] : [];
  const dropRows = (name: string) => {
    const revisions = [...(contents.differences.unexpected.get(name) ?? []), contents.expected.get(name)];
    for (const revision of revisions) {
      if (revision === undefined) continue;
      const key = keyOf(name, revision);
      drop.push(key);
      if (contents.damaged.has(key)) setAside.push(key);
    }
  };
  return {
    ...{ expected, put, values, drop, setAside },
    /** Seals a record in the place of the one of its name. */
    async write(kind: 'list' | 'secret', id: string, value: unknown): Promise<void> {
      const name = nameOf(kind, id);
      const bytes = await seal(keys.records, { vaultId, kind, id, revision: counter }, value);
      dropRows(name);
      expected.set(name, counter);
      put.set(keyOf(name, counter), bytes);
      values.set(keyOf(name, counter), value);
    },
    /** Drops all records of a name, which is no longer expected. */
    forget(name: string): void {
      dropRows(name);
      expected.delete(name);
    },
    /** Drops a row that was not expected, and sets it aside. */
    sweep(key: IDBValidKey): void {
      drop.push(key);
      setAside.push(key);
    },
  };
}

/** No honest counter comes near this; an early version may have been driven beyond it. */
const HIGHEST_HONEST = 2 ** 30;
/** Far more than an honest counter can be above the highest revision that is still stored. */
const LEAP = 2 ** 20;

/** Above everything that was seen; where that is out of bounds, above every honest revision. */
function nextCounter(contents: Contents, floor: number): number {
  const next = Math.max(contents.counter, floor) + 1;
  if (next <= MOST_REVISION) return next;
  const unexpected = [...contents.differences.unexpected.values()].flat();
  const honest = [...contents.expected.values(), ...unexpected].filter(
    (revision) => revision <= HIGHEST_HONEST,
  );
  return honest.reduce((most, revision) => Math.max(most, revision), 0) + LEAP;
}

/** The buckets that change, with the ids they will hold. Entries stay where they are; others go where there is room. */
function placeEntries(
  contents: Contents,
  entries: ReadonlyMap<string, AppPassword>,
  removed: ReadonlySet<string>,
): Map<string, Set<string>> {
  const touched = new Map<string, Set<string>>();
  const touch = (id: string) => {
    const ids = touched.get(id) ?? new Set(contents.buckets.get(id));
    touched.set(id, ids);
    return ids;
  };
  for (const id of removed) {
    const bucket = contents.entries.get(id)?.bucket;
    if (bucket !== undefined) touch(bucket).delete(id);
  }
  const unplaced: string[] = [];
  for (const id of entries.keys()) {
    const bucket = contents.entries.get(id)?.bucket;
    if (bucket === undefined) unplaced.push(id);
    else touch(bucket);
  }
  if (unplaced.length === 0) return touched;
  const withRoom = [...contents.buckets.keys()].filter((id) => sizeOf(id) < BUCKET_SIZE);
  function sizeOf(id: string): number {
    return (touched.get(id) ?? contents.buckets.get(id))?.size ?? 0;
  }
  let bucket = withRoom.pop() ?? randomId();
  for (const id of unplaced) {
    while (sizeOf(bucket) >= BUCKET_SIZE) bucket = withRoom.pop() ?? randomId();
    touch(bucket).add(id);
  }
  return touched;
}

/** A copy that memory and disk agree on: what JSON would drop is dropped now. */
function checkEntry(entry: AppPassword): AppPassword {
  if (!AppPassword.safeParse(entry).success) throw new AppError('bug', 'the entry does not fit the model');
  return JSON.parse(JSON.stringify(entry)) as AppPassword;
}
