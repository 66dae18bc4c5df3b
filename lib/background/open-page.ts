import { browser } from '../browser';

const OPEN = 'open-pages';

/** Opens one of our own pages in a tab, or brings the tab in which it was opened before to the front. */
export async function openPage(path: string, { behind = false }: { behind?: boolean } = {}): Promise<void> {
  const page = path.replace(/[#?].*/, '');
  const stored = await browser.storage.session.get(OPEN);
  const tabs = (stored[OPEN] as Record<string, number> | undefined) ?? {};
  const known = tabs[page];
  if (known !== undefined && (await bringUp(known, path, behind))) return;
  const tab = await browser.tabs.create({ url: path, active: !behind });
  if (tab.id !== undefined) await browser.storage.session.set({ [OPEN]: { ...tabs, [page]: tab.id } });
}

/** @returns false when the tab is gone or shows something else by now */
async function bringUp(tabId: number, path: string, behind: boolean): Promise<boolean> {
  try {
    const tab = await browser.tabs.get(tabId);
    const address = browser.runtime.getURL(path as '/');
    if (!tab.url?.startsWith(address.replace(/[#?].*/, ''))) return false;
    if (behind) return true;
    // A changed fragment does not reload the page; the same address is left alone.
    await browser.tabs.update(tabId, { active: true, ...(tab.url === address ? {} : { url: address }) });
    return true;
  } catch {
    return false;
  }
}
