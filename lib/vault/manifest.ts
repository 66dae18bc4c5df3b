/** The sealed list of every record there is, with its revision: what makes deletion, replacement and addition show. */
import * as z from 'zod/mini';
import { AppError } from '../errors';
import type { Bytes } from './crypto';
import { open, seal } from './envelope';

export type RecordKind = 'list' | 'secret';

/** Revision by `kind/id`. A revision is the manifest's counter at the time of writing, so none is ever used twice. */
export type Promised = Map<string, number>;

const Payload = z.object({ keys: z.string(), header: z.string() });

/** Name of a record (`kind/id`), and its row key with the revision. */
export function nameOf(kind: RecordKind, id: string): string {
  return `${kind}/${id}`;
}
export function keyOf(name: string, revision: number): string {
  return `${name}/${revision}`;
}

/** Splits a row key; `undefined` when it is not one of ours. */
export function readKey(
  key: unknown,
): { name: string; kind: RecordKind; id: string; revision: number } | undefined {
  const match = /^((list|secret)\/([A-Za-z0-9_-]{8,64}))\/(0|[1-9][0-9]{0,9})$/.exec(String(key));
  const [, name, kind, id, revision] = match ?? [];
  if (!name || !id || (kind !== 'list' && kind !== 'secret')) return undefined;
  return { name, kind, id, revision: Number(revision) };
}

/** @param header digest of the header that is stored with it. */
export function sealManifest(
  key: CryptoKey,
  vaultId: string,
  counter: number,
  promised: Promised,
  header: string,
): Promise<Bytes> {
  const keys = Array.from(promised, ([name, revision]) => keyOf(name, revision))
    .sort()
    .join('\n');
  return seal(key, placeOf(vaultId, counter), { keys, header });
}

/** @returns row keys, sorted and joined by line feeds. @throws AppError `vault-corrupt` */
export async function openManifest(
  key: CryptoKey,
  vaultId: string,
  counter: number,
  stored: unknown,
): Promise<{ keys: string; header: string }> {
  const payload = Payload.safeParse(await open(key, placeOf(vaultId, counter), stored));
  if (!payload.success) throw new AppError('vault-corrupt', 'the manifest is not one');
  return payload.data;
}

/** Reads sorted row keys; where a record has several revisions, the last one counts. */
export function readPromised(keys: Iterable<string>): Promised {
  const promised: Promised = new Map();
  for (const key of keys) {
    const slash = key.lastIndexOf('/');
    const name = key.slice(0, slash);
    const revision = Number(key.slice(slash + 1));
    if (slash > 0 && revision >= (promised.get(name) ?? 0)) promised.set(name, revision);
  }
  return promised;
}

/** Where the stored rows differ from what was promised. */
export interface Differences {
  /** Names with no row of the promised revision. */
  absent: Set<string>;
  /** Revisions that nobody promised, by name. */
  strays: Map<string, number[]>;
  /** Row keys that are not ours at all. */
  foreign: string[];
}

export function compareRows(keys: readonly string[], promised: Promised): Differences {
  const differences: Differences = { absent: new Set(promised.keys()), strays: new Map(), foreign: [] };
  for (const key of keys) {
    const row = readKey(key);
    if (!row) differences.foreign.push(String(key));
    else if (promised.get(row.name) === row.revision) differences.absent.delete(row.name);
    else differences.strays.set(row.name, [...(differences.strays.get(row.name) ?? []), row.revision]);
  }
  return differences;
}

function placeOf(vaultId: string, counter: number) {
  return { vaultId, kind: 'manifest', id: 'manifest', revision: counter } as const;
}
