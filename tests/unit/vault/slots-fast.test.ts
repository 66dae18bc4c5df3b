import { afterEach, describe, expect, it, vi } from 'vitest';
import { toBase64url } from '../../../lib/base64';
import * as primitives from '../../../lib/vault/crypto';
import { randomBytes, randomId } from '../../../lib/vault/crypto';
import {
  costOf,
  drawRecoveryCode,
  MOST_COST,
  makePassphraseSlot,
  makeRecoverySlot,
  openPassphraseSlot,
  openRecoverySlot,
  printRecoveryCode,
  readRecoveryCode,
} from '../../../lib/vault/slots';

vi.mock('../../../lib/vault/crypto', async (load) => {
  const fast = (await import('./fast-stretching')).withoutStretching(await load());
  return { ...fast, openAes: vi.fn(fast.openAes), argon2id: vi.fn(fast.argon2id) };
});
const { argon2id, openAes } = vi.mocked(primitives);

const vaultId = randomId();
const key = randomBytes(32);
const passphrase = 'correct horse';
const isBlank = (data: unknown) => data instanceof Uint8Array && data.every((byte) => byte === 0);

afterEach(() => {
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

describe('a passphrase', () => {
  it.each(['', 'seven77', '🔑🔑🔑🔑🔑🔑🔑'])(
    'of fewer than 8 characters makes no slot: %s',
    async (short) => {
      await expect(makePassphraseSlot(vaultId, key, short)).rejects.toMatchObject({
        code: 'vault-weak-passphrase',
        message: 'the passphrase is too short',
      });
    },
  );

  it.each(['eight888', '🔑🔑🔑🔑🔑🔑🔑🔑'])('of 8 does: %s', async (long) => {
    const slot = await makePassphraseSlot(vaultId, key, long);
    expect(slot).toMatchObject({ kind: 'passphrase', id: expect.stringMatching(/^[\w-]{22}$/) });
    expect(await openPassphraseSlot(vaultId, slot, long)).toEqual(key);
    expect(await openPassphraseSlot(vaultId, slot, `${long} `)).toBeUndefined();
  });

  it('opens its slot in its own vault and as it was made alone', async () => {
    const slot = await makePassphraseSlot(vaultId, key, passphrase);
    const { params } = slot;
    const moved = [
      openPassphraseSlot(randomId(), slot, passphrase),
      openPassphraseSlot(vaultId, { ...slot, id: randomId() }, passphrase),
      openPassphraseSlot(vaultId, { ...slot, kind: 'recovery' }, passphrase),
      openPassphraseSlot(vaultId, { ...slot, params: { ...params, p: 5 } }, passphrase),
    ];
    expect(await Promise.all(moved)).toEqual([undefined, undefined, undefined, undefined]);
    // What it costs is what the slot says.
    expect(argon2id.mock.calls.at(-1)?.[2]).toEqual({ m: 65_536, t: 3, p: 5 });
  });
});

describe('a slot', () => {
  const salt = (size: number) => toBase64url(new Uint8Array(size));
  const passphraseSlot = (params: object) => ({
    ...{ id: randomId(), kind: 'passphrase', sealed: salt(60) },
    params: { m: 65_536, t: 3, p: 4, salt: salt(16), ...params },
  });
  const recoverySlot = (params: Record<string, unknown>) => ({
    ...{ id: randomId(), kind: 'recovery', sealed: salt(60), params },
  });

  it.each([
    [{}, 65_536 * 3],
    [{ p: 1, salt: salt(64) }, 65_536 * 3],
    [{ m: 1_048_576, t: 16, p: 16 }, MOST_COST],
    [{ m: 1_048_577 }, undefined],
    [{ m: 65_535 }, undefined],
    [{ t: 17 }, undefined],
    [{ t: 2 }, undefined],
    [{ p: 0 }, undefined],
    [{ p: 1.5 }, undefined],
    [{ t: 3.5 }, undefined],
    [{ salt: salt(15) }, undefined],
    [{ salt: salt(65) }, undefined],
    [{ salt: '!'.repeat(22) }, undefined],
    [{ salt: undefined }, undefined],
    [{ more: 1 }, undefined],
  ])('for a passphrase with %j costs %s', async (params, cost) => {
    const slot = passphraseSlot(params);
    expect(costOf(slot)).toBe(cost);
    if (cost !== undefined) return expect(await openPassphraseSlot(vaultId, slot, 'x')).toBeUndefined();
    expect(() => openPassphraseSlot(vaultId, slot, 'x')).toThrow(
      expect.objectContaining({ code: 'vault-corrupt', message: 'passphrase slot out of bounds' }),
    );
  });

  it.each([
    [{ salt: salt(16) }, 0],
    [{ salt: salt(64) }, 0],
    [{ salt: salt(15) }, undefined],
    [{ salt: salt(65) }, undefined],
    [{}, undefined],
    [{ salt: salt(16), more: 1 }, undefined],
  ])('for a recovery code with %j costs %s', async (params, cost) => {
    const slot = recoverySlot(params);
    expect(costOf(slot)).toBe(cost);
    if (cost !== undefined)
      return expect(await openRecoverySlot(vaultId, slot, new Uint8Array(16))).toBeUndefined();
    expect(() => openRecoverySlot(vaultId, slot, new Uint8Array(16))).toThrow(
      expect.objectContaining({ code: 'vault-corrupt', message: 'recovery slot out of bounds' }),
    );
  });

  it('that is not sealed in our letters costs nothing, because it is not tried', async () => {
    const odd = { ...passphraseSlot({}), sealed: '!' };
    expect(costOf(odd)).toBeUndefined();
    await expect(openPassphraseSlot(vaultId, odd, passphrase)).rejects.toMatchObject({
      code: 'vault-corrupt',
      message: 'slot is not base64url',
    });
    expect(argon2id).not.toHaveBeenCalled();
  });

  it('that wraps a key of another length opens nothing', async () => {
    const code = drawRecoveryCode().bytes;
    for (const size of [0, 16, 31, 33]) {
      const slot = await makeRecoverySlot(vaultId, randomBytes(size), code);
      expect(await openRecoverySlot(vaultId, slot, code), String(size)).toBeUndefined();
    }
  });

  it('that would not open again, or with another key, is not returned', async () => {
    for (const opened of [undefined, randomBytes(32), randomBytes(31)]) {
      openAes.mockResolvedValueOnce(opened);
      await expect(makePassphraseSlot(vaultId, key, passphrase)).rejects.toMatchObject({
        code: 'vault-unreadable',
        message: 'the slot does not open',
      });
      if (opened) expect(isBlank(opened)).toBe(true);
    }
  });

  it('leaves no key and no passphrase in the arrays that it took to make or to open it', async () => {
    const importing = vi.spyOn(crypto.subtle, 'importKey');
    const slot = await makePassphraseSlot(vaultId, key, passphrase);
    await openPassphraseSlot(vaultId, slot, passphrase);
    const raw = importing.mock.calls.map(([, bytes]) => bytes);
    const typed = argon2id.mock.calls.map(([bytes]) => bytes);
    const tried = await openAes.mock.results[0]?.value;
    expect([raw.length, typed.length]).toEqual([2, 2]);
    expect([...raw, ...typed, tried].filter((bytes) => !isBlank(bytes))).toEqual([]);
    argon2id.mockRejectedValueOnce(new Error('no memory'));
    await expect(openPassphraseSlot(vaultId, slot, passphrase)).rejects.toThrow('no memory');
    expect(isBlank(argon2id.mock.lastCall?.[0])).toBe(true);
  });
});

describe('a recovery code', () => {
  it('of zeros, or of the largest number, is one like any other', () => {
    for (const byte of [0, 1, 255]) {
      const bytes = new Uint8Array(16).fill(byte);
      expect(readRecoveryCode(printRecoveryCode(bytes))).toEqual(bytes);
    }
    expect(printRecoveryCode(new Uint8Array(16))).toMatch(/^(0000-){6}/);
    expect(printRecoveryCode(new Uint8Array(16).fill(255))).toMatch(/^(ZZZZ-){6}/);
  });

  it('that is drawn is the one that is printed, and another every time', () => {
    const drawn = Array.from({ length: 100 }, drawRecoveryCode);
    for (const { bytes, text } of drawn) expect(readRecoveryCode(text)).toEqual(bytes);
    expect(new Set(drawn.map(({ text }) => text)).size).toBe(100);
    for (const { bytes } of drawn) expect(bytes).toHaveLength(16);
  });

  it('is looked for in 200 characters and no more', () => {
    const bytes = new Uint8Array(16).fill(9);
    const text = printRecoveryCode(bytes);
    expect(readRecoveryCode(text.padEnd(200))).toEqual(bytes);
    expect(readRecoveryCode(text.padEnd(201))).toBeUndefined();
  });

  it('has 28 characters: one more is a slip, also a zero in front that changes no number', () => {
    const text = printRecoveryCode(new Uint8Array(16)).replaceAll('-', '');
    const slips = [`0${text}`, text.slice(1), `${text}0`, text.slice(0, -1), '0', ''];
    expect(slips.map(readRecoveryCode)).toEqual(slips.map(() => undefined));
  });

  it('is read in wide letters, too', () => {
    const bytes = new Uint8Array(16).fill(77);
    const wide = printRecoveryCode(bytes).replaceAll(/[^-]/g, (one) =>
      String.fromCharCode(one.charCodeAt(0) + 0xfee0),
    );
    expect(readRecoveryCode(wide)).toEqual(bytes);
  });

  it('never has a foreign character in it, whatever the others are', () => {
    let text = '';
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    for (let round = 0; round < 40_000; round++) {
      const [, ...rest] = Array.from(randomBytes(28), (byte) => alphabet[byte % 32]);
      text = ['U', ...rest].join('');
      if (readRecoveryCode(text) !== undefined) break;
      text = '';
    }
    expect(text).toBe('');
  });
});
