import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overflow, violations } from './harness/axe.ts';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { choose, click, fill, find, findAll, waitForText, waitUntilGone } from './harness/page.ts';
import { answerCard, ask, captureOn, MY_SIGN_INS, makeVault } from './harness/save.ts';
import { clickToolbarButton, openPopup, openVault } from './harness/screens.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

const made = [
  { provider: 'google', label: 'Thunderbird', device: 'Laptop', days: 420 },
  { provider: 'google', label: 'Calendar', device: 'Tablet', days: 20 },
  { provider: 'microsoft-work', label: 'Scanner', device: '', days: 1 },
];

let chromium: OpenBrowser;
let office: Page;

async function add(about: { provider: string; label: string; device: string; days: number }): Promise<void> {
  const { provider, label, device, days } = about;
  const account = 'robin@mail.example';
  const created = Date.now() - days * DAY - HOUR;
  const entry = { provider, site: '', label, account, notes: '', created };
  const added = await ask<{ entry: { id: string } }>(office, 'entry.add', {
    entry,
    secret: 'qwhbtrkzmnvcpxlg',
  });
  if (device) await ask(office, 'entry.update', { id: added.entry.id, changes: { device } });
}

beforeAll(async () => {
  chromium = await openBrowser();
  await makeVault(chromium);
  office = await chromium.openOwnPage('offscreen.html');
  for (const one of made) await add(one);
});
afterAll(() => chromium?.close());

/** The labels of the rows that are drawn, in order. */
function labels(page: Page): Promise<string[]> {
  return page.$$eval('.row .row-label', (found) => found.map(({ textContent }) => textContent ?? ''));
}

describe('the list beside an entry', () => {
  test('is filtered, with counts that are those of the list and a way back from nothing', async () => {
    const page = await openVault(chromium, '#/');
    await find(page, 'list', 'App passwords');
    expect(await labels(page)).toEqual(['Calendar', 'Scanner', 'Thunderbird']);
    await choose(page, 'Show', 'Review due (1)');
    await expect.poll(() => labels(page)).toEqual(['Thunderbird']);
    await fill(page, 'Search', 'Scanner', 'searchbox');
    await click(page, 'button', 'Find in all app passwords');
    await expect.poll(() => labels(page)).toEqual(['Scanner']);
    await fill(page, 'Search', '', 'searchbox');
    await choose(page, 'Show', 'To revoke (0)');
    await find(page, 'heading', 'Nothing to revoke');
    expect(await violations(page)).toEqual([]);
    await click(page, 'button', 'Show all app passwords');
    await expect.poll(() => labels(page)).toHaveLength(3);
    await page.close();
  });

  test('is sorted and grouped as it was the last time, and without groups while something is searched for', async () => {
    const page = await openVault(chromium, '#/');
    await choose(page, 'Sort', 'Newest first');
    await expect.poll(() => labels(page)).toEqual(['Scanner', 'Calendar', 'Thunderbird']);
    await choose(page, 'Group', 'By provider');
    await find(page, 'list', 'Google');
    await page.reload();
    await find(page, 'heading', 'Google');
    expect(await labels(page)).toEqual(['Calendar', 'Thunderbird', 'Scanner']);
    for (const size of [
      { width: 600, height: 450, deviceScaleFactor: 2 },
      { width: 1200, height: 900 },
    ]) {
      await page.setViewport(size);
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    }
    await fill(page, 'Search', 'r', 'searchbox');
    await waitUntilGone(page, 'list', 'Google');
    await page.close();
  });

  test('of many rows and groups is drawn piece by piece, down to the last', async () => {
    for (let place = 0; place < 60; place++)
      await add({ provider: 'yahoo', label: `Key ${place}`, device: `Device ${place % 20}`, days: 3 });
    const page = await openVault(chromium, '#/');
    await choose(page, 'Group', 'By device');
    await find(page, 'heading', 'Device 0');
    expect((await labels(page)).length).toBeLessThan(50);
    await page.$eval('.split-scroll', (scroller) => scroller.scrollTo(0, scroller.scrollHeight));
    await find(page, 'heading', 'Device not named');
    await expect.poll(async () => (await labels(page)).at(-1)).toBe('Scanner');
    const gap = await page.$eval('.split-scroll', (scroller) => {
      const rows = [...scroller.querySelectorAll('.row')];
      const end = rows.at(-1)?.getBoundingClientRect().bottom ?? 0;
      return Math.abs(scroller.getBoundingClientRect().bottom - end);
    });
    expect(gap).toBeLessThan(2);
    await choose(page, 'Group', 'No groups');
    await choose(page, 'Sort', 'By label');
    await page.close();
  });
});

describe('the popup', () => {
  test('shows an entry in place, with what a program asks for, and goes back to its row', async () => {
    const popup = await openPopup(chromium);
    const tabs = (await chromium.browser.pages()).length;
    await find(popup, 'list', 'App passwords');
    await popup.waitForFunction(() => document.activeElement?.getAttribute('type') === 'search');
    await popup.keyboard.type('thunder');
    await waitForText(popup, '1 app password');
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('ArrowRight');
    await find(popup, 'heading', 'Thunderbird');
    await find(popup, 'button', 'Copy: User name');
    await waitForText(popup, 'imap.gmail.com');
    await waitForText(popup, '420 days old, limit 180 days');
    expect(await findAll(popup, 'searchbox', 'Search')).toEqual([]);
    expect(await violations(popup)).toEqual([]);
    expect(await overflow(popup)).toBe(0);
    await popup.keyboard.press('Escape');
    await find(popup, 'searchbox', 'Search');
    expect(await popup.evaluate(() => document.activeElement?.closest('.row')?.textContent)).toContain(
      'Thunderbird',
    );
    await popup.keyboard.press('ArrowRight');
    await click(popup, 'button', 'Keep');
    await waitForText(popup, 'Kept.');
    await click(popup, 'button', 'Undo');
    await waitForText(popup, 'Review due');
    expect((await chromium.browser.pages()).length).toBe(tabs);
    await popup.close();
  });

  test('puts what was just saved first, then what is of the site in front', async () => {
    const page = await chromium.openPage(MY_SIGN_INS);
    await captureOn(page, 'Zither player');
    await answerCard(page, 'Save');
    const popup = await clickToolbarButton(chromium, page);
    await find(popup, 'list', 'New');
    await find(popup, 'list', 'For mysignins.microsoft.com');
    await find(popup, 'list', 'Others');
    expect((await labels(popup)).slice(0, 3)).toEqual(['Zither player', 'Scanner', 'Calendar']);
    await popup.close();
    await page.close();
  });
});
