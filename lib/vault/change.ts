/** From what should change to the bytes of one commit, and, once it is written, to the contents in memory. */
import { AppError } from '../errors';
import { AppPassword } from '../model';
import type { Contents, SecretRecord } from './contents';
import type { Bytes } from './crypto';
import { randomId } from './crypto';
import { seal } from './envelope';
import { digestHeader, type Header } from './header';
import type { VaultKeys } from './keys';
import { keyOf, nameOf, sealManifest } from './manifest';
import type { Change } from './store';

/** Most entries that share one sealed list record. */
export const SHELF_SIZE = 64;

/** What should change; entries and secrets are new or replace those of the same id. */
export interface Plan<T> {
  entries?: readonly AppPassword[];
  secrets?: ReadonlyMap<string, string>;
  remove?: readonly string[];
  /** Names of records that are no longer promised. */
  forget?: readonly string[];
  /** Keys of rows that nobody promised, to be set aside. */
  sweep?: readonly string[];
  header?: Header;
  /** Inbox row that this change uses up. */
  capture?: string;
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
 * @throws AppError `bug` when an entry does not fit the model
 */
export async function prepareChange(
  contents: Contents,
  keys: VaultKeys,
  plan: Plan<unknown>,
  floor: number,
): Promise<Prepared> {
  const { vaultId } = contents.header;
  const counter = Math.max(contents.counter, floor) + 1;
  const header = plan.header ?? contents.header;
  const removed = new Set(plan.remove);
  const entries = new Map((plan.entries ?? []).map((entry) => [entry.id, checkEntry(entry)]));
  const shelves = placeEntries(contents, entries, removed);

  const promised = new Map(contents.promised);
  const put = new Map<string, Bytes>();
  const drop: string[] = [];
  const setAside: string[] = contents.manifestDamaged ? ['manifest'] : [];
  const dropRows = (name: string) => {
    const revisions = [...(contents.differences.strays.get(name) ?? []), contents.promised.get(name)];
    for (const revision of revisions) {
      if (revision === undefined) continue;
      const key = keyOf(name, revision);
      drop.push(key);
      if (contents.damaged.has(key)) setAside.push(key);
    }
  };
  const write = (name: string, bytes: Bytes) => {
    dropRows(name);
    promised.set(name, counter);
    put.set(keyOf(name, counter), bytes);
  };

  for (const [id, ids] of shelves) {
    const name = nameOf('list', id);
    if (ids.size === 0) {
      dropRows(name);
      promised.delete(name);
      continue;
    }
    const content = [...ids].map((entryId) => entries.get(entryId) ?? contents.entries.get(entryId)?.entry);
    write(name, await seal(keys.records, { vaultId, kind: 'list', id, revision: counter }, content));
  }
  for (const [id, secret] of plan.secrets ?? []) {
    const entry = entries.get(id) ?? contents.entries.get(id)?.entry;
    if (!entry) throw new AppError('bug', 'a secret without an entry');
    const { provider, site, label, account, created } = entry;
    const record: SecretRecord = { secret, copy: { provider, site, label, account, created } };
    const place = { vaultId, kind: 'secret', id, revision: counter } as const;
    write(nameOf('secret', id), await seal(keys.records, place, record));
  }
  for (const id of removed) {
    dropRows(nameOf('secret', id));
    promised.delete(nameOf('secret', id));
  }
  for (const name of plan.forget ?? []) {
    dropRows(name);
    promised.delete(name);
  }
  drop.push(...(plan.sweep ?? []));
  setAside.push(...(plan.sweep ?? []));

  const manifest = await sealManifest(keys.manifest, vaultId, counter, promised, digestHeader(header));
  return {
    change: {
      expect: {
        vaultId,
        counter: contents.storedCounter,
        ...(plan.capture !== undefined && { capture: plan.capture }),
      },
      ...(plan.header && { header: plan.header }),
      counter,
      manifest,
      put,
      remove: drop,
      setAside,
    },
    apply() {
      for (const [id, ids] of shelves) {
        if (ids.size === 0) contents.shelves.delete(id);
        else contents.shelves.set(id, ids);
        for (const entryId of ids) {
          const entry = entries.get(entryId) ?? contents.entries.get(entryId)?.entry;
          if (entry) contents.entries.set(entryId, { entry: Object.freeze(entry), shelf: id });
        }
      }
      for (const id of removed) contents.entries.delete(id);
      Object.assign(contents, { header, counter, storedCounter: counter, promised, manifestDamaged: false });
    },
  };
}

/** The shelves that change, with the ids they will hold. Entries stay where they are; others go where there is room. */
function placeEntries(
  contents: Contents,
  entries: ReadonlyMap<string, AppPassword>,
  removed: ReadonlySet<string>,
): Map<string, Set<string>> {
  const touched = new Map<string, Set<string>>();
  const touch = (id: string) => {
    const ids = touched.get(id) ?? new Set(contents.shelves.get(id));
    touched.set(id, ids);
    return ids;
  };
  for (const id of removed) {
    const shelf = contents.entries.get(id)?.shelf;
    if (shelf !== undefined) touch(shelf).delete(id);
  }
  const homeless: string[] = [];
  for (const id of entries.keys()) {
    const shelf = contents.entries.get(id)?.shelf;
    if (shelf === undefined) homeless.push(id);
    else touch(shelf);
  }
  if (homeless.length === 0) return touched;
  const roomy = [...contents.shelves.keys()].filter((id) => sizeOf(id) < SHELF_SIZE);
  function sizeOf(id: string): number {
    return (touched.get(id) ?? contents.shelves.get(id))?.size ?? 0;
  }
  let shelf = roomy.pop() ?? randomId();
  for (const id of homeless) {
    while (sizeOf(shelf) >= SHELF_SIZE) shelf = roomy.pop() ?? randomId();
    touch(shelf).add(id);
  }
  return touched;
}

/** A copy that memory and disk agree on: what JSON would drop is dropped now. */
function checkEntry(entry: AppPassword): AppPassword {
  if (!AppPassword.safeParse(entry).success) throw new AppError('bug', 'the entry does not fit the model');
  return JSON.parse(JSON.stringify(entry)) as AppPassword;
}
