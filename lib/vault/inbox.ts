/**
 * Captures at rest, sealed to the vault's public key, so that it works while the vault is locked.
 * The box: ephemeral public key (32 bytes) || envelope, its key from X25519 and HKDF-SHA-256 with both public keys as salt.
 * The construction follows RFC 9180 (HPKE, base mode) in kind, not in bytes.
 */
import * as z from 'zod/mini';
import { AppError } from '../errors';
import { Capture } from '../model';
import {
  agreeX25519,
  type Bytes,
  encodeText,
  hkdfSha256,
  importAesKey,
  joinBytes,
  KEY_SIZE,
  wipe,
} from './crypto';
import { open, type Place, seal } from './envelope';
import type { VaultKeys } from './keys';
import type { InboxRow } from './store';

/** How long a capture waits for an answer: 7 days, in ms. */
export const WAITING_MS = 7 * 24 * 60 * 60 * 1000;

/** What was answered on the card while the vault was locked. */
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

/** @throws AppError `vault-corrupt` when the public key is of small order. */
export function sealCaptureBox(vaultId: string, publicKey: Bytes, capture: Capture): Promise<Bytes> {
  return sealBox(publicKey, { vaultId, kind: 'capture', id: capture.id, revision: 0 }, capture);
}

/** @throws AppError `vault-corrupt` when the public key is of small order. */
export function sealAnswerBox(vaultId: string, publicKey: Bytes, id: string, answer: Answer): Promise<Bytes> {
  return sealBox(publicKey, { vaultId, kind: 'answer', id, revision: 0 }, answer);
}

/** Opens one row; never throws for what is in it. */
export async function openCapture(vaultId: string, keys: VaultKeys, row: InboxRow): Promise<OpenedCapture> {
  const opened: OpenedCapture = { id: String(row.id), state: row.state, damaged: false };
  try {
    const place: Place = { vaultId, kind: 'capture', id: row.id, revision: 0 };
    opened.capture = Capture.parse(await openBox(keys, place, row.sealed));
    if (row.answer)
      opened.answer = Answer.parse(await openBox(keys, { ...place, kind: 'answer' }, row.answer));
  } catch {
    opened.damaged = true;
  }
  return opened;
}

async function sealBox(publicKey: Bytes, place: Place, value: unknown): Promise<Bytes> {
  const pair = (await crypto.subtle.generateKey('X25519', false, ['deriveBits'])) as CryptoKeyPair;
  const ephemeral = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const shared = await agreeX25519(pair.privateKey, publicKey);
  if (!shared) throw new AppError('vault-corrupt', 'the public key is of small order');
  const key = await deriveBoxKey(shared, ephemeral, publicKey);
  return joinBytes(ephemeral, await seal(key, place, value));
}

async function openBox(keys: VaultKeys, place: Place, box: Bytes): Promise<unknown> {
  const ephemeral = new Uint8Array(box.subarray(0, KEY_SIZE));
  const shared = await agreeX25519(keys.inbox, ephemeral);
  if (!shared) throw new AppError('vault-corrupt', 'not a sealed box');
  return open(await deriveBoxKey(shared, ephemeral, keys.publicKey), place, box.subarray(KEY_SIZE));
}

async function deriveBoxKey(shared: Bytes, ephemeral: Bytes, publicKey: Bytes): Promise<CryptoKey> {
  const raw = hkdfSha256(shared, joinBytes(ephemeral, publicKey), encodeText('spare-key sealed box'));
  const key = await importAesKey(raw);
  wipe(shared, raw);
  return key;
}
