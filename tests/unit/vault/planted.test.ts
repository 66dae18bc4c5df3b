import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { connectVault, type OpenVault } from '../../../lib/vault/vault';
import { type Dump, dumpDatabase, keyIn, loadDatabase, plantRow } from './database';
import { draft, takenCapture } from './fixtures';
import { createVault } from './made';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('./fast-stretching')).withoutStretching(await load());
});

const NAME = 'planted';
let key: Uint8Array;
let clean: Dump;
let scanner: string;
let phone: string;
const reopen = (): Promise<OpenVault> => connectVault({ name: NAME }).open(key);
const plant = (row: string, value: unknown) => plantRow(NAME, 'records', row, value);

beforeAll(async () => {
  const vault = connectVault({ name: NAME });
  key = (await createVault(vault, 'correct horse battery')).key;
  const open = await vault.open(key);
  scanner = (await open.add(draft('Scanner'), 'scanner-secret')).id;
  phone = (await open.add(draft('Phone'), 'phone-secret')).id;
  clean = await dumpDatabase(NAME);
});
beforeEach(() => loadDatabase(NAME, clean));

it('one row whose key reads like two of ours hides nothing', async () => {
  const rows = [scanner, phone].map((id) => keyIn(clean, `secret/${id}`)).sort();
  for (const row of rows) await plant(row, undefined);
  await plant(rows.join('\n'), new Uint8Array(10));
  const { warnings } = await (await reopen()).list();
  expect(warnings.map(({ kind }) => kind).sort()).toEqual([
    'record-missing',
    'record-missing',
    'record-unknown',
  ]);
});

it('rows at any revision hide nothing where the manifest is damaged: what opens is what counts', async () => {
  await plantRow(NAME, 'meta', 'manifest', undefined);
  for (const revision of [500, 2 ** 31 - 1, 2 ** 31, 2 ** 33, 2 ** 40, 2 ** 53]) {
    await plant(`secret/${scanner}/${revision}`, new Uint8Array(551).fill(1));
  }
  const open = await reopen();
  expect(await open.secret(scanner)).toBe('scanner-secret');
  const { id } = await open.add(draft('Tablet'), 'tablet-secret');
  await open.replaceSecret(scanner, 'another-secret');
  const later = await reopen();
  expect(await later.secret(scanner)).toBe('another-secret');
  expect(await later.secret(phone)).toBe('phone-secret');
  expect(await later.secret(id)).toBe('tablet-secret');
});

it('a counter row of any kind neither stops a write nor hides one', async () => {
  for (const counter of [undefined, Number.NaN, -1, 2, 3, 4, 2 ** 53, 'three', { a: 1 }, [3]]) {
    await loadDatabase(NAME, clean);
    const open = await reopen();
    await plantRow(NAME, 'meta', 'counter', counter);
    const other = await reopen();
    const a = await open.add(draft('Tablet'), 'tablet-secret');
    const b = await other.add(draft('Camera'), 'camera-secret');
    const later = await reopen();
    expect(await later.secret(a.id), String(counter)).toBe('tablet-secret');
    expect(await later.secret(b.id), String(counter)).toBe('camera-secret');
    expect((await later.list()).entries).toHaveLength(4);
  }
});

it('a capture under another key, or with another id, is named and stops nothing', async () => {
  const vault = connectVault({ name: NAME });
  await vault.sealCapture(takenCapture('capture-one'));
  await vault.sealCapture(takenCapture('capture-two'));
  const row = (await dumpDatabase(NAME))['inbox']?.find(([id]) => id === 'capture-one')?.[1] as object;
  await plantRow(NAME, 'inbox', 'capture-three', { ...row, state: 'kept' });
  await plantRow(NAME, 'inbox', 'capture-one', { ...row, id: 'capture-four' });
  const open = await reopen();
  expect((await open.list()).warnings).toEqual([{ kind: 'capture-damaged', id: 'capture-three' }]);
  for (const { capture } of await open.inbox()) await open.takeCapture(capture.id, () => draft(capture.id));
  expect((await open.list()).entries.map(({ label }) => label).sort()).toEqual([
    'Phone',
    'Scanner',
    'capture-one',
    'capture-two',
  ]);
});
