/**
 * NaCl's `crypto_box` (Curve25519, XSalsa20, Poly1305; Bernstein, "Cryptography in NaCl", 2009), tag first, as
 * libsodium and TweetNaCl write it. Not covered: sealed boxes with an ephemeral key, and `secretbox` by itself.
 */
import { hsalsa, xsalsa20poly1305 } from '@noble/ciphers/salsa.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { AppError } from '../errors';

type Bytes = Uint8Array<ArrayBuffer>;

export const BOX_KEY_SIZE = 32;
export const BOX_NONCE_SIZE = 24;

const SIGMA = new TextEncoder().encode('expand 32-byte k');

export interface KeyPair {
  publicKey: Bytes;
  secretKey: Bytes;
}

/** What two key pairs have in common: each side seals for the other and opens what the other sealed. */
export interface Box {
  /** @param nonce 24 bytes, never twice with the same pair. @returns tag (16 bytes) || ciphertext. */
  seal(plain: Uint8Array, nonce: Uint8Array): Bytes;
  /** @throws AppError `bridge-failed` when keys, nonce or any bit differ. */
  open(sealed: Uint8Array, nonce: Uint8Array): Bytes;
}

/** @param random 32 random bytes, which become the secret key. */
export function makeKeyPair(random: Uint8Array): KeyPair {
  const secretKey = new Uint8Array(random);
  return { secretKey, publicKey: new Uint8Array(x25519.getPublicKey(secretKey)) };
}

/**
 * @param secretKey ours, 32 bytes
 * @param publicKey theirs, 32 bytes
 * @throws AppError `bridge-failed` for a public key of another size or of small order
 */
export function makeBox(secretKey: Uint8Array, publicKey: Uint8Array): Box {
  const key = refuse('not a public key', () => deriveKey(x25519.getSharedSecret(secretKey, publicKey)));
  return {
    seal: (plain, nonce) => new Uint8Array(xsalsa20poly1305(key, nonce).encrypt(plain)),
    open: (sealed, nonce) =>
      refuse('a box that does not open', () => new Uint8Array(xsalsa20poly1305(key, nonce).decrypt(sealed))),
  };
}

/** `crypto_box_beforenm`: HSalsa20 of the shared secret with a nonce of zeros. */
function deriveKey(shared: Uint8Array): Bytes {
  const key = new Uint32Array(8);
  hsalsa(toWords(SIGMA), toWords(shared), new Uint32Array(4), key);
  return new Uint8Array(key.buffer);
}

// A copy, because words need an address that bytes need not have.
function toWords(bytes: Uint8Array): Uint32Array<ArrayBuffer> {
  return new Uint32Array(new Uint8Array(bytes).buffer);
}

function refuse<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new AppError('bridge-failed', what, { cause });
  }
}
