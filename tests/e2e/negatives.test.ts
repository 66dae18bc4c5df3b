import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { click, find, findAll, waitForText } from './harness/page.ts';
import { ask, MY_SIGN_INS, makeVault } from './harness/save.ts';
import { clickToolbarButton } from './harness/screens.ts';

interface Scope {
  chrome: { tabs: { query(filter: { active: boolean }): Promise<{ id: number }[]> } };
}

const NEGATIVES = 'tests/fixtures/negatives/';
const HOST = 'console.acme.example';
/** What is offered to a user who asks, under the name that the page gives it. */
const TOKENS = /^(access-token|api-key-03|webhook-secret)/;
/** Shows nothing that a person would take for one. */
const FIRST = `${NEGATIVES}commit-hash-01.html`;
const files = readdirSync(NEGATIVES).filter((name) => name.endsWith('.html'));

/** Pages that hold something like an app password and are not to be taken for one, and one that is. */
describe('pages that only look like it', () => {
  let chromium: OpenBrowser;
  let office: Page;
  let page: Page;
  let tabId: number;

  beforeAll(async () => {
    chromium = await openBrowser();
    await makeVault(chromium);
    office = await chromium.openOwnPage('offscreen.html');
    const answer = ({ url }: { url: URL }) => readFileSync(url.searchParams.get('file') ?? FIRST, 'utf8');
    chromium.sites.serve({ [HOST]: answer, 'mysignins.microsoft.com': answer });
    page = await chromium.openPage(`https://${HOST}/?file=${FIRST}`);
    // Opening the popup gives leave to look at this site, as long as the tab stays there.
    const popup = await clickToolbarButton(chromium, page);
    await click(popup, 'button', 'Scan this page');
    await waitForText(popup, 'This page shows no app password.');
    await popup.close();
    await page.bringToFront();
    const tabs = await office.evaluate(() =>
      (globalThis as unknown as Scope).chrome.tabs.query({ active: true }),
    );
    tabId = tabs[0]?.id ?? 0;
  });
  afterAll(() => chromium?.close());

  async function waiting(): Promise<number> {
    return (await ask<{ waiting: unknown[] }>(office, 'entry.list')).waiting.length;
  }

  test('there are at least sixty', () => expect(files.length).toBeGreaterThanOrEqual(60));

  test.each(files.filter((file) => TOKENS.test(file)))(
    'asked to look at %s, it is offered with a word on what it seems to be',
    async (file) => {
      await page.goto(`https://${HOST}/?file=${NEGATIVES}${file}`);
      expect((await ask<{ found: string }>(office, 'site.look', { tabId })).found).toBe('created');
      await find(page, 'dialog', 'Spare Key: app password');
      const rows = (await ask<{ waiting: { id: string }[] }>(office, 'entry.list')).waiting;
      for (const { id } of rows) await ask(office, 'capture.discard', { captureId: id });
    },
  );

  test.each(files.filter((file) => !TOKENS.test(file)))(
    'asked to look at %s, nothing is found',
    async (file) => {
      await page.goto(`https://${HOST}/?file=${NEGATIVES}${file}`);
      const { found } = await ask<{ found: string }>(office, 'site.look', { tabId });
      expect(found).toMatch(/^(nothing|naming|left-)/);
      expect(await findAll(page, 'dialog', 'Spare Key: app password')).toEqual([]);
      expect(await waiting()).toBe(0);
    },
  );

  test('on a provider’s own page none of them brings the card either', async () => {
    const tab = await chromium.openPage('about:blank');
    for (const file of files) {
      await tab.goto(`${MY_SIGN_INS}?file=${NEGATIVES}${file}`);
      // A sign of life, without which a page may not bring the card a second time; the card takes less than this.
      await tab.keyboard.press('Shift');
      await tab.evaluate(() => new Promise((rested) => setTimeout(rested, 300)));
      expect(await findAll(tab, 'dialog', 'Spare Key: app password'), file).toEqual([]);
    }
    expect(await waiting()).toBe(0);
    await tab.close();
  });

  test('what is one is found there when asked, and the card asks to check it', async () => {
    const file = 'tests/fixtures/general/mail-hoster-english.html';
    await page.goto(`https://${HOST}/?file=${file}`);
    await page.bringToFront();
    const { found } = await ask<{ found: string }>(office, 'site.look', { tabId });
    expect(found).toBe('created');
    await find(page, 'dialog', 'Spare Key: app password');
    const tree = await page.accessibility.snapshot({ interestingOnly: false });
    expect(JSON.stringify(tree)).toContain('Spare Key does not know this page');
    expect(await waiting()).toBe(1);
  });
});
