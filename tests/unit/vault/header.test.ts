import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { argon2id } from '../../../lib/vault/crypto';
import { connectVault, type OpenVault } from '../../../lib/vault/vault';
import { type Dump, dumpDatabase, loadDatabase, plantRow } from './database';
import { draft, takenCapture } from './fixtures';
import { createVault } from './made';

vi.mock('../../../lib/vault/crypto', async (load) => {
  const fast = (await import('./fast-stretching')).withoutStretching(await load());
  return { ...fast, argon2id: vi.fn(fast.argon2id) };
});
/** Counts from now how often a passphrase is stretched. */
function stretchings(): () => number {
  vi.mocked(argon2id).mockClear();
  return () => vi.mocked(argon2id).mock.calls.length;
}

const NAME = 'headed';
let key: Uint8Array;
let newer: Dump;
const reopen = (): Promise<OpenVault> => connectVault({ name: NAME }).open(key);

beforeAll(async () => {
  const vault = connectVault({ name: NAME });
  key = (await createVault(vault, 'correct horse battery')).key;
  await vault.sealCapture(takenCapture('capture-one'));
  vault.close();
  newer = await dumpDatabase(NAME);
});
beforeEach(() => loadDatabase(NAME, newer));

describe('the header', () => {
  const header = () =>
    structuredClone(newer['meta']?.find(([row]) => row === 'header')?.[1]) as {
      publicKey: string;
      slots: object[];
      format: number;
      future?: string;
    };

  it('with another public key: said and repaired', async () => {
    await plantRow(NAME, 'meta', 'header', { ...header(), publicKey: `${'A'.repeat(42)}E` });
    const open = await reopen();
    expect((await open.list()).warnings).toEqual([{ kind: 'public-key-replaced' }]);
    await connectVault({ name: NAME }).sealCapture(takenCapture('capture-two'));
    expect((await open.inbox()).map(({ capture }) => capture.id).sort()).toEqual([
      'capture-one',
      'capture-two',
    ]);
    const later = await reopen();
    expect((await later.list()).warnings).toEqual([{ kind: 'public-key-replaced' }]);
    await later.confirmWarnings([{ kind: 'public-key-replaced' }]);
    expect((await (await reopen()).list()).warnings).toEqual([]);
  });

  it('with a slot put back or taken away: replaced', async () => {
    await plantRow(NAME, 'meta', 'header', { ...header(), slots: header().slots.slice(1) });
    expect((await (await reopen()).list()).warnings).toEqual([{ kind: 'record-replaced', id: 'header' }]);
  });

  it('of a later format: too new, and nothing is touched', async () => {
    for (const copy of ['header', 'header-copy']) {
      await plantRow(NAME, 'meta', copy, { ...header(), format: 2, slots: 'elsewhere' });
    }
    const before = await dumpDatabase(NAME);
    const vault = connectVault({ name: NAME });
    const tries = [
      vault.status(),
      vault.create('correct horse battery'),
      vault.unlock({ kind: 'passphrase', passphrase: 'correct horse battery' }),
      vault.open(key),
      vault.sealCapture(takenCapture('capture-two')),
      vault.keepCapture('capture-one', { label: 'x' }),
    ];
    for (const result of await Promise.allSettled(tries)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'vault-too-new' } });
    }
    expect(await dumpDatabase(NAME)).toEqual(before);
    await vault.erase();
    expect(await vault.status()).toEqual({ exists: false });
  });

  const unreadable = (): unknown[] => [
    undefined,
    7,
    {},
    { ...header(), format: 'one' },
    { ...header(), slots: [{ id: 1 }] },
  ];
  /** Still headers, with one field wrong. */
  const altered = (): object[] => [
    { ...header(), vaultId: 'x'.repeat(22) },
    { ...header(), created: 1 },
    { ...header(), slots: [] },
    { ...header(), slots: header().slots.map((slot) => ({ ...slot, sealed: 'AAAA' })) },
    { ...header(), slots: header().slots.map((slot) => ({ ...slot, params: {} })) },
    { ...header(), publicKey: '' },
    { ...header(), future: 'yes' },
  ];

  it('damaged in either copy costs nothing, and is repaired', async () => {
    for (const copy of ['header', 'header-copy']) {
      for (const value of [...unreadable(), ...altered()]) {
        await loadDatabase(NAME, newer);
        await plantRow(NAME, 'meta', copy, value);
        const vault = connectVault({ name: NAME });
        const name = `${copy} ${JSON.stringify(value)}`;
        expect((await vault.status()).exists, name).toBe(true);
        await expect(vault.create('correct horse battery'), name).rejects.toMatchObject({
          code: 'vault-exists',
        });
        await vault.sealCapture(takenCapture('capture-two'));
        await vault.keepCapture('capture-two', { label: 'Kept' });
        const unlocked = await vault.unlock({ kind: 'passphrase', passphrase: 'correct horse battery' });
        expect(unlocked, name).toEqual(key);
        const open = await vault.open(unlocked);
        const inbox = await open.inbox();
        expect(inbox.map(({ capture, answer }) => `${capture.id} ${answer?.label}`).sort(), name).toEqual([
          'capture-one undefined',
          'capture-two Kept',
        ]);
        const repaired = (await dumpDatabase(NAME))['meta'];
        const [one, two] = ['header', 'header-copy'].map(
          (row) => repaired?.find(([other]) => other === row)?.[1],
        );
        expect(one, name).toEqual(header());
        expect(two, name).toEqual(header());
        expect((await open.list()).warnings.length, name).toBe(
          copy === 'header-copy' && value === undefined ? 0 : 1,
        );
      }
    }
  });

  it('that is not one, in both copies: corrupt', async () => {
    for (const value of unreadable().slice(1)) {
      await plantRow(NAME, 'meta', 'header', value);
      await plantRow(NAME, 'meta', 'header-copy', value);
      await expect(connectVault({ name: NAME }).status()).rejects.toMatchObject({ code: 'vault-corrupt' });
    }
  });

  it('full of planted slots: the owner’s is tried, and not more work than one slot may be', async () => {
    const own = header().slots[0] as { kind: string; params: object };
    const dear = { ...own, params: { ...own.params, m: 1_048_576, t: 16 } };
    const planted = Array.from({ length: 30 }, (_, i) => ({ ...dear, id: `planted-slot-${i}` }));
    await plantRow(NAME, 'meta', 'header', { ...header(), slots: [...planted, ...header().slots] });
    const tried = stretchings();
    const vault = connectVault({ name: NAME });
    expect(await vault.unlock({ kind: 'passphrase', passphrase: 'correct horse battery' })).toEqual(key);
    expect(tried()).toBe(1);
    await expect(vault.unlock({ kind: 'passphrase', passphrase: 'another horse' })).rejects.toMatchObject({
      code: 'vault-wrong-passphrase',
    });
    expect(tried()).toBeLessThanOrEqual(3);
  });
});

