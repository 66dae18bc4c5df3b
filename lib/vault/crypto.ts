/**
 * The primitives, on bytes. AES-GCM (NIST SP 800-38D, 96-bit nonces and 128-bit tags only) and X25519
 * (RFC 7748) are WebCrypto's; HKDF (RFC 5869) and HMAC with SHA-256 are noble's; Argon2id (RFC 9106,
 * version 0x13, without secret and associated data) is WebAssembly.
 */

import { argon2idAsync } from '@noble/hashes/argon2.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { argon2id as argon2idWasm } from 'hash-wasm';
import { toBase64url } from '../base64';

export type Bytes = Uint8Array<ArrayBuffer>;

export const KEY_SIZE = 32;
export const NONCE_SIZE = 12;
export const TAG_SIZE = 16;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function encodeText(text: string): Bytes {
  return new Uint8Array(encoder.encode(text));
}

/** @throws TypeError when the bytes are not UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

export function randomBytes(size: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(size));
}

/** 128 random bits as 22 characters of base64url. */
export function randomId(): string {
  return toBase64url(randomBytes(16));
}

export function joinBytes(...parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** Compares in time that depends on the lengths alone. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}

/** Overwrites key material that is no longer needed. Copies that the engine made are out of reach. */
export function wipe(...buffers: readonly Uint8Array[]): void {
  for (const buffer of buffers) buffer.fill(0);
}

export function hashSha256(message: Uint8Array): Bytes {
  return new Uint8Array(sha256(message));
}

export function hmacSha256(key: Uint8Array, message: Uint8Array): Bytes {
  return new Uint8Array(hmac(sha256, key, message));
}

/** An HMAC-SHA-256 key that cannot be read back. @param raw 32 bytes; not wiped here. */
export function importHmacKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}

/** @returns 32 bytes */
export async function signHmac(key: CryptoKey, message: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, message));
}

/** Whether `signHmac` made this of the message; the lengths alone decide how long it takes. */
export function verifyHmac(key: CryptoKey, signature: Bytes, message: Bytes): Promise<boolean> {
  return crypto.subtle.verify('HMAC', key, signature, message);
}

/** HKDF-SHA-256, extract and expand. `size` in bytes, at most 8160. */
export function hkdfSha256(
  secret: Uint8Array,
  salt: Uint8Array,
  info: Uint8Array,
  size: number = KEY_SIZE,
): Bytes {
  return new Uint8Array(hkdf(sha256, secret, salt, info, size));
}

/** Memory in KiB, passes over it, and lanes. */
export interface Argon2Cost {
  m: number;
  t: number;
  p: number;
}

/** Argon2id with 32 bytes of output. The caller has checked the bounds of `cost`. */
export async function argon2id(password: Uint8Array, salt: Uint8Array, cost: Argon2Cost): Promise<Bytes> {
  try {
    const output = await argon2idWasm({
      password,
      salt,
      memorySize: cost.m,
      iterations: cost.t,
      parallelism: cost.p,
      hashLength: KEY_SIZE,
      outputType: 'binary',
    });
    return new Uint8Array(output);
  } catch {
    // WebAssembly may be refused (content security policy, lockdown modes): same function, about four times slower.
    return new Uint8Array(await argon2idAsync(password, salt, { ...cost, dkLen: KEY_SIZE }));
  }
}

/** An AES-256-GCM key that cannot be read back. @param raw 32 bytes; not wiped here. */
export function importAesKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** @returns nonce (12 bytes, fresh) || ciphertext || tag (16 bytes). */
export async function sealAes(key: CryptoKey, plain: Bytes, associated: Bytes): Promise<Bytes> {
  const nonce = randomBytes(NONCE_SIZE);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: associated },
    key,
    plain,
  );
  return joinBytes(nonce, new Uint8Array(sealed));
}

/** Opens what `sealAes` made. `undefined` when key, associated data or any bit differs, or it is too short to be one. */
export async function openAes(key: CryptoKey, sealed: Bytes, associated: Bytes): Promise<Bytes | undefined> {
  try {
    const iv = sealed.subarray(0, NONCE_SIZE);
    const box = sealed.subarray(NONCE_SIZE);
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: associated }, key, box),
    );
  } catch {
    return undefined;
  }
}

// RFC 8410: the fixed start of a PKCS #8 document that holds an X25519 private key.
const PKCS8_X25519 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20);
const BASE_POINT = Uint8Array.of(9, ...new Uint8Array(31));

/** An X25519 private key from 32 bytes, not readable back. */
export async function importX25519(raw: Uint8Array): Promise<CryptoKey> {
  const document = joinBytes(PKCS8_X25519, raw);
  try {
    return await crypto.subtle.importKey('pkcs8', document, 'X25519', false, ['deriveBits']);
  } finally {
    wipe(document);
  }
}

/**
 * The 32-byte shared secret of RFC 7748 section 6.1.
 * `undefined` when the public key is not 32 bytes or of small order (the all-zero secret is refused).
 */
export async function agreeX25519(privateKey: CryptoKey, publicKey: Bytes): Promise<Bytes | undefined> {
  try {
    const other = await crypto.subtle.importKey('raw', publicKey, 'X25519', false, []);
    const shared = new Uint8Array(
      await crypto.subtle.deriveBits({ name: 'X25519', public: other }, privateKey, 256),
    );
    // WebCrypto refuses the zero secret by itself; that is checked here rather than trusted.
    return equalBytes(shared, new Uint8Array(KEY_SIZE)) ? undefined : shared;
  } catch {
    return undefined;
  }
}

/** The public key (32 bytes) that belongs to a private one. */
export async function publicX25519(privateKey: CryptoKey): Promise<Bytes> {
  const point = await agreeX25519(privateKey, BASE_POINT);
  if (!point) throw new TypeError('X25519 gave no public key');
  return point;
}
