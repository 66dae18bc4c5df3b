import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Box,
  boxOf,
  type Office,
  openOffice,
  openWithCard,
  pressAt,
  rest,
  resultStep,
} from './harness/attack-page.ts';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { fill, find, peek, waitUntilGone } from './harness/page.ts';

const letters = 'qwhbtrkzmnvcpxlg';
let made = 0;

/** Another secret each time. */
function nextSecret(): string {
  made += 1;
  return letters.slice(made) + letters.slice(0, made);
}

describe('the card on pages that mean no harm', () => {
  let chromium: OpenBrowser;
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    chromium = await openBrowser();
    office = await openOffice(chromium, 'correct horse battery staple 7');
    page = await chromium.openPage('about:blank');
  });
  beforeEach(async () => {
    await office.forgetOffers();
    await page.setViewport({ width: 1200, height: 900 });
  });
  afterAll(() => chromium.close());

  async function labels(): Promise<string[]> {
    await office.counts();
    const { rows } = await office.ask<{ rows: { label: string }[] }>('entry.list');
    return rows.map(({ label }) => label);
  }

  async function save(): Promise<void> {
    await rest(page);
    await pressAt(page, (await boxOf(page, 'Save')) as Box);
    await expect.poll(status, { timeout: 5_000 }).toContain('Saved in your vault');
  }

  /** What the card says, to a screen reader too. */
  async function status(): Promise<string> {
    const found = await peek(page, 'status');
    return (await found?.evaluate((element) => element.textContent)) ?? '';
  }

  const focused = () => page.evaluate(() => document.activeElement?.id ?? '');

  it('can be used beside a modal dialog, and after it', async () => {
    const modal = resultStep(nextSecret(), {
      body: `<script>
        const dialog = document.createElement('dialog');
        document.body.append(dialog);
        dialog.append(...document.querySelector('#step-dialog').childNodes);
        document.querySelector('#step-dialog').remove();
        dialog.showModal();
      </script>`,
    });
    await openWithCard(chromium, modal, page);
    await fill(page, 'Label', 'In a dialog');
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await page.waitForFunction(() => document.documentElement.lastElementChild?.localName === 'div');
    await save();
    expect(await labels()).toContain('In a dialog');

    await office.forgetOffers();
    await openWithCard(chromium, modal.replace(/value="[a-z]{16}"/, `value="${nextSecret()}"`), page);
    await fill(page, 'Label', 'Still open');
    await save();
    expect(await labels()).toContain('Still open');
  });

  it('outlives a page that renders itself again', async () => {
    await openWithCard(chromium, resultStep(nextSecret()), page);
    await fill(page, 'Label', 'Rendered anew');
    await page.evaluate(() => document.body.replaceWith(document.createElement('body')));
    await save();
    expect(await labels()).toContain('Rendered anew');
  });

  it('can be used although a dialog keeps focus and clicks to itself', async () => {
    await openWithCard(
      chromium,
      resultStep('', {
        body: `<script>setTimeout(() => {
          const dialog = document.querySelector('#step-dialog');
          const inside = (event) => dialog.contains(event.target);
          window.addEventListener('focus', (event) => { if (!inside(event)) document.querySelector('#done').focus(); }, true);
          window.addEventListener('click', (event) => { if (!inside(event)) { event.preventDefault(); event.stopPropagation(); } }, true);
          document.addEventListener('keydown', (event) => { if (event.key.length === 1) document.title += event.key; });
          document.querySelector('#value').value = '${nextSecret()}';
        }, 300)</script>`,
      }),
      page,
    );
    await fill(page, 'Label', 'Trapped');
    await save();
    expect(await labels()).toContain('Trapped');
    // What is typed into the card is not the page's to hear.
    expect(await page.title()).toBe('My Sign-Ins');
  });

  it('works by keyboard alone, and gives the focus back', async () => {
    const later = `<script>document.querySelector('#done').focus(); setTimeout(() => { document.querySelector('#value').value = '${nextSecret()}' }, 300)</script>`;
    await openWithCard(chromium, resultStep('', { body: later }), page);
    await page.keyboard.press('Tab');
    await page.keyboard.type('By keyboard');
    await rest(page);
    await page.keyboard.press('Enter');
    await expect.poll(status, { timeout: 5_000 }).toContain('Saved in your vault');
    await page.keyboard.press('Escape');
    await waitUntilGone(page, 'dialog', 'Spare Key: app password');
    expect(await focused()).toBe('done');
    expect(await labels()).toContain('By keyboard');
  });

  it('goes away on Escape and keeps waiting', async () => {
    const later = `<script>document.querySelector('#done').focus(); setTimeout(() => { document.querySelector('#value').value = '${nextSecret()}' }, 300)</script>`;
    await openWithCard(chromium, resultStep('', { body: later }), page);
    const before = await office.counts();
    await page.keyboard.press('Escape');
    await waitUntilGone(page, 'dialog', 'Spare Key: app password');
    expect(await focused()).toBe('done');
    expect(await office.counts()).toEqual(before);
    expect(before.waiting).toBe(1);
  });

  it('does not interrupt a user who types, and speaks up in a live region', async () => {
    const later = `<script>
      const search = document.querySelector('#search');
      search.focus();
      search.addEventListener('input', () => { if (search.value.length === 3) document.querySelector('#value').value = '${nextSecret()}' });
    </script>`;
    chromium.sites.serve({ 'mysignins.microsoft.com': () => resultStep('', { body: later }) });
    await page.goto('https://mysignins.microsoft.com/security-info');
    await page.keyboard.type('app');
    await find(page, 'dialog', 'Spare Key: app password');
    await page.keyboard.type(' password');
    expect(await page.$eval('#search', (field) => (field as HTMLInputElement).value)).toBe('app password');
    expect(await status()).toContain('Already encrypted.');
    // A user who comes from a field need not press twice.
    await save();
  });

  it.each([
    ['a narrow window', 320, 640, 1],
    ['a low window', 700, 260, 1],
    ['200 % zoom', 640, 400, 2],
    ['400 % zoom', 320, 256, 4],
  ])('fits into %s', async (name, width, height, deviceScaleFactor) => {
    await page.setViewport({ width, height, deviceScaleFactor });
    const long = '<div style="height:3000px;width:3000px"></div>';
    await openWithCard(chromium, resultStep(nextSecret(), { body: long }), page);
    await fill(page, 'Label', name);
    const button = await find(page, 'button', 'Save');
    await button.scrollIntoView();
    await save();
    expect(await labels()).toContain(name);
  });

  it('reads from right to left where the browser does not', async () => {
    await openWithCard(chromium, resultStep(nextSecret(), { html: 'lang="ar" dir="rtl"' }), page);
    expect(await peek(page, 'textbox', 'Label')).toBeDefined();
    await save();
  });
});
