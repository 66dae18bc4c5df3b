/** The IndexedDB database: rows in, rows out. Knows nothing of keys; every commit is flushed to disk. */
import { AppError } from '../errors';
import type { Bytes } from './crypto';
import { ask, begin, connectDatabase, type InboxRow, stores } from './database';
import type { StoredHeaders } from './header';

export type { InboxRow } from './database';

/** What the unlocked vault reads in one transaction; `listKeys` and `lists` run in parallel. */
export interface Snapshot extends StoredHeaders {
  counter: number | undefined;
  manifest: unknown;
  /** Resolves last: the lists can be opened while the database still goes through its keys. */
  keys: Promise<IDBValidKey[]>;
  listKeys: string[];
  lists: unknown[];
}

/** One all-or-nothing change. */
export interface Change {
  /**
   * All is compared inside the transaction. No `vaultId` means that there is no vault, no `counter` that none can be
   * read; `inbox` are all of its rows.
   */
  expect: {
    vaultId: string | undefined;
    counter: number | undefined;
    capture?: string;
    inbox?: readonly InboxRow[];
  };
  /** Written to both copies, so that a damaged one is repaired. */
  header: object;
  counter: number;
  manifest: Bytes;
  put: ReadonlyMap<string, Bytes>;
  remove: readonly IDBValidKey[];
  /** Keys among `remove`, and `manifest`, whose bytes are kept under `damaged`. */
  setAside: readonly IDBValidKey[];
  /** Every record that is not among `put` is deleted. */
  afresh?: true;
  /** Rows of the inbox to be written. */
  inbox?: readonly InboxRow[];
  /** Ids of rows of the inbox that go, their bytes kept under `damaged`. */
  clear?: readonly string[];
  /** Keys of `damaged` whose bytes are not needed any more. */
  forget?: readonly string[];
}

export interface Store {
  readMeta(): Promise<StoredHeaders & { counter: number | undefined }>;
  readSnapshot(): Promise<Snapshot>;
  readRecord(key: IDBValidKey): Promise<unknown>;
  /** All secret records. Keys and values run in parallel. */
  readSecrets(): Promise<{ keys: string[]; values: unknown[] }>;
  readDamaged(): Promise<{ key: string; bytes: unknown }[]>;
  readInbox(): Promise<InboxRow[]>;
  readCapture(id: string): Promise<InboxRow | undefined>;
  /** @returns false, and nothing is written, when `expect` does not hold. @throws AppError `vault-full` */
  commit(change: Change): Promise<boolean>;
  /**
   * Reads, changes and writes one inbox row in one transaction. `edit` answers the new row, `undefined` for none,
   * or the same object to leave it.
   * @throws AppError `vault-missing` when `vaultId` is not this vault's, `vault-full`, and what `edit` throws
   */
  editCapture(
    id: string,
    edit: (row: InboxRow | undefined) => InboxRow | undefined,
    vaultId?: string,
  ): Promise<void>;
  /** Deletes inbox rows that `match`, and those whose key is no text; answers how many matched. */
  sweepInbox(match: (row: InboxRow) => boolean): Promise<number>;
  /** Deletes everything, also a database of a later version. @throws AppError `vault-blocked` */
  erase(): Promise<void>;
  close(): void;
}

/** Between two texts there are texts alone. */
const LISTS = () => IDBKeyRange.bound('list/', 'list0', false, true);
const SECRETS = () => IDBKeyRange.bound('secret/', 'secret0', false, true);

