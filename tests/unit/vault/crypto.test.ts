import { argon2id as argon2idNoble } from '@noble/hashes/argon2.js';
import fc from 'fast-check';
import { argon2id as argon2idWasm } from 'hash-wasm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fromBase64url, toBase64url } from '../../../lib/base64';
import {
  agreeX25519,
  argon2id,
  equalBytes,
  hkdfSha256,
  hmacSha256,
  importAesKey,
  importX25519,
  joinBytes,
  openAes,
  publicX25519,
  randomId,
  sealAes,
} from '../../../lib/vault/crypto';
import vectors from '../../fixtures/vault/vectors.json' with { type: 'json' };

// RFC 7748 section 6.1.
const ALICE = '77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a';
const ALICE_PUBLIC = '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a';

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const hex = (data: Uint8Array | undefined) => data && Buffer.from(data).toString('hex');

describe('published vectors', () => {
  it(`AES-256-GCM opens the ${vectors.aesGcm.length} of Wycheproof as they say`, async () => {
    for (const { tcId, key, iv, aad, msg, ct, tag, result } of vectors.aesGcm) {
      const aes = await importAesKey(bytes(key));
      const opened = await openAes(aes, bytes(iv + ct + tag), bytes(aad));
      expect(hex(opened), `tcId ${tcId}`).toBe(result === 'valid' ? msg : undefined);
      const sealed = await sealAes(aes, bytes(msg), bytes(aad));
      expect(hex(await openAes(aes, sealed, bytes(aad))), `tcId ${tcId}`).toBe(msg);
    }
  });

  it(`HKDF-SHA-256 gives the ${vectors.hkdfSha256.length} of Wycheproof`, () => {
    for (const { tcId, ikm, salt, info, size, okm, result } of vectors.hkdfSha256) {
      const derive = () => hkdfSha256(bytes(ikm), bytes(salt), bytes(info), size);
      if (result === 'valid') expect(hex(derive()), `tcId ${tcId}`).toBe(okm);
      else expect(derive, `tcId ${tcId}`).toThrow();
    }
  });

  it(`HMAC-SHA-256 tells the ${vectors.hmacSha256.length} of Wycheproof apart`, () => {
    for (const { tcId, key, msg, tag, result } of vectors.hmacSha256) {
      const same = equalBytes(hmacSha256(bytes(key), bytes(msg)), bytes(tag));
      expect(same, `tcId ${tcId}`).toBe(result === 'valid');
    }
  });

  it(`X25519 agrees on the ${vectors.x25519.length} of Wycheproof and refuses points of small order`, async () => {
    let refused = 0;
    for (const { tcId, public: other, private: own, shared, flags } of vectors.x25519) {
      const agreed = await agreeX25519(await importX25519(bytes(own)), bytes(other));
      const zero = flags.includes('ZeroSharedSecret');
      expect(hex(agreed), `tcId ${tcId}`).toBe(zero ? undefined : shared);
      if (zero) refused++;
    }
    expect(refused).toBeGreaterThan(5);
  });

  it('X25519 gives the public key of RFC 7748 section 6.1', async () => {
    const alice = await importX25519(bytes(ALICE));
    expect(hex(await publicX25519(alice))).toBe(ALICE_PUBLIC);
    await expect(importX25519(bytes('00'))).rejects.toThrow();
  });
});

it('X25519 refuses a shared secret of zeros, whatever its source', async () => {
  const own = await importX25519(bytes(ALICE));
  const zeros = vi.spyOn(crypto.subtle, 'deriveBits').mockResolvedValue(new ArrayBuffer(32));
  expect(await agreeX25519(own, bytes(ALICE_PUBLIC))).toBeUndefined();
  zeros.mockRestore();
  expect(await agreeX25519(own, bytes(ALICE_PUBLIC))).toBeDefined();
});

describe('Argon2id', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('the oracle gives the vector of RFC 9106 section 5.3', () => {
    const tag = argon2idNoble(new Uint8Array(32).fill(1), new Uint8Array(16).fill(2), {
      m: 32,
      t: 3,
      p: 4,
      dkLen: 32,
      key: new Uint8Array(8).fill(3),
      personalization: new Uint8Array(12).fill(4),
    });
    expect(hex(tag)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });

  it('agrees with the oracle over many parameters', async () => {
    for (const [m, t, p, size] of [
      [32, 1, 1, 1],
      [32, 3, 4, 8],
      [64, 4, 2, 33],
      [257, 2, 16, 64],
      [1024, 3, 4, 200],
    ] as const) {
      const password = new Uint8Array(size).map((_, i) => i * 7 + size);
      const salt = new Uint8Array(16).fill(m % 256);
      const expected = argon2idNoble(password, salt, { m, t, p, dkLen: 32 });
      expect(hex(await argon2id(password, salt, { m, t, p }))).toBe(hex(expected));
    }
  });

  it('gives the same where WebAssembly is refused', async () => {
    const password = new Uint8Array(9).fill(5);
    const salt = new Uint8Array(16).fill(6);
    const options = { memorySize: 256, iterations: 3, parallelism: 4, hashLength: 32 } as const;
    const expected = await argon2idWasm({ password, salt, ...options, outputType: 'hex' });
    vi.stubGlobal('WebAssembly', undefined);
    expect(hex(await argon2id(password, salt, { m: 256, t: 3, p: 4 }))).toBe(expected);
  });
});

describe('keys', () => {
  it('cannot be read back', async () => {
    const aes = await importAesKey(new Uint8Array(32));
    const x25519 = await importX25519(new Uint8Array(32).fill(1));
    expect([aes.extractable, x25519.extractable]).toEqual([false, false]);
    await expect(crypto.subtle.exportKey('raw', aes)).rejects.toThrow();
    await expect(crypto.subtle.exportKey('pkcs8', x25519)).rejects.toThrow();
  });

  it('never use a nonce twice in 2,000 seals', async () => {
    const aes = await importAesKey(new Uint8Array(32));
    const seals = Array.from({ length: 2000 }, () => sealAes(aes, new Uint8Array(1), new Uint8Array(0)));
    const nonces = (await Promise.all(seals)).map((sealed) => hex(sealed.subarray(0, 12)));
    expect(new Set(nonces).size).toBe(2000);
  });
});

describe('bytes', () => {
  it('base64url is the same as the platform writes it, and reads only that', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (data) => {
        const text = toBase64url(data);
        expect(text).toBe(Buffer.from(data).toString('base64url'));
        expect(fromBase64url(text)).toEqual(new Uint8Array(data));
      }),
    );
    expect(['A', 'AB', 'AA==', 'A+', 'A/', 'A B', 'AAA='].map(fromBase64url)).toEqual(
      Array(7).fill(undefined),
    );
  });

  it('compare by content and length', () => {
    const data = fc.uint8Array({ minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(data, fc.nat(), (a, at) => {
        const b = Uint8Array.from(a);
        expect(equalBytes(a, b)).toBe(true);
        b[at % b.length] = (b[at % b.length] ?? 0) ^ (1 << (at % 8));
        expect(equalBytes(a, b)).toBe(false);
        expect(equalBytes(a, joinBytes(a, Uint8Array.of(0)))).toBe(false);
      }),
    );
  });

  it('ids have 22 characters and differ', () => {
    const ids = new Set(Array.from({ length: 1000 }, randomId));
    expect(ids.size).toBe(1000);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });
});
