import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Bytes, importAesKey, joinBytes, randomBytes, sealAes } from '../../../lib/vault/crypto';
import {
  encodeCanonical,
  encodeFields,
  MOST_REVISION,
  open,
  type Place,
  pad,
  readRevision,
  seal,
  unpad,
} from '../../../lib/vault/envelope';

const place: Place = { vaultId: 'V'.repeat(22), kind: 'secret', id: 'I'.repeat(22), revision: 7 };
const head = Uint8Array.of(0x53, 0x4b, 1, 0, 0, 0, 7);
const MOST = 32 * 1024 * 1024;
let key: CryptoKey;
beforeAll(async () => {
  key = await importAesKey(randomBytes(32));
});
afterEach(() => vi.restoreAllMocks());

/** What an attacker who has the key may seal at this place, with another program. */
const sealBytes = async (padded: Bytes): Promise<Bytes> => {
  const { vaultId, kind, id, revision } = place;
  return joinBytes(
    head,
    await sealAes(key, padded, encodeFields('spare-key', 1, vaultId, kind, id, revision)),
  );
};

describe('a revision', () => {
  it.each([0, 1, MOST_REVISION])('%i is sealed and opened', async (revision) => {
    const sealed = await seal(key, { ...place, revision }, 'x');
    expect(readRevision(sealed)).toBe(revision);
    expect(await open(key, { ...place, revision }, sealed)).toBe('x');
  });

  it.each([-1, MOST_REVISION + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, '7'])(
    '%s is not sealed',
    async (revision) => {
      await expect(seal(key, { ...place, revision: revision as number }, 'x')).rejects.toMatchObject({
        code: 'vault-unreadable',
        message: 'secret record at a revision out of bounds',
      });
    },
  );

  it('that does not fit is said with the kind, for the report, and nothing else of the place', async () => {
    const sealed = await seal(key, place, 'x');
    await expect(open(key, { ...place, revision: 8 }, sealed)).rejects.toMatchObject({
      message: 'secret record does not open at revision 8',
    });
  });

  it('is read of what begins as an envelope and is as long as one can be', () => {
    const begins = (size: number) => {
      const bytes = new Uint8Array(size);
      bytes.set(head.subarray(0, size));
      return bytes;
    };
    expect(readRevision(begins(7))).toBe(7);
    expect(readRevision(begins(MOST))).toBe(7);
    expect(readRevision(begins(MOST + 1))).toBeUndefined();
    for (let size = 0; size < 7; size++) expect(readRevision(begins(size)), String(size)).toBeUndefined();
  });
});

describe('a size', () => {
  it('of more than an envelope may have is not sealed, and up to it opens again', async () => {
    // 35 bytes belong to the envelope; 4 and the quotation marks to the padding and to JSON.
    const most = Math.floor((MOST - 35) / 512) * 512 - 4 - 2;
    const sealed = await seal(key, place, 'x'.repeat(most));
    expect(sealed.length).toBeLessThanOrEqual(MOST);
    expect(await open(key, place, sealed)).toHaveLength(most);
    const larger = seal(key, place, 'x'.repeat(most + 1)).then(({ length }) => length);
    await expect(larger).rejects.toMatchObject({
      code: 'vault-unreadable',
      message: `secret record of more than ${MOST} bytes`,
    });
  });

  it('other than a multiple of the block is refused, even when it was sealed with the key', async () => {
    const content = new TextEncoder().encode('"x"');
    expect(await open(key, place, await sealBytes(pad(content, 512)))).toBe('x');
    for (const size of [0, 7, 511, 513, 1023, 1025])
      await expect(
        open(key, place, await sealBytes(pad(content, 2048).slice(0, size))),
      ).rejects.toMatchObject({
        code: 'vault-corrupt',
      });
  });

  it('that fills its block, or all but the length, comes off again', () => {
    for (const size of [0, 507, 508, 509, 511, 512, 1020, 1021]) {
      const content = new Uint8Array(size).fill(5);
      const padded = pad(content, 512);
      expect(padded.length, String(size)).toBe(size <= 508 ? 512 : size <= 1020 ? 1024 : 1536);
      expect(unpad(padded), String(size)).toEqual(content);
    }
  });

  it('that claims a byte more than there is is refused', () => {
    const claiming = pad(new Uint8Array(508), 512);
    claiming[3] = 509 & 255;
    expect(() => unpad(claiming)).toThrow(new RangeError('padding does not fit'));
    claiming[3] = 512 & 255;
    expect(() => unpad(claiming.with(2, 2))).toThrow(RangeError);
  });
});

describe('what an envelope leaves behind', () => {
  const SECRET = 'abcdefghijklmnop';

  it('no copy of the plain text in the arrays of sealing, also when sealing fails', async () => {
    const seen: Uint8Array[] = [];
    const set = Uint8Array.prototype.set;
    vi.spyOn(Uint8Array.prototype, 'set').mockImplementation(function (this: Uint8Array, from, at) {
      set.call(this, from, at);
      for (const array of [this, from])
        if (array instanceof Uint8Array && Buffer.from(array).includes(SECRET)) seen.push(array);
    });
    const encrypting = vi.spyOn(crypto.subtle, 'encrypt');
    await seal(key, place, SECRET);
    encrypting.mockRejectedValueOnce(new Error('no'));
    await expect(seal(key, place, SECRET)).rejects.toThrow('no');
    // The text and its padded form, twice.
    expect(seen).toHaveLength(4);
    expect(seen.every((array) => array.every((byte) => byte === 0))).toBe(true);
  });

  it('no copy of the plain text in the array that was opened', async () => {
    const decrypting = vi.spyOn(crypto.subtle, 'decrypt');
    const sealed = await seal(key, place, SECRET);
    expect(await open(key, place, sealed)).toBe(SECRET);
    const opened = new Uint8Array((await decrypting.mock.results[0]?.value) as ArrayBuffer);
    expect(opened.length).toBe(512);
    expect(opened.every((byte) => byte === 0)).toBe(true);
  });
});

describe('canonical JSON', () => {
  it('has nothing, lists and numbers as they are', () => {
    expect(encodeCanonical({ b: null, a: [2, 1, null], c: { z: 1, y: undefined } })).toBe(
      '{"a":[2,1,null],"b":null,"c":{"z":1}}',
    );
    expect(encodeCanonical(null)).toBe('null');
  });

  it('sorts by the characters, capitals first', () => {
    expect(encodeCanonical({ a: 1, B: 2, é: 3, 1: 4 })).toBe('{"1":4,"B":2,"a":1,"é":3}');
  });
});
