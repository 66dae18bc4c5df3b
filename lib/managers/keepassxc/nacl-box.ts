/**
 * NaCl's `crypto_box` (Curve25519, XSalsa20, Poly1305; Bernstein, "Cryptography in NaCl", 2009), tag first, as
 * libsodium and TweetNaCl write it. Not covered: sealed boxes with an ephemeral key, and `secretbox` by itself.
 */
import { hsalsa, xsalsa20poly1305 } from '@noble/ciphers/salsa.js';
import { AppError } from '../../errors';
import { agreeX25519, type Bytes, importX25519, publicX25519, wipe } from '../../vault/crypto';

export const BOX_KEY_SIZE = 32;
export const BOX_NONCE_SIZE = 24;

const SIGMA = new TextEncoder().encode('expand 32-byte k');

export interface KeyPair {
  publicKey: Bytes;
  /** Not readable back. */
  privateKey: CryptoKey;
}

/** What two key pairs have in common: each side seals for the other and opens what the other sealed. */
export interface Box {
  /** @param nonce 24 bytes, never twice with the same pair. @returns tag (16 bytes) || ciphertext. */
  seal(plain: Uint8Array, nonce: Uint8Array): Bytes;
  /** @throws AppError `bridge-failed` when keys, nonce or any bit differ. */
  open(sealed: Uint8Array, nonce: Uint8Array): Bytes;
}

/** @param random 32 random bytes, which become the private key and are wiped. */
export async function makeKeyPair(random: Uint8Array): Promise<KeyPair> {
  try {
    const privateKey = await importX25519(random);
    return { privateKey, publicKey: await publicX25519(privateKey) };
  } finally {
    wipe(random);
  }
}

/**
 * @param privateKey ours
 * @param publicKey theirs, 32 bytes
 * @throws AppError `bridge-failed` for a public key of another size or of small order
 */
export async function makeBox(privateKey: CryptoKey, publicKey: Bytes): Promise<Box> {
  const shared = await agreeX25519(privateKey, publicKey);
  if (shared === undefined) throw new AppError('bridge-failed', 'not a public key');
  const key = deriveKey(shared);
  wipe(shared);
  return {
    seal: (plain, nonce) => new Uint8Array(xsalsa20poly1305(key, nonce).encrypt(plain)),
    open(sealed, nonce) {
      try {
        return new Uint8Array(xsalsa20poly1305(key, nonce).decrypt(sealed));
      } catch (cause) {
        throw new AppError('bridge-failed', 'a box that does not open', { cause });
      }
    },
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
