import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type FormatId, loadFormat } from '../../lib/files/index.ts';
import type { Item } from '../../lib/managers/manager.ts';
import { findBrowser } from '../../scripts/browser.mjs';
import { type OpenBrowser, openBrowser } from '../e2e/harness/browser.ts';
import { runInFirefox } from '../e2e/harness/firefox.ts';
import { missingOsInput, sendOsInput } from '../e2e/harness/os-input.ts';
import { makeItem, NOW } from '../unit/files/items.ts';
import { makeAwkward, notesWith } from './awkward-items.ts';

const NO_ADDRESS = 'https://app-password.invalid/';
const noChromium = findBrowser('chromium') === undefined ? 'Chromium is not installed' : missingOsInput();
const noFirefox = findBrowser('firefox') === undefined ? 'Firefox is not installed' : undefined;
for (const missing of [noChromium, noFirefox]) {
  if (missing !== undefined) console.log(`skipped: imports of browsers (${missing})`);
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spare-key-imports-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

async function write(id: FormatId, items: readonly Item[]): Promise<string> {
  const path = join(folder, `${id}.csv`);
  const { write: make } = await loadFormat(id);
  writeFileSync(path, await make(items, { passphrase: '', now: NOW }));
  return path;
}

/** What Chromium's own page of passwords can do, as far as it is needed here. */
interface PasswordPage {
  chrome: {
    passwordsPrivate: {
      importPasswords(store: 'DEVICE'): Promise<Report>;
      getSavedPasswordList(): Promise<{ id: number }[]>;
      requestCredentialsDetails(ids: number[]): Promise<Saved[]>;
    };
  };
}

interface Report {
  status: string;
  numberImported: number;
  /** Rows that were refused, or that were there already. */
  displayedEntries: { username: string; status: string }[];
}

interface Saved {
  username: string;
  password: string;
  note: string;
  affiliatedDomains: { url: string }[];
}

describe.skipIf(noChromium)(`a file of ours in Chromium${noChromium ? ` (${noChromium})` : ''}`, () => {
  const rows = makeAwkward('chromium');
  const long = makeItem({ label: 'Long', account: 'kim@mail.example', notes: 'é🔑'.repeat(2_000), tags: [] });
  let report: Report;
  let saved: Saved[];

  async function open(headful: boolean): Promise<{ chromium: OpenBrowser; page: Page }> {
    // The names of its window and of its button are known in English, and the dialog is to be its own.
    const env = { HOME: folder, LANGUAGE: 'en', LC_ALL: 'C.UTF-8', GTK_USE_PORTAL: '0' };
    const profile = join(folder, 'chromium');
    const bus = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };
    const chromium = await openBrowser({ build: 'none', profile, headful, env: { ...env, ...bus } });
    return { chromium, page: await chromium.openPage('chrome://password-manager/settings') };
  }

  /** Chooses a file in the dialog of the browser, which is a window of its own. */
  async function chooseInDialog(chromium: OpenBrowser, path: string): Promise<void> {
    const dialog = await vi.waitFor(
      () =>
        sendOsInput(chromium, 'search', '--onlyvisible', '--name', '^Import Passwords').split('\n')[0] ?? '',
      { timeout: 20_000, interval: 100 },
    );
    sendOsInput(chromium, 'windowfocus', '--sync', dialog);
    sendOsInput(chromium, 'type', '--delay', '10', path);
    sendOsInput(chromium, 'key', 'alt+o');
  }

  beforeAll(async () => {
    const path = await write('csv-chromium', [...rows.map(({ item }) => item), long]);
    const first = await open(true);
    try {
      const reported = first.page.evaluate(() =>
        (globalThis as unknown as PasswordPage).chrome.passwordsPrivate.importPasswords('DEVICE'),
      );
      await Promise.all([chooseInDialog(first.chromium, path), reported]);
      report = await reported;
    } finally {
      await first.chromium.close();
    }
    // Until it is restarted it also lists rows that overwrote each other.
    const again = await open(false);
    try {
      saved = await again.page.evaluate(async () => {
        const { passwordsPrivate } = (globalThis as unknown as PasswordPage).chrome;
        const listed = await passwordsPrivate.getSavedPasswordList();
        return passwordsPrivate.requestCredentialsDetails(listed.map(({ id }) => id));
      });
    } finally {
      await again.chromium.close();
    }
  });

  test('is imported without a row refused', () => {
    expect(report).toMatchObject({
      status: 'SUCCESS',
      numberImported: rows.length + 1,
      displayedEntries: [],
    });
    expect(saved).toHaveLength(rows.length + 1);
  });

  test('arrives with accounts, secrets, addresses and notes', () => {
    const names = ['provider', 'client', 'device', 'protocols', 'tags', 'created', 'review'] as const;
    for (const row of rows) {
      const [found] = saved.filter(({ password }) => password === row.item.secret);
      expect(found).toMatchObject({
        username: row.apart,
        note: notesWith(row, ['label', 'account', ...names]),
        affiliatedDomains: [{ url: row.url || NO_ADDRESS }],
      });
    }
  });

  test('has notes cut to what it takes', () => {
    const [found] = saved.filter(({ username }) => username === long.account);
    expect(found?.note).toMatch(/^(?:é🔑)+é?…\n\nApp password: Long\nProvider: Acme\n[^…]+2026-08-01$/u);
    expect(Buffer.byteLength(found?.note ?? '')).toBeGreaterThan(990);
  });
});

