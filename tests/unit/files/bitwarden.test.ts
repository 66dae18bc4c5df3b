import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { format, importer } from '../../../lib/files/bitwarden-json';
import { format as lockedFormat } from '../../../lib/files/bitwarden-locked-json';
import { encodeText } from '../../../lib/vault/crypto';
import { spent } from '../spent';
import { makeItem, NOW, nastyTexts, PASSPHRASE } from './items';

const options = { passphrase: PASSPHRASE, now: NOW };
const parse = (file: Uint8Array) => JSON.parse(new TextDecoder().decode(file));
const encode = (value: unknown) => encodeText(JSON.stringify(value));

/** Opens an export as it is described, with Node's own primitives. */
function unlock(file: { salt: string; kdfIterations: number; data: string }): unknown {
  const key = pbkdf2Sync(PASSPHRASE, file.salt, file.kdfIterations, 32, 'sha256');
  const expand = (info: string) => createHmac('sha256', key).update(`${info}\x01`).digest();
  const [iv, sealed, tag] = file.data
    .slice(2)
    .split('|')
    .map((part) => Buffer.from(part, 'base64'));
  const mac = createHmac('sha256', expand('mac'))
    .update(Buffer.concat([iv!, sealed!]))
    .digest();
  expect(mac.equals(tag!)).toBe(true);
  const decipher = createDecipheriv('aes-256-cbc', expand('enc'), iv!);
  return JSON.parse(Buffer.concat([decipher.update(sealed!), decipher.final()]).toString());
}

describe('the plain export', () => {
  it('brings back what was written', async () => {
    const item = makeItem();
    const { label, account, secret, url, notes, tags, created, client, device, protocols, secretChanged } =
      item;
    const folder = 'App passwords/Acme';
    const own = { created, client, device, protocols, secretChanged };
    expect(await importer.read(await format.write([item], options), '')).toEqual([
      { label, account, secret, url, notes, tags, folder, ...own },
    ]);
  });

  it('has a folder for each provider, and never offers the secret on a page', async () => {
    const items = [makeItem(), makeItem(), makeItem({ provider: 'mail', providerName: 'Mail', url: '' })];
    const file = parse(await format.write(items, options));
    expect(file.encrypted).toBe(false);
    expect(file.folders.map(({ name }: { name: string }) => name)).toEqual([
      'App passwords/Acme',
      'App passwords/Mail',
    ]);
    expect(file.items.map(({ folderId }: { folderId: string }) => folderId)).toEqual(
      [0, 0, 1].map((at) => file.folders[at].id),
    );
    expect(file.items[0].login.uris).toEqual([{ match: 5, uri: items[0]?.url }]);
    expect(file.items[2].login.uris).toEqual([]);
    expect(file.items[0].fields).toContainEqual({
      name: 'Next check',
      value: '2026-08-01',
      type: 0,
      linkedId: null,
    });
  });

  it('keeps every text as it is', async () => {
    const items = nastyTexts.map((text) =>
      makeItem({ secret: text, label: text, notes: text, account: text }),
    );
    const found = await importer.read(await format.write(items, options), '');
    for (const key of ['secret', 'label', 'notes', 'account'] as const) {
      expect(found.map((one) => one[key])).toEqual(nastyTexts);
    }
  });

  it('of others: collections for folders; no cards, no empty passwords, nothing thrown away', async () => {
    const login = (password: string | null) => ({ type: 1, name: 'x', login: { password } });
    const file = encode({
      encrypted: false,
      collections: [{ id: 'c', name: 'Team' }],
      items: [
        { ...login('a'), collectionIds: ['c'], fields: [{ name: null, value: null, type: 0 }] },
        login(null),
        { ...login('b'), deletedDate: '2026-01-01T00:00:00Z' },
        { type: 3, name: 'card', card: { number: '1' } },
      ],
    });
    expect(await importer.read(file, '')).toEqual([
      { label: 'x', account: '', secret: 'a', url: '', notes: '', tags: [], folder: 'Team' },
    ]);
  });

  it.each([
    ['another kind of JSON', { a: 1 }],
    ['no items', { encrypted: false, items: {} }],
    ['an item that is none', { encrypted: false, items: [{ type: 1, login: { password: 5 } }] }],
    [
      'an export that is tied to an account',
      { encrypted: true, encKeyValidation_DO_NOT_EDIT: '2.a|b|c', items: [] },
    ],
  ])('%s is refused as a whole', async (_, value) => {
    await expect(importer.read(encode(value), PASSPHRASE)).rejects.toMatchObject({ code: 'file-invalid' });
  });

  it('nested deeper than allowed is refused', async () => {
    const nested = (depth: number) =>
      encodeText(`{"encrypted":false,"items":[],"more":${'['.repeat(depth)}${']'.repeat(depth)}}`);
    expect(await importer.read(nested(99), '')).toEqual([]);
    await expect(importer.read(nested(100), '')).rejects.toMatchObject({ code: 'file-invalid' });
  });

  const size = 31 * 1024 * 1024;
  it.each([
    ['nested lists', '[', ''],
    ['nested objects', '{"a":', ''],
    ['objects', '{},', ''],
    ['lists', '[],', ''],
    ['an open string', '\\"', '"'],
  ])('32 MiB of %s end soon', async (_, part, before) => {
    const file = encodeText(`{"encrypted":false,"items":[${before}${part.repeat(size / part.length)}`);
    const started = spent();
    const outcome = await importer.read(file, '').catch((error) => error.code);
    expect(['file-too-large', 'file-invalid']).toContain(outcome);
    expect(spent() - started).toBeLessThan(10_000);
  });
});

