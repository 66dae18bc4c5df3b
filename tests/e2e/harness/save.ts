import type { ElementHandle, Page } from 'puppeteer';
import type { OpenBrowser } from './browser.ts';
import { createAppPassword, find, peek, waitUntilGone } from './page.ts';

export const PASSPHRASE = 'seven quiet lanterns drift';
export const MY_SIGN_INS = 'https://mysignins.microsoft.com/security-info';

/** Goes through the provider's steps until the card is there; returns the secret that the page shows. */
export async function captureOn(page: Page, label: string): Promise<string> {
  const secret = await createAppPassword(page, label);
  await find(page, 'dialog', 'Spare Key: app password');
  return secret;
}

/**
 * Presses a button of the card as soon as the card takes presses, which is when it has been at rest; and again where
 * the card asks for that, as it does on a computer so busy that it could not watch.
 */
export async function answerCard(page: Page, button: 'Save' | 'Not now'): Promise<void> {
  let found: ElementHandle | undefined = await find(page, 'button', button);
  for (let tries = 1; found !== undefined; tries++) {
    if (tries > 5) throw new Error(`"${button}" was pressed five times, and is still there`);
    // The card refuses what comes in its first half second; a person is slower than that.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
    await found.click();
    await waitUntilGone(page, 'button', button, 5_000).catch(() => undefined);
    found = await peek(page, 'button', button);
  }
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

/** Says that the recovery code was put away: until then a warning asks for it. */
export async function confirmCode(page: Page): Promise<void> {
  await ask(page, 'vault.confirm-warnings', { seen: [{ kind: 'recovery-code-unseen' }] });
}

/** Makes a vault without the set-up screens, for tests of something else; answers the recovery code. */
export async function makeVault(browser: Pick<OpenBrowser, 'openOwnPage'>): Promise<string> {
  const page = await browser.openOwnPage('popup.html');
  const { recoveryCode } = await ask<{ recoveryCode: string }>(page, 'vault.create', {
    passphrase: PASSPHRASE,
  });
  await confirmCode(page);
  await page.close();
  return recoveryCode;
}