describe.skipIf(noFirefox)(`a file of ours in Firefox${noFirefox ? ` (${noFirefox})` : ''}`, () => {
  test('is imported whole: label as realm, addresses as origins, days', async () => {
    const rows = makeAwkward('firefox');
    const bare = makeItem({ label: '', account: 'kim@mail.example', site: 'nas.example', url: '' });
    const path = await write('csv-firefox', [...rows.map(({ item }) => item), bare]);
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: findBrowser('firefox') ?? '',
      headless: true,
      userDataDir: join(folder, 'firefox'),
      env: { ...process.env, HOME: folder },
      args: ['--remote-allow-system-access'],
    });
    try {
      const answer = await runInFirefox(
        browser,
        `(async () => {
          const { LoginCSVImport } = ChromeUtils.importESModule('resource://gre/modules/LoginCSVImport.sys.mjs');
          const report = await LoginCSVImport.importFromCSV(${JSON.stringify(path)});
          const logins = await Services.logins.getAllLogins();
          return JSON.stringify({
            results: report.map(({ result }) => result),
            logins: logins.map((login) => {
              const { timeCreated, timePasswordChanged } = login.QueryInterface(Ci.nsILoginMetaInfo);
              const { origin, formActionOrigin, httpRealm, username, password } = login;
              return { origin, formActionOrigin, httpRealm, username, password, timeCreated, timePasswordChanged };
            }),
          });
        })()`,
      );
      const { results, logins } = JSON.parse(String(answer)) as { results: string[]; logins: unknown[] };
      const expected = [
        ...rows.map((row) => ({
          origin: new URL(row.url || NO_ADDRESS).origin,
          httpRealm: row.label,
          username: row.apart,
          password: row.item.secret,
        })),
        {
          origin: 'https://nas.example',
          httpRealm: 'App password',
          username: bare.account,
          password: bare.secret,
        },
      ].map((login) => ({
        ...login,
        // Not for the sign-in form of the site.
        formActionOrigin: null,
        timeCreated: Date.UTC(2026, 0, 2, 3, 4, 5),
        timePasswordChanged: Date.UTC(2026, 1, 3, 4, 5, 6),
      }));
      expect(results).toEqual(expected.map(() => 'added'));
      expect(logins).toHaveLength(expected.length);
      expect(logins).toEqual(expect.arrayContaining(expected));
    } finally {
      await browser.close();
    }
  });
});
