import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from '../e2e/harness/browser.ts';
import { allowPrompt, leavePopup, missingOsInput } from '../e2e/harness/os-input.ts';
import { click, fill, find } from '../e2e/harness/page.ts';
import { answerCard, ask, makeVault } from '../e2e/harness/save.ts';
import { clickToolbarButton, openPopup } from '../e2e/harness/screens.ts';
import { askSite, missingWordPress, startWordPress, type WordPressSite } from './wordpress.ts';

const missing = [missingWordPress(), missingOsInput()].filter((words) => words !== undefined).join('; ');
if (missing !== '') console.log(`skipped: ${missing}`);

interface Row {
  id: string;
  label: string;
  account: string;
  site: string;
  provider: string;
}

describe.skipIf(missing !== '')(
  `a real network of WordPress in a sub-folder${missing && ` (${missing})`}`,
  () => {
    let site: WordPressSite;
    let chromium: OpenBrowser;
    let page: Page;

    beforeAll(async () => {
      site = await startWordPress({ base: '/news', network: true });
      chromium = await openBrowser({ headful: true, hostRules: site.hostRules });
      await makeVault(chromium);
      page = await chromium.openPage(`${site.home}/wp-login.php`);
      // A moment after loading, the page selects what is in this field: what was typed before would be replaced.
      await page.waitForFunction(() => document.activeElement?.id === 'user_login');
      await fill(page, 'Username or Email Address', site.user);
      await page.locator('#user_pass').fill(site.password);
      await Promise.all([page.waitForNavigation(), page.locator('#wp-submit').click()]);
    });

    afterAll(async () => {
      await chromium?.close();
      await site?.stop();
    });

    /** Creates an application password on one of the pages that have the section; answers what is shown. */
    async function createOn(path: string, name: string): Promise<string> {
      // By way of another address: a page that was looked at before, and what runs in it, is gone.
      await page.goto('about:blank');
      await page.goto(`${site.home}/wp-admin/${path}`);
      await fill(page, 'New Application Password Name', name);
      await page.locator('#do_new_application_password').click();
      const field = await page.waitForSelector('#new-application-password-value');
      return (await field?.evaluate((element) => (element as HTMLInputElement).value)) ?? '';
    }

    async function rows(): Promise<Row[]> {
      const popup = await openPopup(chromium);
      const found = await ask<{ rows: Row[] }>(popup, 'entry.list');
      await popup.close();
      return found.rows;
    }

    const kept = (label: string, account = site.user) => ({
      label,
      account,
      site: site.host,
      provider: 'wordpress',
    });

    test('"Scan this page" reads the profile below the folder', async () => {
      const shown = await createOn('profile.php', 'Old tablet');
      const popup = await clickToolbarButton(chromium, page);
      await click(popup, 'button', 'Scan this page');
      await find(page, 'dialog', 'Spare Key: app password');
      await leavePopup(chromium, popup, page);
      await answerCard(page, 'Save');
      expect(await rows()).toMatchObject([kept('Old tablet')]);
      const authorization = `Basic ${Buffer.from(`${site.user}:${shown}`).toString('base64')}`;
      const answer = await askSite(site.port, '/news/wp-json/wp/v2/users/me', { authorization });
      expect(answer.status).toBe(200);
    });

    test('a watched network is read in its own administration', async () => {
      const popup = await clickToolbarButton(chromium, page);
      await click(popup, 'button', 'Scan this page');
      await find(popup, 'button', 'Always watch this site');
      await allowPrompt(chromium, popup, () => click(popup, 'button', 'Always watch this site'));
      await createOn('network/profile.php', 'Network script');
      await find(page, 'dialog', 'Spare Key: app password');
      await answerCard(page, 'Save');
      expect(await rows()).toContainEqual(expect.objectContaining(kept('Network script')));
    });

    test('one that is made for another person belongs to that person', async () => {
      await createOn('network/user-edit.php?user_id=2', 'Phone of Kim');
      await find(page, 'dialog', 'Spare Key: app password');
      await answerCard(page, 'Save');
      expect(await rows()).toContainEqual(expect.objectContaining(kept('Phone of Kim', 'kim')));
    });

    test('what is revoked in the administration of the network is marked', async () => {
      const id = (await rows()).find(({ label }) => label === 'Network script')?.id ?? '';
      const popup = await openPopup(chromium);
      const entry = async () =>
        (await ask<{ entry: Record<string, string> }>(popup, 'entry.get', { id })).entry;
      await page.bringToFront();
      await page.goto('about:blank');
      await page.goto(`${site.home}/wp-admin/network/profile.php`);
      await expect
        .poll(async () => (await entry())['remoteId'], { timeout: 10_000 })
        .toMatch(/^[\da-f-]{36}$/);
      page.once('dialog', (dialog) => dialog.accept());
      const row = await page.waitForSelector(`tr[data-uuid="${(await entry())['remoteId']}"]`);
      await (await row?.$('.delete'))?.click();
      await expect.poll(async () => (await entry())['status'], { timeout: 10_000 }).toBe('revoked');
      await popup.close();
      expect(await rows()).toHaveLength(3);
    });
  },
);
