import fc from 'fast-check';
import { CryptoEngine } from 'kdbxweb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Backup, importer as backupImporter, writeBackup } from '../../../lib/files/backup';
import { importer as bitwardenImporter, format as plainFormat } from '../../../lib/files/bitwarden-json';
import { format as lockedFormat } from '../../../lib/files/bitwarden-locked-json';
import { type CsvId, importer as csvImporter, makeFormat } from '../../../lib/files/csv';
import {
  format as kdbxFormat,
  importer as kdbxImporter,
  readDatabase,
  writeDatabase,
} from '../../../lib/files/kdbx';
import { sealContainer } from '../../../lib/files/kdbx-container';
import type { Found, Importer } from '../../../lib/managers/manager';
import { defaultSettings } from '../../../lib/model';
import { type Bytes, encodeText } from '../../../lib/vault/crypto';
import { cases } from '../cases';
import { createTally, noteFigure } from '../figures';
import { spent } from '../spent';
import { makeItem, NOW, nastyTexts, PASSPHRASE } from './items';

// Stretching a passphrase is not what is tried here, and takes a thousand times longer than the rest.
vi.mock('../../../lib/vault/crypto', async (load) => {
  const real = await load<typeof import('../../../lib/vault/crypto')>();
  return {
    ...real,
    argon2id: async (password: Uint8Array, salt: Uint8Array) => real.hmacSha256(salt, password),
  };
});

/** How many inputs each importer gets, and for how many minutes at most; `npm run fuzz` asks for others. */
const RUNS = Number(process.env['FUZZ'] ?? cases(100_000));
const MINUTES = Number(process.env['FUZZ_MINUTES'] ?? 60);
const options = { passphrase: PASSPHRASE, now: NOW };
const items = nastyTexts
  .slice(0, 14)
  .map((text, at) => makeItem({ label: text, secret: `secret${at}`, notes: text }));
const inputs = new Map<string, number>();

beforeAll(() => {
  const fast = (password: ArrayBuffer) => crypto.subtle.digest('SHA-256', password);
  CryptoEngine.setArgon2Impl(fast);
});
afterAll(() => {
  for (const [name, number] of inputs) console.log(`${name}: ${number.toLocaleString('en')} inputs`);
});

type Change = {
  kind: 'set' | 'flip' | 'cut' | 'drop' | 'repeat' | 'insert';
  at: number;
  byte: number;
  size: number;
};

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('set', 'flip', 'cut', 'drop', 'repeat', 'insert'),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  byte: fc.integer({ min: 0, max: 255 }),
  size: fc.integer({ min: 1, max: 64 }),
});
const changes = fc.array(change, { minLength: 1, maxLength: 6 });

/** A file after some accidents. */
function mutate(file: Uint8Array, accidents: readonly Change[], tokens: readonly string[] = ['"']): Bytes {
  let bytes = Buffer.from(file);
  for (const { kind, at: place, byte, size } of accidents) {
    const at = Math.floor(place * bytes.length);
    const end = Math.min(at + size, bytes.length);
    if (kind === 'set' && at < bytes.length) bytes[at] = byte;
    if (kind === 'flip' && at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << (byte & 7));
    if (kind === 'cut') bytes = bytes.subarray(0, at);
    if (kind === 'drop') bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    if (kind === 'repeat') bytes = Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
    const token = Buffer.from(tokens[byte % tokens.length] ?? '');
    if (kind === 'insert') bytes = Buffer.concat([bytes.subarray(0, at), token, bytes.subarray(at)]);
  }
  return new Uint8Array(bytes);
}

const random = fc.uint8Array({ maxLength: 2000 });

/** Reads one input: entries as the contract says, or an error with a code for files; and soon. */
async function tryOne(name: string, read: () => Found[] | Promise<Found[]>): Promise<'read' | string> {
  inputs.set(name, (inputs.get(name) ?? 0) + 1);
  const started = spent();
  let outcome = 'read';
  try {
    for (const found of await read()) {
      const { label, account, secret, url, notes, folder, tags, created } = found;
      const isText = [label, account, secret, url, notes, folder, ...tags].every(
        (text) => typeof text === 'string',
      );
      if (!isText || secret === '' || (created !== undefined && !(created >= 0))) outcome = 'half an entry';
    }
  } catch (error) {
    outcome = (error as { code?: string }).code ?? String(error);
  }
  if (spent() - started > 5000) outcome = 'took too long';
  return outcome;
}

const allowed = ['read', 'file-invalid', 'file-wrong-passphrase', 'file-too-large', 'file-too-new'];

async function fuzz(name: string, input: fc.Arbitrary<() => Found[] | Promise<Found[]>>) {
  const tally = createTally();
  const begun = spent();
  await fc.assert(
    fc.asyncProperty(input, async (read) => {
      const outcome = await tryOne(name, read);
      tally.add(outcome);
      expect(allowed).toContain(outcome);
    }),
    {
      numRuns: RUNS,
      interruptAfterTimeLimit: MINUTES * 60_000,
      // Where figures are asked for, they say how far it came.
      markInterruptAsFailure: !process.env['FIGURES'],
    },
  );
  const took = (spent() - begun) / 1_000;
  noteFigure({ part: 'files', name, count: inputs.get(name) ?? 0, took, outcomes: tally.all() });
}

const reading = (importer: Importer) => (file: Uint8Array) => () =>
  importer.read(new Uint8Array(file), PASSPHRASE);

/** For files that are authenticated: nothing that was changed may be read in part. */
const readingAll = (importer: Importer, all: number) => (file: Uint8Array) => async () => {
  const found = await importer.read(new Uint8Array(file), PASSPHRASE);
  if (found.length !== all) throw new Error('half an import');
  return found;
};

