import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSite, renderings } from '../../practice-site/pages.mjs';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { click, fill, find, findAll, peek, readField } from './harness/page.ts';
import { answerCard, ask, MY_SIGN_INS, makeVault } from './harness/save.ts';

/** Sixteen letters, another text for each number. */
function secretOf(number: number): string {
  return `qzwxtvbrmkphgd${String.fromCharCode(97 + Math.floor(number / 26), 97 + (number % 26))}`;
}

// A host gets ten captures an hour, so these are two browsers.
describe.each(['renderings', 'pages'] as const)(
  'every way in which a page may show the secret: %s',
  (part) => {
    let chromium: OpenBrowser;
    let own: Page;
    let made = 0;
    const nextSecret = () => secretOf(made++);
    beforeAll(async () => {
      chromium = await openBrowser({
        hosts: {
          'mysignins.microsoft.com': createSite({ kind: 'my-sign-ins', nextSecret }).answer,
          'account.activedirectory.windowsazure.com': createSite({ kind: 'classic', nextSecret }).answer,
          'account.live.com': createSite({ kind: 'personal', person: 'robin@mail.example', nextSecret })
            .answer,
        },
      });
      await makeVault(chromium);
      own = await chromium.openOwnPage('popup.html');
    });
    afterAll(() => chromium.close());

    /** What the vault holds under a label. */
    async function kept(label: string): Promise<{ secret: string; account: string; provider: string }> {
      const { rows } = await ask<{
        rows: { id: string; label: string; account: string; provider: string }[];
      }>(own, 'entry.list');
      const row = rows.find((one) => one.label === label);
      if (row === undefined) throw new Error('not in the vault');
      const { shown } = await ask<{ shown: string }>(own, 'entry.secret', { id: row.id, purpose: 'show' });
      return { secret: shown, account: row.account, provider: row.provider };
    }

    /** Works the steps by what does not change with the language. */
    async function create(page: Page, label: string): Promise<void> {
      await page.bringToFront();
      const next = '[data-testid="reskin-step-next-button"]';
      const wizard = new URL(page.url()).pathname === '/register';
      if (!wizard) await page.locator('[data-testid="add-method-button"]').click();
      await page.locator('[data-testid="authmethod-picker-appPassword"]').click();
      await page.locator('input[type=text]:not([readonly])').fill(label);
      await page.locator(next).click();
    }

    async function expectCard(page: Page, label: string): Promise<void> {
      await find(page, 'dialog', 'Spare Key: app password');
      expect(await readField(page, 'Label')).toBe(label);
    }

    for (const rendering of part === 'renderings' ? renderings : []) {
      test(`as ${rendering}`, async () => {
        const path = rendering === 'navigation' ? '/' : '/security-info';
        const page = await chromium.openPage(`https://mysignins.microsoft.com${path}?rendering=${rendering}`);
        if (rendering === 'navigation') await page.locator('a[href*="security-info"]').click();
        await create(page, `Device ${rendering}`);
        await expectCard(page, `Device ${rendering}`);
        await answerCard(page, 'Save');
        expect(await kept(`Device ${rendering}`)).toEqual({
          secret: secretOf(made - 1),
          account: 'robin@contoso.example',
          provider: 'microsoft-work',
        });
        await page.close();
      });
    }

    if (part === 'renderings') return;

    for (const language of ['de', 'ar']) {
      test(`in the language ${language}`, async () => {
        const page = await chromium.openPage(`${MY_SIGN_INS}?language=${language}`);
        await create(page, `Gerät ${language}`);
        await expectCard(page, `Gerät ${language}`);
        await answerCard(page, 'Save');
        expect((await kept(`Gerät ${language}`)).secret).toBe(secretOf(made - 1));
        await page.close();
      });
    }

    test('in the registration wizard', async () => {
      const page = await chromium.openPage('https://mysignins.microsoft.com/register');
      await create(page, 'Asked at sign-in');
      await expectCard(page, 'Asked at sign-in');
      await answerCard(page, 'Save');
      expect((await kept('Asked at sign-in')).secret).toBe(secretOf(made - 1));
      await page.close();
    });

    test('on the legacy page', async () => {
      const page = await chromium.openPage(
        'https://account.activedirectory.windowsazure.com/AppPasswords.aspx',
      );
      await page.bringToFront();
      await page.locator('main > button').click();
      await fill(page, 'Name', 'Fax machine');
      await click(page, 'button', 'Next');
      await expectCard(page, 'Fax machine');
      await answerCard(page, 'Save');
      expect((await kept('Fax machine')).secret).toBe(secretOf(made - 1));
      await page.close();
    });

    test('of a personal account, whose passwords have no name: the card asks for one', async () => {
      const page = await chromium.openPage('https://account.live.com/proofs/AppPassword');
      await expectCard(page, '');
      await fill(page, 'Label', 'Old Xbox');
      await answerCard(page, 'Save');
      expect(await kept('Old Xbox')).toEqual({
        secret: secretOf(made - 1),
        account: 'robin@mail.example',
        provider: 'microsoft-personal',
      });
      await page.close();
    });

    test('what is no app password brings no card: the list, another step, the deletion', async () => {
      const page = await chromium.openPage(MY_SIGN_INS);
      await page.bringToFront();
      await page.locator('[data-testid="add-method-button"]').click();
      await page.locator('[data-testid="authmethod-picker-appPassword"]').click();
      // A name that looks like a secret, typed and submitted too short for the page to continue.
      await page.locator('input[type=text]').fill('qwertyuiopasdfgh');
      await page.reload();
      await page.waitForSelector('[data-testid="add-method-button"]');
      expect(await peek(page, 'dialog', 'Spare Key: app password')).toBeUndefined();
      const { waiting } = await ask<{ waiting: number }>(own, 'vault.status');
      expect(waiting).toBe(0);
      expect(await findAll(page, 'dialog')).toHaveLength(0);
      await page.close();
    });
  },
);
