/** The IndexedDB database: rows in, rows out. Knows nothing of keys; every commit is flushed to disk. */
import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import { AppError } from '../errors';
import type { Bytes } from './crypto';

const VERSION = 1;

/** A capture at rest. All but `sealed` and `answer` is in clear and proves nothing. */
export interface InboxRow {
  id: string;
  /** ms since 1970, of this machine's clock. */
  received: number;
  state: 'waiting' | 'kept';
  sealed: Bytes;
  answer?: Bytes;
}

interface Schema extends DBSchema {
  /** `header`, `counter`, `manifest`. */
  meta: { key: string; value: unknown };
  /** By `kind/id/revision`. */
  records: { key: string; value: Bytes };
  inbox: { key: string; value: InboxRow };
  /** Bytes that did not open, moved here when their place was needed. */
  damaged: { key: string; value: Bytes };
}

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

const stores = ['meta', 'records', 'inbox', 'damaged'] as const;
type Table = (typeof stores)[number];
type Work<T> = (
  table: <N extends Table>(name: N) => IDBPObjectStore<Schema, Table[], N, 'readwrite'>,
) => Promise<T>;
const LISTS = () => IDBKeyRange.bound('list/', 'list0', false, true);
const SECRETS = () => IDBKeyRange.bound('secret/', 'secret0', false, true);

/** Opens the database when it is first used. All functions throw AppError `vault-too-new`, `vault-blocked`. */
export function connectStore(name: string): Store {
  let connection: Promise<IDBPDatabase<Schema>> | undefined;

  function connect(): Promise<IDBPDatabase<Schema>> {
    if (connection) return connection;
    const forget = () => {
      if (connection === opening) connection = undefined;
    };
    const opening: Promise<IDBPDatabase<Schema>> = new Promise((resolve, reject) => {
      const request = openDB<Schema>(name, VERSION, {
        upgrade(database) {
          for (const store of stores) database.createObjectStore(store);
        },
        blocked: () => reject(new AppError('vault-blocked', 'an older version holds the database')),
        // A later version, or an erasing page, must not wait for us.
        blocking: (_current, _next, event) => {
          forget();
          (event.target as IDBDatabase).close();
        },
        terminated: forget,
      });
      request.then(resolve, reject);
    });
    connection = opening;
    opening.catch(forget);
    return opening;
  }

  function close(): void {
    connection?.then(
      (database) => database.close(),
      () => undefined,
    );
    connection = undefined;
  }

  async function run<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    const opened = connect();
    try {
      return await work(await opened);
    } catch (error) {
      // Closed under us by `blocking` between opening and use: nothing has been written yet.
      const closed = error instanceof Error && error.name === 'InvalidStateError' && connection !== opened;
      if (closed) return work(await connect());
      throw nameError(error);
    }
  }

  async function write<T>(names: Table[], work: Work<T>): Promise<T> {
    return run(async (database) => {
      const transaction = database.transaction(names, 'readwrite', { durability: 'strict' });
      const done = watch(transaction).done;
      try {
        const result = await work((store) => transaction.objectStore(store));
        await done;
        return result;
      } catch (error) {
        try {
          transaction.abort();
        } catch {
          // It has already ended by itself.
        }
        throw transaction.error ?? error;
      }
    });
  }

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
        const first = [
          ask(() => meta.get('header')),
          ask(() => meta.get('counter')),
          ask(() => meta.get('manifest')),
        ] as const;
        const shelves = [ask(() => records.getAllKeys(LISTS())), ask(() => records.getAll(LISTS()))] as const;
        const keys = ask(() => records.getAllKeys()).catch((error) => {
          throw nameError(error);
        });
        // Somebody who stops at the header waits for no keys.
        keys.catch(() => undefined);
        const [header, counter, manifest, listKeys, lists] = await Promise.all([...first, ...shelves]);
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
        close();
        await new Promise<void>((resolve, reject) => {
          const blocked = () => reject(new AppError('vault-blocked', 'another page holds the database'));
          deleteDB(name, { blocked }).then(resolve, reject);
        });
      }
    },

    close,
  };
}

function begin(database: IDBPDatabase<Schema>, tables: Table[]) {
  return watch(database.transaction(tables));
}

/** The end of a transaction is a promise that nobody may be waiting for when it fails: a failed request says it first. */
function watch<T extends { done: Promise<void> }>(transaction: T): T {
  transaction.done.catch(() => undefined);
  return transaction;
}

/** Makes a request that throws at once reject instead, so that those started beside it stay awaited. */
async function ask<T>(request: () => Promise<T>): Promise<T> {
  return request();
}

function idOf(header: unknown): string | undefined {
  if (typeof header !== 'object' || header === null || !('vaultId' in header)) return undefined;
  return typeof header.vaultId === 'string' ? header.vaultId : undefined;
}

/** Gives the browser's own failures their names here; the rest pass as they are. */
function nameError(error: unknown): unknown {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return new AppError('vault-full', 'no room left', { cause: error });
  if (name === 'VersionError') {
    return new AppError('vault-too-new', 'a later version made the database', { cause: error });
  }
  return error;
}
