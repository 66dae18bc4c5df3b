import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FormatId, loadFormat } from '../../lib/files/index.ts';
import type { LineName } from '../../lib/files/notes.ts';
import { NOW, PASSPHRASE } from '../unit/files/items.ts';
import { type Awkward, makeAwkward, notesWith } from './awkward-items.ts';
import { ensureBitwardenClient, openClient } from './bitwarden-client.ts';
import { type BitwardenServer, startBitwardenServer } from './bitwarden-server.ts';
import { type Household, openHousehold } from './wordpress-processes.ts';

const client = ensureBitwardenClient();
const missing = client === undefined ? 'bw could not be installed' : '';
if (missing !== '') console.log(`skipped: imports of Bitwarden (${missing})`);

/** How bw reads one dialect of CSV, which is not always all that the program it is meant for would take. */
interface Reading {
  file: FormatId & `csv-${string}`;
  importer: string;
  name: (row: Awkward) => string;
  account: (row: Awkward) => string;
  /** Lines that the notes have besides their own; absent where no notes arrive. */
  lines?: readonly LineName[];
  /** What rows without an address have instead. */
  noAddress?: string;
  folder?: (provider: string) => string;
}

const NO_ADDRESS = 'https://app-password.invalid/';
const label = (row: Awkward) => row.label;
const plain = (row: Awkward) => row.account;
const apart = (row: Awkward) => row.apart;
const inFolder = (provider: string) => `App passwords/${provider}`;
const fields = ['client', 'device', 'protocols', 'tags'] as const;

// Two dialects are left out, because bw is a poor judge of them: from 1Password's it drops addresses and makes custom
// fields of columns that 1Password knows, and of Proton Pass it reads the JSON only.
const readings: readonly Reading[] = [
  {
    file: 'csv-chromium',
    importer: 'chromecsv',
    name: label,
    account: apart,
    lines: ['label', 'account', 'provider', ...fields, 'created', 'review'],
    noAddress: NO_ADDRESS,
  },
  {
    file: 'csv-firefox',
    importer: 'firefoxcsv',
    name: ({ url }) => new URL(url || NO_ADDRESS).hostname,
    account: apart,
    noAddress: NO_ADDRESS,
  },
  {
    file: 'csv-passwords-app',
    importer: 'safaricsv',
    name: label,
    account: apart,
    lines: ['account', 'provider', ...fields, 'created', 'review'],
  },
  {
    file: 'csv-keepassxc',
    importer: 'keepassxcsv',
    name: label,
    account: plain,
    lines: [...fields, 'review'],
    folder: inFolder,
  },
  {
    file: 'csv-lastpass',
    importer: 'lastpasscsv',
    name: label,
    account: plain,
    lines: [...fields, 'created', 'review'],
    folder: inFolder,
  },
  {
    file: 'csv-dashlane',
    importer: 'dashlanecsv',
    name: label,
    account: plain,
    lines: ['provider', ...fields, 'created', 'review'],
    folder: () => 'App passwords',
  },
  {
    file: 'csv-nordpass',
    importer: 'nordpasscsv',
    name: label,
    account: plain,
    lines: [...fields, 'created', 'review'],
    folder: (provider) => `App passwords ${provider}`,
  },
];

interface Listed {
  name: string;
  notes: string | null;
  folderId: string | null;
  fields?: { name: string; value: string; type: number }[];
  login: {
    username: string | null;
    password: string;
    uris?: { match: number | null; uri: string }[];
  };
}

