import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Protocol } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSite } from '../../practice-site/pages.mjs';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { download } from './harness/files.ts';
import { choose, click, fill, find, waitForText } from './harness/page.ts';
import { answerCard, ask, captureOn, MY_SIGN_INS } from './harness/save.ts';
import { openPopup, openVault, unlock } from './harness/screens.ts';

const PASSPHRASE = 'nine copper herons waltz';

/** All files below a folder. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath, found.name));
}

/** A text in every form in which a profile could hold it. */
function formsOf(text: string): Record<string, Buffer> {
  const plain = Buffer.from(text, 'utf8');
  const wide = Buffer.from(text, 'utf16le');
  // Base64 depends on how many bytes come before: what all three ways have in common is looked for.
  const shifted = (bytes: Buffer, before: number) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return Buffer.from(encoded.slice(before === 0 ? 0 : before + 1, -1));
  };
  return {
    'UTF-8': plain,
    'UTF-16LE': wide,
    'UTF-16BE': Buffer.from(wide).swap16(),
    ...Object.fromEntries([0, 1, 2].map((before) => [`base64, ${before} before`, shifted(plain, before)])),
    ...Object.fromEntries(
      [0, 1, 2].map((before) => [`base64 of UTF-16, ${before} before`, shifted(wide, before)]),
    ),
    hex: Buffer.from(plain.toString('hex')),
    HEX: Buffer.from(plain.toString('hex').toUpperCase()),
    reversed: Buffer.from([...text].reverse().join('')),
    'URL-encoded': Buffer.from(encodeURIComponent(text)),
  };
}

/** Where in a folder's files a text is, in any of its forms. */
function findTraces(folder: string, text: string): string[] {
  const forms = Object.entries(formsOf(text));
  return listFiles(folder).flatMap((file) => {
    const bytes = readFileSync(file);
    return forms
      .filter(([, form]) => bytes.includes(form))
      .map(([name]) => `${name} in ${file.slice(folder.length)}`);
  });
}

/** The secret as the provider's page shows it, and in groups of four as it may be shown elsewhere. */
const SECRET = 'qzvjkxwpygbhmfdt';
const GROUPED = 'qzvj kxwp ygbh mfdt';

