/** The IndexedDB database: rows in, rows out. Knows nothing of keys; every commit is flushed to disk. */
import { AppError } from '../errors';
import type { Bytes } from './crypto';
import { ask, begin, connectDatabase, type InboxRow, stores } from './database';

export type { InboxRow } from './database';

/** What the unlocked vault reads in one transaction; `listKeys` and `lists` run in parallel. */
export interface Snapshot {
  header: unknown;
  counter: unknown;
  manifest: unknown;
  /** Comes last: the lists can be worked on while the database still goes through its keys. */
  keys: Promise<string[]>;
  listKeys: string[];
  lists: unknown[];
}

/** One all-or-nothing change. */
export interface Change {
  /** Both are compared inside the transaction; `undefined` means that there is none. */
  expect: { vaultId: string | undefined; counter: unknown; capture?: string };
  header?: object;
  counter: number;
  manifest: Bytes;
  put: ReadonlyMap<string, Bytes>;
  remove: readonly string[];
  /** Keys among `remove`, and `manifest`, whose bytes are kept under `damaged`. */
  setAside: readonly string[];
}

export interface Store {
  readMeta(): Promise<{ header: unknown; counter: unknown }>;
  readSnapshot(): Promise<Snapshot>;
  readRecord(key: string): Promise<unknown>;
  /** All secret records. Keys and values run in parallel. */
  readSecrets(): Promise<{ keys: string[]; values: unknown[] }>;
  readDamaged(): Promise<{ key: string; bytes: unknown }[]>;
  readInbox(): Promise<InboxRow[]>;
  /** @returns false, and nothing is written, when `expect` does not hold. @throws AppError `vault-full` */
  commit(change: Change): Promise<boolean>;
  /**
   * Reads, changes and writes one inbox row in one transaction. `edit` answers the new row, `undefined` for none,
   * or the same object to leave it.
   * @throws AppError `vault-missing` when `vaultId` is not this vault's, `vault-full`, and whatever `edit` throws
   */
  editCapture(
    id: string,
    edit: (row: InboxRow | undefined) => InboxRow | undefined,
    vaultId?: string,
  ): Promise<void>;
  /** Deletes inbox rows that `match`; answers how many. */
  sweepInbox(match: (row: InboxRow) => boolean): Promise<number>;
  /** Deletes everything, also a database of a later version. @throws AppError `vault-blocked` */
  erase(): Promise<void>;
  close(): void;
}

const LISTS = () => IDBKeyRange.bound('list/', 'list0', false, true);
const SECRETS = () => IDBKeyRange.bound('secret/', 'secret0', false, true);

/** Opens the database when it is first used. All functions throw AppError `vault-too-new`, `vault-blocked`. */
export function connectStore(name: string): Store {
  const { run, write, drop, close } = connectDatabase(name);

  return {
    readMeta: () =>
      run(async (database) => {
        const meta = begin(database, ['meta']).objectStore('meta');
        const [header, counter] = await Promise.all([
          ask(() => meta.get('header')),
          ask(() => meta.get('counter')),
        ]);
        return { header, counter };
      }),

    readSnapshot: () =>
      run(async (database) => {
        const transaction = begin(database, ['meta', 'records']);
        const meta = transaction.objectStore('meta');
        const records = transaction.objectStore('records');
        const first = Promise.all([
          ask(() => meta.get('header')),
          ask(() => meta.get('counter')),
          ask(() => meta.get('manifest')),
          ask(() => records.getAllKeys(LISTS())),
          ask(() => records.getAll(LISTS())),
        ]);
        const keys = ask(() => records.getAllKeys());
        // Who stops at the header waits for no keys.
        keys.catch(() => undefined);
        const [header, counter, manifest, listKeys, lists] = await first;
        return { header, counter, manifest, keys, listKeys, lists };
      }),

    readRecord: (key) => run((database) => begin(database, ['records']).objectStore('records').get(key)),

    readSecrets: () =>
      run(async (database) => {
        const records = begin(database, ['records']).objectStore('records');
        const [keys, values] = await Promise.all([
          ask(() => records.getAllKeys(SECRETS())),
          ask(() => records.getAll(SECRETS())),
        ]);
        return { keys, values };
      }),

    readDamaged: () =>
      run(async (database) => {
        const store = begin(database, ['damaged']).objectStore('damaged');
        const [keys, values] = await Promise.all([ask(() => store.getAllKeys()), ask(() => store.getAll())]);
        return keys.map((key, i) => ({ key, bytes: values[i] }));
      }),

    readInbox: () => run((database) => begin(database, ['inbox']).objectStore('inbox').getAll()),

    commit: (change) =>
      write(['meta', 'records', 'inbox', 'damaged'], async (store) => {
        const [header, counter] = await Promise.all([
          ask(() => store('meta').get('header')),
          ask(() => store('meta').get('counter')),
        ]);
        if (idOf(header) !== change.expect.vaultId || counter !== change.expect.counter) return false;
        const { capture } = change.expect;
        if (capture !== undefined) {
          if ((await store('inbox').get(capture)) === undefined) return false;
          await store('inbox').delete(capture);
        }
        for (const key of change.setAside) {
          const bytes = key === 'manifest' ? await store('meta').get(key) : await store('records').get(key);
          if (bytes instanceof Uint8Array) {
            await store('damaged').put(new Uint8Array(bytes), `${key}@${change.counter}`);
          }
        }
        await Promise.all([
          ...change.remove.map((key) => ask(() => store('records').delete(key))),
          ...[...change.put].map(([key, bytes]) => ask(() => store('records').put(bytes, key))),
          ...(change.header ? [ask(() => store('meta').put(change.header, 'header'))] : []),
          ask(() => store('meta').put(change.counter, 'counter')),
          ask(() => store('meta').put(change.manifest, 'manifest')),
        ]);
        return true;
      }),

    editCapture: (id, edit, vaultId) =>
      write(['meta', 'inbox'], async (store) => {
        if (vaultId !== undefined && idOf(await store('meta').get('header')) !== vaultId) {
          throw new AppError('vault-missing', 'the vault was erased meanwhile');
        }
        const row = await store('inbox').get(id);
        const next = edit(row);
        if (next === row) return;
        if (next) await store('inbox').put(next, id);
        else await store('inbox').delete(id);
      }),

    sweepInbox: (match) =>
      write(['inbox'], async (store) => {
        const [keys, rows] = await Promise.all([
          ask(() => store('inbox').getAllKeys()),
          ask(() => store('inbox').getAll()),
        ]);
        const old = keys.filter((_key, i) => rows[i] !== undefined && match(rows[i]));
        await Promise.all(old.map((key) => ask(() => store('inbox').delete(key))));
        return old.length;
      }),

    async erase() {
      try {
        await write([...stores], async (store) => {
          await Promise.all(stores.map((name) => ask(() => store(name).clear())));
        });
      } catch {
        // Cannot be opened or written (a later version, a damaged or full disk): drop it whole.
        await drop();
      }
    },

    close,
  };
}

function idOf(header: unknown): string | undefined {
  if (typeof header !== 'object' || header === null || !('vaultId' in header)) return undefined;
  return typeof header.vaultId === 'string' ? header.vaultId : undefined;
}
