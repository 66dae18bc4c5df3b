/** The sealed list of every record there is, with its revision: what makes deletion, replacement and addition show. */
import * as z from 'zod/mini';
import { AppError } from '../errors';
import type { Bytes } from './crypto';
import { open, seal } from './envelope';

export type RecordKind = 'list' | 'secret';

/** Revision by `kind/id`. A revision is the manifest's counter at the time of writing, so none is ever used twice. */
export type Expected = Map<string, number>;

/** What the manifest says besides which records there are; all of it may be absent. */
export const Memo = z.object({
  /** Faults that were found and repaired, until the user has confirmed them. */
  notes: z.optional(
    z.array(z.object({ kind: z.string(), id: z.optional(z.string()), label: z.optional(z.string()) })),
  ),
  /** A rollback counter was signed for this vault: from then on one that is missing or not signed is not ours. */
  witnessed: z.optional(z.literal(true)),
  /** The vault has looked for what revisions driven too high had hidden, and put it back. */
  rescued: z.optional(z.literal(true)),
  /** How often what is kept outside under a name was changed: an older version of it does not count. */
  serials: z.optional(z.array(z.object({ name: z.string(), serial: z.number() }))),
  /** What notes kept outside the vault said when its key was changed: the notes themselves open no longer. */
  moved: z.optional(z.array(z.object({ name: z.string(), value: z.unknown() }))),
});
export type Memo = z.infer<typeof Memo>;

const Payload = z.extend(Memo, { keys: z.string(), header: z.string() });

export interface Manifest {
  /** Row keys, sorted and joined by line feeds. */
  keys: string;
  /** Digest of the header that was stored with it. */
  header: string;
  memo: Memo;
}

/** Name of a record (`kind/id`), and its row key with the revision. */
export function nameOf(kind: RecordKind, id: string): string {
  return `${kind}/${id}`;
}
export function keyOf(name: string, revision: number): string {
  return `${name}/${revision}`;
}

/** Splits a row key; `undefined` when it is not one of ours. Early versions let revisions grow up to 16 digits. */
export function readKey(
  key: unknown,
): { name: string; kind: RecordKind; id: string; revision: number } | undefined {
  if (typeof key !== 'string') return undefined;
  const match = /^((list|secret)\/([A-Za-z0-9_-]{8,64}))\/(0|[1-9][0-9]{0,15})$/.exec(key);
  if (match === null) return undefined;
  const [, name, kind, id, digits] = match as unknown as [string, string, RecordKind, string, string];
  const revision = Number(digits);
  // Digits that a number cannot hold were never one of our revisions.
  return String(revision) === digits ? { name, kind, id, revision } : undefined;
}

/** @param header digest of the header that is stored with it. */
export function sealManifest(
  key: CryptoKey,
  place: { vaultId: string; counter: number },
  expected: Expected,
  header: string,
  memo: Memo,
): Promise<Bytes> {
  const keys = Array.from(expected, ([name, revision]) => keyOf(name, revision))
    .sort()
    .join('\n');
  return seal(key, placeOf(place.vaultId, place.counter), { ...memo, keys, header });
}

/** @throws AppError `vault-corrupt` */
export async function openManifest(
  key: CryptoKey,
  vaultId: string,
  counter: number,
  stored: unknown,
): Promise<Manifest> {
  const payload = Payload.safeParse(await open(key, placeOf(vaultId, counter), stored));
  if (!payload.success) throw new AppError('vault-corrupt', 'the manifest is not one');
  const { keys, header, ...memo } = payload.data;
  return { keys, header, memo };
}

/** Reads sorted row keys; where a record has several revisions, the last one counts. */
export function readExpected(keys: Iterable<string>): Expected {
  const expected: Expected = new Map();
  for (const key of keys) {
    const slash = key.lastIndexOf('/');
    const name = key.slice(0, slash);
    const revision = Number(key.slice(slash + 1));
    if (slash > 0 && revision >= (expected.get(name) ?? 0)) expected.set(name, revision);
  }
  return expected;
}

/** Where the stored rows differ from what was expected. */
export interface Differences {
  /** Names with no row of the expected revision. */
  absent: Set<string>;
  /** Unexpected revisions, by name. */
  unexpected: Map<string, number[]>;
  /** Row keys that are not ours at all; they need not be texts. */
  unknownKeys: IDBValidKey[];
}

export function compareRows(keys: readonly IDBValidKey[], expected: Expected): Differences {
  const differences: Differences = {
    absent: new Set(expected.keys()),
    unexpected: new Map(),
    unknownKeys: [],
  };
  for (const key of keys) {
    const row = readKey(key);
    if (!row) differences.unknownKeys.push(key);
    else if (expected.get(row.name) === row.revision) differences.absent.delete(row.name);
    else {
      const others = differences.unexpected.get(row.name);
      if (others) others.push(row.revision);
      else differences.unexpected.set(row.name, [row.revision]);
    }
  }
  return differences;
}

function placeOf(vaultId: string, counter: number) {
  return { vaultId, kind: 'manifest', id: 'manifest', revision: counter } as const;
}
