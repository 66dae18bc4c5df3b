import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PracticeServer, startPractice } from '../../practice-site/server.mjs';
import { overflow, violations } from './harness/axe.ts';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { click, fill, find, peek, waitForText, waitUntilGone } from './harness/page.ts';
import { answerCard, ask, captureOn, PASSPHRASE } from './harness/save.ts';
import { openPopup, openVault } from './harness/screens.ts';

describe('the first steps', () => {
  let chromium: OpenBrowser;
  let practice: PracticeServer;
  let welcome: Page;

  beforeAll(async () => {
    practice = await startPractice();
    chromium = await openBrowser({ build: 'development' });
    welcome = await chromium.openOwnPage('welcome.html');
  });
  afterAll(async () => {
    await chromium.close();
    await practice.stop();
  });

  /** What the checklist says of a step: "Done" or "To do". */
  async function readStep(page: Page, words: string): Promise<string> {
    await waitForText(page, 'Get started');
    const steps = await page.$$eval('.checklist li', (items) => items.map((item) => item.textContent));
    return steps.find((step) => step.includes(words))?.match(/Done|To do/)?.[0] ?? 'not there';
  }

  test('end with the accounts, ticked first, and what is built in', async () => {
    await fill(welcome, 'Passphrase', PASSPHRASE);
    await fill(welcome, 'Repeat passphrase', PASSPHRASE);
    await click(welcome, 'button', 'Create vault');
    const box = await find(welcome, 'checkbox', 'I have put the code in a safe place');
    await box.click();
    await click(welcome, 'button', 'Continue');
    await find(welcome, 'heading', 'Choose your accounts');
    const microsoft = await find(welcome, 'checkbox', 'Microsoft 365 (work or school)');
    expect(
      await microsoft.evaluate((one) => {
        const { checked, disabled } = one as HTMLInputElement;
        return { checked, disabled };
      }),
    ).toEqual({ checked: true, disabled: true });
    const zoho = await find(welcome, 'checkbox', 'Zoho');
    const hosts = await zoho.evaluate(
      (one) => document.getElementById(one.getAttribute('aria-describedby') ?? '')?.textContent,
    );
    expect(hosts).toMatch(/^accounts\.zoho\.com and \d+ more$/);
    expect(await violations(welcome)).toEqual([]);
    await welcome.setViewport({ width: 600, height: 450, deviceScaleFactor: 2 });
    expect(await overflow(welcome)).toBe(0);
    await welcome.setViewport({ width: 1200, height: 900 });
  });

  test('say what is done, from what is there', async () => {
    expect(await readStep(welcome, 'Create your vault')).toBe('Done');
    expect(await readStep(welcome, 'Store your recovery code')).toBe('Done');
    expect(await readStep(welcome, 'Choose your accounts')).toBe('To do');
    expect(await readStep(welcome, 'Save your first app password')).toBe('To do');
    const popup = await openPopup(chromium);
    expect(await readStep(popup, 'Save your first app password')).toBe('To do');
    expect(await violations(popup)).toEqual([]);
    await popup.close();
  });

  test('lead to the practice page, on which the first one is saved without an account', async () => {
    const link = await find(welcome, 'link', 'Try it on the practice page');
    expect(await link.evaluate((one) => (one as HTMLAnchorElement).href)).toBe(
      'http://spare-key.localhost:8642/',
    );
    const page = await chromium.openPage(practice.address);
    await captureOn(page, 'First of all');
    await answerCard(page, 'Save');
    await page.close();
    await welcome.bringToFront();
    await expect.poll(() => readStep(welcome, 'Save your first app password')).toBe('Done');
  });

  test('are over when all are done, and stay so', async () => {
    const own = await chromium.openOwnPage('offscreen.html');
    await ask(own, 'entry.add', {
      entry: { provider: 'microsoft-work', site: '', label: 'Second', account: '', notes: '' },
      secret: 'qwhbtrkzmnvcpxlg',
    });
    const tab = await openVault(chromium, '#/');
    expect(await readStep(tab, 'Choose your accounts')).toBe('Done');
    expect(await readStep(tab, 'Create a backup')).toBe('To do');
    await ask(own, 'backup.made');
    await tab.reload();
    await find(tab, 'heading', 'Choose an app password');
    await expect
      .poll(async () => (await ask<{ checklist: boolean }>(own, 'settings.get')).checklist)
      .toBe(false);
    expect(await peek(tab, 'heading', 'Get started')).toBeUndefined();
    // Removing everything later does not bring the first steps back.
    const { rows } = await ask<{ rows: { id: string }[] }>(own, 'entry.list');
    for (const { id } of rows) await ask(own, 'entry.remove', { id });
    await tab.reload();
    await find(tab, 'heading', 'No app passwords yet');
    expect(await peek(tab, 'heading', 'Get started')).toBeUndefined();
    await tab.close();
  });

  test('can be shown again, and hidden for good', async () => {
    const tab = await openVault(chromium, '#/settings/about');
    await click(tab, 'checkbox', 'Show “Get started”');
    await waitForText(tab, 'Saved.');
    await click(tab, 'link', 'App passwords');
    expect(await readStep(tab, 'Save your first app password')).toBe('To do');
    await click(tab, 'button', 'Hide “Get started”');
    await waitUntilGone(tab, 'button', 'Hide “Get started”');
    await tab.reload();
    await find(tab, 'heading', 'No app passwords yet');
    expect(await peek(tab, 'heading', 'Get started')).toBeUndefined();
    await tab.close();
  });
});
