import { browser } from '../browser';
import { AppError } from '../errors';
import type { OpenVault, Vault } from '../vault/vault';

const KEY = 'session';
export const LOCK_ALARM = 'lock';

interface Held {
  /** The 32-byte vault key, base64. */
  key: string;
  /** Unlocked until this instant (ms); compared at every use. */
  deadline: number;
}

/**
 * The unlocked state: the vault key in `storage.session` (memory, own pages and the worker only) with a
 * deadline. The worker may die at any time; the key outlives it, never the browser.
 */
export interface Session {
  /**
   * The open vault, with the deadline moved on.
   * @throws AppError `vault-locked` when there is no key or its deadline has passed.
   */
  use(): Promise<OpenVault>;
  /** The open vault without moving the deadline on, for work that nobody asked for; `undefined` while locked. */
  peek(): Promise<OpenVault | undefined>;
  /** When it locks by itself (ms), or `undefined` while it is locked. */
  locksAt(): Promise<number | undefined>;
  unlock(key: Uint8Array): Promise<OpenVault>;
  lock(): Promise<void>;
  /** Locks when the deadline has passed; for the alarm, which is only a poke. */
  check(): Promise<void>;
}

/**
 * @param minutes how long it stays unlocked without use
 * @param locked forgets whatever else may not outlive the key
 */
export function createSession(
  vault: Vault,
  minutes: () => Promise<number>,
  now: () => number,
  locked: () => Promise<void>,
): Session {
  let open: { key: string; vault: OpenVault } | undefined;
  // Counts locks, so that a use that began before a lock never writes the key back after it.
  let locks = 0;

  async function held(): Promise<Held | undefined> {
    const stored = (await browser.storage.session.get(KEY)) as { [KEY]?: Held };
    const found = stored[KEY];
    if (found === undefined) {
      open = undefined;
      return undefined;
    }
    if (now() < found.deadline) return found;
    await lock();
    return undefined;
  }

  async function hold(key: string): Promise<void> {
    const limit = (await minutes()) * 60_000;
    const deadline = now() + limit;
    await browser.storage.session.set({ [KEY]: { key, deadline } satisfies Held });
    await browser.alarms.create(LOCK_ALARM, { when: deadline + 1_000 });
  }

  async function lock(): Promise<void> {
    locks += 1;
    open?.vault.close();
    open = undefined;
    await browser.storage.session.remove(KEY);
    await locked();
    await browser.alarms.clear(LOCK_ALARM);
  }

  async function openWith(key: string): Promise<OpenVault> {
    if (open?.key !== key) open = { key, vault: await vault.open(decode(key)) };
    return open.vault;
  }

  return {
    async peek() {
      const found = await held();
      const seen = locks;
      if (found === undefined) return undefined;
      const opened = await openWith(found.key);
      return locks === seen && now() < found.deadline ? opened : undefined;
    },
    async use() {
      const found = await held();
      const seen = locks;
      if (found === undefined) throw new AppError('vault-locked', 'no key in the session');
      const opened = await openWith(found.key);
      // Written rarely: a deadline that is a minute early is exact enough.
      const limit = (await minutes()) * 60_000;
      const left = found.deadline - now();
      // The machine may have slept since the deadline was compared: then it is over, and not to be moved on.
      const over = left <= 0;
      if (!over && (left < limit - 60_000 || left > limit)) await hold(found.key);
      if (over || locks !== seen) {
        await lock();
        throw new AppError('vault-locked', 'locked meanwhile');
      }
      return opened;
    },
    async locksAt() {
      return (await held())?.deadline;
    },
    async unlock(key) {
      const opened = await vault.open(key);
      const text = encode(key);
      key.fill(0);
      await hold(text);
      open = { key: text, vault: opened };
      return opened;
    },
    lock,
    async check() {
      await held();
    },
  };
}

function encode(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function decode(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
