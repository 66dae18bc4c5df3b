import { beforeAll, describe, expect, it } from 'vitest';
import { importAesKey, randomBytes } from '../../../lib/vault/crypto';
import { seal } from '../../../lib/vault/envelope';
import {
  compareRows,
  keyOf,
  type Memo,
  nameOf,
  openManifest,
  readExpected,
  readKey,
  sealManifest,
} from '../../../lib/vault/manifest';

const vaultId = 'V'.repeat(22);
const id = 'AAAAAAAAAAAAAAAAAAAAAA';
let key: CryptoKey;
beforeAll(async () => {
  key = await importAesKey(randomBytes(32));
});
const refused = { code: 'vault-corrupt', message: 'the manifest is not one' };

describe('a row key', () => {
  it('is told from its parts, and gives them back', () => {
    for (const kind of ['list', 'secret'] as const)
      for (const one of [id, 'x-_9'.repeat(2), 'z'.repeat(64)])
        for (const revision of [0, 1, 9, 10, 907, 2 ** 31, Number.MAX_SAFE_INTEGER]) {
          const row = keyOf(nameOf(kind, one), revision);
          expect(row).toBe(`${kind}/${one}/${revision}`);
          expect(readKey(row)).toEqual({ name: `${kind}/${one}`, kind, id: one, revision });
        }
  });

  it.each([
    ...['', 'list', `list/${id}`, `list/${id}/`, `/${id}/1`, `List/${id}/1`, `note/${id}/1`, `lists/${id}/1`],
    ...[`xlist/${id}/1`, `list/${id}/1/`, `list/${id}/1x`, `list/${id}/1\n`, ` list/${id}/1`, `list//1`],
    ...[`list/${'a'.repeat(7)}/1`, `list/${'a'.repeat(65)}/1`, `list/abcd.efgh/1`, `list/abcd/efgh/1`],
    ...[`list/${id}/01`, `list/${id}/-1`, `list/${id}/1.0`, `list/${id}/1e3`, `list/${id}/a`, `list/${id}/٣`],
    // More than a number can hold, and more digits than any of ours had.
    ...[`list/${id}/9007199254740993`, `list/${id}/12345678901234560`],
    ...[undefined, null, 7, {}, [], [`list/${id}`, '1']],
  ])('%j is none of ours', (row) => expect(readKey(row)).toBeUndefined());
});

describe('a manifest', () => {
  const expected = new Map([
    [`secret/${id}`, 12],
    [`list/${id}`, 3],
  ]);
  const memo: Memo = {
    notes: [{ kind: 'record-lost', id, label: 'Scanner' }, { kind: 'rolled-back' }],
    witnessed: true,
    rescued: true,
    serials: [{ name: 'settings', serial: 3 }],
    moved: [{ name: 'bridge acme', value: { key: [1, 2] } }],
  };

  it('says of a vault what it was given, in one order, and keeps what is noted beside it', async () => {
    const sealed = await sealManifest(key, { vaultId, counter: 12 }, expected, 'digest', memo);
    expect(await openManifest(key, vaultId, 12, sealed)).toEqual({
      keys: `list/${id}/3\nsecret/${id}/12`,
      header: 'digest',
      memo,
    });
  });

  it('of an empty vault promises nothing', async () => {
    const sealed = await sealManifest(key, { vaultId, counter: 0 }, new Map(), 'digest', {});
    const { keys, memo: none } = await openManifest(key, vaultId, 0, sealed);
    expect(none).toEqual({});
    expect(readExpected(keys.split('\n'))).toEqual(new Map());
  });

  it('opens with its own counter and in its own vault alone', async () => {
    const sealed = await sealManifest(key, { vaultId, counter: 12 }, expected, 'digest', {});
    for (const [where, counter] of [
      [vaultId, 11],
      ['W'.repeat(22), 12],
    ] as const)
      await expect(openManifest(key, where, counter, sealed)).rejects.toMatchObject({
        code: 'vault-corrupt',
      });
  });

  it.each<[string, unknown]>([
    ['a text', 'keys'],
    ['one without keys', { header: 'digest' }],
    ['one without the digest of a header', { keys: '' }],
    ['one with keys as a list', { keys: [`list/${id}/3`], header: 'digest' }],
    ['a note without a kind', { keys: '', header: 'digest', notes: [{ id }] }],
    ['notes that are no list', { keys: '', header: 'digest', notes: {} }],
    ['a rollback counter that is denied', { keys: '', header: 'digest', witnessed: false }],
    ['a rescue that is denied', { keys: '', header: 'digest', rescued: false }],
    ['something moved without a name', { keys: '', header: 'digest', moved: [{ value: 1 }] }],
  ])('is not %s, though it was sealed with the key', async (_, value) => {
    const place = { vaultId, kind: 'manifest', id: 'manifest', revision: 12 } as const;
    const sealed = await seal(key, place, value);
    await expect(openManifest(key, vaultId, 12, sealed)).rejects.toMatchObject(refused);
  });
});

describe('what is expected', () => {
  it('is the highest revision of each record, in any order of the keys', () => {
    const rows = ['list/aaaaaaaa/10', 'list/aaaaaaaa/9', 'secret/aaaaaaaa/0', 'list/bbbbbbbb/1'];
    const expected = new Map([
      ['list/aaaaaaaa', 10],
      ['secret/aaaaaaaa', 0],
      ['list/bbbbbbbb', 1],
    ]);
    expect(readExpected(rows)).toEqual(expected);
    expect(readExpected(rows.toReversed())).toEqual(expected);
  });

  it.each(['', '/', '/5', '7', 'list', 'list/aaaaaaaa/x', 'list/aaaaaaaa/-1'])(
    'is nothing by the key %j',
    (row) => expect(readExpected([row])).toEqual(new Map()),
  );
});

describe('rows beside what is expected', () => {
  const expected = new Map([
    ['list/aaaaaaaa', 4],
    ['secret/aaaaaaaa', 5],
    ['list/bbbbbbbb', 6],
  ]);

  it('are not stood in for by keys that only read like theirs', () => {
    const keys = [['list/aaaaaaaa/4'], ['list/bbbbbbbb/6'], 'secret/aaaaaaaa/5'] as unknown as string[];
    expect(compareRows(keys, expected).absent).toEqual(new Set(['list/aaaaaaaa', 'list/bbbbbbbb']));
  });

  it('that are all there differ in nothing', () => {
    const rows = ['list/aaaaaaaa/4', 'list/bbbbbbbb/6', 'secret/aaaaaaaa/5'];
    expect(compareRows(rows, expected)).toEqual({
      absent: new Set(),
      unexpected: new Map(),
      unknownKeys: [],
    });
  });

  it('are absent, unexpected or unknown, each by its name', () => {
    const rows = ['list/aaaaaaaa/4', 'list/bbbbbbbb/5', 'list/bbbbbbbb/7', 'list/cccccccc/1', 'else', 7];
    expect(compareRows(rows as string[], expected)).toEqual({
      absent: new Set(['secret/aaaaaaaa', 'list/bbbbbbbb']),
      unexpected: new Map([
        ['list/bbbbbbbb', [5, 7]],
        ['list/cccccccc', [1]],
      ]),
      unknownKeys: ['else', 7],
    });
  });
});
