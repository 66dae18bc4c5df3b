import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type OpenBrowser, openBrowser } from '../e2e/harness/browser.ts';
import { askSite, missingWordPress, startWordPress, type WordPressSite } from './wordpress.ts';

const missing = missingWordPress();
if (missing !== undefined) console.log(`skipped: ${missing}`);

/** Command lines of all running programs that name `part`. */
function findProcesses(part: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((line) => line.includes(part));
}

function authorize(user: string, password: string): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

/** The same text with its last character changed. */
function spoil(password: string): string {
  return password.slice(0, -1) + (password.endsWith('x') ? 'y' : 'x');
}

describe.skipIf(missing !== undefined)(
  `a real WordPress${missing === undefined ? '' : ` (${missing})`}`,
  () => {
    let site: WordPressSite;
    let browser: OpenBrowser;
    let page: Page;
    let shown = '';

    beforeAll(async () => {
      site = await startWordPress();
      browser = await openBrowser({ build: 'none', hostRules: site.hostRules });
      page = await browser.openPage(`${site.origin}/wp-login.php`);
    }, 60_000);

    afterAll(async () => {
      await browser?.close();
      await site?.stop();
    });

    test('lets its administrator in', async () => {
      await page.locator('::-p-aria([role="textbox"][name="Username or Email Address"])').fill(site.user);
      await page.locator('#user_pass').fill(site.password);
      await Promise.all([page.waitForNavigation(), page.locator('#wp-submit').click()]);
      expect(page.url()).toBe(`${site.origin}/wp-admin/`);
    }, 30_000);

    test('shows a new application password', async () => {
      await page.goto(`${site.origin}/wp-admin/profile.php#application-passwords-section`);
      await page
        .locator('::-p-aria([role="textbox"][name="New Application Password Name"])')
        .fill('Old tablet');
      await page.locator('#do_new_application_password').click();
      const field = await page.waitForSelector('#new-application-password-value');
      shown = (await field?.evaluate((element) => (element as HTMLInputElement).value)) ?? '';
      expect(shown).toMatch(/^[A-Za-z0-9]{4}( [A-Za-z0-9]{4}){5}$/);
      expect(
        await page.$$eval('tr[data-uuid] [data-colname="Name"]', (cells) =>
          cells.map((cell) => cell.firstChild?.textContent?.trim()),
        ),
      ).toEqual(['Old tablet']);
    }, 30_000);

    test('accepts it, with and without its spaces', async () => {
      for (const password of [shown, shown.replaceAll(' ', '')]) {
        const answer = await askSite(site.port, '/wp-json/wp/v2/users/me', authorize(site.user, password));
        expect(answer.status).toBe(200);
        expect(JSON.parse(answer.body)).toMatchObject({ name: site.user });
      }
    });

    test('refuses it with one character wrong, and a request without a user', async () => {
      const wrong = await askSite(site.port, '/wp-json/wp/v2/users/me', authorize(site.user, spoil(shown)));
      expect(wrong.status).toBe(401);
      expect((await askSite(site.port, '/wp-json/wp/v2/users/me')).status).toBe(401);
    });

    test('shows it on the consent page too, as a property that no attribute tells of', async () => {
      await page.goto(`${site.origin}/wp-admin/authorize-application.php?app_name=Backup`);
      await page.locator('#approve').click();
      const field = await page.waitForSelector('#new-application-password-value');
      const [value, attribute] = (await field?.evaluate((element) => [
        (element as HTMLInputElement).value,
        element.getAttribute('value'),
      ])) ?? ['', ''];
      expect(attribute).toBe('');
      const answer = await askSite(site.port, '/wp-json/wp/v2/users/me', authorize(site.user, String(value)));
      expect(answer.status).toBe(200);
    }, 30_000);

    test('leaves no program and no file behind', async () => {
      expect(findProcesses(site.directory)).not.toEqual([]);
      await site.stop();
      expect(findProcesses(site.directory)).toEqual([]);
      expect(existsSync(site.directory)).toBe(false);
      await expect(askSite(site.port, '/')).rejects.toThrow('ECONNREFUSED');
    });

    test('leaves nothing behind when it cannot start', async () => {
      const place = mkdtempSync(join(tmpdir(), 'spare-key-broken-'));
      const path = process.env['PATH'] ?? '';
      // Has everything WordPress needs, but does not serve.
      const php = '#!/bin/sh\ncase "$*" in *-S*) echo no port >&2; exit 7 ;; esac\n';
      writeFileSync(join(place, 'php'), php, { mode: 0o755 });
      const rooms = join(place, 'tmp');
      mkdirSync(rooms);
      vi.stubEnv('PATH', `${place}${delimiter}${path}`);
      vi.stubEnv('TMPDIR', rooms);
      try {
        await expect(startWordPress()).rejects.toThrow(/php ended with 7\n.*no port/s);
        expect(readdirSync(rooms)).toEqual([]);
        expect(findProcesses(rooms)).toEqual([]);
      } finally {
        vi.unstubAllEnvs();
        rmSync(place, { recursive: true });
      }
    }, 30_000);
  },
);
