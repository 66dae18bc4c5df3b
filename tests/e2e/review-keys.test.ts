import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { find, waitForText } from './harness/page.ts';
import { ask, makeVault } from './harness/save.ts';
import { openVault } from './harness/screens.ts';

const DAY = 86_400_000;
const MANY = 40;
const providers = ['google', 'microsoft-work', 'yahoo', 'apple', 'fastmail'];

interface Row {
  id: string;
  label: string;
  status: string;
}

/** The keys of an answer, in turn; the last two open another page, from which one comes back. */
const answers = ['k', 'k', 'k', 'k', 'l Enter', 'k', 'u Enter', 'k', 'v', 'r Escape'] as const;

describe('forty entries, by keyboard alone', () => {
  let chromium: OpenBrowser;
  let page: Page;

  beforeAll(async () => {
    chromium = await openBrowser();
    await makeVault(chromium);
    const office = await chromium.openOwnPage('offscreen.html');
    for (let at = 0; at < MANY; at++) {
      const made = Date.now() - (200 + at) * DAY;
      const provider = providers[at % providers.length];
      const about = { site: '', account: 'robin@mail.example', notes: '', created: made };
      const entry = { provider, label: `Device ${String(at).padStart(2, '0')}`, ...about };
      await ask(office, 'entry.add', { entry, secret: `kzqm wvht pblx n${at}` });
    }
    await office.close();
    page = await openVault(chromium, '#/review');
    await waitForText(page, `0 of ${MANY} answered`);
  });
  afterAll(() => chromium?.close());

  /** The label of the card that has the focus; empty when none has. */
  function focused(): Promise<string> {
    return page.evaluate(() => {
      const card = document.activeElement?.closest('article.review-card');
      return card?.querySelector('h2')?.textContent ?? '';
    });
  }

  /** Labels in the queue, to answer and to finish. */
  function readQueue(): Promise<string[]> {
    return page.$$eval('.queue-choice .queue-label', (found) => found.map((one) => one.textContent ?? ''));
  }

  async function focusFirst(): Promise<void> {
    await page.locator('.queue-choice').click();
    await page.waitForFunction(() => document.activeElement?.matches('article.review-card'));
  }

  test('each is answered with two keys at most, and the focus is on the next one by itself', async () => {
    let keys = 0;
    const asked: string[] = [];
    const given: Record<string, string> = {};
    const started = performance.now();
    for (let at = 0; at < MANY; at++) {
      // The next card gets the focus by itself.
      await expect
        .poll(async () => !asked.includes(await focused()) && (await focused()) !== '', {
          timeout: 10_000,
          interval: 5,
        })
        .toBe(true);
      const label = await focused();
      asked.push(label);
      const answer = answers[at % answers.length] ?? 'k';
      given[label] = answer;
      for (const key of answer.split(' ')) {
        const opening =
          key === 'v' ? chromium.browser.waitForTarget((one) => /^https:/.test(one.url())) : undefined;
        if (key === 'Escape') await find(page, 'heading', `Replace “${label}”`);
        if (key === 'Enter')
          await page.waitForFunction(() => document.activeElement?.closest('article .line'));
        await page.keyboard.press(key as 'k');
        keys++;
        if (!opening) continue;
        // The provider's page came to the front; one key of the browser closes it.
        await (await opening).page().then((opened) => opened?.close());
        await page.bringToFront();
        keys++;
      }
    }
    const took = performance.now() - started;
    await waitForText(page, `${MANY} of ${MANY} answered`);
    // Keys mean something else for what is decided, so a user does not get there by one key too many.
    const heading = () => page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(heading, { timeout: 5_000 }).toBe('All answered');
    console.log(
      `${MANY} entries: ${(keys / MANY).toFixed(2)} keys each, ${Math.round(took / MANY)} ms from answer to next question`,
    );
    expect(new Set(asked).size).toBe(MANY);
    expect(keys / MANY).toBeLessThanOrEqual(2);
    const { rows } = await ask<{ rows: Row[] }>(page, 'entry.list');
    const revoked = rows.filter(({ status }) => status === 'to-revoke').map(({ label }) => label);
    expect(revoked.sort()).toEqual(
      Object.keys(given)
        .filter((label) => given[label] === 'v')
        .sort(),
    );
    const { due, open } = await ask<{ due: { reason: string }[]; open: number }>(page, 'review.list');
    expect(open).toBe(0);
    expect(due.map(({ reason }) => reason).sort()).toEqual([
      ...Array.from({ length: 4 }, () => 'replacing'),
      ...Array.from({ length: 4 }, () => 'to-revoke'),
    ]);
  });

  test('a key pressed twice by mistake answers one card', async () => {
    await focusFirst();
    const first = await focused();
    const { rows } = await ask<{ rows: Row[] }>(page, 'entry.list');
    const id = rows.find(({ label }) => label === first)?.id;
    const logged = async () => {
      const { entry } = await ask<{ entry: { log: { items: object[] } } }>(page, 'entry.get', { id });
      return entry.log.items.length;
    };
    const before = await logged();
    await page.evaluate(() => {
      for (let times = 0; times < 2; times++)
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', bubbles: true }));
    });
    await expect.poll(async () => (await focused()) || first, { timeout: 5_000 }).not.toBe(first);
    expect(await logged()).toBe(before + 1);
    // Held down, the key reaches no other card.
    const second = await focused();
    await page.evaluate(() => {
      const held = { key: 'k', bubbles: true, repeat: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', held));
    });
    await page.keyboard.press('l');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Ask tomorrow');
    expect(await focused()).toBe(second);
    await page.keyboard.press('Escape');
    await page.keyboard.press('z');
    await expect.poll(async () => (await readQueue()).length, { timeout: 5_000 }).toBe(8);
    // What was undone is asked about again, and has the focus.
    await expect.poll(focused, { timeout: 5_000 }).toBe(first);
  });

  test('Z undoes the last answer, arrows go from card to card', async () => {
    await page.reload();
    await page.waitForFunction(() => document.activeElement?.matches('article.review-card'));
    const [first, second] = await readQueue();
    expect(await focused()).toBe(first);
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).toBe(second);
    await page.keyboard.press('ArrowUp');
    await expect.poll(focused).toBe(first);
    await page.keyboard.press('l');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Ask tomorrow');
    await page.keyboard.press('Enter');
    await expect.poll(focused, { timeout: 5_000 }).toBe(second);
    await page.keyboard.press('z');
    await expect.poll(async () => (await readQueue()).length, { timeout: 5_000 }).toBe(8);
  });

  test('in the queue the arrows choose without leaving it, and a click goes to the question', async () => {
    const [first, second] = await readQueue();
    await page.$eval('.queue-choice', (line) => (line as HTMLElement).focus());
    await page.keyboard.press('ArrowDown');
    const current = () => page.$eval('.queue [aria-current] .queue-label', (label) => label.textContent);
    await expect.poll(current).toBe(second);
    expect(await page.evaluate(() => document.activeElement?.matches('.queue-choice[aria-current]'))).toBe(
      true,
    );
    await page.locator('.queue-choice').click();
    await expect.poll(focused).toBe(first);
  });

  test('an earlier answer of today is undone from the queue', async () => {
    const before = (await readQueue()).length;
    await page.reload();
    await page.waitForFunction(() => document.activeElement?.matches('article.review-card'));
    const first = await focused();
    await page.keyboard.press('k');
    await expect.poll(async () => (await focused()) || first, { timeout: 5_000 }).not.toBe(first);
    await page.keyboard.press('k');
    await expect.poll(async () => (await readQueue()).length, { timeout: 5_000 }).toBe(before - 2);
    await page.locator(`aria/Undo “${first}”`).click();
    await expect.poll(focused, { timeout: 5_000 }).toBe(first);
    expect(await readQueue()).toHaveLength(before - 1);
    await page.keyboard.press('k');
    await expect.poll(async () => (await readQueue()).length, { timeout: 5_000 }).toBe(before - 2);
  });

  test('put off until its owner is at the device, and asked about when that is so', async () => {
    const { rows } = await ask<{ rows: Row[] }>(page, 'entry.list');
    const { id } = rows.find(({ status }) => status === 'to-revoke') as Row;
    const before = (await readQueue()).length;
    await ask(page, 'entry.update', { id, changes: { device: 'Attic laptop' } });
    await ask(page, 'review.answer', { id, answer: { kind: 'later', days: 30, for: 'device' } });
    await page.reload();
    await find(page, 'heading', 'When at the device 1');
    await waitForText(page, 'Attic laptop');
    expect(await readQueue()).toHaveLength(before - 1);
    await page.locator('button ::-p-text(Ask now)').click();
    await waitForText(page, 'Moved back to the review.');
    await expect.poll(async () => (await readQueue()).length, { timeout: 5_000 }).toBe(before);
  });
});
