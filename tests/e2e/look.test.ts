import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { click, find, findAll, waitForText, waitUntilGone } from './harness/page.ts';
import { answerCard, ask, makeVault } from './harness/save.ts';
import { clickToolbarButton } from './harness/screens.ts';

/** A page of self-hosted software, rebuilt, with its address, and a secret of its own for each test. */
function readFixture(state: string, letter: string): { address: string; html: string } {
  const html = readFileSync(`tests/fixtures/providers/wordpress.${state}.html`, 'utf8');
  const { url } = JSON.parse(/<!-- (.*) -->/.exec(html)?.[1] ?? '') as { url: string };
  return { address: url, html: html.replace(/value="\w{4}(?= \w{4} )/, `value="${letter.repeat(4)}`) };
}

interface Listed {
  rows: { label: string; site: string }[];
  waiting: { site: string }[];
}

describe('"Scan this page", on a site that is not watched', () => {
  let chromium: OpenBrowser;
  let office: Page;

  beforeAll(async () => {
    chromium = await openBrowser();
    office = await chromium.openOwnPage('offscreen.html');
  });
  afterAll(() => chromium.close());

  /** Opens a page and looks at it by way of the toolbar's popup. */
  async function look(state: string, letter: string): Promise<{ page: Page; popup: Page }> {
    const { address, html } = readFixture(state, letter);
    chromium.sites.serve({ 'blog.example': () => html });
    const page = await chromium.openPage(address);
    const popup = await clickToolbarButton(chromium, page);
    await click(popup, 'button', 'Scan this page');
    return { page, popup };
  }

  test('before there is a vault: the card says that it is not safe yet, and set-up opens behind', async () => {
    const opening = chromium.browser.waitForTarget((target) => target.url().endsWith('/welcome.html'));
    const { page, popup } = await look('created', 'a');
    await waitForText(popup, 'App password found');
    await popup.close();
    await find(page, 'dialog', 'Spare Key: app password');
    await (await (await opening).asPage()).close();
    await makeVault(chromium);
    expect((await ask<Listed>(office, 'entry.list')).waiting).toMatchObject([{ site: 'blog.example' }]);
    await page.close();
  });

  test('while unlocked: it can be saved in the popup, and the card in the page goes away', async () => {
    const { page, popup } = await look('created', 'b');
    await find(page, 'dialog', 'Spare Key: app password');
    await find(popup, 'region', 'Not saved yet');
    // The newest comes first.
    await click(popup, 'button', 'Save');
    await waitUntilGone(page, 'dialog', 'Spare Key: app password');
    await expect
      .poll(async () => (await ask<Listed>(office, 'entry.list')).rows.map(({ site }) => site))
      .toEqual(['blog.example']);
    await popup.close();
    await page.close();
  });

  test('while locked: found and encrypted without the passphrase, and one press on the card keeps it', async () => {
    await ask(office, 'vault.lock');
    const { page, popup } = await look('created', 'c');
    await waitForText(popup, 'found and encrypted');
    await find(popup, 'button', 'Unlock');
    await popup.close();
    await page.bringToFront();
    await find(page, 'dialog', 'Spare Key: app password');
    await answerCard(page, 'Save');
    expect(await ask(office, 'vault.status')).toMatchObject({ locked: true, waiting: 1 });
    await page.close();
  });

  test('where nothing is shown it says so, and how to continue', async () => {
    const { page, popup } = await look('not-offered', 'd');
    await waitForText(popup, 'This page shows no app password');
    expect(await findAll(popup, 'button', 'Always watch this site')).toEqual([]);
    await popup.close();
    await page.close();
  });

  test('where the page has changed it says so, and offers the way that always works', async () => {
    const { page, popup } = await look('changed-no-field', 'e');
    await waitForText(popup, 'cannot read this page any more. Select the password, right-click');
    await popup.close();
    await page.close();
  });

  test('where the browser lets no extension in it says so', async () => {
    const page = await chromium.openPage('chrome://version');
    const popup = await clickToolbarButton(chromium, page);
    await click(popup, 'button', 'Scan this page');
    await waitForText(popup, 'Your browser lets no extension read this page');
    await popup.close();
    await page.close();
  });
});
