import { CryptoEngine } from 'kdbxweb';
import { describe, expect, it } from 'vitest';
import { readBackup, writeBackup } from '../../../lib/files/backup';
import { type FormatId, formats, loadFormat, loadImporter, recognise } from '../../../lib/files/index';
import { format, importer } from '../../../lib/files/kdbx';
import { defaultSettings } from '../../../lib/model';
import { makeItem, NOW, PASSPHRASE } from './items';

const options = { passphrase: PASSPHRASE, now: NOW };

function makeMany(size: number) {
  return Array.from({ length: size }, (_, at) =>
    makeItem({
      secret: `secret-${at}`,
      label: `Label ${at} é 🔑`,
      account: `person${at % 500}@mail.example`,
      provider: `acme-${at % 20}`,
      providerName: `Acme ${at % 20}`,
    }),
  );
}

async function time<T>(name: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  console.log(`${name}: ${(performance.now() - started).toFixed(0)} ms`);
  return result;
}

describe('10,000 entries', { timeout: 3_600_000 }, () => {
  const items = makeMany(10_000);

  it('come back from a backup', async () => {
    const entries = items.map((item) => {
      const { secret, providerName: _, url: __, review: ___, protocols, tags, ...rest } = item;
      const entry = {
        ...rest,
        protocols: protocols.includes('imap') ? (['imap', 'smtp'] as const).slice() : [],
        tags: [...tags],
        status: 'active' as const,
        custody: 'vault',
      };
      return { entry, secret };
    });
    const backup = { made: NOW, entries, settings: defaultSettings, sites: ['cloud.acme.example'] };
    const file = await time('backup written', () => writeBackup(backup, PASSPHRASE));
    console.log(`backup: ${file.length} bytes`);
    expect(await time('backup read', () => readBackup(file, PASSPHRASE))).toEqual(backup);
  });

  it.each(formats.map(({ id }) => id as FormatId).filter((id) => id !== 'cxf'))(
    'come back from %s',
    async (id) => {
      const writer = await loadFormat(id);
      const file = await time(`${id} written`, () => writer.write(items, options));
      const reader = await loadImporter(recognise(file.subarray(0, 65_536), '')!);
      const found = await time(`${id} read`, () => reader.read(file, PASSPHRASE));
      const secretOf = ({ secret }: { secret: string }) => secret;
      // Databases sort them by provider.
      expect(found.map(secretOf).toSorted()).toEqual(items.map(secretOf).toSorted());
      const labels = new Map(items.map(({ secret, label }) => [secret, label]));
      for (const one of found) expect(one.label).toBe(labels.get(one.secret));
    },
  );
});

it('1,000 entries to KDBX take no more than 2 s beside their key derivation', async () => {
  const items = makeMany(1000);
  const taken: number[] = [];
  CryptoEngine.setArgon2Impl((password) => crypto.subtle.digest('SHA-256', password));
  for (let run = 0; run < 3; run++) {
    const started = performance.now();
    const file = await format.write(items, options);
    taken.push(performance.now() - started);
    expect(await importer.read(file, PASSPHRASE)).toHaveLength(1000);
  }
  console.log(`1,000 entries to KDBX without key derivation: ${Math.min(...taken).toFixed(0)} ms`);
  expect(Math.min(...taken)).toBeLessThan(2000);
});

it('more entries than allowed are refused, also to be written', async () => {
  const items = Array<ReturnType<typeof makeItem>>(100_001).fill(makeItem());
  for (const { id } of formats) {
    const writer = await loadFormat(id as FormatId);
    await expect(writer.write(items, options)).rejects.toMatchObject({ code: 'file-too-large' });
  }
});
