import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/browser.mjs';
import { type OpenBrowser, openBrowser } from '../e2e/harness/browser.ts';
import { download } from '../e2e/harness/files.ts';
import { choose, click, fill } from '../e2e/harness/page.ts';
import { ask, makeVault, PASSPHRASE } from '../e2e/harness/save.ts';
import { openVault } from '../e2e/harness/screens.ts';
import { missingPrograms } from './native-host.ts';

const WORDS = 'eleven walnut ferries hum';
const missing =
  missingPrograms('keepassxc-cli') ??
  (findBrowser('chromium') === undefined ? 'Chromium is not installed' : '');
if (missing !== '') console.log(`skipped: KDBX from the screen (${missing})`);

describe.skipIf(missing !== '')(`KDBX from the screen${missing && ` (${missing})`}`, () => {
  let folder: string;
  let chromium: OpenBrowser;

  /** Runs a command of KeePassXC with a passphrase on its standard input. */
  function run(passphrase: string, command: string, ...parameters: string[]) {
    return spawnSync('keepassxc-cli', [command, '-q', ...parameters], {
      input: `${passphrase}\n`,
      encoding: 'utf8',
      // Without a home of its own it would read the settings of the user who runs this.
      env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8', QT_QPA_PLATFORM: 'offscreen' },
    });
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'spare-key-kdbx-'));
    chromium = await openBrowser();
    await makeVault(chromium);
  });
  afterAll(async () => {
    await chromium?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is opened by a real KeePassXC with every part of an entry', async () => {
    const office = await chromium.openOwnPage('offscreen.html');
    const made = [
      {
        entry: { provider: 'microsoft-work', site: '', label: 'Scanner, "hall" 📠' },
        secret: 'qwhbtrkzmnvcpxag',
        group: 'Microsoft 365 (work or school)',
        lines: ['URL: https://mysignins.microsoft.com/security-info'],
      },
      {
        entry: { provider: 'other', site: 'nas.example', label: 'Phone' },
        secret: '=one & <two>',
        group: 'other',
        lines: ['Site: nas.example'],
      },
    ];
    for (const { entry, secret } of made) {
      const { entry: kept } = await ask<{ entry: { id: string } }>(office, 'entry.add', {
        entry: {
          ...entry,
          account: 'robin@mail.example',
          notes: 'two\nlines',
          created: Date.UTC(2026, 0, 2),
        },
        secret,
      });
      const changes = { tags: ['cellar'], client: 'Firmware 2.1', protocols: ['imap', 'smtp'] };
      await ask(office, 'entry.update', { id: kept.id, changes });
    }

    const screen = await openVault(chromium, '#/transfer');
    await choose(screen, 'File format', 'KeePass (KDBX 4)');
    await click(screen, 'button', 'Create file…');
    await fill(screen, 'Vault passphrase', PASSPHRASE);
    await fill(screen, 'File passphrase', WORDS);
    await fill(screen, 'Repeat file passphrase', WORDS);
    const { name, bytes } = await download(screen, () => click(screen, 'button', 'Create file'));
    expect(name).toMatch(/^app-passwords-\d{4}-\d\d-\d\d\.kdbx$/);
    const path = join(folder, name);
    writeFileSync(path, bytes);

    expect(run('not the passphrase', 'ls', '-R', '-f', path).status).not.toBe(0);
    const listed = run(WORDS, 'ls', '-R', '-f', path).stdout.trim().split('\n');
    expect(listed.filter((line) => !line.endsWith('/'))).toHaveLength(made.length);
    for (const { entry, secret, group, lines } of made) {
      const place = `App passwords/${group}/${entry.label}`;
      expect(listed).toContain(place);
      const shown = run(WORDS, 'show', '-s', '--all', path, place).stdout;
      for (const line of [
        ...lines,
        `Title: ${entry.label}`,
        'UserName: robin@mail.example',
        `Password: ${secret}`,
        'Notes: two\nlines',
        'Tags: cellar',
        'Client: Firmware 2.1',
        'Protocols: imap, smtp',
      ]) {
        expect(shown).toContain(line);
      }
    }
  });
});
