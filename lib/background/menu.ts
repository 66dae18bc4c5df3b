import { browser } from '../browser';
import { codeOf } from '../errors';
import { readerFor } from '../providers';
import type { Services } from './services';
import { checkProvider } from './services/policy';

const MENU = 'keep-selection';
export const SELECTION_NOTIFICATION = 'selection';

/**
 * The way that always works: select the password on any page, right-click, "Save as app password".
 * Needs no host permission; the selection alone is sealed, never the page.
 */
export async function addMenu(title: string): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: MENU, title, contexts: ['selection'] });
}

/** What the browser says of a click on the menu. */
export interface MenuClick {
  menuItemId: string | number;
  selectionText?: string | undefined;
  pageUrl?: string | undefined;
}

/** Seals the selection as a capture, then opens the popup where it waits for its label. */
export async function keepSelection(
  click: MenuClick,
  tab: { incognito: boolean } | undefined,
  { captures, reminders, openPage }: Pick<Services, 'captures' | 'reminders' | 'openPage'>,
  words: { title: string; failed: string; forbidden: string },
): Promise<void> {
  if (click.menuItemId !== MENU || tab?.incognito !== false) return;
  const url = click.pageUrl !== undefined && URL.canParse(click.pageUrl) ? new URL(click.pageUrl) : undefined;
  // Self-hosted software cannot be told from an address: only a host of its own names a provider.
  const provider = url === undefined ? undefined : readerFor(url, []).at(0)?.id;
  try {
    await checkProvider(provider ?? 'other');
    const { state } = await captures.offer({
      provider: provider ?? 'other',
      site: url?.protocol === 'https:' ? url.host : '',
      account: '',
      label: '',
      secret: click.selectionText ?? '',
      isMeant: true,
    });
    await reminders.poke();
    if (state === 'no-vault') return await openPage('/welcome.html');
    await showPopup(() => openPage('/app.html#/'));
  } catch (error) {
    // Nothing was stored; the words say what to do instead.
    await notify(words.title, codeOf(error) === 'policy-forbids' ? words.forbidden : words.failed);
  }
}

/** Opens the popup where the browser can; a window that is not in front has none. */
async function showPopup(otherwise: () => Promise<void>): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await otherwise();
  }
}

async function notify(title: string, message: string): Promise<void> {
  await browser.notifications.create(SELECTION_NOTIFICATION, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
  });
}
