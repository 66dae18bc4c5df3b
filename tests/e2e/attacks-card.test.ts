import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attacks } from './harness/attack-list.ts';
import {
  arm,
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

/** A different secret for each attack, so that each has a capture of its own. */
function secretOf(index: number): string {
  return [...index.toString(2).padStart(16, '0')]
    .map((bit, at) => 'qwhbtrkzmnvcpxlg'[bit === '1' ? 15 - at : at])
    .join('');
}

describe('a hostile page that steers real clicks and keys onto the card', () => {
  let chromium: OpenBrowser;
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    chromium = await openBrowser();
    office = await openOffice(chromium, 'correct horse battery staple 7');
    page = await chromium.openPage('about:blank');
  });
  afterAll(() => chromium.close());

  it.each(attacks.map((attack) => [attack.name, attack] as const))(
    'changes nothing: %s',
    async (_, found) => {
      const { html, before, attack, press } = found;
      await office.forgetOffers();
      await openWithCard(chromium, resultStep(secretOf(attacks.indexOf(found)), html), page);
      const start = (await boxOf(page, 'Save')) as Box;
      const standing = await office.standing();
      expect(standing.waiting).toBeGreaterThan(0);
      await arm(page);
      if (before !== undefined) await page.evaluate(before);
      await rest(page);
      const box = (await boxOf(page, 'Save')) ?? start;
      if (attack !== undefined) await page.evaluate(attack, box);
      if (press !== undefined) await press(page, box);
      else await pressAt(page, box);
      expect(await office.standing()).toEqual(standing);
    },
  );

  it.each(['Save', 'Discard'])('and yet one honest press on %s is enough', async (button) => {
    await office.forgetOffers();
    await openWithCard(chromium, resultStep(secretOf(attacks.length + (button === 'Save' ? 0 : 1))), page);
    const { waiting, entries } = await office.standing();
    await rest(page);
    await pressAt(page, (await boxOf(page, button)) as Box);
    expect(await office.standing()).toEqual({
      waiting: waiting - 1,
      entries: entries + (button === 'Save' ? 1 : 0),
    });
  });
});
