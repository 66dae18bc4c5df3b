import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rendering, renderings } from '../../practice-site/pages.mjs';
import { type PracticeServer, startPractice } from '../../practice-site/server.mjs';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { findFaults } from './harness/log.ts';
import {
  click,
  createAppPassword,
  fill,
  find,
  findAll,
  peek,
  readField,
  textOf,
  waitForText,
  waitUntilGone,
} from './harness/page.ts';

describe('the practice site', () => {
  let chromium: OpenBrowser;
  let practice: PracticeServer;

  beforeAll(async () => {
    practice = await startPractice(0);
    chromium = await openBrowser({ build: 'none' });
  });
  afterAll(async () => {
    await chromium.close();
    await practice.stop();
  });

  it('creates an app password, shows it once and revokes it', async () => {
    const page = await chromium.openPage(practice.address);
    const secret = await createAppPassword(page, 'Office scanner');
    expect(secret).toMatch(/^[a-z]{16}$/);

    await click(page, 'button', 'Done');
    await waitForText(page, 'Office scanner');
    await page.reload();
    await waitForText(page, 'Office scanner');
    expect(await page.content()).not.toContain(secret);

    await click(page, 'button', 'Delete');
    const question = await textOf(page, 'dialog');
    expect(question).toContain('Office scanner');
    const buttons = await findAll(page, 'button', 'Delete');
    await buttons.at(-1)?.click();
    await waitUntilGone(page, 'dialog');
    await page.waitForFunction(() => !document.body.textContent.includes('Office scanner'));
    expect(practice.site.account.list().map(({ kind }) => kind)).not.toContain('app-password');
    await page.close();
  });

  it('refuses a name that is too short', async () => {
    const page = await chromium.openPage(practice.address);
    await click(page, 'button', 'Add sign-in method');
    await click(page, 'button', 'App password');
    await fill(page, 'Name', 'printer');
    await click(page, 'button', 'Next');
    await waitForText(page, 'Use at least 8 characters.');
    expect(await peek(page, 'button', 'Done')).toBeUndefined();
    await page.close();
  });

  it.each(renderings.filter((rendering) => !['slow', 'navigation'].includes(rendering)))(
    'shows the whole secret when it is rendered as: %s',
    async (rendering: Rendering) => {
      const seen = await startPractice(0, { rendering, nextSecret: () => 'qwertzuiopasdfgh' });
      const page = await chromium.openPage(seen.address);
      await click(page, 'button', 'Add sign-in method');
      await click(page, 'button', 'App password');
      await fill(page, 'Name', 'Office scanner');
      await click(page, 'button', 'Next');
      await find(page, 'button', 'Done');
      if (rendering === 'characters' || rendering === 'split') {
        expect(await page.$eval('.secret', (element) => element.textContent)).toBe('qwertzuiopasdfgh');
        expect(await page.$$eval('.secret *', (elements) => elements.length)).toBe(
          rendering === 'characters' ? 16 : 0,
        );
      } else {
        await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.secret')?.value !== '');
        expect(await readField(page, 'Password')).toBe('qwertzuiopasdfgh');
      }
      await page.close();
      await seen.stop();
    },
  );

  it('speaks German and Arabic', async () => {
    const german = await chromium.openPage(`${practice.address}?language=de`);
    await find(german, 'button', 'Anmeldemethode hinzufügen');
    const arabic = await chromium.openPage(`${practice.address}?language=ar`);
    expect(await arabic.$eval('html', (page) => page.dir)).toBe('rtl');
    await german.close();
    await arabic.close();
  });

  it('serves the same steps at the real addresses', async () => {
    const page = await chromium.openPage('https://mysignins.microsoft.com/security-info');
    expect(await createAppPassword(page, 'Office scanner')).toMatch(/^[a-z]{16}$/);
    const wizard = await chromium.openPage('https://mysignins.microsoft.com/register');
    await click(wizard, 'button', 'App password');
    const personal = await chromium.openPage('https://account.live.com/proofs/AppPassword');
    expect(await personal.$eval('.secret', (element) => element.textContent)).toMatch(/^[a-z]{16}$/);
    const older = await chromium.openPage(
      'https://account.activedirectory.windowsazure.com/AppPasswords.aspx',
    );
    await click(older, 'button', 'create');
    await fill(older, 'Name', 'Office scanner');
    await click(older, 'button', 'Next');
    await waitForText(older, 'Your app password');
    for (const opened of [page, wizard, personal, older]) await opened.close();
  });

  it('writes no errors to the console', () => {
    expect(findFaults(chromium.log)).toEqual([]);
  });
});
