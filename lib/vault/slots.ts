/**
 * Key slots: each wraps the 32-byte vault key with AES-256-GCM, with format, vault id and the slot's own
 * parameters as associated data. Passphrase slots use Argon2id (RFC 9106). Passkey slots are kept, not opened.
 */

import * as z from 'zod/mini';
import { fromBase64url, toBase64url } from '../base64';
import { AppError } from '../errors';
import {
  argon2id,
  type Bytes,
  encodeText,
  equalBytes,
  hashSha256,
  hkdfSha256,
  importAesKey,
  joinBytes,
  KEY_SIZE,
  openAes,
  randomBytes,
  randomId,
  sealAes,
  wipe,
} from './crypto';
import { encodeCanonical, encodeFields, FORMAT } from './envelope';
import type { Slot } from './header';

/** RFC 9106 section 4, second recommended option: 64 MiB, three passes, four lanes. */
const COST = { m: 65_536, t: 3, p: 4 } as const;
const SALT_SIZE = 16;
/** Fewest characters of a passphrase; whether it is strong is judged where it is chosen. */
const SHORTEST = 8;

const salt = z.pipe(
  // 64 bytes.
  z.string().check(z.maxLength(86)),
  z.transform((text) => fromBase64url(text) ?? new Uint8Array(0)),
);
const saltSize = z.refine<Bytes>((bytes) => bytes.length >= 16);

/** Most work that a passphrase slot may cost: KiB of memory times passes. */
export const MOST_COST = 1_048_576 * 16;

/** Ceilings keep a planted header from eating memory or time, floors from weakening the passphrase. */
const PassphraseParams = z.strictObject({
  m: z.number().check(z.int(), z.minimum(65_536), z.maximum(1_048_576)),
  t: z.number().check(z.int(), z.minimum(3), z.maximum(16)),
  p: z.number().check(z.int(), z.minimum(1), z.maximum(16)),
  salt: salt.check(saltSize),
});
const RecoveryParams = z.strictObject({ salt: salt.check(saltSize) });

/** What it takes to try a slot, in KiB times passes; `undefined` when it is out of bounds and cannot be opened. */
export function costOf(slot: Slot): number | undefined {
  if (!fromBase64url(slot.sealed)) return undefined;
  if (slot.kind === 'recovery') return RecoveryParams.safeParse(slot.params).success ? 0 : undefined;
  const params = PassphraseParams.safeParse(slot.params);
  return params.success ? params.data.m * params.data.t : undefined;
}

/** @throws AppError `vault-weak-passphrase` below 8 characters. */
export async function makePassphraseSlot(vaultId: string, key: Bytes, passphrase: string): Promise<Slot> {
  if ([...passphrase].length < SHORTEST) {
    throw new AppError('vault-weak-passphrase', 'the passphrase is too short');
  }
  const params = { ...COST, salt: toBase64url(randomBytes(SALT_SIZE)) };
  const derive = () => stretch(passphrase, PassphraseParams.parse(params));
  return wrapKey(vaultId, { id: randomId(), kind: 'passphrase', params }, key, derive);
}

/** @param code the 16 bytes that `drawRecoveryCode` gave. */
export async function makeRecoverySlot(vaultId: string, key: Bytes, code: Bytes): Promise<Slot> {
  const params = { salt: toBase64url(randomBytes(SALT_SIZE)) };
  const derive = async () => expand(code, RecoveryParams.parse(params));
  return wrapKey(vaultId, { id: randomId(), kind: 'recovery', params }, key, derive);
}

/**
 * The vault key by passphrase (normalised to NFC, so that it does not matter how a keyboard composes letters).
 * @returns `undefined` when it does not fit. @throws AppError `vault-corrupt` when parameters are out of bounds.
 */
export function openPassphraseSlot(
  vaultId: string,
  slot: Slot,
  passphrase: string,
): Promise<Bytes | undefined> {
  const params = PassphraseParams.safeParse(slot.params);
  if (!params.success) throw new AppError('vault-corrupt', 'passphrase slot out of bounds');
  return unwrapKey(vaultId, slot, () => stretch(passphrase, params.data));
}

