import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from '../e2e/harness/browser.ts';
import { allowPrompt, leavePopup, missingOsInput } from '../e2e/harness/os-input.ts';
import { click, fill, find, waitUntilGone } from '../e2e/harness/page.ts';
import { answerCard, ask, makeVault } from '../e2e/harness/save.ts';
import { clickToolbarButton, openPopup } from '../e2e/harness/screens.ts';
import { missingTtRss, signIn, startTtRss, type TtRssSite } from './tt-rss.ts';

const missing = [missingTtRss(), missingOsInput()].filter((words) => words !== undefined).join('; ');
if (missing !== '') console.log(`skipped: ${missing}`);

interface Row {
  id: string;
  label: string;
  account: string;
  site: string;
  provider: string;
}

describe.skipIf(missing !== '')(`app passwords of a real Tiny Tiny RSS${missing && ` (${missing})`}`, () => {
  let site: TtRssSite;
  let chromium: OpenBrowser;
  let page: Page;

  beforeAll(async () => {
    site = await startTtRss();
    chromium = await openBrowser({ headful: true, hostRules: site.hostRules });
    await makeVault(chromium);
    page = await chromium.openPage(`${site.home}/`);
    await page.locator('input[name=login]').fill(site.user);
    await page.locator('input[name=password]').fill(site.password);
    await Promise.all([page.waitForNavigation(), page.locator('::-p-aria(Log in)').click()]);
  });

  afterAll(async () => {
    await chromium?.close();
    await site?.stop();
  });

  async function openPreferences(): Promise<void> {
    // By way of another address: a page that was looked at before, and what runs in it, is gone.
    await page.goto('about:blank');
    await page.goto(`${site.home}/prefs.php`);
    await page.locator('::-p-text(Personal data / Authentication)').click();
    await page.locator('::-p-aria([role="tab"][name="App passwords"])').click();
    await page.waitForSelector('#app-password-list', { visible: true });
  }

  /** Makes one by the page's own button, which asks for the name by a dialog of the browser. */
  async function create(name: string): Promise<string> {
    page.once('dialog', (dialog) => dialog.accept(name));
    await page.locator('::-p-aria(Generate new password)').click();
    const shown = await page.waitForSelector('#app_passwords_holder .alert strong');
    return (await shown?.evaluate((element) => element.textContent)) ?? '';
  }

  async function rows(): Promise<Row[]> {
    const popup = await openPopup(chromium);
    const found = await ask<{ rows: Row[] }>(popup, 'entry.list');
    await popup.close();
    return found.rows;
  }

  test('"Scan this page" saves one with its label, and with the account that the person types', async () => {
    await openPreferences();
    const shown = await create('Old tablet');
    const popup = await clickToolbarButton(chromium, page);
    await click(popup, 'button', 'Scan this page');
    await find(popup, 'region', 'Not saved yet');
    await fill(popup, 'Account', site.user);
    await click(popup, 'button', 'Save');
    await waitUntilGone(popup, 'region', 'Not saved yet');
    await leavePopup(chromium, popup, page);
    const [row] = await rows();
    expect(row).toMatchObject({
      label: 'Old tablet',
      account: site.user,
      site: site.host,
      provider: 'tt-rss',
    });

    const own = await openPopup(chromium);
    const secret = await ask<{ canonical: string }>(own, 'entry.secret', { id: row?.id, purpose: 'show' });
    await own.close();
    expect(secret.canonical).toBe(shown);
    expect(await signIn(site, secret.canonical)).toBe(true);
    expect(await signIn(site, `${shown.slice(0, -1)}?`)).toBe(false);
  });

  test('a watched site needs no click', async () => {
    const popup = await clickToolbarButton(chromium, page);
    await click(popup, 'button', 'Scan this page');
    await find(popup, 'button', 'Always watch this site');
    await allowPrompt(chromium, popup, () => click(popup, 'button', 'Always watch this site'));
    await openPreferences();
    await create('Reading phone');
    await find(page, 'dialog', 'Spare Key: app password');
    await answerCard(page, 'Save');
    expect((await rows()).map(({ label }) => label).sort()).toEqual(['Old tablet', 'Reading phone']);
  });

  test('the list is compared: one was used, one is not in the vault, one is revoked', async () => {
    await openPreferences();
    await create('Nobody’s');
    await answerCard(page, 'Not now');
    await openPreferences();
    const popup = await openPopup(chromium);
    const entries = await rows();
    const entry = async (wanted: string) => {
      const id = entries.find(({ label }) => label === wanted)?.id;
      return (await ask<{ entry: Record<string, string> }>(popup, 'entry.get', { id })).entry;
    };
    await expect.poll(async () => (await entry('Old tablet'))['lastUsed'], { timeout: 10_000 }).toMatch(/\d/);
    interface Report {
      unknown: { label: string }[];
    }
    const compare = async () => (await ask<{ lists: Report[] }>(popup, 'list.all')).lists[0];
    expect((await compare())?.unknown.map(({ label }) => label)).toEqual(['Nobody’s']);

    await page.bringToFront();
    const row = await page.waitForSelector(
      '::-p-xpath(//tr[@data-row-id][contains(., "Reading phone")]//input)',
    );
    await row?.click();
    page.once('dialog', (dialog) => dialog.accept());
    await page.locator('::-p-aria(Remove selected passwords)').click();
    await expect
      .poll(async () => (await entry('Reading phone'))['status'], { timeout: 10_000 })
      .toBe('revoked');
    expect((await entry('Old tablet'))['status']).toBe('active');
    await popup.close();
  });
});
