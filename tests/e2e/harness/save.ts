import type { Page } from 'puppeteer';
import type { OpenBrowser } from './browser.ts';
import { createAppPassword, find, waitUntilGone } from './page.ts';

export const PASSPHRASE = 'seven quiet lanterns drift';
export const MY_SIGN_INS = 'https://mysignins.microsoft.com/security-info';

/** Goes through the provider's steps until the card is there; returns the secret that the page shows. */
export async function captureOn(page: Page, label: string): Promise<string> {
  const secret = await createAppPassword(page, label);
  await find(page, 'dialog', 'Save app password');
  return secret;
}

/** Presses a button of the card, once, as soon as the card takes presses, which is when it has been at rest. */
export async function answerCard(page: Page, button: 'Save' | 'Not now'): Promise<void> {
  const found = await find(page, 'button', button);
  // The card refuses what comes in its first half second; a person is slower than that.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
  await found.click();
  await waitUntilGone(page, 'button', button);
}

/** Asks the background as one of our own pages does. */
export async function ask<Answer>(page: Page, name: string, request: object = {}): Promise<Answer> {
  const answer: { response?: Answer; error?: { code: string } } = await page.evaluate(
    (sent) =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<never> } } }
      ).chrome.runtime.sendMessage(sent),
    { name, request },
  );
  if (answer.response === undefined) throw new Error(answer.error?.code ?? 'no answer');
  return answer.response;
}

/** Makes a vault without the set-up screens, for tests of something else; answers the recovery code. */
export async function makeVault(browser: Pick<OpenBrowser, 'openOwnPage'>): Promise<string> {
  const page = await browser.openOwnPage('popup.html');
  const { recoveryCode } = await ask<{ recoveryCode: string }>(page, 'vault.create', {
    passphrase: PASSPHRASE,
  });
  await page.close();
  return recoveryCode;
}
