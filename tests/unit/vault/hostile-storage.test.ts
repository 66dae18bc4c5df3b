import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { highest } from '../../../lib/vault/contents';
import { compareRows } from '../../../lib/vault/manifest';
import { connectVault, type OpenVault } from '../../../lib/vault/vault';
import { spent } from '../spent';
import { type Dump, dumpDatabase, keyIn, loadDatabase, plantRow, valueIn } from './database';
import { draft, takenCapture } from './fixtures';
import { createVault } from './made';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('./fast-stretching')).withoutStretching(await load());
});

const NAME = 'hostile storage';
const PASSPHRASE = 'correct horse battery';
let key: Uint8Array;
let clean: Dump;
let scanner: string;
const vault = connectVault({ name: NAME });
const reopen = (): Promise<OpenVault> => connectVault({ name: NAME }).open(key);
const header = () => clean['meta']?.find(([row]) => row === 'header')?.[1] as { slots: object[] };

/** Plants rows under keys of any kind. */
async function plant(store: string, rows: readonly (readonly [IDBValidKey, unknown])[]): Promise<void> {
  const database = await openDB(NAME);
  const transaction = database.transaction(store, 'readwrite');
  for (const [row, value] of rows) void transaction.store.put(value, row);
  await transaction.done;
  database.close();
}

beforeAll(async () => {
  key = (await createVault(vault, PASSPHRASE)).key;
  const open = await vault.open(key);
  scanner = (await open.add(draft('Scanner'), 'scanner-secret')).id;
  clean = await dumpDatabase(NAME);
});
beforeEach(() => loadDatabase(NAME, clean));

/** Everything that a vault is for still works, and nothing but what was planted is said. */
async function expectWhole(name: string): Promise<OpenVault> {
  const other = connectVault({ name: NAME });
  expect((await other.status()).exists, name).toBe(true);
  expect(await other.unlock({ kind: 'passphrase', passphrase: PASSPHRASE }), name).toEqual(key);
  await other.sealCapture(takenCapture('capture-new'));
  const open = await reopen();
  expect(await open.secret(scanner), name).toBe('scanner-secret');
  const { id } = await open.add(draft('Tablet'), 'tablet-secret');
  await open.check();
  await open.exportDamaged();
  await open.repair();
  const later = await reopen();
  expect(await later.secret(id), name).toBe('tablet-secret');
  expect(
    (await later.inbox()).map(({ capture }) => capture.id),
    name,
  ).toContain('capture-new');
  const next = await later.changeKey('eleven walnut ferries');
  const last = await connectVault({ name: NAME }).open(next.key);
  expect(await last.secret(scanner), name).toBe('scanner-secret');
  return last;
}

/** What the browser's storage takes beside plain data. */
const strange = (): [string, unknown][] => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  let deep: unknown = 1;
  for (let i = 0; i < 1_500; i++) deep = [deep];
  return [
    ['a big integer', 1n],
    ['a cycle', cyclic],
    ['depth', deep],
    ['a date', new Date(0)],
    ['a broken date', new Date(Number.NaN)],
    ['a map', new Map([[1, 2]])],
    ['bytes', new Uint8Array(3)],
    ['no number', Number.NaN],
    ['a long text', 'x'.repeat(3_000_000)],
  ];
};

describe('one copy of the header', () => {
  it.each(strange())('that holds %s costs nothing', async (name, value) => {
    for (const copy of ['header', 'header-copy']) {
      for (const planted of [
        { ...header(), more: value },
        { ...header(), created: value },
        { ...header(), slots: header().slots.map((slot) => ({ ...slot, params: { salt: value } })) },
        value,
      ]) {
        await loadDatabase(NAME, clean);
        await plant('meta', [[copy, planted]]);
        await expectWhole(`${copy} ${name}`);
      }
    }
  });

  it('that claims a later format costs nothing: a later version writes both', async () => {
    for (const copy of ['header', 'header-copy']) {
      for (const planted of [{ format: 2 }, { ...header(), format: 2 }]) {
        await loadDatabase(NAME, clean);
        await plant('meta', [[copy, planted]]);
        await expectWhole(copy);
      }
    }
  });
});

