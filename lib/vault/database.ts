/** The IndexedDB connection: opened when first used, every write flushed to disk, the browser's failures named. */
import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import { AppError } from '../errors';
import type { Bytes } from './crypto';

const VERSION = 1;

/** A capture at rest. All but what is sealed is in clear and proves nothing. */
export interface InboxRow {
  id: string;
  /** ms since 1970, of this machine's clock. */
  received: number;
  state: 'waiting' | 'kept';
  sealed: Bytes;
  answer?: Bytes;
  /** The same once more, where the two stored headers differed when it was sealed. */
  other?: Bytes;
  otherAnswer?: Bytes;
}

export interface Schema extends DBSchema {
  /** `header`, `counter`, `manifest`. */
  meta: { key: string; value: unknown };
  /** By `kind/id/revision`. */
  records: { key: IDBValidKey; value: Bytes };
  inbox: { key: IDBValidKey; value: InboxRow };
  /** Bytes that did not open, moved here when their place was needed. */
  damaged: { key: string; value: Bytes };
}

export const stores = ['meta', 'records', 'inbox', 'damaged'] as const;
export type Table = (typeof stores)[number];
type Work<T> = (
  table: <N extends Table>(name: N) => IDBPObjectStore<Schema, Table[], N, 'readwrite'>,
) => Promise<T>;

/** All functions throw AppError `vault-too-new`, `vault-blocked`, and `vault-full` when they write. */
export interface Connection {
  run<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T>;
  /** Runs one transaction that is on disk when it resolves; nothing is written when `work` throws. */
  write<T>(names: Table[], work: Work<T>): Promise<T>;
  /** Deletes the database as a whole, also one of a later version. */
  drop(): Promise<void>;
  close(): void;
}

export function connectDatabase(name: string): Connection {
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
    run,
    write,
    async drop() {
      close();
      await new Promise<void>((resolve, reject) => {
        const blocked = () => reject(new AppError('vault-blocked', 'another page holds the database'));
        deleteDB(name, { blocked }).then(resolve, reject);
      });
    },
    close,
  };
}

/** Starts a transaction that reads. */
export function begin(database: IDBPDatabase<Schema>, tables: Table[]) {
  return watch(database.transaction(tables));
}

/** Marks the end of a transaction as handled: a failed request rejects first, and then no caller awaits the end. */
function watch<T extends { done: Promise<void> }>(transaction: T): T {
  transaction.done.catch(() => undefined);
  return transaction;
}

/** Makes a request that throws at once reject instead, so that those started beside it stay awaited. */
export async function ask<T>(request: () => Promise<T>): Promise<T> {
  return request();
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
