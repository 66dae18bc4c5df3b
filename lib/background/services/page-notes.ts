import { browser } from '../../browser';
import { createSerialQueue } from '../serial-queue';

const NOTES = 'page-notes';
/** How long (ms) a note counts: between the name and the password people confirm who they are. */
const LASTS = 600_000;
/** Most tabs remembered. */
const MOST = 50;

/** What a page said before it showed an app password: the name that was typed, and whose account it is. */
export interface PageNote {
  tabId: number;
  /** Host of the page. */
  site: string;
  /** Empty when none was typed. */
  label: string;
  /** All accounts that this tab showed on this host; where there are two, it is not known which it is. */
  accounts: string[];
  /** When it was said (ms). */
  at: number;
  /** True until a secret came of what the user did there. */
  isMeant?: boolean;
}

/**
 * Names and accounts from pages before the one that shows the app password, by tab and host: in memory only, for ten
 * minutes after the last one was said; a name is told to the pages that come, until a secret has used it.
 */
export interface PageNotes {
  note(said: Pick<PageNote, 'tabId' | 'site' | 'label'> & { account: string }): Promise<void>;
  /** Whether the user did something on a page before that no secret has come of yet; from now on one has. */
  spend(tabId: number, site: string): Promise<boolean>;
  /** The name that was typed on a page before; empty when none was, or when it was used. */
  named(tabId: number, site: string): Promise<string>;
  /** What is missing of a label and an account, as far as it is known; the label is forgotten with that. */
  complete<Known extends { label: string; account: string }>(
    known: Known,
    tabId: number,
    site: string,
  ): Promise<Known>;
}

export function createPageNotes(now: () => number): PageNotes {
  const enqueue = createSerialQueue();

  async function all(): Promise<PageNote[]> {
    const stored = await browser.storage.session.get(NOTES);
    const notes = (stored[NOTES] as PageNote[] | undefined) ?? [];
    return notes.filter(({ at }) => Math.abs(now() - at) < LASTS);
  }

  return {
    note: ({ tabId, site, label, account }) =>
      enqueue(async () => {
        const notes = await all();
        const isSame = (one: PageNote) => one.tabId === tabId && one.site === site;
        const before = notes.find(isSame);
        const accounts = [...new Set([...(before?.accounts ?? []), account].filter(Boolean))].slice(0, 3);
        const noted = {
          tabId,
          site,
          label: label || (before?.label ?? ''),
          accounts,
          at: now(),
          isMeant: true,
        };
        const others = notes.filter((one) => !isSame(one));
        await browser.storage.session.set({ [NOTES]: [...others, noted].slice(-MOST) });
      }),
    spend: (tabId, site) =>
      enqueue(async () => {
        const notes = await all();
        const found = notes.find((one) => one.tabId === tabId && one.site === site);
        if (!found?.isMeant) return false;
        const rest = notes.map((one) => (one === found ? { ...one, isMeant: false } : one));
        await browser.storage.session.set({ [NOTES]: rest });
        return true;
      }),
    named: (tabId, site) =>
      enqueue(async () => {
        const notes = await all();
        return notes.find((one) => one.tabId === tabId && one.site === site)?.label ?? '';
      }),
    complete: (known, tabId, site) =>
      enqueue(async () => {
        const notes = await all();
        const found = notes.find((one) => one.tabId === tabId && one.site === site);
        if (!found) return known;
        const rest = notes.map((one) => (one === found ? { ...one, label: '' } : one));
        await browser.storage.session.set({ [NOTES]: rest });
        const [account = '', other] = found.accounts;
        return {
          ...known,
          label: known.label || found.label,
          account: known.account || (other === undefined ? account : ''),
        };
      }),
  };
}