describe('whatever a file holds, it is read as a whole or refused', { timeout: 3_600_000 }, () => {
  it('CSV', async () => {
    const ids: CsvId[] = ['csv-chromium', 'csv-firefox', 'csv-keepassxc', 'csv-nordpass', 'csv-proton-pass'];
    const files = await Promise.all(ids.map((id) => makeFormat(id).write(items, options)));
    const tokens = ['"', '""', ',', ';', '\t', '\r', '\n', '\r\n', 'password', 'url', '\0', "'=", '\uFEFF'];
    const headed = random.map(
      (bytes) => new Uint8Array([...encodeText('url,username,password\n'), ...bytes]),
    );
    const mixed = fc
      .tuple(fc.constantFrom(...files), changes)
      .map(([file, all]) => mutate(file, all, tokens));
    const wild = fc
      .array(fc.constantFrom(...tokens), { maxLength: 100 })
      .map((all) => encodeText(all.join('')));
    await fuzz('csv', fc.oneof(random, headed, mixed, wild).map(reading(csvImporter)));
  });

  it('Bitwarden', async () => {
    const plain = await plainFormat.write(items, options);
    const locked = await lockedFormat.write(items.slice(0, 2), options);
    const cheap = encodeText(new TextDecoder().decode(locked).replace('600000', '5000'));
    const tokens = [
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      'null',
      '1e999',
      '{"type":1,"login":{"password":"x"}}',
      '\\u0000',
    ];
    const values = fc.jsonValue({ maxDepth: 3 }).map((value) => ({ encrypted: false, items: value }));
    const mixed = fc.tuple(fc.constantFrom(plain), changes).map(([file, all]) => mutate(file, all, tokens));
    const shells = fc.tuple(fc.constantFrom(cheap), changes).map(([file, all]) => mutate(file, all, tokens));
    const wild = fc.oneof(
      { weight: 6, arbitrary: random },
      { weight: 6, arbitrary: values.map((value) => encodeText(JSON.stringify(value))) },
      { weight: 7, arbitrary: mixed },
      { weight: 1, arbitrary: shells },
    );
    await fuzz('bitwarden-json', wild.map(reading(bitwardenImporter)));
  });

  it('KDBX', async () => {
    const file = await kdbxFormat.write(items, options);
    const zeros = (size: number) => new Uint8Array(size);
    const xml = writeDatabase(items, NOW, zeros);
    const tokens = [
      '<',
      '>',
      '</',
      '/>',
      '<!--',
      '<![CDATA[',
      '<!DOCTYPE a [<!ENTITY b "c">]>',
      '&b;',
      '&#x0;',
      '&amp;',
      '<Entry>',
      '</Group>',
      ' Protected="True"',
      '<?',
    ];
    const broken = changes.map((all) => new TextDecoder().decode(mutate(encodeText(xml), all, tokens)));
    const wild = fc.array(fc.constantFrom(...tokens), { maxLength: 60 }).map((all) => all.join(''));
    const inputs = fc.oneof(
      { weight: 4, arbitrary: random.map(reading(kdbxImporter)) },
      {
        weight: 2,
        arbitrary: changes.map((all) => mutate(file, all)).map(readingAll(kdbxImporter, items.length)),
      },
      { weight: 50, arbitrary: fc.oneof(broken, wild).map((text) => () => readDatabase(text, zeros)) },
      {
        weight: 2,
        arbitrary: broken.map(
          (text) => async () => kdbxImporter.read(await sealContainer(PASSPHRASE, () => text), PASSPHRASE),
        ),
      },
    );
    await fuzz('kdbx', inputs);
  });

  it('a backup', async () => {
    const entry = {
      id: 'abcdefgh',
      provider: 'acme',
      site: '',
      label: 'x',
      account: '',
      client: '',
      device: '',
    };
    const rest = {
      protocols: [],
      notes: '',
      tags: [],
      created: 1,
      secretChanged: 1,
      status: 'active',
      custody: 'vault',
    };
    const backup = {
      made: NOW,
      entries: [{ entry: { ...entry, ...rest } as Backup['entries'][0]['entry'], secret: 'abc' }],
      settings: defaultSettings,
      sites: [],
    };
    const file = await writeBackup(backup, PASSPHRASE);
    const spoiled = fc
      .tuple(
        fc.constantFrom(
          'made',
          'entries',
          'settings',
          'sites',
          'entries.0.entry',
          'entries.0.secret',
          'entries.0.entry.id',
          'entries.0.entry.tags',
          'entries.0.entry.created',
        ),
        fc.jsonValue({ maxDepth: 2 }),
      )
      .map(([path, value]) => {
        const copy = structuredClone(backup) as unknown as Record<string, unknown>;
        const keys = path.split('.');
        const last = keys.pop() ?? '';
        const owner = keys.reduce((inner, key) => inner[key] as Record<string, unknown>, copy);
        owner[last] = path === 'entries' ? [value] : value;
        return copy as unknown as Backup;
      });
    const headed = random.map((bytes) => new Uint8Array([...file.subarray(0, 9), ...bytes]));
    const sealed = spoiled.map((value) => async () => {
      return backupImporter.read(await writeBackup(value, PASSPHRASE), PASSPHRASE);
    });
    const inputs = fc.oneof(
      { weight: 4, arbitrary: random.map(reading(backupImporter)) },
      { weight: 4, arbitrary: headed.map(reading(backupImporter)) },
      { weight: 4, arbitrary: changes.map((all) => mutate(file, all)).map(readingAll(backupImporter, 1)) },
      { weight: 1, arbitrary: sealed },
    );
    await fuzz('backup', inputs);
  });
});
