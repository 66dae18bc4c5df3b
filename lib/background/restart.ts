import { browser } from '../browser';

const REOPEN = 'reopen';
/** Where a restart may lead to: what is stored is a wish that others could have written. */
const PAGES = ['/app.html#/settings/destinations'] as const;
/** So that an answer reaches the page that asked before everything ends (ms). */
const LAST_WORDS = 200;

/**
 * Restarts the extension and opens one of its pages then. Chromium adds a function that an optional permission brings
 * only to contexts that begin after it was granted, and a worker that is in use does not begin again by itself.
 */
export async function reopen(path: (typeof PAGES)[number]): Promise<void> {
  await browser.storage.local.set({ [REOPEN]: path });
  setTimeout(() => browser.runtime.reload(), LAST_WORDS);
}

/** Opens the page that a restart was to lead to, if there was one. */
export async function comeBack(openPage: (path: string) => Promise<void>): Promise<void> {
  const wished = (await browser.storage.local.get(REOPEN))[REOPEN];
  if (wished === undefined) return;
  await browser.storage.local.remove(REOPEN);
  const path = PAGES.find((page) => page === wished);
  if (path !== undefined) await openPage(path);
}
