import { browser } from '../browser';

/**
 * What may lie over the card takes the pointer, and paints no further than it does. As a style of the user no page
 * overrules it, in closed shadow roots neither.
 */
const css =
  ':popover-open{pointer-events:auto!important;contain:paint!important}:fullscreen,::backdrop{pointer-events:auto!important}';

/**
 * Only Chromium can say whether a person really sees the card. In Firefox a page could lay something over it that
 * lets clicks through; this makes such covers show up where the card looks for them (SECURITY S1).
 */
export async function revealCovers(tabId: number): Promise<void> {
  if (!import.meta.env.FIREFOX) return;
  await browser.scripting.insertCSS({ target: { tabId }, origin: 'USER', css });
}

/** Gives the page its own ways back, once the card has its answer. */
export async function releaseCovers(tabId: number): Promise<void> {
  if (!import.meta.env.FIREFOX) return;
  await browser.scripting.removeCSS({ target: { tabId }, origin: 'USER', css });
}
