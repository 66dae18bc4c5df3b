import { execFileSync } from 'node:child_process';
import type { Page } from 'puppeteer';
import { findProgram } from '../../../scripts/browser.mjs';
import type { OpenBrowser } from './browser.ts';
import { findWorker } from './worker.ts';

/** Why there is no window to work in here, naming Debian's packages, or `undefined` when there is one. */
export function missingOsInput(): string | undefined {
  const missing: string[] = [];
  if (process.env['DISPLAY'] === undefined && findProgram('Xvfb') === undefined) missing.push('xvfb');
  if (findProgram('xdotool') === undefined) missing.push('xdotool');
  return missing.length === 0 ? undefined : `no window here, missing: ${missing.join(' ')}`;
}

/** Works keyboard and mouse of the display that the browser draws on; answers what the program printed. */
export function sendOsInput({ display }: OpenBrowser, ...parameters: string[]): string {
  if (display === undefined) throw new Error('the browser has no window');
  const env = { ...process.env, DISPLAY: display };
  return execFileSync('xdotool', parameters, { env, encoding: 'utf8' }).trim();
}

/** Pastes into a fresh field of a page by the browser's own command, and returns what arrived. */
export async function pasteInto(page: Page): Promise<string> {
  await page.bringToFront();
  await page.evaluate(() => {
    document.body.innerHTML = '<textarea id="paste"></textarea>';
    document.querySelector<HTMLTextAreaElement>('#paste')?.focus();
  });
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyV', { commands: ['Paste'] });
  await page.keyboard.up('Control');
  return page.$eval('#paste', (field) => (field as HTMLTextAreaElement).value);
}

/** Copies a text of a page by the browser's own command. */
export async function copyFrom(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate((words) => {
    document.body.innerHTML = '<textarea id="copy"></textarea>';
    const field = document.querySelector<HTMLTextAreaElement>('#copy');
    if (field === null) return;
    field.value = words;
    field.select();
  }, text);
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyC', { commands: ['Copy'] });
  await page.keyboard.up('Control');
}

/** How long the browser's own prompts take no answer after they appeared (500 ms), with something for a slow machine. */
const PROMPT_REST = 1_500;

/**
 * Does something that makes the browser ask, and answers its prompt with "Allow".
 * @param popup the popup it was done in: it is gone once the prompt is there, which takes the focus from it
 */
export async function allowPrompt(
  chromium: OpenBrowser,
  popup: Page | undefined,
  ask: () => Promise<void>,
): Promise<void> {
  const gone = new Promise<void>((resolve) => popup?.once('close', () => resolve()));
  const granted = await waitForGrant(chromium);
  await ask();
  if (popup) await gone;
  // A prompt that was slow to come has not heard the first keys: first only the answer again, then both.
  for (const keys of [['shift+Tab', 'Return'], ['Return'], ['shift+Tab', 'Return']]) {
    await new Promise((resolve) => setTimeout(resolve, PROMPT_REST));
    for (const key of keys) sendOsInput(chromium, 'key', key);
    const heard = await Promise.race([
      granted().then(() => true),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 3 * PROMPT_REST)),
    ]);
    if (heard) return;
  }
  throw new Error('the browser asked for a permission and did not take the answer');
}

interface Listening {
  chrome: { permissions: { onAdded: { addListener(hear: () => void): void } } };
  granted?: Promise<void>;
}

/** Listens for a grant in the worker from now on; what it answers waits for it. */
async function waitForGrant(chromium: OpenBrowser): Promise<() => Promise<void>> {
  const worker = await findWorker(chromium);
  await worker.evaluate(() => {
    const scope = globalThis as unknown as Listening;
    scope.granted = new Promise((resolve) => scope.chrome.permissions.onAdded.addListener(resolve));
  });
  return () => worker.evaluate(() => (globalThis as unknown as Listening).granted);
}

/** Closes the real popup as a person does, so that the page has the keyboard again. */
export async function leavePopup(chromium: OpenBrowser, popup: Page, page: Page): Promise<void> {
  const gone = new Promise<void>((resolve) => popup.once('close', () => resolve()));
  sendOsInput(chromium, 'key', 'Escape');
  await gone;
  await page.waitForFunction(() => document.hasFocus());
}

/** Number of the window under the pointer. */
function findWindow(chromium: OpenBrowser): string | undefined {
  return /window:(\d+)/.exec(sendOsInput(chromium, 'getmouselocation'))?.[1];
}

/** Waits until the window under the pointer is another, as when a menu opens there, or is gone. */
async function waitForWindow(
  chromium: OpenBrowser,
  arrived: (found: string | undefined) => boolean,
): Promise<void> {
  const end = Date.now() + 10_000;
  while (!arrived(findWindow(chromium))) {
    if (Date.now() > end) throw new Error('no menu came up, or it stayed');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Selects the text of an element, right-clicks it, and chooses the entry of the menu that begins with a letter. */
export async function chooseForSelection(
  chromium: OpenBrowser,
  page: Page,
  selector: string,
  letter: string,
): Promise<void> {
  // As large as the window is, so that places in the page can be told on the screen.
  await page.setViewport(null);
  await page.bringToFront();
  const place = await page.$eval(selector, (element) => {
    getSelection()?.selectAllChildren(element);
    const { left, top, width, height } = element.getBoundingClientRect();
    return {
      x: Math.round(screenX + left + width / 2),
      y: Math.round(screenY + outerHeight - innerHeight + top + height / 2),
    };
  });
  sendOsInput(chromium, 'mousemove', String(place.x), String(place.y));
  const browserWindow = findWindow(chromium);
  sendOsInput(chromium, 'click', '3');
  await waitForWindow(chromium, (found) => found !== browserWindow);
  sendOsInput(chromium, 'key', letter);
  await waitForWindow(chromium, (found) => found === browserWindow);
}
