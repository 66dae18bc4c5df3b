import type { Page } from 'puppeteer';
import type { OpenBrowser } from './browser.ts';
import { click, fill, find } from './page.ts';

/** As wide as the popup is. */
const POPUP = { width: 380, height: 600 };

/** Opens the popup as a tab of the popup's size. */
export function openPopup(chromium: OpenBrowser): Promise<Page> {
  return chromium.openOwnPage('popup.html', POPUP);
}

/** Clicks the toolbar button on a page: opens the real popup and gives the extension that tab for the moment. */
export async function clickToolbarButton(chromium: OpenBrowser, page: Page): Promise<Page> {
  const popup = `chrome-extension://${chromium.extensionId}/popup.html`;
  const opened = chromium.browser.waitForTarget((target) => target.url().startsWith(popup), {
    timeout: 10_000,
  });
  const extension = (await chromium.browser.extensions()).get(chromium.extensionId);
  if (extension === undefined) throw new Error('the extension is not installed');
  await page.triggerExtensionAction(extension);
  return (await opened).asPage();
}

/** Opens the full tab at a route such as `#/review`. */
export function openVault(chromium: OpenBrowser, route = ''): Promise<Page> {
  return chromium.openOwnPage(`app.html${route}`);
}

/** Types the passphrase where a screen asks for it: not into the field of that name that the settings have. */
export async function unlock(page: Page, passphrase: string): Promise<void> {
  await find(page, 'button', 'Unlock');
  await fill(page, 'Passphrase', passphrase);
  await click(page, 'button', 'Unlock');
}
