/** The contents in memory, in step with the database: read again when another page wrote, written commit by commit. */
import { toBase64url } from '../base64';
import { AppError } from '../errors';
import type { Warning } from '../model';
import { type Plan, prepareChange } from './change';
import { type Contents, loadContents } from './contents';
import type { RollbackCounter } from './contract';
import type { VaultKeys } from './keys';
import { keepRollbackCounter, type Reported } from './rollback-counter';
import { type Change, isOf, type Snapshot, type Store } from './store';

const MOST_TRIES = 50;
/** Most notes kept, so that there is always room for them; faults beyond these are found again at the next opening. */
const MOST_NOTES = 1_000;
/** Faults that the next commit repairs: kept as notes, so that the warnings stay until the user has seen them. */
const healing: ReadonlySet<Warning['kind']> = new Set([
  'manifest-damaged',
  'public-key-replaced',
  'header-mended',
]);

export interface Ledger {
  readonly vaultId: string;
  /** @throws AppError `vault-missing`, `vault-locked` */
  read(): Promise<Contents>;
  /**
   * Runs one after the other here; another page's write is noticed inside the transaction, and this one tried again.
   * @throws AppError `vault-missing`, `vault-locked`, `vault-full`, `vault-blocked`, `vault-unreadable`
   */
  write<T>(plan: (contents: Contents) => Promise<Plan<T>>): Promise<T>;
  /**
   * As `write`, for the commit that makes it another vault: nothing can be read or written here afterwards.
   * @param make also gets what is to be kept as notes
   */
  leave(make: (contents: Contents, notes: Warning[]) => Promise<Change>): Promise<void>;
  /** All faults that were found and that the user has not confirmed. */
  warnings(contents: Contents): Warning[];
  /** Keeps what is wrong with secrets as notes, instead of what was before; without room for it nothing is kept. */
  noteSecrets(found: readonly Warning[]): Promise<void>;
  /** Drops the notes of warnings that the user has confirmed. */
  confirm(seen: readonly Pick<Warning, 'kind' | 'id'>[]): Promise<void>;
  /** Whether it is still open. @throws AppError `vault-locked` */
  checkOpen(): void;
  close(): void;
}