test.each(Object.entries(writings()))('the search finds what was written as %s', (_, bytes) => {
  const folder = mkdtempSync(join(tmpdir(), 'spare-key-written-'));
  try {
    mkdirSync(join(folder, 'deep', 'down'), { recursive: true });
    writeFileSync(join(folder, 'deep', 'down', 'file'), bytes);
    expect(findTraces(folder, SECRET)).not.toEqual([]);
    expect(findTraces(folder, 'another text altogether')).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** The secret within other text, as a careless program would write it. */
function writings(): Record<string, Buffer> {
  const within = (before: number) => `{"key":"${'x'.repeat(before)}${SECRET}","next":1}`;
  const writings: Record<string, Buffer> = {
    text: Buffer.from(within(0)),
    'wide text': Buffer.from(within(0), 'utf16le'),
    hexadecimal: Buffer.from(Buffer.from(within(0)).toString('hex')),
    'reversed text': Buffer.from([...within(0)].reverse().join('')),
  };
  for (const before of [0, 1, 2]) {
    writings[`base64 ${before}`] = Buffer.from(Buffer.from(within(before)).toString('base64'));
    writings[`wide base64 ${before}`] = Buffer.from(
      Buffer.from(within(before), 'utf16le').toString('base64'),
    );
  }
  return writings;
}

describe('a canary goes through the whole life of a secret', () => {
  const profile = mkdtempSync(join(tmpdir(), 'spare-key-canary-'));
  let chromium: OpenBrowser;
  let recoveryCode: string;
  let provider: Page;

  beforeAll(async () => {
    const site = createSite({ kind: 'my-sign-ins', nextSecret: () => SECRET });
    chromium = await openBrowser({ profile, hosts: { 'mysignins.microsoft.com': site.answer } });
    recoveryCode = await setUp(chromium);
    provider = await chromium.openPage(MY_SIGN_INS);
  });

  afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

  test('caught and saved on the card, which never holds it', async () => {
    expect(recoveryCode).toMatch(/^[A-Z0-9]+(-[A-Z0-9]+)+$/i);
    expect(await captureOn(provider, 'Canary cage')).toBe(SECRET);
    const { card, page } = await readTree(provider);
    expect(card).toContain('Canary cage');
    expect(card).not.toContain(SECRET);
    expect(page).toContain(SECRET);
    await answerCard(provider, 'Save');
    await click(provider, 'button', 'Close');
    await click(provider, 'button', 'Done');
    const after = await readTree(provider);
    expect(after.card + after.page).not.toContain(SECRET);
    await provider.close();
  });

  test('shown, edited and put back under lock', async () => {
    const popup = await openPopup(chromium);
    await click(popup, 'button', 'Show password');
    await popup.waitForFunction(
      (wanted) => document.body.textContent?.replace(/\s/g, '').includes(wanted),
      {},
      SECRET,
    );
    const { rows } = await ask<{ rows: { id: string }[] }>(popup, 'entry.list');
    const id = rows[0]?.id ?? '';
    await ask(popup, 'entry.update', { id, changes: { notes: 'sings', label: 'Canary in the attic' } });
    await ask(popup, 'entry.remove', { id });
    await ask(popup, 'entry.restore', { id });
    await click(popup, 'button', 'Lock');
    await unlock(popup, PASSPHRASE);
    await waitForText(popup, 'Canary in the attic');
    await click(popup, 'button', 'Lock');
    await find(popup, 'textbox', 'Passphrase');
    await popup.close();
  });

  test('put into files, encrypted and not, which lie where the user wanted them and nowhere else', async () => {
    const tab = await openVault(chromium, '#/settings/backup');
    await unlock(tab, PASSPHRASE);
    await click(tab, 'button', 'Create backup…');
    await fill(tab, 'Vault passphrase, for the backup', PASSPHRASE);
    await fill(tab, 'Backup passphrase', 'eleven walnut ferries hum');
    await fill(tab, 'Repeat backup passphrase', 'eleven walnut ferries hum');
    const backup = await download(tab, () => click(tab, 'button', 'Create backup'));
    expect(Object.values(formsOf(SECRET)).filter((form) => backup.bytes.includes(form))).toEqual([]);
    await click(tab, 'link', 'Import and export');
    await choose(tab, 'File format', 'Bitwarden (JSON)');
    await click(tab, 'button', 'Create file…');
    await fill(tab, 'Vault passphrase', PASSPHRASE);
    const plain = await download(tab, () => click(tab, 'button', 'Create file'));
    expect(plain.bytes.includes(SECRET)).toBe(true);
    await click(tab, 'button', 'Lock');
    await find(tab, 'textbox', 'Passphrase');
    await tab.close();
  });

  test('no console ever said it', () => {
    const said = chromium.log.map(({ text }) => text).join('\n');
    for (const text of [SECRET, GROUPED, PASSPHRASE, recoveryCode]) expect(said).not.toContain(text);
  });

  test('after quitting, no byte of the profile holds it, nor the passphrase, nor the recovery code', async () => {
    await chromium.close();
    // What is meant to be there is found, so the search works and the profile is the right one.
    expect(findTraces(profile, chromium.extensionId)).not.toEqual([]);
    const code = recoveryCode.replaceAll('-', '');
    for (const text of [SECRET, GROUPED, PASSPHRASE, recoveryCode, code]) {
      expect(findTraces(profile, text)).toEqual([]);
    }
  });
});

/** Sets the vault up by typing, and answers the recovery code that is shown once. */
async function setUp(chromium: OpenBrowser): Promise<string> {
  const page = await chromium.openOwnPage('welcome.html');
  await fill(page, 'Passphrase', PASSPHRASE);
  await fill(page, 'Repeat passphrase', PASSPHRASE);
  await click(page, 'button', 'Create vault');
  await find(page, 'button', 'Print', 30_000);
  const code = await page.$eval('code, output', (element) => element.textContent ?? '');
  await page.close();
  return code.trim();
}

/** All texts and attributes in the page's closed shadow roots, where the card lives, and those in the rest of it. */
async function readTree(provider: Page): Promise<{ card: string; page: string }> {
  const session = await provider.createCDPSession();
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  const read = { card: '', page: '' };
  const visit = (node: Protocol.DOM.Node, inside: 'card' | 'page'): void => {
    const room = node.shadowRootType === 'closed' ? 'card' : inside;
    read[room] += `${[node.nodeValue, ...(node.attributes ?? [])].join(' ')}\n`;
    for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) visit(child, room);
    if (node.contentDocument !== undefined) visit(node.contentDocument, room);
  };
  visit(root, 'page');
  return read;
}
