import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenFirefox, openFirefox } from './harness/firefox.ts';
import { ask, makeVault } from './harness/save.ts';
import { readStoredPage, sendMailcowForm } from './harness/stored-page.ts';

/** A secret of its own for each form that is sent: one that was answered is not offered again. */
const SECRET = 'plovindrachestumigarfentolbeskin';

describe('forms that show the secret before they are sent, in Firefox', () => {
  const drafted = readStoredPage('mailcow.drafted');
  let firefox: OpenFirefox;
  let office: Page;
  let page: Page;
  let shown = '';

  beforeAll(async () => {
    firefox = await openFirefox({ hosts: { [drafted.url.hostname]: () => shown } });
    await makeVault(firefox);
    office = await firefox.openOwnPage('offscreen.html');
    await firefox.grant(drafted.url.hostname);
    await ask(office, 'site.watch', { hosts: [drafted.url.hostname] });
    page = await firefox.openPage('about:blank');
  });
  afterAll(() => firefox?.close());

  async function show(file: string): Promise<void> {
    shown = readStoredPage(file).html.replaceAll(drafted.secret, SECRET);
    await page.goto('about:blank');
    await page.goto(drafted.url.href);
  }

  async function waiting(): Promise<string[]> {
    const { waiting } = await ask<{ waiting: { provider: string }[] }>(office, 'entry.list');
    return waiting.map(({ provider }) => provider);
  }

  const send = () => sendMailcowForm(page, office, () => show('mailcow.drafted'), waiting);

  it('are captured as they leave, and discarded on the next page when the server has refused them', async () => {
    await send();
    await show('mailcow.list-refused');
    await expect.poll(waiting, { timeout: 10_000 }).toEqual([]);
    await send();
    await show('mailcow.list-taken');
    await page.waitForSelector('#app_passwd_table');
    expect(await waiting()).toEqual(['mailcow']);
  });

  it('leave no card behind for a user who comes back to the page', async () => {
    await send();
    await show('mailcow.drafted');
    await page.click('[data-action=add_item][data-id=add_apppasswd]');
    await page.goto('about:blank');
    // Of a page that comes back as it was left, nothing says that it has loaded.
    await page.evaluate(() => history.back());
    await page.waitForSelector('[data-id=add_apppasswd]');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
    expect(await page.$('html>div')).toBeNull();
    expect(await waiting()).toEqual(['mailcow']);
  });
});
