import { argon2idAsync } from '@noble/hashes/argon2.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fromBase64url } from '../../../lib/base64';
import {
  argon2id,
  decodeText,
  encodeText,
  hkdfSha256,
  importAesKey,
  importHmacKey,
  importX25519,
  openAes,
  publicX25519,
  sealAes,
  signHmac,
  verifyHmac,
  wipe,
} from '../../../lib/vault/crypto';
import vectors from '../../fixtures/vault/vectors.json' with { type: 'json' };

vi.mock('@noble/hashes/argon2.js', async (load) => {
  const real = await load<typeof import('@noble/hashes/argon2.js')>();
  return { ...real, argon2idAsync: vi.fn(real.argon2idAsync) };
});

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const hex = (data: Uint8Array) => Buffer.from(data).toString('hex');
const isBlank = (data: unknown) => data instanceof Uint8Array && data.every((byte) => byte === 0);

afterEach(() => vi.restoreAllMocks());

describe('a signing key', () => {
  it(`signs and judges the ${vectors.hmacSha256.length} of Wycheproof as they say`, async () => {
    for (const { tcId, key, msg, tag, result } of vectors.hmacSha256) {
      const signing = await importHmacKey(bytes(key));
      const isValid = result === 'valid';
      expect(await verifyHmac(signing, bytes(tag), bytes(msg)), `tcId ${tcId}`).toBe(isValid);
      expect(hex(await signHmac(signing, bytes(msg))) === tag, `tcId ${tcId}`).toBe(isValid);
    }
  });

  it('cannot be read back', async () => {
    const key = await importHmacKey(new Uint8Array(32).fill(1));
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });
});

describe('what a key leaves behind', () => {
  it('wiped bytes are zeros, all of them', () => {
    const [one, two] = [new Uint8Array(32).fill(7), new Uint8Array(3).fill(1)];
    wipe(one, two);
    expect([one, two].map(isBlank)).toEqual([true, true]);
  });

  it('of a private key no copy in an array', async () => {
    const importing = vi.spyOn(crypto.subtle, 'importKey');
    await importX25519(new Uint8Array(32).fill(9));
    await expect(importX25519(new Uint8Array(31).fill(9))).rejects.toThrow();
    const given = importing.mock.calls.map(([, document]) => document);
    expect(given.map(isBlank)).toEqual([true, true]);
  });
});

describe('bounds', () => {
  it('a key that is derived without a size has 32 bytes', () => {
    expect(hkdfSha256(new Uint8Array(32), new Uint8Array(0), encodeText('label'))).toHaveLength(32);
  });

  it('nothing seals to less than its nonce and tag, and nothing shorter opens', async () => {
    const key = await importAesKey(new Uint8Array(32));
    const sealed = await sealAes(key, new Uint8Array(0), new Uint8Array(0));
    expect(sealed).toHaveLength(28);
    expect(await openAes(key, sealed, new Uint8Array(0))).toEqual(new Uint8Array(0));
    for (let size = 0; size < sealed.length; size++)
      expect(await openAes(key, sealed.slice(0, size), new Uint8Array(0))).toBeUndefined();
  });

  it('no public key is given where the platform agrees on none', async () => {
    const own = await importX25519(new Uint8Array(32).fill(1));
    vi.spyOn(crypto.subtle, 'deriveBits').mockRejectedValueOnce(new Error('no'));
    await expect(publicX25519(own)).rejects.toThrow(new TypeError('X25519 gave no public key'));
  });
});

describe('a passphrase', () => {
  it('is stretched by WebAssembly where there is some: the other way takes four times as long', async () => {
    const [password, salt] = [encodeText('correct horse'), new Uint8Array(16)];
    await argon2id(password, salt, { m: 64, t: 1, p: 1 });
    expect(argon2idAsync).not.toHaveBeenCalled();
  });
});

describe('texts', () => {
  it('that are not UTF-8 are refused, not corrected', () => {
    for (const broken of ['ff', 'c328', 'e282', 'eda080'])
      expect(() => decodeText(bytes(broken)), broken).toThrow(TypeError);
  });

  it('come back as they were, with the mark that some begin with', () => {
    const marked = '\ufeffkey é 🔑';
    expect(decodeText(encodeText(marked))).toBe(marked);
  });

  it('of foreign characters are not base64url, wherever these stand', () => {
    const odd = ['!AAA', 'AAA!', 'A!AA', 'é', '\u0100AAA', 'AAAA\n', ' AAAA', '====', 'AAAAA'];
    expect(odd.map(fromBase64url)).toEqual(odd.map(() => undefined));
    expect(fromBase64url('')).toEqual(new Uint8Array(0));
  });
});