describe('the inbox', () => {
  it('with a damaged capture: said, kept, the others opened', async () => {
    const vault = connectVault({ name: NAME });
    await vault.sealCapture(takenCapture('capture-two'));
    const row = (await dumpDatabase(NAME))['inbox']?.find(([id]) => id === 'capture-one')?.[1] as {
      sealed: Uint8Array;
    };
    const sealed = row.sealed.slice();
    sealed[200] = (sealed[200] ?? 0) ^ 4;
    await plantRow(NAME, 'inbox', 'capture-one', { ...row, sealed });
    const open = await reopen();
    expect((await open.list()).warnings).toEqual([{ kind: 'capture-damaged', id: 'capture-one' }]);
    expect((await open.inbox()).map(({ capture }) => capture.id)).toEqual(['capture-two']);
    await expect(open.takeCapture('capture-one', () => draft('x'))).rejects.toMatchObject({
      code: 'vault-corrupt',
    });
    expect(await open.exportDamaged()).toMatchObject([{ id: 'capture-one', kind: 'capture' }]);
    expect(await vault.inboxCount()).toEqual({ waiting: 2, kept: 0 });
  });

  it('with two captures swapped, or garbage for rows: damaged', async () => {
    const vault = connectVault({ name: NAME });
    await vault.sealCapture(takenCapture('capture-two'));
    const rows = new Map((await dumpDatabase(NAME))['inbox'] as [string, { sealed: Uint8Array }][]);
    await plantRow(NAME, 'inbox', 'capture-one', {
      ...rows.get('capture-one'),
      sealed: rows.get('capture-two')?.sealed,
    });
    await plantRow(NAME, 'inbox', 'capture-three', 'garbage');
    const open = await reopen();
    expect(new Set((await open.list()).warnings.map(({ kind }) => kind))).toEqual(
      new Set(['capture-damaged']),
    );
    expect((await open.inbox()).map(({ capture }) => capture.id)).toEqual(['capture-two']);
  });
});
