import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overflow, violations } from './harness/axe.ts';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { click, fill, find, waitForText } from './harness/page.ts';
import { ask, captureOn, MY_SIGN_INS, PASSPHRASE } from './harness/save.ts';
import { openPopup, openVault, unlock } from './harness/screens.ts';

const DAY = 86_400_000;
const SECTIONS = [
  ...[
    'security',
    'reviews',
    'sites',
    'destinations',
    'backup',
    'transfer',
    'appearance',
    'keyboard',
    'about',
  ],
  'erase',
];

describe.each(['light', 'dark'] as const)('our pages for everyone: %s', (colour) => {
  let chromium: OpenBrowser;
  // Both have the same elements; only what they are drawn with differs.
  const check = (page: Page) => violations(page, colour === 'dark' ? 'colours' : 'all');
  beforeAll(async () => {
    chromium = await openBrowser({ colour });
  });
  afterAll(() => chromium.close());

  test('before there is a vault: popup, set-up, recovery code, what now', async () => {
    const popup = await openPopup(chromium);
    await find(popup, 'button');
    expect(await check(popup)).toEqual([]);
    await popup.close();

    const page = await chromium.openOwnPage('welcome.html');
    await find(page, 'textbox', 'Passphrase');
    expect(await check(page)).toEqual([]);
    await fill(page, 'Passphrase', PASSPHRASE);
    await fill(page, 'Repeat passphrase', PASSPHRASE);
    expect(await check(page)).toEqual([]);
    await click(page, 'button', 'Create vault');
    const box = await find(page, 'checkbox', undefined, 30_000);
    expect(await check(page)).toEqual([]);
    // A user who leaves now gets a reminder, until the code is put away.
    const list = await chromium.openOwnPage('app.html');
    await find(list, 'heading', 'Did you store your recovery code?');
    expect(await check(list)).toEqual([]);
    await page.bringToFront();
    await box.click();
    await click(page, 'button', 'Continue');
    await find(page, 'heading');
    expect(await check(page)).toEqual([]);
    await page.close();
    await list.bringToFront();
    await list.reload();
    await find(list, 'searchbox');
    expect(await list.$('#warnings-heading')).toBeNull();
    await list.close();
  });

  test('the popup: empty, filled, waiting, secret shown, adding manually, locked', async () => {
    const popup = await openPopup(chromium);
    await find(popup, 'searchbox', 'Search');
    expect(await check(popup)).toEqual([]);
    for (let i = 0; i < 12; i++) {
      await ask(popup, 'entry.add', {
        entry: {
          provider: i % 3 === 0 ? 'other' : 'microsoft-work',
          site: i % 3 === 0 ? 'mail.example' : '',
          label:
            i === 1
              ? 'A label that goes on and on, because somebody wrote a whole sentence into it'
              : `Device ${i}`,
          account: 'robin@contoso.example',
          notes: '',
          created: Date.now() - i * 40 * DAY,
        },
        secret: 'qwhbtrkzmnvcpxlg',
      });
    }
    const page = await chromium.openPage(MY_SIGN_INS);
    await captureOn(page, 'Not answered');
    await click(page, 'button', 'Done');
    // The provider's own list is behind the step, and is compared as well.
    await expect
      .poll(async () => (await ask<{ lists: unknown[] }>(popup, 'list.all')).lists.length, {
        timeout: 10_000,
      })
      .toBe(1);
    await page.close();
    await popup.reload();
    await find(popup, 'region', 'Not saved yet');
    await find(popup, 'list', 'App passwords');
    expect(await check(popup)).toEqual([]);
    expect(await overflow(popup)).toBe(0);
    await click(popup, 'button', 'Show password');
    expect(await check(popup)).toEqual([]);
    await click(popup, 'button', 'Add manually');
    await find(popup, 'textbox', 'Label');
    expect(await check(popup)).toEqual([]);
    await popup.close();
  });

  test('the tab: list, entry, review, compare, settings, adding manually', async () => {
    const sections = SECTIONS.map((section) => `#/settings/${section}`);
    for (const route of ['#/', '#/review', '#/lists', '#/transfer', '#/settings', '#/add', ...sections]) {
      const page = await openVault(chromium, route);
      await find(page, 'heading');
      expect(await check(page), route).toEqual([]);
      await page.setViewport({ width: 640, height: 450, deviceScaleFactor: 2 });
      expect(await check(page), `${route} at 200 %`).toEqual([]);
      expect(await overflow(page), `${route} at 200 %`).toBe(0);
      await page.close();
    }
    const page = await openVault(chromium, '#/');
    const { rows } = await ask<{ rows: { id: string }[] }>(page, 'entry.list');
    await page.close();
    const entry = await openVault(chromium, `#/entry/${rows[1]?.id}`);
    await find(entry, 'heading');
    expect(await check(entry)).toEqual([]);
    await click(entry, 'button', 'Edit');
    await find(entry, 'textbox', 'Label');
    expect(await check(entry)).toEqual([]);
    await entry.close();
    const lists = await openVault(chromium, '#/lists');
    await waitForText(lists, 'The page shows no names that Spare Key knows.');
    await click(lists, 'checkbox', 'Not answered');
    await click(lists, 'button', 'Add 1 to vault');
    await waitForText(lists, '1 app password added.');
    await click(lists, 'link', 'App passwords');
    await fill(lists, 'Search', 'Not answered', 'searchbox');
    await click(lists, 'link', 'Not answered');
    await find(lists, 'button', 'Add password');
    expect(await check(lists)).toEqual([]);
    await lists.close();
  });

  test('locked, and a forgotten passphrase', async () => {
    const popup = await openPopup(chromium);
    await ask(popup, 'vault.lock');
    await popup.reload();
    await find(popup, 'textbox', 'Passphrase');
    expect(await check(popup)).toEqual([]);
    await unlock(popup, 'wrong passphrase');
    await find(popup, 'alert');
    expect(await check(popup)).toEqual([]);
    await popup.close();
    const page = await openVault(chromium, '#/forgot');
    await find(page, 'textbox', 'Recovery code');
    expect(await check(page)).toEqual([]);
    await page.close();
  });

  test('keyboard alone: unlock, find, copy, lock', async () => {
    const popup = await openPopup(chromium);
    await popup.bringToFront();
    await find(popup, 'textbox', 'Passphrase');
    await popup.keyboard.type(PASSPHRASE);
    await popup.keyboard.press('Enter');
    await find(popup, 'searchbox', 'Search');
    await popup.waitForFunction(() => document.activeElement?.getAttribute('type') === 'search');
    await popup.keyboard.type('device 7');
    await waitForText(popup, 'Device 7');
    await popup.keyboard.press('ArrowDown');
    const name = await popup.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    );
    expect(name).toContain('Copy');
    await popup.close();
  });
});
