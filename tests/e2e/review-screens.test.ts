import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overflow, violations } from './harness/axe.ts';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { choose, click, fill, find, waitForText } from './harness/page.ts';
import { ask, makeVault } from './harness/save.ts';
import { openVault } from './harness/screens.ts';

const DAY = 86_400_000;
const EMOJI = '👩‍👩‍👧‍👦'.repeat(18);
const WHOLE = { width: 1200, height: 900 };
const ZOOMED = { width: 600, height: 450, deviceScaleFactor: 2 };

const made = [
  { provider: 'microsoft-work', label: 'Tablet', device: 'Tablet', days: 260, protocols: ['imap'] },
  { provider: 'google', label: EMOJI, device: EMOJI, days: 400, protocols: [] },
  { provider: 'google', label: 'w'.repeat(200), device: '', days: 300, protocols: ['smtp', 'caldav'] },
  { provider: 'yahoo', label: 'Printer', device: 'Tablet', days: 10, protocols: [] },
];

describe.each(['light', 'dark'] as const)('the review for everyone: %s', (colour) => {
  let chromium: OpenBrowser;
  let page: Page;
  const ids: string[] = [];

  beforeAll(async () => {
    chromium = await openBrowser({ colour });
    await makeVault(chromium);
    page = await openVault(chromium, '#/');
    for (const { days, device, protocols, ...about } of made) {
      const entry = {
        ...about,
        site: '',
        account: 'robin@mail.example',
        notes: '',
        created: Date.now() - days * DAY,
      };
      const added = await ask<{ entry: { id: string } }>(page, 'entry.add', {
        entry,
        secret: 'qwhbtrkzmnvcpxlg',
      });
      await ask(page, 'entry.update', { id: added.entry.id, changes: { device, protocols } });
      ids.push(added.entry.id);
    }
    await turnTo('#/review');
  });
  afterAll(() => chromium?.close());

  async function turnTo(route: string): Promise<void> {
    await page.goto(page.url().replace(/#.*|$/, route));
    await page.reload();
    await find(page, 'heading');
  }

  /** Nothing is wrong at full size and at 200 %, and nothing runs out of the page. */
  async function look(what: string): Promise<void> {
    for (const [size, at] of [
      [ZOOMED, '200 %'],
      [WHOLE, '100 %'],
    ] as const) {
      await page.setViewport(size);
      expect(await violations(page), `${what} at ${at}`).toEqual([]);
      expect(await overflow(page), `${what} at ${at}`).toBe(0);
    }
  }

  async function chooseInQueue(label: string): Promise<void> {
    await page.setViewport(WHOLE);
    await page.$$eval(
      '.queue-choice',
      (lines, wanted) => {
        const line = lines.find((one) => one.querySelector('.queue-label')?.textContent === wanted);
        (line as HTMLElement).click();
      },
      label,
    );
    await page.waitForFunction(() => document.activeElement?.matches('article.review-card'));
  }

  test('cards, with the longest names there can be', async () => {
    await waitForText(page, 'All by age');
    await waitForText(page, '0 of 3 answered');
    await waitForText(page, 'No longer works for IMAP');
    await find(page, 'heading', 'To answer 3');
    await look('cards');
    await page.setViewport(ZOOMED);
    await click(page, 'button', '1 of 3');
    await look('the open queue');
    for (const label of ['Tablet', EMOJI, 'w'.repeat(200)]) {
      await chooseInQueue(label);
      await look(label);
    }
  });

  test('later, and until a day', async () => {
    await chooseInQueue('Tablet');
    await page.keyboard.press('l');
    await find(page, 'button', 'Ask at “Tablet”');
    await look('later');
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await find(page, 'button', 'Keep until this date');
    await look('until');
    await page.keyboard.press('Escape');
  });

  test('to be revoked, at a device, and what happened outside', async () => {
    await ask(page, 'review.answer', { id: ids[0], answer: { kind: 'revoke' } });
    await ask(page, 'review.answer', { id: ids[2], answer: { kind: 'later', days: 30, for: 'device' } });
    await turnTo('#/review');
    await find(page, 'heading', 'To finish 1');
    await find(page, 'heading', 'When at the device 1');
    await chooseInQueue('Tablet');
    await waitForText(page, 'existing ones disappear from the page');
    await look('to finish');
    await click(page, 'button', 'Check after an incident');
    await find(page, 'heading', 'What happened?');
    await look('what happened');
    await click(page, 'button', 'I changed my password');
    await choose(page, 'Provider and account', 'Google · robin@mail.example');
    await look('which account');
    await click(page, 'button', 'Show app passwords');
    await waitForText(page, 'revokes all of its app passwords at once');
    await look('outside');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('dialog[open]'));
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(focused).toBe('Check after an incident');
  });

  test('a replacement at each step', async () => {
    const id = ids[1] ?? '';
    await ask(page, 'review.answer', { id, answer: { kind: 'replace' } });
    await turnTo(`#/replace/${id}`);
    await find(page, 'heading', 'Create a new app password');
    await page.locator('summary ::-p-text(Choose an existing app password)').click();
    await find(page, 'button', 'Link it');
    await look('make');
    await (await find(page, 'button', 'Link it')).press('Enter');
    await find(page, 'button', 'Confirm all updated');
    await fill(page, 'App or device', 'x'.repeat(200));
    await page.keyboard.press('Enter');
    await find(page, 'checkbox', 'x'.repeat(200));
    await look('move');
    await (await find(page, 'button', 'Confirm all updated')).press('Enter');
    await find(page, 'button', 'Mark as revoked');
    await look('revoke');
    await (await find(page, 'button', 'Mark as revoked')).press('Enter');
    await waitForText(page, 'which is revoked');
    await look('done');
  });

  test('nothing to replace, nothing to review', async () => {
    await turnTo(`#/replace/${ids[3]}`);
    await find(page, 'heading', 'No replacement is in progress');
    await look('none');
    await turnTo('#/replace/no-such-entry');
    await find(page, 'alert');
    for (const id of ids) await ask(page, 'entry.remove', { id });
    await turnTo('#/review');
    await find(page, 'heading', 'Nothing to review');
    await look('nothing');
  });
});
