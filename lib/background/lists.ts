import { browser } from '../browser';
import type { Listed } from '../providers/provider';

const SEEN = 'provider-lists';
/** Most lists remembered, one for each account that was looked at. */
const MOST = 20;

/** A provider's own list of app passwords, as its page showed it. */
export interface List {
  account?: string | undefined;
  limit?: number | undefined;
  complete: boolean;
  entries: readonly Listed[];
}

/** A list with where and when it was seen. */
export interface SeenList {
  /** Of provider, site and account. */
  key: string;
  provider: string;
  /** Host of the page. */
  site: string;
  tabId: number;
  /** When it was seen (ms). */
  at: number;
  list: List;
  /** What the same tab showed before. */
  before?: List | undefined;
}

/** The lists that pages showed, in memory only, and forgotten when the vault locks. */
export interface Lists {
  /** Remembers a list; answers it with what the same tab showed before. */
  note(seen: Omit<SeenList, 'key' | 'before'>): Promise<SeenList>;
  all(): Promise<SeenList[]>;
  forget(): Promise<void>;
}

export function createLists(): Lists {
  async function all(): Promise<SeenList[]> {
    const stored = await browser.storage.session.get(SEEN);
    return (stored[SEEN] as SeenList[] | undefined) ?? [];
  }
  return {
    all,
    async note(seen) {
      const key = [seen.provider, seen.site, seen.list.account ?? ''].join(' ');
      const others = await all();
      const last = others.find((other) => other.key === key);
      const noted: SeenList = { ...seen, key, before: last?.tabId === seen.tabId ? last.list : undefined };
      const kept = [...others.filter((other) => other.key !== key), noted].slice(-MOST);
      await browser.storage.session.set({ [SEEN]: kept });
      return noted;
    },
    forget: () => browser.storage.session.remove(SEEN),
  };
}
