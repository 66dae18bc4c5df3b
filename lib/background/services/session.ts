import { fromBase64, toBase64 } from '../../base64';
import { browser } from '../../browser';
import { AppError } from '../../errors';
import type { LockState } from '../../messaging/needs';
import type { OpenVault, Vault } from '../../vault/vault';

const KEY = 'session';
export const LOCK_ALARM = 'lock';
/** How much (ms) of the time may pass before a use is written down: being that much early is exact enough. */
const COARSE = 60_000;

interface Held {
  /** The 32-byte vault key, base64. */
  key: string;
  /** When it was used last (ms): what is left of the time is counted from here, at every use. */
  at: number;
}

/**
 * The unlocked state: the vault key in `storage.session` (memory, own pages and the worker only) with the instant of its
 * last use. The worker may die at any time; the key outlives it, never the browser. It is locked when more time has
 * passed than is allowed, by whichever clock says more, and when the clock stands before the last use.
 */
export interface Session {
  /**
   * The open vault, whose time until it locks starts again.
   * @throws AppError `vault-locked` when there is no key or its time is over.
   */
  use(): Promise<OpenVault>;
  /** The open vault, whose time does not start again: for work without the user; `undefined` while locked. */
  peek(): Promise<OpenVault | undefined>;
  /** When it locks by itself (ms), or `undefined` while it is locked. */
  locksAt(): Promise<number | undefined>;
  /**
   * Opens the vault; a key that is still being made may be given as a promise.
   * @param key wiped
   * @throws AppError `vault-locked` when it was locked since it was called, and as the key's promise and `Vault.open`
   */
  unlock(key: Uint8Array | Promise<Uint8Array>): Promise<OpenVault>;
  lock(): Promise<void>;
  /**
   * Runs what changes the vault's key. Callers that want to use the vault meanwhile wait for the end of it, and then
   * use what it leaves; another change, too.
   * @param work gets the open vault, whose time starts again
   * @throws as `use`, and what `work` throws
   */
  change<T>(work: (open: OpenVault) => Promise<T>): Promise<T>;
  /** Locks when the time is over, else sets the alarm for when it is; the alarm is only a poke. */
  check(): Promise<void>;
}

/** What else belongs to a session. */
export interface Beside {
  /** Milliseconds since the worker began, by a clock that cannot be set. */
  steady?: () => number;
  /** Comes before anything else may use a vault that was just unlocked. */
  opening?: (open: OpenVault) => Promise<void>;
}

/**
 * @param minutes how long it stays unlocked without use
 * @param now milliseconds since 1970, by a clock that people and time servers set
 * @param locked forgets all else that may not outlive the key
 */
