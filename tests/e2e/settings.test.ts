import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { choose, click, fill, find, findAll, peek, waitForText, waitUntilGone } from './harness/page.ts';
import { ask, makeVault, PASSPHRASE } from './harness/save.ts';
import { openPopup, openVault } from './harness/screens.ts';

const DARK = 'rgb(21, 24, 26)';
const LIGHT = 'rgb(248, 247, 244)';
const NARROW = { width: 600, height: 800 };

interface Settings {
  autoLockMinutes: number;
  limitDays: number;
  folder: string;
  singleKeys: boolean;
}

/** What has the focus, by its accessible name or text. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: found } = document;
    return found?.getAttribute('aria-label') ?? found?.textContent ?? '';
  });
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

describe('the settings', () => {
  let chromium: OpenBrowser;
  let office: Page;

  beforeAll(async () => {
    chromium = await openBrowser();
    await makeVault(chromium);
    office = await chromium.openOwnPage('offscreen.html');
  });
  afterAll(() => chromium.close());

  const read = () => ask<Settings>(office, 'settings.get');

  test('have one section on the page, at an address of its own', async () => {
    const tab = await openVault(chromium, '#/settings');
    await find(tab, 'heading', 'Security');
    await click(tab, 'link', 'Reviews');
    await find(tab, 'heading', 'Reviews');
    expect(await peek(tab, 'heading', 'Security')).toBeUndefined();
    expect(tab.url()).toContain('#/settings/reviews');
    await tab.reload();
    await find(tab, 'heading', 'Reviews');
    await tab.goBack();
    await find(tab, 'heading', 'Security');
    // No field asks for a passphrase before one is to be changed.
    expect(await tab.$('input[type=password]')).toBeNull();
    await tab.close();
  });

  test('of an older address are where they went', async () => {
    const tab = await openVault(chromium, '#/transfer');
    await find(tab, 'heading', 'Import and export');
    await find(tab, 'heading', 'Import');
    await tab.close();
  });

  test('are found by what they are called, in all sections', async () => {
    const tab = await openVault(chromium, '#/settings');
    await fill(tab, 'Search settings', 'remind', 'searchbox');
    await find(tab, 'checkbox', 'Daily reminder');
    await find(tab, 'combobox', 'Time of the reminder');
    expect(await peek(tab, 'spinbutton', 'Lock after inactivity')).toBeUndefined();
    await fill(tab, 'Search settings', 'no such thing', 'searchbox');
    await find(tab, 'heading', 'No setting found');
    await tab.keyboard.press('Escape');
    await find(tab, 'spinbutton', 'Lock after inactivity');
    await tab.close();
  });

  test('are saved at once, and undone', async () => {
    const tab = await openVault(chromium, '#/settings/reviews');
    await fill(tab, 'Review limit', '90', 'spinbutton');
    await tab.keyboard.press('Tab');
    await waitForText(tab, 'Saved.');
    expect((await read()).limitDays).toBe(90);
    await click(tab, 'button', 'Undo');
    await waitUntilGone(tab, 'button', 'Undo');
    await expect.poll(async () => (await read()).limitDays).toBe(180);
    await fill(tab, 'Review limit', '0', 'spinbutton');
    await tab.keyboard.press('Tab');
    await waitForText(tab, 'Enter a whole number from 1 to 3650.');
    expect((await read()).limitDays).toBe(180);
    await tab.close();
  });

  test('take the steps of one number for one change', async () => {
    const tab = await openVault(chromium, '#/settings/reviews');
    await (await find(tab, 'spinbutton', 'Review limit')).focus();
    for (let step = 0; step < 3; step++) await tab.keyboard.press('ArrowUp');
    await expect.poll(async () => (await read()).limitDays).toBe(183);
    await click(tab, 'button', 'Undo');
    await expect.poll(async () => (await read()).limitDays).toBe(180);
    await tab.close();
  });

  test('keep what was typed, also when the page is left at once', async () => {
    const tab = await openVault(chromium, '#/settings');
    await fill(tab, 'Lock after inactivity', '20', 'spinbutton');
    await click(tab, 'link', 'App passwords');
    await expect.poll(async () => (await read()).autoLockMinutes).toBe(20);
    await tab.close();
    const another = await openVault(chromium, '#/settings/destinations');
    await fill(another, 'Group in KeePassXC', 'Robin/Spare keys');
    await another.close({ runBeforeUnload: true });
    await expect.poll(async () => (await read()).folder).toBe('Robin/Spare keys');
  });

  test('on a narrow page begin with a list of sections, and come back to it', async () => {
    const tab = await openVault(chromium, '#/settings');
    await tab.setViewport(NARROW);
    expect(await peek(tab, 'heading', 'Security')).toBeUndefined();
    await click(tab, 'link', 'Security');
    await find(tab, 'heading', 'Security');
    expect(await focused(tab)).toBe('Security');
    expect(await peek(tab, 'link', 'Reviews')).toBeUndefined();
    await click(tab, 'link', 'All settings');
    await find(tab, 'link', 'Reviews');
    await tab.close();
  });

  test('draw every page of ours in the chosen theme, from its first moment', async () => {
    const tab = await openVault(chromium, '#/settings/appearance');
    const popup = await openPopup(chromium);
    expect(await paper(tab)).toBe(LIGHT);
    await choose(tab, 'Theme', 'Dark');
    await expect.poll(() => paper(tab)).toBe(DARK);
    // One that is open follows; one that opens never had the other.
    await expect.poll(() => paper(popup)).toBe(DARK);
    for (const path of ['popup.html', 'app.html', 'welcome.html']) {
      const page = await chromium.openOwnPage('offscreen.html');
      await page.evaluateOnNewDocument(() => {
        const seen: string[] = [];
        Object.assign(globalThis, { seen });
        const look = () => {
          const { theme } = document.documentElement.dataset;
          if (document.body) seen.push(theme ?? 'none');
          if (seen.length < 5) requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      await page.goto(`chrome-extension://${chromium.extensionId}/${path}`);
      await page.waitForFunction(() => (globalThis as unknown as { seen: string[] }).seen.length >= 5);
      const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
      expect(new Set(seen), path).toEqual(new Set(['dark']));
      expect(await paper(page), path).toBe(DARK);
      await page.close();
    }
    await tab.bringToFront();
    await click(tab, 'button', 'Undo');
    await expect.poll(() => paper(tab)).toBe(LIGHT);
    await popup.close();
    await tab.close();
  });

  test('say what changed and which licences apply, only when asked', async () => {
    const tab = await openVault(chromium, '#/settings/about');
    await waitForText(tab, 'Everything stays on this computer.');
    expect(await tab.content()).not.toContain('Not released yet');
    await tab.locator('summary ::-p-text(Show changes)').click();
    await waitForText(tab, 'Not released yet');
    await tab.locator('summary ::-p-text(Show licences)').click();
    await waitForText(tab, '(MIT)');
    await tab.locator('summary ::-p-text(preact )').click();
    await waitForText(tab, 'Permission is hereby granted');
    await tab.close();
  });

  test('have a report that names no account', async () => {
    await ask(office, 'entry.add', {
      entry: { provider: 'other', site: 'nas.example', label: 'Cellar', account: 'robin', notes: '' },
      secret: 'qwhbtrkzmnvcpxlg',
    });
    const tab = await openVault(chromium, '#/settings/about');
    const field = await find(tab, 'textbox', 'Details for the report');
    await tab.waitForFunction((one) => (one as HTMLTextAreaElement).value !== '', {}, field);
    const details = await field.evaluate((one) => (one as HTMLTextAreaElement).value);
    expect(details).toMatch(/^Spare Key \d+\.\d+\.\d+\nBrowser: .*Chrome/);
    expect(details).not.toMatch(/robin|nas\.example|Cellar/);
    await tab.close();
  });
});

describe('the keys', () => {
  let chromium: OpenBrowser;
  let office: Page;

  beforeAll(async () => {
    chromium = await openBrowser();
    await makeVault(chromium);
    office = await chromium.openOwnPage('offscreen.html');
  });
  afterAll(() => chromium.close());

  test('? shows all shortcuts, Esc puts them away, and the focus is back where it was', async () => {
    const tab = await openVault(chromium, '#/review');
    await find(tab, 'heading', 'Review');
    const link = await find(tab, 'link', 'Settings');
    await link.focus();
    await tab.keyboard.press('?');
    await find(tab, 'dialog', 'Keyboard shortcuts');
    await waitForText(tab, 'Alt+Shift+K');
    await tab.keyboard.press('Escape');
    await waitUntilGone(tab, 'dialog', 'Keyboard shortcuts');
    expect(await focused(tab)).toBe('Settings');
    await tab.close();
  });

  test('? in a field is a question mark, in the popup too, where a button opens them', async () => {
    const popup = await openPopup(chromium);
    await fill(popup, 'Search', 'what?', 'searchbox');
    expect(await peek(popup, 'dialog', 'Keyboard shortcuts')).toBeUndefined();
    await click(popup, 'button', 'Show keyboard shortcuts');
    await find(popup, 'dialog', 'Keyboard shortcuts');
    await click(popup, 'button', 'Close');
    await waitUntilGone(popup, 'dialog', 'Keyboard shortcuts');
    expect(await focused(popup)).toBe('Show keyboard shortcuts');
    await popup.keyboard.press('?');
    await find(popup, 'dialog', 'Keyboard shortcuts');
    await popup.close();
  });

  test('alone do nothing once they are turned off', async () => {
    const created = Date.now() - 400 * 86_400_000;
    await ask(office, 'entry.add', {
      entry: { provider: 'other', site: '', label: 'Cellar', account: '', notes: '', created },
      secret: 'qwhbtrkzmnvcpxlg',
    });
    const tab = await openVault(chromium, '#/settings/keyboard');
    await click(tab, 'checkbox', 'Single-key shortcuts');
    await waitForText(tab, 'Saved.');
    await click(tab, 'heading', 'Keyboard');
    await tab.keyboard.press('?');
    await click(tab, 'link', 'Review (1)');
    await tab.waitForSelector('article.review-card');
    await tab.focus('article.review-card');
    await tab.keyboard.press('k');
    expect(await findAll(tab, 'dialog')).toEqual([]);
    const { open } = await ask<{ open: number }>(office, 'review.list');
    expect(open).toBe(1);
    await tab.close();
  });
});

test('a passphrase that is being changed is forgotten when its form is closed', async () => {
  const chromium = await openBrowser();
  try {
    await makeVault(chromium);
    const tab = await openVault(chromium, '#/settings/security');
    await click(tab, 'button', 'Change passphrase…');
    const asks = () => tab.evaluate(() => document.activeElement?.getAttribute('autocomplete'));
    await expect.poll(asks).toBe('current-password');
    await fill(tab, 'Current passphrase', PASSPHRASE);
    await click(tab, 'button', 'Cancel');
    await waitUntilGone(tab, 'textbox', 'Current passphrase');
    await expect.poll(() => focused(tab)).toBe('Change passphrase…');
    await click(tab, 'button', 'Change passphrase…');
    await find(tab, 'textbox', 'Current passphrase');
    expect(await tab.$eval('input[autocomplete=current-password]', (field) => field.value)).toBe('');
    await tab.close();
  } finally {
    await chromium.close();
  }
});
