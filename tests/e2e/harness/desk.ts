import { execFileSync, spawnSync } from 'node:child_process';
import type { Page } from 'puppeteer';
import { findProgram } from '../../../scripts/browser.mjs';
import type { OpenBrowser } from './browser.ts';
import { findWorker } from './worker.ts';

/** Why there is no window to work in here, naming Debian's packages, or `undefined` when there is one. */
export function missingDesk(): string | undefined {
  const missing: string[] = [];
  if (process.env['DISPLAY'] === undefined && findProgram('Xvfb') === undefined) missing.push('xvfb');
  if (findProgram('xdotool') === undefined) missing.push('xdotool');
  return missing.length === 0 ? undefined : `no window here, missing: ${missing.join(' ')}`;
}

/** Works keyboard and mouse of the display that the browser draws on; answers what the program printed. */
export function workDesk({ display }: OpenBrowser, ...parameters: string[]): string {
  if (display === undefined) throw new Error('the browser has no window');
  const env = { ...process.env, DISPLAY: display };
  return execFileSync('xdotool', parameters, { env, encoding: 'utf8' }).trim();
}

/** The windows one can see, the browser's own prompts and menus among them. */
export function listWindows({ display }: OpenBrowser): string[] {
  const env = { ...process.env, DISPLAY: display };
  const { stdout } = spawnSync('xdotool', ['search', '--onlyvisible', '--name', '.*'], {
    env,
    encoding: 'utf8',
  });
  return stdout.split('\n').filter((line) => line !== '');
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

/** How long the browser's own prompts take no answer after they appeared (500 ms), with something for a slow machine. */
const PROMPT_REST = 1_500;

/**
 * Does something in the popup that makes the browser ask, and answers its prompt with "Allow". The popup is gone
 * afterwards, because the prompt takes the focus from it; that is also the sign that the prompt is there.
 */
export async function allowPrompt(
  chromium: OpenBrowser,
  popup: Page,
  ask: () => Promise<void>,
): Promise<void> {
  const gone = new Promise<void>((resolve) => popup.once('close', () => resolve()));
  const granted = await waitForGrant(chromium);
  await ask();
  await gone;
  await new Promise((resolve) => setTimeout(resolve, PROMPT_REST));
  workDesk(chromium, 'key', 'shift+Tab');
  workDesk(chromium, 'key', 'Return');
  await granted();
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
