import fc from 'fast-check';
import * as kdbxweb from 'kdbxweb';
import { describe, expect, it } from 'vitest';
import { format, importer, readDatabase, writeDatabase } from '../../../lib/files/kdbx';
import { sealContainer } from '../../../lib/files/kdbx-container';
import { encodeText } from '../../../lib/vault/crypto';
import { spent } from '../spent';
import { makeItem, NOW, nastyTexts, PASSPHRASE } from './items';

const options = { passphrase: PASSPHRASE, now: NOW };

async function roundTrip(...items: ReturnType<typeof makeItem>[]) {
  return importer.read(await format.write(items, options), PASSPHRASE);
}

/** A database as the library's own model writes it: an oracle that shares no code with our reader but the ciphers. */
async function makeForeign({ version = 4, kdf = 'Argon2d', cipher = 'Aes' as 'Aes' | 'ChaCha20' } = {}) {
  const credentials = new kdbxweb.Credentials(kdbxweb.ProtectedValue.fromString(PASSPHRASE));
  const base = kdbxweb.Kdbx.create(credentials, 'Foreign');
  base.setVersion(version as 3 | 4);
  if (version === 4) base.setKdf(kdf === 'Aes' ? kdbxweb.Consts.KdfId.Aes : kdbxweb.Consts.KdfId.Argon2d);
  base.header.dataCipherUuid = new kdbxweb.KdbxUuid(kdbxweb.Consts.CipherId[cipher]);
  if (version === 4 && kdf === 'Aes')
    base.header.kdfParameters?.set('R', kdbxweb.VarDictionary.ValueType.UInt64, kdbxweb.Int64.from(100));
  const group = base.createGroup(base.getDefaultGroup(), 'Mail & more');
  const entry = base.createEntry(group);
  entry.fields.set('Title', 'Phone');
  entry.fields.set('UserName', 'ada');
  entry.fields.set('Password', kdbxweb.ProtectedValue.fromString('first'));
  entry.fields.set('Hint', kdbxweb.ProtectedValue.fromString('not this'));
  entry.pushHistory();
  entry.fields.set('Password', kdbxweb.ProtectedValue.fromString('sécond <&> 🔑'));
  entry.tags = ['one', 'two'];
  entry.times.creationTime = new Date(NOW);
  const gone = base.createEntry(group);
  gone.fields.set('Password', kdbxweb.ProtectedValue.fromString('thrown away'));
  base.createRecycleBin();
  base.remove(gone);
  const after = base.createEntry(base.getDefaultGroup());
  after.fields.set('Password', kdbxweb.ProtectedValue.fromString('after the bin'));
  return new Uint8Array(await base.save());
}

