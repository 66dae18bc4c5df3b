import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layerAttacks } from './harness/attack-layers.ts';
import { attacks } from './harness/attack-list.ts';
import { arm, type Box, pressAt, rest, resultStep, secretOf, TAKEN_OVER } from './harness/attack-page.ts';
import { findInCard, type OpenFirefox, openFirefox } from './harness/firefox.ts';
import { ask } from './harness/save.ts';

/**
 * The strongest: covers, which Firefox cannot report, and what moves the card. Each takes some seconds there. In
 * Firefox a page cannot draw the list of a select.
 */
const all = [
  ...layerAttacks.filter(({ name }) => !name.includes('select')),
  ...attacks.filter(({ name }) => /lies over|covered|pressed|put into|taken/.test(name)),
];
/** As they take so long, one in three is tried, and all by `npm run attacks`. */
const tried = all.filter((_, place) => process.env['CASES'] === 'all' || place % 3 === 0);

describe('a hostile page that steers real clicks onto the card in Firefox', () => {
  let firefox: OpenFirefox;
  let own: Page;
  let page: Page;
  let html = '';
  let honest: string;

  beforeAll(async () => {
    firefox = await openFirefox({ hosts: { 'mysignins.microsoft.com': () => html } });
    own = await firefox.openOwnPage('offscreen.html');
    await ask(own, 'vault.create', { passphrase: 'correct horse battery staple 7' });
    html = resultStep(secretOf(all.length));
    page = await firefox.openPage('about:blank');
    await page.setViewport({ width: 1200, height: 900 });
    await openWithCard();
    await rest(page);
    honest = await picture();
  });
  afterAll(() => firefox.close());

  /** Opens the page in the same tab, as often as the test likes, and answers where Save is. */
  async function openWithCard(): Promise<Box> {
    await own.evaluate(() =>
      (
        globalThis as unknown as {
          browser: { storage: { session: { remove(key: string): Promise<void> } } };
        }
      ).browser.storage.session.remove('capture-offers'),
    );
    await page.goto(TAKEN_OVER);
    await page.bringToFront();
    return (await (await findInCard(page, 'button', 'Save')).boundingBox()) as Box;
  }

  /** The inside of the card, or of what lies there, as a person sees it. */
  function picture(): Promise<string> {
    return page.screenshot({
      clip: { x: 1200 - 16 - 344 + 6, y: 22, width: 332, height: 370 },
      encoding: 'base64',
    });
  }

  async function counts(): Promise<{ waiting: number; entries: number }> {
    const nothing = { captureId: 'nothing-by-this-id', label: '', account: '' };
    await ask(own, 'capture.keep', nothing).catch(() => undefined);
    const { waiting, rows } = await ask<{ waiting: unknown[]; rows: unknown[] }>(own, 'entry.list');
    return { waiting: waiting.length, entries: rows.length };
  }

  it.each(tried.map((attack) => [attack.name, attack] as const))(
    'changes nothing, or leaves the card in plain sight: %s',
    async (_, found) => {
      html = resultStep(secretOf(all.indexOf(found)), found.html);
      const box = await openWithCard();
      const before = await counts();
      await arm(page);
      if (found.before !== undefined) await page.evaluate(found.before);
      await rest(page);
      const isSeen = found.press === undefined && (await picture()) === honest;
      if (found.attack !== undefined) await page.evaluate(found.attack, box);
      if (found.press !== undefined) await found.press(page, box);
      else await pressAt(page, box);
      await rest(page, 200);
      const after = await counts();
      // What could not hide the card may be pressed, as on any page.
      if (!isSeen || found.attack !== undefined) expect(after).toEqual(before);
    },
  );

  it('and yet one honest press on Save is enough', async () => {
    html = resultStep(secretOf(all.length + 1));
    const box = await openWithCard();
    const { entries } = await counts();
    await rest(page);
    await pressAt(page, box);
    await expect.poll(async () => (await counts()).entries, { timeout: 5_000 }).toBe(entries + 1);
  });
});