describe('the export with a password of its own', async () => {
  const item = makeItem();
  const file = await lockedFormat.write([item], options);

  it('is made as Bitwarden describes it', () => {
    const outer = parse(file);
    expect(outer).toMatchObject({
      encrypted: true,
      passwordProtected: true,
      kdfType: 0,
      kdfIterations: 600_000,
    });
    expect(unlock(outer)).toMatchObject({ encrypted: false, items: [{ login: { password: item.secret } }] });
    expect(new TextDecoder().decode(file)).not.toContain(item.secret);
  });

  it('opens with its password and no other', async () => {
    expect(importer.isLocked(file)).toBe(true);
    expect(await importer.read(file, PASSPHRASE)).toMatchObject([{ secret: item.secret, tags: item.tags }]);
    await expect(importer.read(file, 'wrong')).rejects.toMatchObject({ code: 'file-wrong-passphrase' });
  });

  it('is refused when its data were changed', async () => {
    const outer = parse(file);
    const at = outer.data.length / 2;
    const data = `${outer.data.slice(0, at)}${outer.data[at] === 'A' ? 'B' : 'A'}${outer.data.slice(at + 1)}`;
    await expect(importer.read(encode({ ...outer, data }), PASSPHRASE)).rejects.toMatchObject({
      code: 'file-invalid',
    });
  });

  it.each([
    { kdfIterations: 4999 },
    { kdfIterations: 2_000_001 },
    { kdfIterations: 1e12 },
    { kdfIterations: '600000' },
    { kdfType: 2 },
    { kdfType: 1 },
    { kdfType: 1, kdfIterations: 3, kdfMemory: 1025, kdfParallelism: 4 },
    { kdfType: 1, kdfIterations: 11, kdfMemory: 64, kdfParallelism: 4 },
    { kdfType: 1, kdfIterations: 3, kdfMemory: 64, kdfParallelism: 17 },
    { salt: '' },
    { data: 'not sealed' },
    { data: '2.AAAA|AA AA|AAAA' },
    { data: '2.AAAA|AAAA' },
    { data: '2.AAAA|AAAA|AAAA|AAAA' },
    { data: '2.AAAA||AAAA' },
    { encKeyValidation_DO_NOT_EDIT: '3.AAAA|AAAA|AAAA' },
  ])('is refused before any work with %o', async (change) => {
    const trap = encode({ ...parse(file), ...change });
    const taken: number[] = [];
    for (let run = 0; run < 5; run++) {
      const started = spent();
      await expect(importer.read(trap, PASSPHRASE)).rejects.toMatchObject({ code: 'file-invalid' });
      taken.push(spent() - started);
    }
    expect(Math.min(...taken)).toBeLessThan(5);
  });
});
