import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64url } from '../../../lib/base64';
import { randomBytes, randomId } from '../../../lib/vault/crypto';
import {
  drawRecoveryCode,
  makePassphraseSlot,
  makeRecoverySlot,
  openPassphraseSlot,
  openRecoverySlot,
  printRecoveryCode,
  readRecoveryCode,
} from '../../../lib/vault/slots';

const vaultId = randomId();
const key = randomBytes(32);

describe('a passphrase slot', () => {
  it('is made with 64 MiB, three passes, four lanes and 16 bytes of salt', async () => {
    const slot = await makePassphraseSlot(vaultId, key, 'correct horse battery');
    expect(slot.params).toEqual({
      m: 65_536,
      t: 3,
      p: 4,
      salt: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/),
    });
    const later = { ...slot, params: { ...slot.params, t: 4 } };
    expect(await openPassphraseSlot(vaultId, later, 'correct horse battery')).toBeUndefined();
  });

  const sound = { m: 65_536, t: 3, p: 4, salt: toBase64url(new Uint8Array(16)) };
  const unsound: Record<string, unknown>[] = [
    { m: 65_535 },
    { m: 1_048_577 },
    { m: 2 ** 32 },
    { m: -1 },
    { m: Number.NaN },
    { m: 65_536.5 },
    { m: '65536' },
    { t: 2 },
    { t: 17 },
    { t: 0 },
    { p: 0 },
    { p: 17 },
    { salt: toBase64url(new Uint8Array(15)) },
    { salt: toBase64url(new Uint8Array(65)) },
    { salt: 'A'.repeat(1_000_000) },
    { salt: '!!!!!!!!!!!!!!!!!!!!!!!!' },
    { salt: undefined },
    { extra: 1 },
  ];
  it('is refused before any work when its parameters are out of bounds', () => {
    const sealed = toBase64url(new Uint8Array(60));
    const slotOf = (change: object) => ({
      id: randomId(),
      kind: 'passphrase',
      params: { ...sound, ...change },
      sealed,
    });
    // The first parse compiles the schema.
    expect(() => openPassphraseSlot(vaultId, slotOf({ t: 1 }), 'x')).toThrow();
    for (const change of unsound) {
      const name = JSON.stringify(change).slice(0, 60);
      let thrown: unknown;
      // The best of five says what it takes; a single one also measures other work on this machine.
      const taken = Array.from({ length: 5 }, () => {
        const started = performance.now();
        try {
          openPassphraseSlot(vaultId, slotOf(change), 'x');
        } catch (error) {
          thrown = error;
        }
        return performance.now() - started;
      });
      expect(Math.min(...taken), name).toBeLessThan(5);
      expect(thrown, name).toMatchObject({ code: 'vault-corrupt' });
    }
  });
});

describe('a recovery slot', () => {
  it('opens with its code alone, in its own vault, as it was made', async () => {
    const code = drawRecoveryCode();
    const slot = await makeRecoverySlot(vaultId, key, code.bytes);
    expect(await openRecoverySlot(vaultId, slot, code.bytes)).toEqual(key);
    expect(await openRecoverySlot(vaultId, slot, drawRecoveryCode().bytes)).toBeUndefined();
    expect(await openRecoverySlot(randomId(), slot, code.bytes)).toBeUndefined();
    expect(await openRecoverySlot(vaultId, { ...slot, id: randomId() }, code.bytes)).toBeUndefined();
    const salted = { ...slot, params: { salt: toBase64url(randomBytes(16)) } };
    expect(await openRecoverySlot(vaultId, salted, code.bytes)).toBeUndefined();
    expect(() => openRecoverySlot(vaultId, { ...slot, params: {} }, code.bytes)).toThrow();
  });
});

describe('a recovery code', () => {
  it('is seven groups of four, and is read however it was typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (data) => {
        const bytes = new Uint8Array(data);
        const text = printRecoveryCode(bytes);
        expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
        const typed = [
          text.toLowerCase(),
          text.replaceAll('-', ''),
          ` ${text.replaceAll('-', ' ')}\n`,
          text.replaceAll('-', '\u2013'),
          text.replaceAll('0', 'O').replaceAll('1', 'l'),
          text.replaceAll('0', 'o').replaceAll('1', 'I'),
        ];
        for (const variant of typed) expect(readRecoveryCode(variant)).toEqual(bytes);
      }),
    );
  });

  it('with a slip in it is no code, save once in thousands', () => {
    const slips = fc.record({ at: fc.nat(27), by: fc.integer({ min: 1, max: 31 }) });
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    let unnoticed = 0;
    let tried = 0;
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), slips, (data, { at, by }) => {
        const text = printRecoveryCode(new Uint8Array(data)).replaceAll('-', '');
        const wrong = alphabet.charAt((alphabet.indexOf(text.charAt(at)) + by) % 32);
        const slipped = text.slice(0, at) + wrong + text.slice(at + 1);
        tried++;
        if (readRecoveryCode(slipped)) unnoticed++;
      }),
      { numRuns: 2000 },
    );
    expect(unnoticed / tried).toBeLessThan(0.005);
    expect(['', 'ABCD', 'U'.repeat(28), '0'.repeat(29), 'x'.repeat(1e6)].map(readRecoveryCode)).toEqual(
      Array(5).fill(undefined),
    );
  });
});