describe('rows that are not ours', () => {
  const keys: IDBValidKey[] = [5, 12_345_678, -1, 2 ** 53, new Date(0), [], ['secret/12345678/3'], [[['x']]]];
  const bytes = new Uint8Array(543).fill(1);

  it.each(['records', 'inbox', 'damaged', 'meta'])('under keys of every kind, among %s', async (store) => {
    await plant(
      store,
      [...keys, new Uint8Array(4), 'x'.repeat(100_000), ''].map((row) => [row, bytes] as const),
    );
    await expectWhole(store);
  });

  it('are gone after repair, whatever their keys are, and so is what cannot be opened in the inbox', async () => {
    await plant(
      'records',
      [...keys, 'odd'].map((row) => [row, bytes] as const),
    );
    await plant(
      'inbox',
      [...keys, 'capture-odd'].map((row) => [row, { sealed: bytes, received: Number.NaN }] as const),
    );
    const open = await reopen();
    expect((await open.list()).warnings.length).toBeGreaterThan(2);
    await open.repair();
    expect((await open.list()).warnings).toEqual([]);
    const later = await reopen();
    expect(await later.check()).toEqual([]);
    expect(await vault.inboxCount()).toEqual({ waiting: 0, kept: 0 });
    const kinds = (await later.exportDamaged()).map(({ kind }) => kind);
    expect(kinds).toContain('odd');
    expect(kinds).toContain('capture');
  });

  it('do not stand in for one of ours that was taken away, under a list of its key', async () => {
    for (const kind of ['secret', 'list']) {
      await loadDatabase(NAME, clean);
      const row = keyIn(clean, `${kind}/`);
      await plantRow(NAME, 'records', row, undefined);
      await plant('records', [[[row], valueIn(clean, 'records', row)]]);
      const kinds = (await (await reopen()).list()).warnings.map((warning) => warning.kind);
      expect(kinds, kind).toContain('record-missing');
      expect(kinds, kind).toContain('record-unknown');
    }
  });

  it('in crowds do not keep the owner out, and go with one repair', async () => {
    await plant(
      'records',
      Array.from({ length: 5_000 }, (_, i) => [`secret/${scanner}/${1_000 + i}`, 1] as const),
    );
    const open = await reopen();
    expect(await open.secret(scanner)).toBe('scanner-secret');
    await open.add(draft('Tablet'), 'tablet-secret');
    await open.repair();
    expect((await open.list()).warnings).toEqual([]);
    expect((await dumpDatabase(NAME))['records']?.length).toBeLessThan(10);
  });

  it('in crowds larger than a call takes arguments are compared, one after the other', () => {
    const crowd = Array.from({ length: 300_000 }, (_, i) => `secret/${scanner}/${i}`);
    const expected = new Map([[`secret/${scanner}`, 400_000]]);
    const started = spent();
    const differences = compareRows(crowd, expected);
    expect(highest({ expected, differences })).toBe(400_000);
    expect(differences.unexpected.get(`secret/${scanner}`)).toHaveLength(300_000);
    // Each of them a copy of all before it would take minutes.
    expect(spent() - started).toBeLessThan(20_000);
  });

  it('with keys without end, and many of them, are named in a list that can be read', async () => {
    await plant(
      'records',
      Array.from({ length: 5_000 }, (_, i) => [`${'x'.repeat(5_000)} ${i}`, 1] as const),
    );
    const { warnings } = await (await reopen()).list();
    expect(JSON.stringify(warnings).length).toBeLessThan(50_000);
    expect(warnings.map(({ kind }) => kind)).toContain('record-unknown');
  });
});

describe('a row of the inbox', () => {
  it.each(strange())('that holds %s stops nothing', async (name, value) => {
    await vault.sealCapture(takenCapture('capture-one'));
    const [id, row] = (await dumpDatabase(NAME))['inbox']?.[0] ?? [];
    for (const field of ['state', 'sealed', 'answer', 'received', 'other', 'otherAnswer', 'id']) {
      await loadDatabase(NAME, clean);
      await plant('inbox', [
        [id ?? '', { ...(row as object), [field]: value }],
        ['capture-two', value],
      ]);
      await expectWhole(`${name} as ${field}`);
    }
  });

  it('under a key that is no text is none, however well it is sealed', async () => {
    await vault.sealCapture(takenCapture('12345678'));
    const row = (await dumpDatabase(NAME))['inbox']?.[0]?.[1] as object;
    await loadDatabase(NAME, clean);
    await plant('inbox', [[12_345_678, { ...row, state: 'kept' }]]);
    const open = await reopen();
    expect(await open.inbox()).toEqual([]);
    expect(await vault.inboxCount()).toEqual({ waiting: 0, kept: 0 });
  });
});