/** As `openPassphraseSlot`, by the 16 bytes of a recovery code. */
export function openRecoverySlot(vaultId: string, slot: Slot, code: Bytes): Promise<Bytes | undefined> {
  const params = RecoveryParams.safeParse(slot.params);
  if (!params.success) throw new AppError('vault-corrupt', 'recovery slot out of bounds');
  return unwrapKey(vaultId, slot, async () => expand(code, params.data));
}

async function stretch(
  passphrase: string,
  params: { m: number; t: number; p: number; salt: Bytes },
): Promise<Bytes> {
  const bytes = encodeText(passphrase.normalize('NFC'));
  try {
    return await argon2id(bytes, params.salt, { m: params.m, t: params.t, p: params.p });
  } finally {
    wipe(bytes);
  }
}

// 128 random bits cannot be guessed, so stretching them would cost the owner time and an attacker nothing.
function expand(code: Bytes, params: { salt: Bytes }): Bytes {
  return hkdfSha256(code, params.salt, encodeText('spare-key recovery slot'));
}

type Unsealed = Pick<Slot, 'id' | 'kind' | 'params'>;

async function wrapKey(
  vaultId: string,
  slot: Unsealed,
  key: Bytes,
  derive: () => Promise<Bytes>,
): Promise<Slot> {
  const raw = await derive();
  const aes = await importAesKey(raw).finally(() => wipe(raw));
  const sealed = await sealAes(aes, key, associate(vaultId, slot));
  const opened = await openAes(aes, sealed, associate(vaultId, slot));
  const isSame = opened !== undefined && equalBytes(opened, key);
  if (opened) wipe(opened);
  if (!isSame) throw new AppError('vault-unreadable', 'the slot does not open');
  return { ...slot, sealed: toBase64url(sealed) };
}

async function unwrapKey(
  vaultId: string,
  slot: Slot,
  derive: () => Promise<Bytes>,
): Promise<Bytes | undefined> {
  const sealed = fromBase64url(slot.sealed);
  if (!sealed) throw new AppError('vault-corrupt', 'slot is not base64url');
  const raw = await derive();
  const aes = await importAesKey(raw).finally(() => wipe(raw));
  const key = await openAes(aes, sealed, associate(vaultId, slot));
  return key?.length === KEY_SIZE ? key : undefined;
}

function associate(vaultId: string, slot: Unsealed): Bytes {
  return encodeFields('spare-key slot', FORMAT, vaultId, slot.id, slot.kind, encodeCanonical(slot.params));
}

// Crockford's base 32: no I, L, O, U.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_SIZE = 16;
const CODE_LENGTH = 28;

/** A fresh recovery code: 128 random bits and 12 check bits, as seven groups of four characters. */
export function drawRecoveryCode(): { bytes: Bytes; text: string } {
  const bytes = randomBytes(CODE_SIZE);
  return { bytes, text: printRecoveryCode(bytes) };
}

export function printRecoveryCode(bytes: Bytes): string {
  let bits = (toBigInt(bytes) << 12n) | checkBits(bytes);
  let text = '';
  for (let i = 0; i < CODE_LENGTH; i++) {
    text = ALPHABET.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return text.replace(/.{4}(?=.)/g, '$&-');
}

/**
 * The 16 bytes of a recovery code as typed: case, spaces and dashes do not matter, O is read as 0, I and L as 1.
 * `undefined` when it cannot be a code: wrong length, a foreign character, or check bits that do not fit
 * (a slip goes unnoticed once in 4,096). Takes no work, so a typo is noticed before any key is tried.
 */
export function readRecoveryCode(text: string): Bytes | undefined {
  if (text.length > 200) return undefined;
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (plain.length !== CODE_LENGTH) return undefined;
  let bits = 0n;
  for (const character of plain) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return undefined;
    bits = (bits << 5n) | BigInt(value);
  }
  const bytes = new Uint8Array(CODE_SIZE);
  const hex = (bits >> 12n).toString(16).padStart(CODE_SIZE * 2, '0');
  for (let i = 0; i < CODE_SIZE; i++) bytes[i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
  return checkBits(bytes) === (bits & 0xfffn) ? bytes : undefined;
}

function checkBits(bytes: Bytes): bigint {
  return toBigInt(hashSha256(joinBytes(encodeText('spare-key recovery check'), bytes)).subarray(0, 2)) >> 4n;
}

function toBigInt(bytes: Uint8Array): bigint {
  return bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}
