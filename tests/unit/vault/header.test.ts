import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectVault, type OpenVault } from '../../../lib/vault/vault';
import { type Dump, dumpDatabase, loadDatabase, plantRow } from './database';
import { draft, takenCapture } from './people';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('./fast-stretching')).withoutStretching(await load());
});

const NAME = 'headed';
let key: Uint8Array;
let newer: Dump;
const reopen = (): Promise<OpenVault> => connectVault({ name: NAME }).open(key);

beforeAll(async () => {
  const vault = connectVault({ name: NAME });
  key = (await vault.create('correct horse battery')).key;
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
    expect((await (await reopen()).list()).warnings).toEqual([]);
  });

  it('with a slot put back or taken away: replaced', async () => {
    await plantRow(NAME, 'meta', 'header', { ...header(), slots: header().slots.slice(1) });
    expect((await (await reopen()).list()).warnings).toEqual([{ kind: 'record-replaced', id: 'header' }]);
  });

  it('of a later format: too new, and nothing is touched', async () => {
    await plantRow(NAME, 'meta', 'header', { ...header(), format: 2, slots: 'elsewhere' });
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

  it('that is not one: corrupt', async () => {
    for (const value of [7, {}, { ...header(), format: 'one' }, { ...header(), slots: [{ id: 1 }] }]) {
      await plantRow(NAME, 'meta', 'header', value);
      await expect(connectVault({ name: NAME }).status()).rejects.toMatchObject({ code: 'vault-corrupt' });
    }
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
    await expect(open.takeCapture('capture-one', draft('x'))).rejects.toMatchObject({
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
