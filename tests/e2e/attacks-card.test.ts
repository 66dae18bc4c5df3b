import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layerAttacks } from './harness/attack-layers.ts';
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
  secretOf,
} from './harness/attack-page.ts';
import { paintingAttacks } from './harness/attack-paint.ts';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { find } from './harness/page.ts';

const all = [...attacks, ...paintingAttacks, ...layerAttacks];

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

  it.each(all.map((attack) => [attack.name, attack] as const))('changes nothing: %s', async (_, found) => {
    const { html, before, attack, focus, press } = found;
    await office.forgetOffers();
    await openWithCard(chromium, resultStep(secretOf(all.indexOf(found)), html), page);
    const start = (await boxOf(page, 'Save')) as Box;
    const counts = await office.counts();
    expect(counts.waiting).toBeGreaterThan(0);
    await arm(page);
    if (focus) await (await find(page, 'textbox', 'Label')).focus();
    if (before !== undefined) await page.evaluate(before);
    await rest(page);
    const box = (await boxOf(page, 'Save')) ?? start;
    if (attack !== undefined) await page.evaluate(attack, box);
    if (press !== undefined) await press(page, box);
    else await pressAt(page, box);
    expect(await office.counts()).toEqual(counts);
  });

  it('and yet one honest press on Save is enough', async () => {
    await office.forgetOffers();
    await openWithCard(chromium, resultStep(secretOf(all.length)), page);
    const { waiting, entries } = await office.counts();
    await rest(page);
    await pressAt(page, (await boxOf(page, 'Save')) as Box);
    expect(await office.counts()).toEqual({ waiting: waiting - 1, entries: entries + 1 });
  });

  it('or Enter in a field of it', async () => {
    await office.forgetOffers();
    await openWithCard(chromium, resultStep(secretOf(all.length + 1)), page);
    const { waiting, entries } = await office.counts();
    await (await find(page, 'textbox', 'Label')).focus();
    await rest(page);
    await page.keyboard.press('Enter');
    expect(await office.counts()).toEqual({ waiting: waiting - 1, entries: entries + 1 });
  });

  it('has nothing in it that destroys: "Not now" leaves the capture where it is', async () => {
    await office.forgetOffers();
    await openWithCard(chromium, resultStep(secretOf(all.length + 2)), page);
    const counts = await office.counts();
    expect(await boxOf(page, 'Discard')).toBeUndefined();
    await rest(page);
    await pressAt(page, (await boxOf(page, 'Not now')) as Box);
    expect(await office.counts()).toEqual(counts);
  });
});