/** Opens the database when it is first used. All functions throw AppError `vault-too-new`, `vault-blocked`. */
export function connectStore(name: string): Store {
  const { run, write, drop, close } = connectDatabase(name);

  return {
    readMeta: () =>
      run((database) => {
        const meta = begin(database, ['meta']).objectStore('meta');
        return readMeta((key) => meta.get(key));
      }),

    readSnapshot: () =>
      run(async (database) => {
        const transaction = begin(database, ['meta', 'records']);
        const meta = transaction.objectStore('meta');
        const records = transaction.objectStore('records');
        const first = Promise.all([
          readMeta((key) => meta.get(key)),
          ask(() => meta.get('manifest')),
          ask(() => records.getAllKeys(LISTS()) as Promise<string[]>),
          ask(() => records.getAll(LISTS())),
        ]);
        const keys = ask(() => records.getAllKeys());
        // A reader that stops at the header waits for no keys.
        keys.catch(() => undefined);
        const [stored, manifest, listKeys, lists] = await first;
        return { ...stored, manifest, keys, listKeys, lists };
      }),

    readRecord: (key) => run((database) => begin(database, ['records']).objectStore('records').get(key)),

    readSecrets: () =>
      run(async (database) => {
        const records = begin(database, ['records']).objectStore('records');
        const [keys, values] = await Promise.all([
          ask(() => records.getAllKeys(SECRETS()) as Promise<string[]>),
          ask(() => records.getAll(SECRETS())),
        ]);
        return { keys, values };
      }),

    readDamaged: () =>
      run(async (database) => {
        const store = begin(database, ['damaged']).objectStore('damaged');
        const [keys, values] = await Promise.all([ask(() => store.getAllKeys()), ask(() => store.getAll())]);
        return keys.flatMap((key, i) => (isText(key) ? [{ key, bytes: values[i] }] : []));
      }),

    readInbox: () => run((database) => readInbox(begin(database, ['inbox']).objectStore('inbox'))),

    readCapture: (id) =>
      run(async (database) => {
        const stored = await begin(database, ['inbox']).objectStore('inbox').get(id);
        return stored && nameRow(stored, id);
      }),

    commit: (change) =>
      write(['meta', 'records', 'inbox', 'damaged'], async (store) => {
        const { expect } = change;
        const stored = await readMeta((key) => store('meta').get(key));
        if (!isOf(stored, expect.vaultId) || stored.counter !== expect.counter) return false;
        if (expect.inbox && !isSameInbox(await readInbox(store('inbox')), expect.inbox)) return false;
        if (expect.capture !== undefined) {
          if ((await store('inbox').get(expect.capture)) === undefined) return false;
          await store('inbox').delete(expect.capture);
        }
        for (const key of change.setAside) {
          const bytes = key === 'manifest' ? await store('meta').get(key) : await store('records').get(key);
          if (bytes instanceof Uint8Array) {
            await store('damaged').put(new Uint8Array(bytes), `${nameKey(key)}@${change.counter}`);
          }
        }
        for (const id of change.clear ?? []) {
          const bytes = nameRow(await store('inbox').get(id), id).sealed;
          if (bytes.length > 0) await store('damaged').put(bytes, `capture/${id}@${change.counter}`);
          await store('inbox').delete(id);
        }
        if (change.afresh) await store('records').clear();
        await Promise.all([
          ...change.remove.map((key) => ask(() => store('records').delete(key))),
          ...[...change.put].map(([key, bytes]) => ask(() => store('records').put(bytes, key))),
          ...(change.inbox ?? []).map((row) => ask(() => store('inbox').put(row, row.id))),
          ...(change.forget ?? []).map((key) => ask(() => store('damaged').delete(key))),
          ask(() => store('meta').put(change.header, 'header')),
          ask(() => store('meta').put(change.header, 'header-copy')),
          ask(() => store('meta').put(change.counter, 'counter')),
          ask(() => store('meta').put(change.manifest, 'manifest')),
        ]);
        return true;
      }),

    editCapture: (id, edit, vaultId) =>
      write(['meta', 'inbox'], async (store) => {
        if (vaultId !== undefined) {
          const stored = await readMeta((key) => store('meta').get(key));
          if (!isOf(stored, vaultId)) throw new AppError('vault-missing', 'the vault was erased meanwhile');
        }
        const stored = await store('inbox').get(id);
        const row = stored && nameRow(stored, id);
        const next = edit(row);
        if (next === row) return;
        if (next) await store('inbox').put(next, id);
        else await store('inbox').delete(id);
      }),

    sweepInbox: (match) =>
      write(['inbox'], async (store) => {
        const old = (await readInbox(store('inbox'))).filter(match);
        const unknownKeys = (await store('inbox').getAllKeys()).filter((key) => !isText(key));
        const all = [...old.map(({ id }) => id), ...unknownKeys];
        await Promise.all(all.map((key) => ask(() => store('inbox').delete(key))));
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

type Meta = (key: string) => Promise<unknown>;

async function readMeta(get: Meta): Promise<StoredHeaders & { counter: number | undefined }> {
  const [header, headerCopy, counter] = await Promise.all(
    ['header', 'header-copy', 'counter'].map((key) => ask(() => get(key))),
  );
  // Any other stored value equals nothing, not even itself.
  return { header, headerCopy, counter: Number.isSafeInteger(counter) ? (counter as number) : undefined };
}

/** Whether a vault is stored that has this id in one of its headers; for no id, whether there is none. */
export function isOf({ header, headerCopy }: StoredHeaders, vaultId: string | undefined): boolean {
  if (vaultId === undefined) return header === undefined && headerCopy === undefined;
  return idOf(header) === vaultId || idOf(headerCopy) === vaultId;
}

function idOf(header: unknown): unknown {
  return typeof header === 'object' && header !== null && 'vaultId' in header ? header.vaultId : undefined;
}

async function readInbox(inbox: {
  getAllKeys(): Promise<IDBValidKey[]>;
  getAll(): Promise<unknown[]>;
}): Promise<InboxRow[]> {
  const [keys, rows] = await Promise.all([ask(() => inbox.getAllKeys()), ask(() => inbox.getAll())]);
  return keys.flatMap((key, i) => (isText(key) ? [nameRow(rows[i], key)] : []));
}

/** A row key of any kind as a text: one that is none becomes `foreign/`, so that it never reads like ours. */
export function nameKey(key: IDBValidKey): string {
  return typeof key === 'string' ? key : `foreign/${String(key)}`;
}

/** Every key of ours is a text; one that is not may read like one, and leads to nothing by that. */
function isText(key: IDBValidKey): key is string {
  return typeof key === 'string';
}

/** Takes the row's key as its id, whichever id the row itself has, and of its contents only what one of ours has. */
function nameRow(stored: unknown, id: string): InboxRow {
  const row = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const bytes = (name: string) => (row[name] instanceof Uint8Array ? new Uint8Array(row[name]) : undefined);
  const { received } = row;
  const [answer, other, otherAnswer] = ['answer', 'other', 'otherAnswer'].map(bytes);
  return {
    id,
    // A row without a valid time counts as the oldest, and expires first.
    received: typeof received === 'number' && Number.isFinite(received) ? received : 0,
    state: row['state'] === 'kept' ? 'kept' : 'waiting',
    sealed: bytes('sealed') ?? new Uint8Array(0),
    ...(answer && { answer }),
    ...(other && { other }),
    ...(otherAnswer && { otherAnswer }),
  };
}

function isSameInbox(a: readonly InboxRow[], b: readonly InboxRow[]): boolean {
  const print = ({ id, state, sealed, answer }: InboxRow) =>
    [id, state, sealed, answer ?? '-'].map((part) => JSON.stringify(String(part))).join();
  const printAll = (rows: readonly InboxRow[]) => rows.map(print).sort().join('\n');
  return printAll(a) === printAll(b);
}
