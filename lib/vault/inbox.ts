/**
 * Captures at rest, sealed to the vault's public key, so that capturing works while the vault is locked.
 * The box: ephemeral public key (32 bytes) || envelope, its key from X25519 and HKDF-SHA-256 with both public keys as salt.
 * The construction follows RFC 9180 (HPKE, base mode) in kind, not in bytes.
 */

import * as z from 'zod/mini';
import { fromBase64url, toBase64url } from '../base64';
import { AppError } from '../errors';
import { Capture } from '../model';
import { DAY } from '../time';
import {
  agreeX25519,
  type Bytes,
  encodeText,
  hashSha256,
  hkdfSha256,
  importAesKey,
  joinBytes,
  KEY_SIZE,
  wipe,
} from './crypto';
import { open, type Place, seal } from './envelope';
import type { Header } from './header';
import type { VaultKeys } from './keys';
import type { InboxRow } from './store';

/** How long a capture waits for an answer: 7 days, in ms. */
export const WAITING_MS = 7 * DAY;

/** What the user answered on the card while the vault was locked. */
export const Answer = z.object({
  label: Capture.shape.label,
  account: z.optional(Capture.shape.account),
});
export type Answer = z.infer<typeof Answer>;

/** A capture as it was opened; `damaged` says that it, or its answer, could not be. */
export interface OpenedCapture {
  id: string;
  state: InboxRow['state'];
  capture?: Capture;
  answer?: Answer;
  damaged: boolean;
}

/** A capture not yet taken. */
export interface OpenedInboxItem {
  capture: Capture;
  state: InboxRow['state'];
  answer?: Answer;
}

/**
 * Seals a capture for each header: only the vault key can tell which of two different ones is right.
 * @throws AppError `vault-corrupt` when no header has a key to seal to
 */
export function sealCaptureBoxes(headers: readonly Header[], capture: Capture): Promise<[Bytes, Bytes?]> {
  return sealBoxes(headers, { kind: 'capture', id: capture.id, revision: 0 }, capture);
}

/** As `sealCaptureBoxes`. */
export function sealAnswerBoxes(
  headers: readonly Header[],
  id: string,
  answer: Answer,
): Promise<[Bytes, Bytes?]> {
  return sealBoxes(headers, { kind: 'answer', id, revision: 0 }, answer);
}

async function sealBoxes(
  headers: readonly Header[],
  place: Omit<Place, 'vaultId'>,
  value: unknown,
): Promise<[Bytes, Bytes?]> {
  const sealed: Bytes[] = [];
  for (const { vaultId, publicKey } of headers) {
    const bytes = fromBase64url(publicKey);
    const box = bytes && (await sealBox(bytes, { ...place, vaultId }, value));
    if (box) sealed.push(box);
  }
  const [first, second] = sealed;
  if (!first) throw new AppError('vault-corrupt', 'there is no key to seal to');
  return second ? [first, second] : [first];
}

/** Rows of captures that wait as if they had just come; those that are there already are passed over. */
export async function sealWaiting(
  header: Header,
  captures: readonly Capture[],
  stored: readonly InboxRow[],
  received: number,
): Promise<InboxRow[]> {
  const known = new Set(stored.map(({ id }) => id));
  const fresh = captures.filter(({ id }) => !known.has(id));
  return Promise.all(
    fresh.map(async (capture) => {
      const [sealed] = await sealCaptureBoxes([header], capture);
      return { id: capture.id, received, state: 'waiting' as const, sealed };
    }),
  );
}

/** Opens one row; never throws for what is in it. */
export async function openCapture(vaultId: string, keys: VaultKeys, row: InboxRow): Promise<OpenedCapture> {
  const opened: OpenedCapture = { id: row.id, state: row.state, damaged: false };
  const openAny = async (kind: 'capture' | 'answer', boxes: readonly (Bytes | undefined)[]) => {
    for (const box of boxes) {
      const value = await openBox(keys, { vaultId, kind, id: row.id, revision: 0 }, box).catch(
        () => undefined,
      );
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const capture = Capture.safeParse(await openAny('capture', [row.sealed, row.other]));
  if (!capture.success) return { ...opened, damaged: true };
  opened.capture = capture.data;
  if (row.answer === undefined) return opened;
  const answer = Answer.safeParse(await openAny('answer', [row.answer, row.otherAnswer]));
  return answer.success ? { ...opened, answer: answer.data } : { ...opened, damaged: true };
}

/** What is in an opened row, for those who want to know no more of it; nothing where it did not open. */
export function readItem({ capture, state, answer }: OpenedCapture): OpenedInboxItem[] {
  return capture ? [{ capture, state, ...(answer && { answer }) }] : [];
}

/**
 * Makes a function that finds the damaged rows. Opening takes work and an attacker may have planted thousands, so no
 * row is opened twice: the function remembers a digest of the sealed bytes, and nothing of their contents.
 */
export function createInboxCheck(
  vaultId: string,
  keys: VaultKeys,
): (rows: readonly InboxRow[]) => Promise<{ id: string; label: string | undefined }[]> {
  let sound = new Map<string, string>();
  return async (rows) => {
    const checked = await Promise.all(
      rows.map(async (row) => {
        const print = printRow(row);
        if (sound.get(row.id) === print) return { id: row.id, print, damaged: false, label: undefined };
        const { damaged, capture } = await openCapture(vaultId, keys, row);
        return { id: row.id, print, damaged, label: damaged ? capture?.label : undefined };
      }),
    );
    sound = new Map(checked.flatMap(({ id, print, damaged }) => (damaged ? [] : [[id, print] as const])));
    return checked.filter(({ damaged }) => damaged).map(({ id, label }) => ({ id, label }));
  };
}

/** Digest of all that is sealed in a row. */
function printRow({ sealed, answer, other, otherAnswer }: InboxRow): string {
  const parts = [sealed, answer, other, otherAnswer].map((part) => part ?? new Uint8Array(0));
  const sizes = parts.map(({ length }) => length).join();
  return toBase64url(hashSha256(joinBytes(encodeText(sizes), ...parts)));
}

/** @returns `undefined` when the public key is not one, or of small order */
async function sealBox(publicKey: Bytes, place: Place, value: unknown): Promise<Bytes | undefined> {
  const pair = (await crypto.subtle.generateKey('X25519', false, ['deriveBits'])) as CryptoKeyPair;
  const ephemeral = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const shared = await agreeX25519(pair.privateKey, publicKey);
  if (!shared) return undefined;
  const key = await deriveBoxKey(shared, ephemeral, publicKey);
  return joinBytes(ephemeral, await seal(key, place, value));
}

/** @returns `undefined` when it is no box of ours. @throws AppError `vault-corrupt` when it does not open */
async function openBox(keys: VaultKeys, place: Place, box: Bytes | undefined): Promise<unknown> {
  if (!(box instanceof Uint8Array)) return undefined;
  const ephemeral = new Uint8Array(box.subarray(0, KEY_SIZE));
  const shared = await agreeX25519(keys.inbox, ephemeral);
  if (!shared) return undefined;
  return open(await deriveBoxKey(shared, ephemeral, keys.publicKey), place, box.subarray(KEY_SIZE));
}

async function deriveBoxKey(shared: Bytes, ephemeral: Bytes, publicKey: Bytes): Promise<CryptoKey> {
  const raw = hkdfSha256(shared, joinBytes(ephemeral, publicKey), encodeText('spare-key sealed box'));
  const key = await importAesKey(raw);
  wipe(shared, raw);
  return key;
}