/** @throws as `loadContents` */
export async function openLedger(
  store: Store,
  keys: VaultKeys,
  rollbackCounter: RollbackCounter | undefined,
  snapshot?: Snapshot,
): Promise<Ledger> {
  const publicKey = toBase64url(keys.publicKey);
  let contents: Contents | undefined = await loadContents(store, keys, publicKey, snapshot);
  const { vaultId } = contents.header;
  const book = keepRollbackCounter(rollbackCounter, keys, vaultId);
  /** Found at opening, where there was no room to write it down. */
  let unwritten: Warning[] = [];
  let signed = false;
  let closed = false;
  let queue: Promise<unknown> = Promise.resolve();

  function checkOpen(): void {
    if (closed) throw new AppError('vault-locked', 'the vault was closed');
  }

  async function read(): Promise<Contents> {
    checkOpen();
    const stored = await store.readMeta();
    if (!isOf(stored, vaultId)) throw new AppError('vault-missing', 'the vault was erased');
    // We did not write a counter that is not the manifest's: it says nothing about what is new.
    const isKnown = contents?.storedCounter === stored.counter && contents?.counter === stored.counter;
    if (!contents || !isKnown) contents = await loadContents(store, keys, publicKey);
    return contents;
  }

  /** One by one, each tried until no other page writes meanwhile. `attempt` answers `undefined` to try again. */
  function enqueue<T>(attempt: (current: Contents) => Promise<{ result: T } | undefined>): Promise<T> {
    const run = async (): Promise<T> => {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const done = await attempt(await read());
        if (done) return done.result;
        contents = undefined;
      }
      throw new AppError('vault-blocked', 'others keep changing the vault');
    };
    const done = queue.then(run, run);
    queue = done.catch(() => undefined);
    return done;
  }

  async function write<T>(plan: (contents: Contents) => Promise<Plan<T>>): Promise<T> {
    return enqueue(async (current) => {
      const planned = await plan(current);
      const seen = await book.read(current);
      const fresh = findFresh(current, seen);
      const isNews = fresh.length > 0 || current.needsRepair || (signed && !current.memo.witnessed);
      if (isEmpty(planned) && !isNews) {
        signed = await report(current.counter);
        return { result: planned.result };
      }
      const before = (planned.memo?.notes ?? current.memo.notes ?? []) as Warning[];
      const repaired = new Set([...(planned.secrets?.keys() ?? []), ...(planned.remove ?? [])]);
      const kept = before.filter((note) => !isOfSecret(note) || !repaired.has(note.id ?? ''));
      const notes = [...kept, ...fresh].slice(-MOST_NOTES);
      const memo = {
        ...planned.memo,
        ...(notes.length + before.length > 0 && { notes }),
        ...(signed && { witnessed: true as const }),
      };
      const prepared = await prepareChange(current, keys, { ...planned, memo }, seen.counter);
      if (!(await store.commit(prepared.change))) return undefined;
      // Where something was wrong, reading again says what still is.
      if (current.warnings.length > 0) contents = undefined;
      else prepared.apply();
      signed = await report(prepared.change.counter);
      return { result: planned.result };
    });
  }

  // The write it reports is done; a rollback counter that cannot be written only makes a later rollback harder to see.
  async function report(counter: number): Promise<boolean> {
    return (await book.write(counter)) || signed;
  }

  const ledger: Ledger = {
    vaultId,
    read,
    write,
    checkOpen,
    leave: (make) =>
      enqueue(async (current) => {
        const fresh = findFresh(current, await book.read(current));
        const change = await make(current, [...readNotes(current), ...fresh]);
        // Sealing takes long enough for a lock to come in between.
        checkOpen();
        return (await store.commit(change)) ? { result: undefined } : undefined;
      }),
    warnings: (current) => distinct([...unwritten, ...readNotes(current), ...current.warnings]),
    async noteSecrets(all) {
      const found = all.slice(0, MOST_NOTES / 2);
      const noting = write(async (current) => {
        const notes = readNotes(current);
        const names = new Set(found.map(nameOf));
        const others = notes.filter((note) => !isOfSecret(note));
        const same =
          notes.length === others.length + names.size &&
          notes.every((note) => !isOfSecret(note) || names.has(nameOf(note)));
        return same ? { result: undefined } : { memo: { notes: [...others, ...found] }, result: undefined };
      });
      await noting.catch(() => undefined);
    },
    async confirm(confirmed) {
      const isSeen = (warning: Pick<Warning, 'kind' | 'id'>) =>
        confirmed.some((other) => nameOf(other) === nameOf(warning));
      unwritten = unwritten.filter((warning) => !isSeen(warning));
      await write(async (current) => {
        const notes = readNotes(current);
        const rest = notes.filter((note) => !isSeen(note));
        return rest.length === notes.length
          ? { result: undefined }
          : { memo: { notes: rest }, result: undefined };
      });
    },
    close() {
      closed = true;
      contents = undefined;
    },
  };

  try {
    const settle = async () => ({ result: undefined });
    await write(settle);
    // A rollback counter is signed now, and from now on one without a signature is not ours.
    if (signed && !contents?.memo.witnessed) await write(settle);
  } catch {
    // The vault opens also when there is no room for a note.
    const current = await read();
    unwritten = findFresh(current, await book.read(current));
  }
  return ledger;
}

/** The faults that were found now and are not among the notes. */
function findFresh(contents: Contents, seen: Reported): Warning[] {
  const found = contents.warnings.filter(({ kind, id }) => id === 'header' || healing.has(kind));
  if (contents.counter < seen.counter) found.push({ kind: 'rolled-back' });
  if (seen.wrong) found.push({ kind: seen.wrong });
  const known = new Set(readNotes(contents).map(nameOf));
  return found.filter((warning) => !known.has(nameOf(warning)));
}

/** Whether it is of an entry's secret, and ends with another secret or with the entry. */
function isOfSecret({ kind, id }: Pick<Warning, 'kind' | 'id'>): boolean {
  return (kind === 'record-damaged' || kind === 'record-replaced') && id !== 'header';
}

function readNotes({ memo }: Contents): Warning[] {
  return (memo.notes ?? []) as Warning[];
}

function nameOf({ kind, id }: Pick<Warning, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

function distinct(warnings: readonly Warning[]): Warning[] {
  return [...new Map(warnings.map((warning) => [nameOf(warning), warning])).values()];
}

function isEmpty({ result: _, ...changes }: Plan<unknown>): boolean {
  return Object.keys(changes).length === 0;
}
