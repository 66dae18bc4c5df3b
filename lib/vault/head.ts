/** Tells which of the stored headers is right, and opens the manifest that vouches for it. */
import type { Warning } from '../model';
import { readRevision } from './envelope';
import { digestHeader, type Header, isSame, readHeaders } from './header';
import type { VaultKeys } from './keys';
import { type Manifest, openManifest, readKey } from './manifest';
import type { Snapshot } from './store';

interface Found {
  header: Header;
  /** Absent when it is damaged. */
  manifest?: Manifest & { counter: number };
  /** What was found wrong with the headers. */
  warnings: Warning[];
  /** Whether a copy of the header is missing, damaged or different. */
  needsRepair: boolean;
}

/** @param headers one at least. @param rows all row keys */
export async function findHeader(
  headers: readonly Header[],
  keys: VaultKeys,
  publicKey: string,
  snapshot: Pick<Snapshot, 'header' | 'headerCopy' | 'manifest' | 'counter'>,
  rows: readonly string[],
): Promise<Found> {
  const opened = await Promise.all(
    headers.map(async (header) => ({
      header,
      manifest: await openAny(keys, header.vaultId, snapshot, rows),
    })),
  );
  const vouched = opened.find(({ header, manifest }) => manifest?.header === digestHeader(header));
  const likely =
    vouched ??
    opened.find(({ manifest }) => manifest) ??
    opened.find(({ header }) => header.publicKey === publicKey) ??
    opened[0];
  if (!likely) throw new RangeError('no header');
  const { header, manifest } = likely;

  const kinds = new Set<Warning['kind']>();
  if (manifest && !vouched) kinds.add('record-replaced');
  for (const other of headers) {
    if (digestHeader(other) !== digestHeader(header)) kinds.add('record-replaced');
    else if (other.publicKey !== publicKey) kinds.add('public-key-replaced');
  }
  // A missing copy is one that an early version did not write.
  const { header: first, headerCopy: second } = snapshot;
  if (!isHeader(first) || (second !== undefined && !isHeader(second))) kinds.add('header-mended');
  const isWhole = isHeader(first) && isHeader(second) && headers.length === 1;
  return {
    header,
    ...(manifest && { manifest }),
    warnings: [...kinds].map((kind) => (kind === 'record-replaced' ? { kind, id: 'header' } : { kind })),
    needsRepair: !isWhole || !isSame(header, { ...header, publicKey }),
  };
}

function isHeader(stored: unknown): boolean {
  try {
    return readHeaders({ header: stored, headerCopy: undefined }).length === 1;
  } catch {
    return false;
  }
}

/** Most revisions that are tried. Where an attacker planted rows for more, every record is opened instead. */
const MOST_GUESSES = 20;

/**
 * Opens the manifest at the revision in its head, which has 32 bits. The rest is zero, unless an early version was driven
 * higher: then the counter or the row keys have it.
 */
async function openAny(
  keys: VaultKeys,
  vaultId: string,
  { manifest: stored, counter = 0 }: Pick<Snapshot, 'manifest' | 'counter'>,
  rows: readonly string[],
): Promise<Found['manifest']> {
  const head = stored instanceof Uint8Array ? readRevision(stored) : undefined;
  if (head === undefined) return undefined;
  const openAt = async (revision: number) => {
    const manifest = await openManifest(keys.manifest, vaultId, revision, stored).catch(() => undefined);
    return manifest && { ...manifest, counter: revision };
  };
  const plain = await openAt(head);
  if (plain) return plain;
  const seen = [counter, ...rows.map((key) => readKey(key)?.revision ?? 0)];
  const high = new Set(seen.map((revision) => Math.floor(Math.abs(revision) / 2 ** 32)));
  high.delete(0);
  for (const part of [...high].slice(0, MOST_GUESSES)) {
    const manifest = await openAt(part * 2 ** 32 + head);
    if (manifest) return manifest;
  }
  return undefined;
}
