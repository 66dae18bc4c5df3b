import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { chooseFile, download } from './harness/files.ts';
import { choose, click, fill, find, findAll, peek, waitForText, waitUntilGone } from './harness/page.ts';
import { ask, makeVault, PASSPHRASE } from './harness/save.ts';
import { openVault } from './harness/screens.ts';

const WORDS = 'eleven walnut ferries hum';

interface Kept {
  entry: Record<string, unknown>;
  secret?: string;
}

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spare-key-files-'));
  let chromium: OpenBrowser;
  let office: Page;

  beforeAll(async () => {
    chromium = await openBrowser();
    await makeVault(chromium);
    office = await chromium.openOwnPage('offscreen.html');
    for (let place = 0; place < 12; place++) {
      const { entry } = await ask<{ entry: { id: string } }>(office, 'entry.add', {
        entry: {
          provider: place % 2 ? 'other' : 'microsoft-work',
          site: place % 2 ? 'nas.example' : '',
          label: place === 3 ? '=HYPERLINK("https://evil.example")' : `Gerät ${place} 📠`,
          account: 'robin@contoso.example',
          notes: place === 4 ? 'two\nlines' : '',
          created: Date.UTC(2025, place, 1),
        },
        secret: `qwhbtrkzmnvcpx${String.fromCharCode(97 + place)}g`,
      });
      if (place === 5)
        await ask(office, 'entry.update', {
          id: entry.id,
          changes: { tags: ['cellar'], client: 'Thunderbird', protocols: ['imap', 'smtp'], limitDays: 30 },
        });
    }
  });
  afterAll(async () => {
    await chromium?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function put(name: string, content: string | Buffer): string {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  }

  /** All that matters of every entry, in an order of its own. */
  async function everything(): Promise<object[]> {
    const { entries } = await ask<{ entries: Kept[] }>(office, 'backup.read', { passphrase: PASSPHRASE });
    return entries
      .map(({ entry: { id: _, ...entry }, secret }) => ({ ...entry, secret }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }

  let backup: { name: string; bytes: Buffer };

  test('a backup is suggested, made with a passphrase of its own, and then no longer suggested', async () => {
    expect(await ask(office, 'backup.status')).toEqual({ isDue: true });
    const vault = await openVault(chromium, '#/settings/backup');
    await click(vault, 'button', 'Create backup…');
    await fill(vault, 'Vault passphrase, for the backup', PASSPHRASE);
    await fill(vault, 'Backup passphrase', WORDS);
    await fill(vault, 'Repeat backup passphrase', WORDS);
    backup = await download(vault, () => click(vault, 'button', 'Create backup'));
    await waitForText(vault, 'The last backup was created on');
    await vault.close();
    expect(backup.name).toMatch(/^spare-key-\d{4}-\d\d-\d\d\.sparekey$/);
    expect(backup.bytes.includes('robin')).toBe(false);
    expect((await ask<{ isDue: boolean }>(office, 'backup.status')).isDue).toBe(false);
  });

  test('what was lost with the vault comes back whole', async () => {
    const before = await everything();
    await ask(office, 'vault.erase', { understood: true });
    await makeVault(chromium);
    const vault = await openVault(chromium, '#/transfer');
    await chooseFile(vault, put(backup.name, backup.bytes));
    await fill(vault, `Passphrase of ${backup.name}`, 'not the passphrase');
    await click(vault, 'button', 'Restore everything');
    await waitForText(vault, 'That passphrase does not open this file.');
    expect(await everything()).toEqual([]);
    await fill(vault, `Passphrase of ${backup.name}`, WORDS);
    await click(vault, 'button', 'Restore everything');
    await waitForText(vault, '12 app passwords added.');
    expect(await everything()).toEqual(before);
    await vault.close();
  });

  test('a second time the vault has everything, and nothing is doubled', async () => {
    const vault = await openVault(chromium, '#/transfer');
    await chooseFile(vault, put(backup.name, backup.bytes));
    await fill(vault, `Passphrase of ${backup.name}`, WORDS);
    await click(vault, 'button', 'Preview file');
    await waitForText(vault, 'The file has 12 entries. 12 look like app passwords.');
    expect(await peek(vault, 'button', 'Restore everything')).toBeUndefined();
    const add = await find(vault, 'button', 'Add to vault');
    expect(await add.evaluate((button) => (button as HTMLButtonElement).disabled)).toBe(true);
    await vault.close();
  });

  test('a file that anyone can read takes the passphrase of the vault', async () => {
    const vault = await openVault(chromium, '#/transfer');
    await choose(vault, 'File format', 'Chrome, Edge, Brave (CSV)');
    await waitForText(vault, 'Anyone with this file');
    await waitForText(vault, 'leaves out these details: label, provider, tags');
    await click(vault, 'button', 'Create file…');
    await fill(vault, 'Vault passphrase', 'not the passphrase');
    await click(vault, 'button', 'Create file');
    await waitForText(vault, 'That passphrase is wrong.');
    await fill(vault, 'Vault passphrase', PASSPHRASE);
    const { name, bytes } = await download(vault, () => click(vault, 'button', 'Create file'));
    await vault.close();
    const text = bytes.toString('utf8');
    expect(name).toMatch(/^app-passwords-\d{4}-\d\d-\d\d\.csv$/);
    expect(text.split('\r\n')[0]).toBe('"name","url","username","password","note"');
    expect(text).toContain('"qwhbtrkzmnvcpxag"');
    // No cell is a formula.
    expect(text).not.toMatch(/(?:^|,)"[=+@-]/m);
  });

  test.each([
    ['Bitwarden (JSON)', /^\{/],
    ['Credential Exchange Format 1.0 (CXF)', /^\{/],
    ['Firefox (CSV)', /^"url","username","password"/],
  ])('%s is made as well', async (kind, beginning) => {
    const vault = await openVault(chromium, '#/transfer');
    await choose(vault, 'File format', kind);
    await click(vault, 'button', 'Create file…');
    await fill(vault, 'Vault passphrase', PASSPHRASE);
    const { bytes } = await download(vault, () => click(vault, 'button', 'Create file'));
    await vault.close();
    expect(bytes.toString('utf8').trim()).toMatch(beginning);
    expect(bytes.includes('qwhbtrkzmnvcpxbg')).toBe(true);
  });

  test.each(['KeePass (KDBX 4)', 'Bitwarden (password-protected JSON)'])(
    '%s is made encrypted, and read again',
    async (kind) => {
      const vault = await openVault(chromium, '#/transfer');
      await choose(vault, 'File format', kind);
      await click(vault, 'button', 'Create file…');
      await fill(vault, 'Vault passphrase', 'not the passphrase');
      await fill(vault, 'File passphrase', WORDS);
      await fill(vault, 'Repeat file passphrase', WORDS);
      await click(vault, 'button', 'Create file');
      await waitForText(vault, 'That passphrase is wrong.');
      await fill(vault, 'Vault passphrase', PASSPHRASE);
      const { name, bytes } = await download(vault, () => click(vault, 'button', 'Create file'));
      expect(bytes.includes('qwhbtrkzmnvcpxbg')).toBe(false);
      await chooseFile(vault, put(name, bytes));
      await fill(vault, `Passphrase of ${name}`, WORDS);
      await click(vault, 'button', 'Preview file');
      await waitForText(vault, 'The file has 12 entries');
      await vault.close();
    },
  );

  test('of a browser’s file only what looks like app passwords is offered, and nothing twice', async () => {
    const csv = `name,url,username,password,note
Shop,https://shop.example/login,robin,Sunflower7,
Work mail,https://mysignins.microsoft.com/security-info,robin@contoso.example,zzhbtrkzmnvcpxlq,app password of the scanner
Old,https://mysignins.microsoft.com/security-info,robin@contoso.example,qwhbtrkzmnvcpxag,
`;
    const vault = await openVault(chromium, '#/transfer');
    await chooseFile(vault, put('passwords.csv', csv));
    await waitForText(vault, 'The file has 3 entries. 2 look like app passwords.');
    expect(await findAll(vault, 'checkbox', 'Shop')).toEqual([]);
    await click(vault, 'checkbox', 'Show every entry in the file');
    await find(vault, 'checkbox', 'Shop');
    await click(vault, 'button', 'Add 1 to vault');
    await waitForText(vault, '1 app password added.');
    const { rows } = await ask<{ rows: { label: string; provider: string }[] }>(office, 'entry.list');
    expect(rows).toHaveLength(13);
    expect(rows).toContainEqual(expect.objectContaining({ label: 'Work mail', provider: 'microsoft-work' }));
    await click(vault, 'button', 'Undo');
    await waitUntilGone(vault, 'button', 'Undo');
    expect((await ask<{ rows: unknown[] }>(office, 'entry.list')).rows).toHaveLength(12);
    await vault.close();
  });

  test.each([
    ['nothing-of-ours.bin', Buffer.from([0, 1, 2, 3])],
    ['broken.sparekey', Buffer.from('SPAREKEY\x01 and nothing else')],
    ['letters.csv', 'Dear all,\nnothing here\n'],
    ['broken.kdbx', Buffer.from([0x03, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5, 0, 0, 4, 0])],
    ['export.json', '{"encrypted": false, "items": ['],
  ])('%s is refused with a word', async (name, content) => {
    const vault = await openVault(chromium, '#/transfer');
    await chooseFile(vault, put(name, content));
    const field = await Promise.race([
      find(vault, 'button', 'Preview file').then(() => true),
      waitForText(vault, 'Spare Key cannot read this file.').then(() => false),
    ]);
    if (field) {
      await fill(vault, `Passphrase of ${name}`, WORDS);
      await click(vault, 'button', 'Preview file');
      await waitForText(vault, 'Spare Key cannot read this file.');
    }
    await vault.close();
  });
});
