import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenFirefox, openFirefox } from './harness/firefox.ts';
import { click, find, findAll, waitForText } from './harness/page.ts';
import { ask, MY_SIGN_INS } from './harness/save.ts';

describe('a sketch in Firefox', () => {
  let firefox: OpenFirefox;

  beforeAll(async () => {
    firefox = await openFirefox();
  });
  afterAll(() => firefox?.close());

  it('is drawn in a page that Spare Key may see, shown, and thrown away', async () => {
    await firefox.openPage(MY_SIGN_INS);
    const office = await firefox.openOwnPage('offscreen.html');
    const tabId = await office.evaluate(async () => {
      const { browser } = globalThis as unknown as {
        browser: { tabs: { query(what: object): Promise<{ id: number }[]> } };
      };
      return (await browser.tabs.query({ url: 'https://mysignins.microsoft.com/*' }))[0]?.id;
    });
    await ask(office, 'sketch.draw', { tabId });
    const page = await firefox.openOwnPage('app.html#/sketch');
    await find(page, 'heading', 'A sketch of the page');
    await waitForText(page, 'mysignins.microsoft.com/security-info');
    expect((await findAll(page, 'checkbox')).length).toBeGreaterThan(10);
    expect(await page.evaluate(() => document.body.textContent)).not.toContain('contoso');
    await click(page, 'button', 'Discard sketch');
    await find(page, 'heading', 'No sketch yet');
  });
});
