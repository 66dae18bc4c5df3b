import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './harness/axe.ts';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { download } from './harness/files.ts';
import { click, fill, find, findAll, waitForText } from './harness/page.ts';
import { ask, makeVault } from './harness/save.ts';
import { openVault } from './harness/screens.ts';

const DAY = 86_400_000;
const ROBIN = 'robin@mail.example';
const SECRET = 'kzqmwvhtpblxnrdg';
const MARKUP = '<img src=x onerror=1>';
const EMOJI = '👩‍🚀'.repeat(40);

/** The rows of the table below a heading, as their cells say. */
function readTable(page: Page, heading: string): Promise<string[][]> {
  return page.$$eval(
    'section',
    (sections, wanted) =>
      sections
        .filter((section) => section.querySelector('h2')?.textContent === wanted)
        .flatMap((section) => [...section.querySelectorAll('tbody tr')])
        .map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
    heading,
  );
}

describe.each(['light', 'dark'] as const)('a report for an auditor: %s', (colour) => {
  let chromium: OpenBrowser;
  let office: Page;

  beforeAll(async () => {
    chromium = await openBrowser({ colour });
    await makeVault(chromium);
    office = await chromium.openOwnPage('offscreen.html');
  });
  afterAll(() => chromium?.close());

  async function add(label: string, days: number): Promise<string> {
    const entry = {
      ...{ provider: 'google', site: '', label, account: ROBIN, notes: SECRET },
      created: Date.now() - days * DAY,
    };
    const added = await ask<{ entry: { id: string } }>(office, 'entry.add', { entry, secret: SECRET });
    return added.entry.id;
  }

  function answer(id: string, kind: string): Promise<unknown> {
    return ask(office, 'review.answer', { id, answer: kind === 'later' ? { kind, days: 7 } : { kind } });
  }

  test('says so when there is nothing to report', async () => {
    const page = await openVault(chromium, '#/report');
    await waitForText(page, 'There is no app password to report.');
    expect(await findAll(page, 'button', 'Print')).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  test('says what is older than allowed, how all stand, and what was answered', async () => {
    await add(MARKUP, 400);
    await answer(await add('Kept scanner', 300), 'keep');
    await answer(await add(EMOJI, 200), 'later');
    await answer(await add('Young telephone', 10), 'revoke');
    await answer(await add('Gone robot', 500), 'revoked');

    const page = await openVault(chromium, '#/review');
    await click(page, 'link', 'Report');
    await find(page, 'heading', 'Over the limit');
    const overdue = await readTable(page, 'Over the limit');
    expect(overdue.map(([, , age, allowed, over]) => [age, allowed, over])).toEqual([
      ['400 days', '180 days', '220 days'],
      ['200 days', '180 days', '20 days'],
    ]);
    expect(overdue[0]?.[0]).toContain(MARKUP);
    expect(overdue[0]?.[0]).toContain(ROBIN);
    const all = await readTable(page, 'All app passwords');
    expect(all.map((cells) => cells[4])).toEqual([
      'Over the limit',
      'Over the limit',
      'Over the limit, kept on purpose',
      'Within the limit · To revoke',
      'Revoked',
    ]);
    const today = await page.evaluate(() =>
      new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(Date.now()),
    );
    expect(all[2]?.[5]).toBe(today);
    const answers = await readTable(page, 'Answers');
    expect(answers.map((cells) => cells[2])).toEqual(['Marked as revoked', 'Revoke', 'Ask later', 'Keep']);
    for (const [when] of answers) expect(when).toContain(today);
    // biome-ignore lint/performance/useDomNodeTextContent: what a person sees, line by line
    const text = await page.$eval('article', (found) => found.innerText);
    for (const words of ['Age limit: 180 days, from the settings.', 'Created on '])
      expect(text).toContain(words);
    for (const total of [/Over the limit\s+2\n/, /Date in the future\s+0\n/, /Revoked\s+1\n/])
      expect(text).toMatch(total);
    expect(await page.$('img')).toBeNull();
    await page.close();
  });

  test('is for everyone, also at 200 %', async () => {
    const page = await openVault(chromium, '#/report');
    await find(page, 'heading', 'Over the limit');
    expect(await violations(page)).toEqual([]);
    await page.setViewport({ width: 640, height: 450, deviceScaleFactor: 2 });
    expect(await violations(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
    await page.close();
  });

  test('prints black on white and nothing but itself', async () => {
    const page = await openVault(chromium, '#/report');
    await fill(page, 'Name on the report', 'Robin Example');
    await waitForText(page, 'Answered by Robin Example');
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await click(page, 'button', 'Print');
    await page.waitForSelector('[data-printed]');
    await page.emulateMediaType('print');
    const seen = await page.evaluate(() => {
      const isDrawn = (selector: string) =>
        document.querySelector(selector)?.checkVisibility({ visibilityProperty: true, checkOpacity: true }) ??
        false;
      const cell = document.querySelector('.report small') as Element;
      const { color } = getComputedStyle(cell);
      const { backgroundColor } = getComputedStyle(document.documentElement);
      return {
        drawn: ['nav', '.undo-bar', 'input', 'button', '.report th', '.report h1'].filter(isDrawn),
        ...{ color, backgroundColor },
      };
    });
    expect(seen).toEqual({
      drawn: ['.report th', '.report h1'],
      ...{ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' },
    });
    await page.close();
  });

  test('goes into a file that holds every row, no script and no secret, and stays text', async () => {
    const page = await openVault(chromium, '#/report');
    await fill(page, 'Name on the report', 'Robin & <b>Example</b>');
    const { name, bytes } = await download(page, () => click(page, 'button', 'Save as HTML'));
    await page.close();
    expect(name).toMatch(/^spare-key-report-\d{4}-\d\d-\d\d\.html$/);
    const text = bytes.toString('utf8');
    expect(text).toContain('&lt;img src=x onerror=1&gt;');
    expect(text).not.toMatch(/<script|<img|<b>|<button|<input|\bon\w+="/i);
    expect(text).not.toContain(SECRET);

    const path = join(chromium.profile, name);
    writeFileSync(path, bytes);
    const opened = await chromium.openPage(pathToFileURL(path).href);
    expect(await readTable(opened, 'All app passwords')).toHaveLength(5);
    expect((await readTable(opened, 'Over the limit'))[1]?.[0]).toContain(EMOJI);
    await waitForText(opened, 'Answered by Robin & <b>Example</b>');
    // Its own policy lets no script run, and axe is one.
    await opened.setBypassCSP(true);
    await opened.reload();
    expect(await violations(opened)).toEqual([]);
    await opened.close();
  });

  test('shows the first 500 of many, and all when asked; file and print have all', async () => {
    const many = Array.from({ length: 600 }, (_, place) => ({
      ...{ provider: 'other', site: '', label: `Device ${place}`, account: ROBIN, client: '', device: '' },
      ...{ protocols: [], notes: '', tags: [], secret: `${SECRET}${place}`, created: Date.now() - 30 * DAY },
    }));
    await ask(office, 'transfer.add', { entries: many });
    const page = await openVault(chromium, '#/report');
    await waitForText(page, 'Showing the first 500 of 605.');
    expect(await readTable(page, 'All app passwords')).toHaveLength(500);
    const { bytes } = await download(page, () => click(page, 'button', 'Save as HTML'));
    expect(bytes.toString('utf8').match(/>Device \d+</g)).toHaveLength(600);
    await page.evaluate(() => {
      window.print = () => {
        document.body.dataset['printed'] = String(document.querySelectorAll('.report tr').length);
      };
    });
    await click(page, 'button', 'Print');
    // Three headers, two that are too old, all, and four answers.
    await page.waitForSelector(`[data-printed="${3 + 2 + 605 + 4}"]`);
    await waitForText(page, 'Showing the first 500 of 605.');
    await click(page, 'button', 'Show all 605');
    await expect.poll(async () => (await readTable(page, 'All app passwords')).length).toBe(605);
    await page.close();
  });

  test('goes into tables for spreadsheets', async () => {
    const page = await openVault(chromium, '#/report');
    const rows = await download(page, () => click(page, 'button', 'Save report (CSV)'));
    expect(rows.bytes.toString('utf8')).toMatch(/"label","provider",[^\n]*\r\n"<img src=x onerror=1>",/);
    const answers = await download(page, () => click(page, 'button', 'Save answers (CSV)'));
    expect(answers.bytes.toString('utf8')).toMatch(/"reviewed","keep"/);
    expect(rows.bytes.toString('utf8') + answers.bytes.toString('utf8')).not.toContain(SECRET);
    await page.close();
  });
});
