import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../lib/errors';
import type { Capabilities, HostEntry, Stored, Verified } from '../../lib/managers/native-host/protocol';

/** Where entries are filed in stores that have folders. */
export const FOLDER = 'App passwords';

/** Name of the attribute, line or field that holds the id of an entry. */
export const ID = 'spare-key-id';

/**
 * Milliseconds for looking, for opening the store to write to, for writing, and for reading back, for which a store may
 * ask its owner.
 */
export const LIMITS = { look: 8_000, open: 10_000, write: 20_000, read: 30_000 } as const;

/** One password manager that the host can write to. */
export interface Store {
  /** Name as people know it. */
  readonly name: string;
  /** The store's state; asks the user nothing and takes 17 s at most. Never throws an `AppError`. */
  look(): Promise<Capabilities>;
  /**
   * Adds an entry unless one with its id is there. Changes nothing that exists.
   * @throws AppError `bridge-*`; `bridge-unknown-outcome` when it may have been written
   */
  store(entry: HostEntry): Promise<Stored>;
  /** Compares what is stored with a secret. @throws AppError `bridge-*`, `message-invalid` for a pointer that is none */
  verify(pointer: string, secret: string): Promise<Verified>;
}

/** Compares without telling by its duration where two secrets differ. */
export function compareSecrets(held: string, given: string): Verified {
  const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest();
  return { finding: timingSafeEqual(digest(held), digest(given)) ? 'equal' : 'different' };
}

/** What an entry says besides label, account, address, notes and secret, as names and values; without empty ones. */
export function listFields(entry: HostEntry): [name: string, value: string][] {
  const { provider, site, client, device, protocols, created, review = '', tags, id } = entry;
  const all = { provider, site, client, device, protocols, tags: tags.join(', '), created, review, [ID]: id };
  return Object.entries(all).filter(([, value]) => value !== '');
}

/** The error for a store in this state; `undefined` when it is ready. */
export function explainState({ state }: Capabilities): AppError | undefined {
  if (state === 'ready') return undefined;
  const codes = {
    absent: 'bridge-not-installed',
    silent: 'bridge-silent',
    locked: 'bridge-locked',
    unchecked: 'bridge-unchecked',
    broken: 'bridge-failed',
  } as const;
  return new AppError(codes[state], `the store is ${state}`);
}

/** For an error while writing: when time ran out, it is not known how far the program got. */
export function doubt(error: unknown): never {
  if (error instanceof AppError && error.code === 'bridge-timeout') {
    throw new AppError('bridge-unknown-outcome', 'writing took too long', { cause: error });
  }
  throw error;
}

/** For an error while reading back: `undefined` when the program or its owner did not answer in time. */
export function excuse(error: unknown): undefined {
  if (error instanceof AppError && error.code === 'bridge-timeout') return undefined;
  throw error;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON of a program; `undefined` for anything else. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