export function createSession(
  vault: Vault,
  minutes: () => Promise<number>,
  now: () => number,
  locked: () => Promise<void>,
  { steady = () => performance.now(), opening = async () => undefined }: Beside = {},
): Session {
  let current: { key: string; vault: OpenVault } | undefined;
  /** All that were opened since the last lock; two at once may open one each. */
  const opened = new Set<OpenVault>();
  /** The end of the change of the key that is under way. */
  let changed: Promise<unknown> = Promise.resolve();
  // Counts locks, so that work which began before a lock never opens anything after it.
  let locks = 0;
  /** Where the steady clock stood, or would have stood, at the last use. */
  let mark: number | undefined;

  /** How long (ms) ago it was used, by the clock that says more; infinite when the clock was set back behind that. */
  function findAge({ at }: Held): number {
    const age = now() - at;
    if (!(age >= 0)) return Number.POSITIVE_INFINITY;
    mark ??= steady() - age;
    return Math.max(age, steady() - mark);
  }

  /** What is held, and how long (ms) it still holds; locks when it does not. */
  async function held(): Promise<(Held & { age: number; limit: number }) | undefined> {
    const seen = locks;
    const [stored, limit] = await Promise.all([browser.storage.session.get(KEY), findLimit()]);
    const found = stored[KEY] as Held | undefined;
    if (found === undefined || locks !== seen) return undefined;
    const age = findAge(found);
    if (age < limit) return { ...found, age, limit };
    await lock();
    return undefined;
  }

  function lockTime({ age, limit }: { age: number; limit: number }): number {
    return now() + Math.round(limit - age);
  }

  async function findLimit(): Promise<number> {
    return (await minutes()) * 60_000;
  }

  /** @throws AppError `vault-locked` when it was locked since it had been locked `seen` times */
  function compare(seen: number): void {
    if (locks !== seen) throw new AppError('vault-locked', 'locked meanwhile');
  }

  /** Writes down that the key is used now. @throws AppError `vault-locked`, see `compare` */
  async function hold(key: string, seen: number): Promise<void> {
    const limit = await findLimit();
    // Nothing comes between the comparison and the writing: a lock after it takes away what is written here.
    compare(seen);
    const at = now();
    mark = steady();
    await Promise.all([
      browser.storage.session.set({ [KEY]: { key, at } satisfies Held }),
      browser.alarms.create(LOCK_ALARM, { when: at + limit + 1_000 }),
    ]);
    compare(seen);
  }

  async function lock(): Promise<void> {
    locks += 1;
    current = undefined;
    for (const open of opened) open.close();
    opened.clear();
    await Promise.all([browser.storage.session.remove(KEY), locked(), browser.alarms.clear(LOCK_ALARM)]);
  }

  /** @param seen how often it had been locked before. @throws AppError `vault-locked`, see `compare` */
  async function openWith(key: string, seen: number): Promise<OpenVault> {
    if (current?.key === key) return current.vault;
    const bytes = fromBase64(key);
    const open = await vault.open(bytes).finally(() => bytes.fill(0));
    if (locks !== seen) open.close();
    compare(seen);
    opened.add(open);
    current = { key, vault: open };
    return open;
  }

  /** @param seen how often it had been locked before. @throws AppError `vault-locked`, see `compare` */
  async function useNow(seen: number): Promise<OpenVault> {
    const found = await held();
    if (found === undefined) throw new AppError('vault-locked', 'no key in the session');
    const open = await openWith(found.key, seen);
    // The machine may have slept while it was opened: then the time is over, and does not start again.
    if (findAge(found) >= found.limit) await lock();
    compare(seen);
    if (found.age >= Math.min(COARSE, found.limit / 10)) await hold(found.key, seen);
    return open;
  }

  return {
    async peek() {
      const seen = locks;
      await changed;
      const found = await held();
      if (found === undefined) return undefined;
      const open = await openWith(found.key, seen);
      // The machine may have slept while it was opened.
      return findAge(found) < found.limit ? open : undefined;
    },
    async use() {
      const seen = locks;
      await changed;
      return useNow(seen);
    },
    change(work) {
      const seen = locks;
      const done = changed.then(async () => work(await useNow(seen)));
      changed = done.catch(() => undefined);
      return done;
    },
    async locksAt() {
      const found = await held();
      return found && lockTime(found);
    },
    async unlock(given) {
      const seen = locks;
      const key = await given;
      const text = toBase64(key);
      key.fill(0);
      compare(seen);
      const open = await openWith(text, seen);
      try {
        await opening(open);
        await hold(text, seen);
      } catch (error) {
        // Half unlocked would be open for all code that holds the vault.
        await lock();
        throw error;
      }
      return open;
    },
    lock,
    async check() {
      const seen = locks;
      const found = await held();
      if (found === undefined || locks !== seen) return;
      // The time may have become shorter, or the clock another one.
      await browser.alarms.create(LOCK_ALARM, { when: lockTime(found) + 1_000 });
    },
  };
}

/** How the vault stands; one that cannot be read is there, and locked. */
export async function findLockState(session: Session, vault: Vault): Promise<LockState> {
  if ((await session.locksAt()) !== undefined) return 'open';
  const { exists } = await vault.status().catch(() => ({ exists: true }));
  return exists ? 'locked' : 'unmade';
}