describe.skipIf(missing !== '')(`files of ours and a real bw${missing && ` (${missing})`}`, () => {
  let household: Household;
  let server: BitwardenServer;
  let env: NodeJS.ProcessEnv;
  let listed: Listed[];
  let folders: Map<string | null, string>;

  // Not the synchronous form: the server that bw talks to runs in this process.
  async function bw(parameters: readonly string[], input = ''): Promise<string> {
    const child = spawn(join(client ?? '', 'bw'), parameters, { env, timeout: 60_000 });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    child.stdin.end(input);
    const [said, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    expect(code, `bw ${parameters.join(' ')}\n${complaint}`).toBe(0);
    return said.trim();
  }

  async function importFile(id: FormatId, importer: string): Promise<void> {
    const { extension, encrypted, write } = await loadFormat(id);
    const path = join(household.directory, `${id}.${extension}`);
    const items = makeAwkward(id).map(({ item }) => item);
    writeFileSync(path, await write(items, { passphrase: PASSPHRASE, now: NOW }));
    // It asks for the passphrase of an encrypted file on its standard input.
    expect(await bw(['import', importer, path], encrypted ? `${PASSPHRASE}\n` : '')).toContain('Imported');
  }

  // A command of bw takes up to 3 s, and ten times as long on a busy machine: all files share one login, and a long limit.
  beforeAll(async () => {
    household = await openHousehold('spare-key-imports-');
    server = await startBitwardenServer();
    env = {
      PATH: process.env['PATH'],
      HOME: household.directory,
      BITWARDENCLI_APPDATA_DIR: join(household.directory, 'bw'),
    };
    await bw(['config', 'server', server.origin]);
    env['BW_SESSION'] = await openClient((session, ...parameters) => {
      env['BW_SESSION'] = session;
      return bw(parameters);
    }, server);
    for (const { file, importer } of readings) await importFile(file, importer);
    await importFile('bitwarden-json', 'bitwardenjson');
    await importFile('bitwarden-locked-json', 'bitwardenjson');
    listed = JSON.parse(await bw(['list', 'items'])) as Listed[];
    const named = JSON.parse(await bw(['list', 'folders'])) as { id: string | null; name: string }[];
    folders = new Map(named.map(({ id, name }) => [id, name]));
  }, 900_000);
  afterAll(async () => {
    await household?.end();
    await server?.stop();
  });

  /** Entries of one file as bw shows them, in the order of the file. */
  function read(file: FormatId) {
    const rows = makeAwkward(file);
    const found = rows.map(({ item }) => listed.filter(({ login }) => login.password === item.secret));
    expect(found.map((entries) => entries.length)).toEqual(rows.map(() => 1));
    expect(listed.filter(({ login }) => login.password.endsWith(file))).toHaveLength(rows.length);
    return found.flat().map(({ name, notes, folderId, fields = [], login }) => ({
      name,
      notes: notes ?? '',
      folder: folderId === null ? undefined : folders.get(folderId),
      fields: Object.fromEntries(fields.map((field) => [field.name, field.value])),
      account: login.username ?? '',
      uris: login.uris ?? [],
    }));
  }

  test.each(readings)('$file is read by $importer', ({ file, name, account, lines, noAddress, folder }) => {
    const expected = makeAwkward(file).map((row) => {
      const uri = row.url || noAddress;
      return {
        name: name(row),
        notes: lines ? notesWith(row, lines) : '',
        folder: folder?.(row.item.providerName),
        fields: {},
        account: account(row),
        uris: uri === undefined ? [] : [{ match: null, uri }],
      };
    });
    expect(read(file)).toEqual(expected);
  });

  test.each(['bitwarden-json', 'bitwarden-locked-json'] as const)('%s arrives whole', (file) => {
    const everywhere = { 'Secret changed': '2026-02-03T04:05:06.000Z' };
    const expected = makeAwkward(file).map(({ item }, at) => ({
      name: item.label,
      notes: item.notes,
      folder: `App passwords/${item.providerName}`,
      fields: {
        ...(at === 0 && {
          Client: 'Scan to mail',
          Device: 'Hall',
          Protocols: 'smtp, imap',
          Tags: 'office, printer',
          'Next check': '2026-08-01',
        }),
        ...(item.site && { Site: item.site }),
        ...everywhere,
      },
      account: item.account,
      // Never offered for filling in.
      uris: item.url === '' ? [] : [{ match: 5, uri: item.url }],
    }));
    expect(read(file)).toEqual(expected);
  });
});
