import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { format, importer } from '../../lib/files/kdbx.ts';
import { makeItem, NOW, PASSPHRASE } from '../unit/files/items.ts';

const version = spawnSync('keepassxc-cli', ['--version'], { encoding: 'utf8' });
const missing = version.status === 0 ? '' : 'keepassxc-cli is not installed';
if (missing !== '') console.log(`skipped: ${missing}`);

describe.skipIf(missing !== '')(`files and a real KeePassXC${missing && ` (${missing})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'spare-key-files-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs the program with the passphrase on its standard input. @returns what it printed */
  function run(command: string, ...parameters: string[]): string {
    const { status, stdout, stderr } = spawnSync('keepassxc-cli', [command, ...parameters], {
      input: `${PASSPHRASE}\n${PASSPHRASE}\n`,
      encoding: 'utf8',
      // Without a home of its own it would read the settings of the user who runs this.
      env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8', QT_QPA_PLATFORM: 'offscreen' },
    });
    expect(status, stderr).toBe(0);
    return stdout;
  }

  async function write(name: string, ...items: ReturnType<typeof makeItem>[]): Promise<string> {
    const path = join(folder, name);
    writeFileSync(path, await format.write(items, { passphrase: PASSPHRASE, now: NOW }));
    return path;
  }

  test('a file of ours shows every part of an entry', async () => {
    const item = makeItem({ secret: 'pä <&> "quoted" 🔑', label: 'Scanner & copier' });
    const path = await write(
      'ours.kdbx',
      item,
      makeItem({ provider: 'mail', providerName: 'Mail', label: 'Phone' }),
    );
    expect(run('ls', '-q', '-R', '-f', path).trim().split('\n')).toEqual([
      'App passwords/',
      'App passwords/Acme/',
      'App passwords/Acme/Scanner & copier',
      'App passwords/Mail/',
      'App passwords/Mail/Phone',
    ]);
    const shown = run('show', '-q', '-s', '--all', path, 'App passwords/Acme/Scanner & copier');
    for (const line of [
      'Title: Scanner & copier',
      'UserName: ada@mail.example',
      `Password: ${item.secret}`,
      'URL: https://account.acme.example/app-passwords',
      'Notes: On the second floor.\nAsk Grace.',
      'Tags: office,printer',
      'Client: Scan to mail',
      'Device: Hall',
      'Protocols: smtp, imap',
      'Provider: Acme',
    ]) {
      expect(shown).toContain(line);
    }
    const hidden = run('show', '-q', path, 'App passwords/Acme/Scanner & copier');
    expect(hidden).toContain('Password: PROTECTED');
    const info = run('db-info', '-q', path);
    expect(info).toMatch(/Cipher: AES 256-bit/);
    expect(info).toMatch(/KDF: Argon2id \(3 rounds, 65536 KB\)/);
  });

  test('the day of the next check is the expiry', async () => {
    const path = await write('expiry.kdbx', makeItem());
    const xml = run('export', '-q', '-f', 'xml', path);
    expect(xml).toMatch(/<Expires>True<\/Expires>/);
    // KeePassXC writes times as base64 of the seconds since the year 1.
    const [, expiry = ''] = /<ExpiryTime>([^<]+)<\/ExpiryTime>\s*<Expires>True/.exec(xml) ?? [];
    const seconds = Number(Buffer.from(expiry, 'base64').readBigInt64LE()) - 62_135_596_800;
    expect(seconds * 1000).toBe(makeItem().review);
  });

  test('a second file of ours is merged into the first without doubles', async () => {
    const items = [makeItem({ label: 'One' }), makeItem({ label: 'Two' })];
    const first = await write('first.kdbx', ...items);
    const second = await write('second.kdbx', ...items, makeItem({ label: 'Three' }));
    run('merge', '-q', '-s', first, second);
    expect(
      run('ls', '-q', '-R', '-f', first)
        .trim()
        .split('\n')
        .filter((line) => !line.endsWith('/')),
    ).toEqual(['One', 'Two', 'Three'].map((label) => `App passwords/Acme/${label}`));
  });

  test('a file that KeePassXC wrote is read', async () => {
    const path = join(folder, 'theirs.kdbx');
    run('db-create', '-q', '-p', '-t', '100', path);
    run('mkdir', '-q', path, 'App passwords');
    const secret = ['-u', 'ada', '--url', 'https://acme.example/', '-g', '-L', '24'];
    run('add', '-q', ...secret, '--notes', 'some notes', path, 'App passwords/Phone & more');
    run('add', '-q', ...secret, path, 'Gone');
    run('rm', '-q', path, 'Gone');
    const password = run('show', '-q', '-s', '-a', 'Password', path, 'App passwords/Phone & more').trim();
    const found = await importer.read(new Uint8Array(readFileSync(path)), PASSPHRASE);
    expect(found).toMatchObject([
      {
        label: 'Phone & more',
        account: 'ada',
        secret: password,
        url: 'https://acme.example/',
        notes: 'some notes',
        folder: 'App passwords',
      },
    ]);
    await expect(importer.read(new Uint8Array(readFileSync(path)), 'wrong')).rejects.toMatchObject({
      code: 'file-wrong-passphrase',
    });
  });

  test('a file of ours comes back after KeePassXC has saved it', async () => {
    const item = makeItem();
    const path = await write('saved.kdbx', item);
    run('mkdir', '-q', path, 'Another group');
    const [found] = await importer.read(new Uint8Array(readFileSync(path)), PASSPHRASE);
    const { label, account, secret, url, notes, tags, client, device, protocols, created } = item;
    expect(found).toMatchObject({
      label,
      account,
      secret,
      url,
      notes,
      tags,
      client,
      device,
      protocols,
      created,
    });
  });

  test('10,000 entries open', async () => {
    const items = Array.from({ length: 10_000 }, (_, at) => makeItem({ label: `Label ${at}` }));
    const path = await write('many.kdbx', ...items);
    expect(run('ls', '-q', '-R', '-f', path).split('\n')).toHaveLength(10_003);
  });
});
