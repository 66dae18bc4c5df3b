import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from '../e2e/harness/browser.ts';
import { allowPrompt, leavePopup, missingOsInput, pasteInto } from '../e2e/harness/os-input.ts';
import { click, fill, find, peek, waitForText, waitUntilGone } from '../e2e/harness/page.ts';
import { answerCard, ask, makeVault, PASSPHRASE } from '../e2e/harness/save.ts';
import { clickToolbarButton, openPopup, openVault, unlock } from '../e2e/harness/screens.ts';
import { inWorker, killWorker, movePageClock, moveWorkerClock } from '../e2e/harness/worker.ts';
import { askSite, missingWordPress, startWordPress, type WordPressSite } from './wordpress.ts';

const missing = [missingWordPress(), missingOsInput()].filter((words) => words !== undefined).join('; ');
if (missing !== '') console.log(`skipped: ${missing}`);

const DAY = 86_400_000;

interface Row {
  id: string;
  label: string;
  account: string;
  site: string;
  provider: string;
}

interface Scope {
  chrome: { permissions: { getAll(): Promise<{ origins: string[] }> } };
}

describe.skipIf(missing !== '')(`app passwords of a real WordPress${missing && ` (${missing})`}`, () => {
  let site: WordPressSite;
  let chromium: OpenBrowser;
  let page: Page;

  beforeAll(async () => {
    site = await startWordPress();
    chromium = await openBrowser({ headful: true, hostRules: site.hostRules });
    await makeVault(chromium);
    page = await chromium.openPage(`${site.origin}/wp-login.php`);
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

  /** Creates an application password in the profile and returns what the page shows. */
  async function createInProfile(name: string): Promise<string> {
    // By way of another address: a page that was looked at before, and what runs in it, is gone.
    await page.goto('about:blank');
    await page.goto(`${site.origin}/wp-admin/profile.php#application-passwords-section`);
    await fill(page, 'New Application Password Name', name);
    await page.locator('#do_new_application_password').click();
    return readShown();
  }

  async function readShown(): Promise<string> {
    const field = await page.waitForSelector('#new-application-password-value');
    return (await field?.evaluate((element) => (element as HTMLInputElement).value)) ?? '';
  }

  /** What is kept, and what waits for an answer. */
  async function list(): Promise<{ rows: Row[]; waiting: unknown[] }> {
    const popup = await openPopup(chromium);
    const found = await ask<{ rows: Row[]; waiting: unknown[] }>(popup, 'entry.list');
    await popup.close();
    return found;
  }

  /** Address patterns the extension may reach, sorted. */
  async function grantedHosts(): Promise<string[]> {
    const origins = await inWorker(chromium, async () => {
      const { permissions } = (globalThis as unknown as Scope).chrome;
      return (await permissions.getAll()).origins;
    });
    return origins.sort();
  }

  /** Copies by the toolbar's popup and pastes into an empty page, as into a client that asks for the password. */
  async function copyOut(label: string): Promise<string> {
    const client = await chromium.openPage(`https://client.example/`);
    const popup = await clickToolbarButton(chromium, client);
    await fill(popup, 'Search', label, 'searchbox');
    await find(popup, 'button', 'Copy password');
    await popup.keyboard.press('Enter');
    await waitForText(popup, 'Copied');
    await popup.close();
    const pasted = await pasteInto(client);
    await client.close();
    return pasted;
  }

  function useIt(user: string, password: string) {
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    return askSite(site.port, '/wp-json/wp/v2/users/me', { authorization });
  }

  test('"Scan this page" brings the card to a site that is not watched', async () => {
    await createInProfile('Old tablet');
    const popup = await clickToolbarButton(chromium, page);
    await click(popup, 'button', 'Scan this page');
    await find(page, 'dialog', 'Spare Key: app password');
    await leavePopup(chromium, popup, page);
    await answerCard(page, 'Save');
    expect((await list()).rows).toMatchObject([
      { label: 'Old tablet', account: site.user, site: site.host, provider: 'wordpress' },
    ]);
  });

  test('the saved password, copied out of the popup, opens the site', async () => {
    const copied = await copyOut('Old tablet');
    const answer = await useIt(site.user, copied);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ name: site.user });
  });

  test('half a year later it is due; "Keep" answers the question', async () => {
    await moveWorkerClock(chromium, 200 * DAY);
    const vault = await openVault(chromium, '#/review');
    await movePageClock(vault, 200 * DAY);
    await vault.reload();
    await unlock(vault, PASSPHRASE);
    await waitForText(vault, 'Old tablet');
    await click(vault, 'button', 'Keep');
    await waitForText(vault, 'All answered');
    await vault.close();
    // Restarted, it has the real time again: its clock was set back, and so the vault is locked.
    await killWorker(chromium);
    const again = await openVault(chromium);
    await unlock(again, PASSPHRASE);
    await again.close();
  });

  test('a password for a program that asked through the consent page is caught as well', async () => {
    await page.goto(`${site.origin}/wp-admin/authorize-application.php?app_name=Backup`);
    await page.locator('#approve').click();
    await page.waitForSelector('#new-application-password-value');
    const popup = await clickToolbarButton(chromium, page);
    await click(popup, 'button', 'Scan this page');
    await find(page, 'dialog', 'Spare Key: app password');
    // The popup lies over the card here, and can do the same.
    await find(popup, 'region', 'Not saved yet');
    await click(popup, 'button', 'Save');
    await waitUntilGone(popup, 'region', 'Not saved yet');
    await waitUntilGone(page, 'dialog', 'Spare Key: app password');
    await leavePopup(chromium, popup, page);
    expect((await list()).rows.map(({ label }) => label).sort()).toEqual(['Backup', 'Old tablet']);
    expect((await useIt(site.user, await copyOut('Backup'))).status).toBe(200);
  });

  test('"Always watch this site" asks for this host alone, and then needs no click', async () => {
    const before = await grantedHosts();
    await page.goto(`${site.origin}/wp-admin/profile.php`);
    const popup = await clickToolbarButton(chromium, page);
    await click(popup, 'button', 'Scan this page');
    await find(popup, 'button', 'Always watch this site');
    await allowPrompt(chromium, popup, () => click(popup, 'button', 'Always watch this site'));
    expect(await grantedHosts()).toEqual([...before, `https://${site.host}/*`].sort());

    const shown = await createInProfile('Study laptop');
    await find(page, 'dialog', 'Spare Key: app password');
    await answerCard(page, 'Save');
    expect((await list()).rows.map(({ label }) => label)).toContain('Study laptop');
    expect(await copyOut('Study laptop')).toBe(shown.replaceAll(' ', ''));
  });

  test('the profile page tells when one was used, and that one was revoked there', async () => {
    const popup = await openPopup(chromium);
    const idOf = async (label: string) =>
      (await ask<{ rows: Row[] }>(popup, 'entry.list')).rows.find((row) => row.label === label)?.id ?? '';
    const id = await idOf('Study laptop');
    const entry = async () =>
      (await ask<{ entry: Record<string, string> }>(popup, 'entry.get', { id })).entry;
    const { canonical } = await ask<{ canonical: string }>(popup, 'entry.secret', { id, purpose: 'show' });
    expect((await useIt(site.user, canonical)).status).toBe(200);
    await page.bringToFront();
    await page.goto('about:blank');
    await page.goto(`${site.origin}/wp-admin/profile.php#application-passwords-section`);
    await expect.poll(async () => (await entry())['lastPlace'], { timeout: 10_000 }).toBe('127.0.0.1');
    expect((await entry())['lastUsed']).toMatch(/\d/);

    page.once('dialog', (dialog) => dialog.accept());
    const row = await page.waitForSelector(`tr[data-uuid="${(await entry())['remoteId']}"]`);
    await (await row?.$('.delete'))?.click();
    await expect.poll(async () => (await entry())['status'], { timeout: 10_000 }).toBe('revoked');
    await popup.close();
    // The others are still there, and nothing is said of them.
    const { rows } = await list();
    expect(rows.filter(({ label }) => label !== 'Study laptop')).toHaveLength(rows.length - 1);
  });

  test('after "Stop watching" nothing is caught there any more', async () => {
    const vault = await openVault(chromium, '#/settings/sites');
    await click(vault, 'button', `Stop watching: ${site.host}`);
    await waitUntilGone(vault, 'button', `Stop watching: ${site.host}`);
    await vault.close();
    expect(await grantedHosts()).not.toContain(`https://${site.host}/*`);
    await createInProfile('Nobody’s business');
    // A click in the page, at which a watcher would read at once.
    await page.locator('#new-application-password-value').click();
    expect((await list()).waiting).toEqual([]);
    expect(await peek(page, 'dialog', 'Spare Key: app password')).toBeUndefined();
  });
});
