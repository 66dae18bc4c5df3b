import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { importAesKey, randomBytes } from '../../../lib/vault/crypto';
import {
  blockSizes,
  encodeCanonical,
  encodeFields,
  open,
  type Place,
  pad,
  seal,
  unpad,
} from '../../../lib/vault/envelope';

const place: Place = { vaultId: 'V'.repeat(22), kind: 'secret', id: 'I'.repeat(22), revision: 7 };
let key: CryptoKey;
beforeAll(async () => {
  key = await importAesKey(randomBytes(32));
});
const refused = { name: 'AppError', code: 'vault-corrupt' };

describe('an envelope', () => {
  it('gives back any JSON in its own place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(await open(key, place, await seal(key, place, plain))).toEqual(plain);
      }),
    );
  });

  it('is refused with any one bit flipped', async () => {
    const sealed = await seal(key, place, { secret: 'abcdefghijklmnop' });
    let refusals = 0;
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const flipped = sealed.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await open(key, place, flipped).catch((error) => {
        expect(error).toMatchObject(refused);
        refusals++;
      });
    }
    expect(refusals).toBe(sealed.length * 8);
  });

  it('is refused when truncated or extended, by any length', async () => {
    const sealed = await seal(key, place, 'x');
    for (let size = 0; size < sealed.length; size++) {
      await expect(open(key, place, sealed.slice(0, size))).rejects.toMatchObject(refused);
    }
    for (const extra of [1, 16, 512, 4096]) {
      const longer = new Uint8Array(sealed.length + extra);
      longer.set(sealed);
      await expect(open(key, place, longer)).rejects.toMatchObject(refused);
    }
    for (const other of [undefined, null, 'text', 7, {}, [], new ArrayBuffer(8)]) {
      await expect(open(key, place, other)).rejects.toMatchObject(refused);
    }
  });

  it('opens nowhere else and under no other key', async () => {
    const sealed = await seal(key, { ...place, kind: 'answer' }, 'x');
    const elsewhere: Partial<Place>[] = [
      { vaultId: 'W'.repeat(22) },
      { kind: 'secret' },
      { id: 'J'.repeat(22) },
      { revision: 6 },
      // Would give the same text if fields were merely put one after the other.
      { vaultId: `${'V'.repeat(22)}a`, kind: 'nswer' as Place['kind'] },
    ];
    for (const other of elsewhere) {
      await expect(open(key, { ...place, kind: 'answer', ...other }, sealed)).rejects.toThrow();
    }
    const otherKey = await importAesKey(randomBytes(32));
    await expect(open(otherKey, { ...place, kind: 'answer' }, sealed)).rejects.toMatchObject(refused);
    // The claimed revision is bound too, not only compared.
    const claiming = sealed.slice();
    claiming[6] = 6;
    await expect(open(key, { ...place, kind: 'answer', revision: 6 }, claiming)).rejects.toMatchObject(
      refused,
    );
  });

  it('has the same size for secrets of any length, and never contains them', async () => {
    const sizes = new Set<number>();
    for (const length of [1, 12, 16, 24, 40, 200]) {
      const secret = 's'.repeat(length);
      const sealed = await seal(key, place, { secret, copy: { label: 'Scanner' } });
      sizes.add(sealed.length);
      expect(Buffer.from(sealed).includes(secret.padEnd(12, 's'))).toBe(false);
    }
    expect([...sizes]).toEqual([7 + 12 + 512 + 16]);
    for (const [kind, block] of Object.entries(blockSizes)) {
      const sealed = await seal(key, { ...place, kind: kind as Place['kind'] }, 'x'.repeat(block));
      expect((sealed.length - 35) / block, kind).toBe(2);
    }
  });
});

describe('encodings', () => {
  it('padding comes off again, and a length that does not fit is refused', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 2000 }),
        fc.constantFrom(...Object.values(blockSizes)),
        (data, block) => {
          const padded = pad(new Uint8Array(data), block);
          expect(padded.length % block).toBe(0);
          expect(unpad(padded)).toEqual(new Uint8Array(data));
        },
      ),
    );
    expect(() => unpad(new Uint8Array(512).fill(255))).toThrow(RangeError);
  });

  it('no two lists of fields give the same bytes', () => {
    const fields = fc.array(fc.string({ maxLength: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(fields, fields, (a, b) => {
        const same = JSON.stringify(a) === JSON.stringify(b);
        const encoded = Buffer.from(encodeFields(...a)).equals(Buffer.from(encodeFields(...b)));
        expect(encoded).toBe(same);
      }),
    );
    expect(encodeFields('ab', 'c')).not.toEqual(encodeFields('a', 'bc'));
  });

  it('equal objects are encoded alike, however their keys are ordered', () => {
    expect(encodeCanonical({ b: [1, { d: 1, c: 2 }], a: 'x' })).toBe('{"a":"x","b":[1,{"c":2,"d":1}]}');
    expect(encodeCanonical({ a: 'x', b: [1, { c: 2, d: 1 }] })).toBe('{"a":"x","b":[1,{"c":2,"d":1}]}');
  });
});
