import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { allowPrompt, missingOsInput } from './harness/os-input.ts';
import { click, find, findAll, waitForText, waitUntilGone } from './harness/page.ts';
import { answerCard, ask, makeVault } from './harness/save.ts';
import { clickToolbarButton, openVault } from './harness/screens.ts';
import { readStoredPage, sendMailcowForm } from './harness/stored-page.ts';

const missing = missingOsInput();
if (missing !== undefined) console.log(`skipped: ${missing}`);

interface Row {
  id: string;
  label: string;
  account: string;
  provider: string;
}

describe.skipIf(missing !== undefined)(`providers of every kind${missing ? ` (${missing})` : ''}`, () => {
  let chromium: OpenBrowser;
  let office: Page;

  beforeAll(async () => {
    chromium = await openBrowser({ headful: true });
    await makeVault(chromium);
    office = await chromium.openOwnPage('offscreen.html');
  });
  afterAll(() => chromium?.close());

  async function open(file: string): Promise<{ page: Page; secret: string }> {
    const { url, html, secret } = readStoredPage(file);
    chromium.sites.serve({ [url.hostname]: () => html });
    return { page: await chromium.openPage(url.href), secret };
  }

  async function waiting(): Promise<Row[]> {
    return (await ask<{ waiting: Row[] }>(office, 'entry.list')).waiting;
  }

  /** The entry of a provider, with its secret. */
  async function keptOf(provider: string): Promise<Row & { shown: string }> {
    const { rows } = await ask<{ rows: Row[] }>(office, 'entry.list');
    const row = rows.find((one) => one.provider === provider);
    if (row === undefined) throw new Error(`nothing of ${provider}`);
    const { shown } = await ask<{ shown: string }>(office, 'entry.secret', { id: row.id, purpose: 'show' });
    return { ...row, shown };
  }

  test('before anything is chosen, nothing is read there', async () => {
    const { page } = await open('google.created');
    await page.evaluate(() => new Promise((rested) => setTimeout(rested, 500)));
    expect(await findAll(page, 'dialog', 'Spare Key: app password')).toEqual([]);
    await page.close();
  });

  test('several are switched on in the settings, with one prompt for all', async () => {
    const settings = await openVault(chromium, '#/settings/sites');
    for (const name of ['Google', 'Apple', 'Bluesky']) await click(settings, 'checkbox', name);
    await allowPrompt(chromium, undefined, () => click(settings, 'button', 'Watch these sites'));
    await waitForText(settings, 'Choice saved.');
    const { hosts } = await ask<{ hosts: string[] }>(office, 'site.list');
    expect(hosts.toSorted()).toEqual([
      'account.apple.com',
      'appleid.apple.com',
      'bsky.app',
      'myaccount.google.com',
    ]);
    await settings.close();
  });

  test.each(['google', 'apple', 'bluesky'])(
    '%s: the card is there by itself, and Save keeps the secret',
    async (provider) => {
      const { page, secret } = await open(`${provider}.created`);
      await find(page, 'dialog', 'Spare Key: app password');
      await answerCard(page, 'Save');
      expect((await keptOf(provider)).shown).toBe(secret);
      await page.close();
    },
  );

  test.each(['nextcloud.created', 'nextcloud.inline-created-french', 'owncloud.created', 'ox.created'])(
    '%s: scanned once, on a site that is not watched',
    async (file) => {
      const { page, secret } = await open(file);
      const popup = await clickToolbarButton(chromium, page);
      await click(popup, 'button', 'Scan this page');
      await find(popup, 'region', 'Not saved yet');
      await click(popup, 'button', 'Save');
      await waitUntilGone(popup, 'region', 'Not saved yet');
      const { rows } = await ask<{ rows: Row[] }>(office, 'entry.list');
      const secrets = await Promise.all(
        rows.map(({ id }) => ask<{ shown: string }>(office, 'entry.secret', { id, purpose: 'show' })),
      );
      expect(secrets.map(({ shown }) => shown)).toContain(secret);
      await popup.close();
      await page.close();
    },
  );

  test.each(['mailcow', 'stalwart'])(
    '%s: shown only before its form is sent: caught as it is sent, not before, nor when it is cancelled',
    async (provider) => {
      const { page, secret } = await open(`${provider}.drafted`);
      const popup = await clickToolbarButton(chromium, page);
      await click(popup, 'button', 'Scan this page');
      await waitForText(popup, 'This page creates app passwords.');
      await popup.close();
      await page.bringToFront();
      await page.click('body');
      expect(await waiting()).toEqual([]);
      const cancels: Record<string, string> = {
        mailcow: '.modal-header .btn-close',
        stalwart: 'form div:last-child > button:first-child',
      };
      await page.click(cancels[provider] ?? '');
      // Once a look has been answered, all that this click caused has been, too.
      const again = await clickToolbarButton(chromium, page);
      await click(again, 'button', 'Scan this page');
      await waitForText(again, 'This page creates app passwords.');
      await again.close();
      expect(await waiting()).toEqual([]);
      await page.bringToFront();
      const sends: Record<string, string> = {
        mailcow: '[data-action=add_item][data-id=add_apppasswd]',
        stalwart: 'form button:last-child',
      };
      await page.click(sends[provider] ?? '');
      // The page puts the form away once the server has taken it, and lists what was made.
      await page
        .evaluate(() => {
          const row = document.createElement('td');
          row.textContent = document.querySelector<HTMLInputElement>('form input')?.value ?? '';
          document.querySelector('form')?.replaceWith(row);
        })
        .catch(() => undefined);
      // Some pages reload at once, and their card is gone before a user could answer it: the capture waits.
      await expect.poll(async () => (await waiting()).map((one) => one.provider)).toEqual([provider]);
      const [{ id: captureId, label, account } = { id: '', label: '', account: '' }] = await waiting();
      expect(label).not.toBe('');
      await ask(office, 'capture.keep', { captureId, label, account });
      expect((await keptOf(provider)).shown).toBe(secret);
      await page.close();
    },
  );

  test('mailcow: what its server refused is discarded on the next page, and may be made again', async () => {
    const { page, secret } = await open('mailcow.drafted');
    const popup = await clickToolbarButton(chromium, page);
    await click(popup, 'button', 'Scan this page');
    await find(popup, 'button', 'Always watch this site');
    await allowPrompt(chromium, popup, () => click(popup, 'button', 'Always watch this site'));
    const other = 'plovindrachestumigarfentolbeskin';
    const show = async (file: string) => {
      const { url, html } = readStoredPage(file);
      chromium.sites.serve({ [url.hostname]: () => html.replaceAll(secret, other) });
      await page.goto('about:blank');
      await page.goto(url.href);
    };
    const providers = async () => (await waiting()).map(({ provider }) => provider);
    const send = () => sendMailcowForm(page, office, () => show('mailcow.drafted'), providers);
    await send();
    await show('mailcow.list-refused');
    await expect.poll(waiting, { timeout: 10_000 }).toEqual([]);
    await send();
    await show('mailcow.list-taken');
    await page.waitForSelector('#app_passwd_table');
    expect(await waiting()).toHaveLength(1);
    await page.close();
  });

  test('switched off again, nothing is read there any more', async () => {
    const settings = await openVault(chromium, '#/settings/sites');
    await click(settings, 'checkbox', 'Google');
    await click(settings, 'button', 'Watch these sites');
    await waitForText(settings, 'Choice saved.');
    const { hosts } = await ask<{ hosts: string[] }>(office, 'site.list');
    expect(hosts).not.toContain('myaccount.google.com');
    await settings.close();
    const { page } = await open('google.created-german');
    await page.evaluate(() => new Promise((rested) => setTimeout(rested, 500)));
    expect(await findAll(page, 'dialog', 'Spare Key: app password')).toEqual([]);
    await page.close();
  });
});