describe('a KDBX file', () => {
  it('brings back what was written', async () => {
    const item = makeItem();
    const [found, ...rest] = await roundTrip(item);
    expect(rest).toEqual([]);
    const { label, account, secret, url, notes, tags, created, client, device, protocols, secretChanged } =
      item;
    const own = { created, client, device, protocols, secretChanged };
    const folder = 'App passwords/Acme';
    expect(found).toEqual({ label, account, secret, url, notes, tags, folder, ...own });
  });

  it('is read by another reader, with the secret protected and the day of the next check as its expiry', async () => {
    const item = makeItem();
    const file = await format.write([item, makeItem({ provider: 'mail', providerName: 'Mail' })], options);
    const credentials = new kdbxweb.Credentials(kdbxweb.ProtectedValue.fromString(PASSPHRASE));
    const base = await kdbxweb.Kdbx.load(file.buffer, credentials);
    const cost = base.header.kdfParameters;
    expect(Number(cost?.get('M'))).toBe(64 * 1024 * 1024);
    expect([Number(cost?.get('I')), cost?.get('P')]).toEqual([3, 4]);
    const top = base.getDefaultGroup().groups[0]!;
    expect([top.name, ...top.groups.map(({ name }) => name)]).toEqual(['App passwords', 'Acme', 'Mail']);
    const entry = top.groups[0]!.entries[0]!;
    const password = entry.fields.get('Password');
    expect(password).toBeInstanceOf(kdbxweb.ProtectedValue);
    expect((password as kdbxweb.ProtectedValue).getText()).toBe(item.secret);
    expect(entry.times.expires).toBe(true);
    expect(entry.times.expiryTime?.getTime()).toBe(item.review);
    expect(entry.fields.get('Provider')).toBe('Acme');
    expect(entry.fields.get('Protocols')).toBe('smtp, imap');
    expect(entry.tags).toEqual(item.tags);
  });

  it('gives the same entry the same id each time, so that files can be merged', async () => {
    const item = makeItem();
    const ids = [];
    for (const file of [await format.write([item], options), await format.write([item], options)]) {
      const credentials = new kdbxweb.Credentials(kdbxweb.ProtectedValue.fromString(PASSPHRASE));
      const base = await kdbxweb.Kdbx.load(file.buffer, credentials);
      ids.push(base.getDefaultGroup().groups[0]!.groups[0]!.entries[0]!.uuid.id);
    }
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).toBe(`${item.id.replaceAll('-', '+').replaceAll('_', '/')}==`);
  });

  it('keeps every secret as it is, and texts but for what XML cannot hold', async () => {
    const secrets = nastyTexts.filter((text) => !text.startsWith('{REF:'));
    const items = secrets.map((secret) => makeItem({ secret, label: secret, notes: secret }));
    const found = await roundTrip(...items);
    expect(found.map(({ secret }) => secret)).toEqual(secrets);
    expect(found.map(({ label }) => label)).toEqual(secrets.map((text) => text.replaceAll('\0', '')));
  });

  it('keeps any text', () => {
    const text = fc.string({ unit: 'binary' });
    // Without the shell and its key derivation; the stream stands in for the one that hides secrets.
    const inner = () => {
      let next = 0;
      return (size: number) => Uint8Array.from({ length: size }, () => next++ & 255);
    };
    fc.assert(
      fc.property(
        fc.array(fc.record({ secret: text, label: text, notes: text }), { maxLength: 5 }),
        (texts) => {
          const items = texts.map((one) => makeItem({ ...one, secret: `x${one.secret}` }));
          const found = readDatabase(writeDatabase(items, NOW, inner()), inner());
          expect(found.map(({ secret }) => secret)).toEqual(items.map(({ secret }) => secret));
          // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold
          const left = (one: string) => one.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, '');
          expect(found.map(({ label }) => label)).toEqual(items.map(({ label }) => left(label)));
          expect(found.map(({ notes }) => notes)).toEqual(items.map(({ notes }) => left(notes)));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([
    { version: 4, kdf: 'Argon2d', cipher: 'Aes' },
    { version: 4, kdf: 'Aes', cipher: 'ChaCha20' },
    { version: 3, kdf: 'Aes', cipher: 'Aes' },
  ] as const)('of another program is read: %o', async (kind) => {
    const found = await importer.read(await makeForeign(kind), PASSPHRASE);
    const phone = {
      label: 'Phone',
      account: 'ada',
      secret: 'sécond <&> 🔑',
      url: '',
      notes: '',
      tags: ['one', 'two'],
      folder: 'Mail & more',
      created: NOW,
    };
    expect(found).toHaveLength(2);
    expect(found).toContainEqual(phone);
    expect(found).toContainEqual(expect.objectContaining({ secret: 'after the bin', folder: '' }));
    await expect(importer.read(await makeForeign(kind), 'wrong')).rejects.toMatchObject({
      code: 'file-wrong-passphrase',
    });
  });

  it('of a later version says so', async () => {
    const file = await makeForeign({ kdf: 'Aes' });
    for (const [at, value] of [
      [10, 5],
      [8, 2],
    ] as const) {
      const later = file.slice();
      later[at] = value;
      await expect(importer.read(later, PASSPHRASE)).rejects.toMatchObject({ code: 'file-too-new' });
    }
  });

  it('that is cut, longer than allowed, or not one, is refused', async () => {
    const file = await makeForeign({ kdf: 'Aes' });
    for (const part of [0, 4, 12, 100, file.length - 40, file.length - 1]) {
      await expect(importer.read(file.slice(0, part), PASSPHRASE)).rejects.toMatchObject({
        code: 'file-invalid',
      });
    }
    await expect(importer.read(new Uint8Array(32 * 1024 * 1024 + 1), '')).rejects.toMatchObject({
      code: 'file-too-large',
    });
    await expect(importer.read(encodeText('not a database'), '')).rejects.toMatchObject({
      code: 'file-invalid',
    });
  });

  const lol = '<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">';
  it.each([
    ['entities of its own', `<?xml version="1.0"?><!DOCTYPE x [${lol}]><KeePassFile>&b;</KeePassFile>`],
    ['an entity from outside', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><KeePassFile/>'],
    ['an entity that is not known', '<KeePassFile>&b;</KeePassFile>'],
    ['an entity that is a property of objects', '<KeePassFile>&valueOf;</KeePassFile>'],
    ['an ampersand', '<KeePassFile>a & b</KeePassFile>'],
    ['a character that there is not', '<KeePassFile>&#x110000;</KeePassFile>'],
    ['deep nesting', `<KeePassFile>${'<Group>'.repeat(100)}${'</Group>'.repeat(100)}</KeePassFile>`],
    ['another root', '<Root/>'],
    ['two roots', '<KeePassFile/><KeePassFile/>'],
    ['an end too early', '<KeePassFile><Root>'],
    ['ends that cross', '<KeePassFile><Root></KeePassFile></Root>'],
    ['a secret that is not base64', '<KeePassFile><Value Protected="True">?</Value></KeePassFile>'],
    ['nothing', ''],
  ])('with %s is refused', (_, xml) => {
    const inner = (size: number) => new Uint8Array(size);
    expect(() => readDatabase(xml, inner)).toThrow(expect.objectContaining({ code: 'file-invalid' }));
  });

  it('that unpacks to more than allowed is given up on the way', async () => {
    const bomb = await sealContainer(PASSPHRASE, () => `<KeePassFile>${' '.repeat(150 * 1024 * 1024)}`);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await expect(importer.read(bomb, PASSPHRASE)).rejects.toMatchObject({ code: 'file-too-large' });
  });

  it('with more entries than allowed is refused', () => {
    const entry = '<Entry><String><Key>Password</Key><Value>x</Value></String></Entry>';
    const xml = `<KeePassFile><Root><Group>${entry.repeat(100_001)}</Group></Root></KeePassFile>`;
    expect(() => readDatabase(xml, () => new Uint8Array())).toThrow(
      expect.objectContaining({ code: 'file-too-large' }),
    );
  });

  it('of 32 MiB that is built to take long does not', () => {
    for (const part of [
      '<a',
      '<a b="',
      '<a ',
      '<!--',
      '&',
      '&lt;',
      '<a>',
      '</a>',
      '<![CDATA[',
      '<a/>',
      '\r',
    ]) {
      const started = spent();
      const xml = `<KeePassFile>${part.repeat((32 * 1024 * 1024) / part.length)}`;
      expect(() => readDatabase(xml, () => new Uint8Array()), part).toThrow(
        expect.objectContaining({ code: 'file-invalid' }),
      );
      expect(spent() - started, part).toBeLessThan(30_000);
    }
  });

  const unsound = [
    ['M', 5, 2 ** 31],
    ['M', 5, 2 ** 52],
    ['I', 5, 10_000],
    ['P', 4, 1000],
    ['V', 4, 0x10],
  ] as const;
  it.each(unsound)(
    'with the parameter %s (type %i) at %i is refused before any work',
    async (name, type, value) => {
      const credentials = new kdbxweb.Credentials(kdbxweb.ProtectedValue.fromString(PASSPHRASE));
      const base = kdbxweb.Kdbx.create(credentials, 'Costly');
      const file = new Uint8Array(await base.save());
      // The header is rewritten with a digest that fits, as an attacker would.
      const { header } = base;
      header.kdfParameters?.set(name, type, type === 5 ? kdbxweb.Int64.from(value) : value);
      const stream = new kdbxweb.BinaryStream();
      header.generateSalts();
      header.write(stream);
      const head = stream.getWrittenBytes();
      const trap = new Uint8Array(
        await new Blob([head, await kdbxweb.CryptoEngine.sha256(head), file.slice(-200)]).arrayBuffer(),
      );
      const taken: number[] = [];
      for (let run = 0; run < 5; run++) {
        const started = performance.now();
        await expect(importer.read(trap, PASSPHRASE)).rejects.toMatchObject({ code: 'file-invalid' });
        taken.push(performance.now() - started);
      }
      expect(Math.min(...taken)).toBeLessThan(5);
    },
  );
});
