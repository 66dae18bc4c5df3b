import type { Page } from 'puppeteer';
import type { OpenBrowser } from './browser.ts';
import { find, peek } from './page.ts';

/** Where the hostile pages are served: a provider's own host, taken over by a script. */
export const TAKEN_OVER = 'https://mysignins.microsoft.com/security-info';

/** The result step of an account page, with what a script that took it over adds. */
export function resultStep(secret: string, { head = '', body = '', html = 'lang="en"' } = {}): string {
  return `<!doctype html>
<html ${html}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>My Sign-Ins</title>
<link rel="icon" href="data:,">${head}</head>
<body>
<header role="banner"><span id="mectrl_currentAccount_secondary">robin@contoso.example</span></header>
<main><h1>Security info</h1><p><label>Search <input id="search"></label> <button id="own">Add</button></p></main>
<div role="dialog" aria-modal="true" aria-labelledby="step" id="step-dialog">
<h2 id="step">App password</h2>
<div class="box"><input id="value" readonly value="${secret}"><button type="button" aria-label="Copy to clipboard">Copy</button></div>
<button type="button" id="done">Done</button>
</div>
${body}
</body></html>`;
}

/** A different secret for each attack, so that each has a capture of its own. */
export function secretOf(index: number): string {
  return [...index.toString(2).padStart(16, '0')]
    .map((bit, at) => 'qwhbtrkzmnvcpxlg'[bit === '1' ? 15 - at : at])
    .join('');
}

/** What a page could have changed: captures that wait, and entries. */
export interface Counts {
  waiting: number;
  entries: number;
}

/** Sends messages as the extension's own pages do, from a tab that stays behind. */
export interface Office {
  page: Page;
  /** Resolves when every message that pages sent before has been answered. */
  counts(): Promise<Counts>;
  ask<Result>(name: string, request?: unknown): Promise<Result>;
  /** Forgets how many captures this host had, so that a file of tests does not meet the hourly limit. */
  forgetOffers(): Promise<void>;
}

/** Opens a quiet page of the extension; `passphrase` makes a vault first. */
export async function openOffice(chromium: OpenBrowser, passphrase?: string): Promise<Office> {
  const page = await chromium.openOwnPage('offscreen.html');
  async function ask<Result>(name: string, request: unknown = {}): Promise<Result> {
    const answer = await page.evaluate(
      (sent: unknown) =>
        (
          globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
        ).chrome.runtime.sendMessage(sent),
      { name, request },
    );
    const { response, error } = answer as { response?: Result; error?: { code: string } };
    if (response === undefined) throw new Error(`${name}: ${error?.code}`);
    return response;
  }
  if (passphrase !== undefined) {
    await ask('vault.create', { passphrase });
    await ask('vault.confirm-warnings', { seen: [{ kind: 'recovery-code-unseen' }] });
  }
  return {
    page,
    ask,
    async counts() {
      // Captures are worked on one after the other: when this one is refused, earlier answers are dealt with. It is
      // a "keep", because a "discard" would overtake one.
      const nothing = { captureId: 'nothing-by-this-id', label: '', account: '' };
      await ask('capture.keep', nothing).catch(() => undefined);
      const { waiting, rows } = await ask<{ waiting: unknown[]; rows: unknown[] }>('entry.list');
      return { waiting: waiting.length, entries: rows.length };
    },
    async forgetOffers() {
      await page.evaluate(() =>
        (
          globalThis as unknown as {
            chrome: { storage: { session: { remove(key: string): Promise<void> } } };
          }
        ).chrome.storage.session.remove('capture-offers'),
      );
    },
  };
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a button of the card is now; `undefined` while there is none. */
export async function boxOf(page: Page, name: string): Promise<Box | undefined> {
  const button = await peek(page, 'button', name);
  return (await button?.boundingBox()) ?? undefined;
}

/** Opens a page and waits for the card. */
export async function openWithCard(chromium: OpenBrowser, html: string, page?: Page): Promise<Page> {
  chromium.sites.serve({ 'mysignins.microsoft.com': () => html });
  const opened = page ?? (await chromium.openPage('about:blank'));
  await opened.goto(TAKEN_OVER);
  await find(opened, 'dialog', 'Spare Key: app password');
  return opened;
}

/** Presses the mouse in the middle of a box, also when something covers it. */
export async function pressAt(page: Page, { x, y, width, height }: Box): Promise<void> {
  await page.mouse.click(x + width / 2, y + height / 2);
}

/** Waits in the page until the card has long been at rest, as a user does who reads it. */
export async function rest(page: Page, milliseconds = 700): Promise<void> {
  await page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), milliseconds);
}

declare global {
  /** In pages that `arm` has armed: the card's host. */
  function hostOfCard(): HTMLElement;
}

/** Gives the page's own world what attacks call. */
export async function arm(page: Page): Promise<void> {
  await page.evaluate(`globalThis.hostOfCard = ${findHost}`);
}

/** The card's host, as a page finds it. */
function findHost(): HTMLElement {
  return [...document.querySelectorAll<HTMLElement>('html>div,dialog>div')].find(
    (element) => element.childElementCount === 0 && element.id === '' && element.textContent === '',
  ) as HTMLElement;
}
