import { browser } from '../browser';
import type { AppPassword } from '../model';
import { providerById } from '../providers';
import type { Listed } from '../providers/provider';
import { record } from '../review/log';
import { DAY } from '../review/policy';
import { type List, type Reconciled, reconcile } from '../review/reconcile';
import type { OpenVault } from '../vault/vault';
import { cleanText } from './texts';
import { createTurns } from './turns';

const SEEN = 'provider-lists';
/** Most lists remembered, one for each account that was looked at. */
const MOST = 20;

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
  const inTurn = createTurns();
  async function all(): Promise<SeenList[]> {
    const stored = await browser.storage.session.get(SEEN);
    return (stored[SEEN] as SeenList[] | undefined) ?? [];
  }
  return {
    all,
    note: (seen) =>
      inTurn(async () => {
        const key = [seen.provider, seen.site, seen.list.account ?? ''].join(' ');
        const others = await all();
        const last = others.find((other) => other.key === key);
        const noted: SeenList = { ...seen, key, before: last?.tabId === seen.tabId ? last.list : undefined };
        const kept = [...others.filter((other) => other.key !== key), noted].slice(-MOST);
        await browser.storage.session.set({ [SEEN]: kept });
        return noted;
      }),
    forget: () => browser.storage.session.remove(SEEN),
  };
}

/** How a list and the vault's entries differ. */
export function compareList(
  entries: readonly AppPassword[],
  { provider, site, list, before }: SeenList,
): Reconciled {
  const known = providerById(provider);
  const isAnySite = known?.access === 'self-hosted';
  return reconcile({
    entries,
    provider,
    ...(isAnySite && { site }),
    list,
    before,
    renames: known?.renames ?? false,
    remoteIds: new Map(entries.flatMap(({ id, remoteId }) => (remoteId ? [[id, remoteId] as const] : []))),
  });
}

/**
 * Brings into the vault what a list says for sure: last use and place of what is there, and that those are revoked
 * which somebody has just deleted on that page, or wanted to revoke and are not there any more.
 * @returns whether anything changed
 */
export async function applyList(open: OpenVault, seen: SeenList): Promise<boolean> {
  const { entries } = await open.list();
  const found = compareList(entries, seen);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const changes = new Map<string, Partial<AppPassword>>();
  for (const { id, row, by } of found.matched) {
    const known = byId.get(id);
    // Where the list does not say whose it is, a label alone binds nothing for good.
    const bound = by === 'id' || (by !== 'start' && seen.list.account !== undefined);
    const told = readRow(row, bound);
    const differs = Object.entries(told).some(([name, text]) => known?.[name as keyof typeof told] !== text);
    const isStale = told.lastUsed !== undefined && seen.at - (known?.listed ?? 0) >= DAY;
    if (differs || isStale) changes.set(id, { ...told, listed: seen.at });
  }
  for (const { id, sure } of found.gone) {
    if (sure || isAwaited(byId.get(id), seen.list, found)) changes.set(id, { status: 'revoked' });
  }
  for (const [id, change] of changes) {
    const revoked = change.status === 'revoked';
    const before = byId.get(id)?.status;
    await open.update(id, (entry) => {
      // Answered in between, it is no longer what the list was compared with.
      if (revoked && entry.status !== before) return entry;
      const changed = { ...entry, ...change };
      return revoked ? record(changed, seen.at, 'revoked', 'list') : changed;
    });
  }
  return changes.size > 0;
}

/**
 * Whether an entry that is not on the list is known to be revoked because its owner wanted that: the list shows whose
 * it is and something else of the vault, and no row may be the entry under another name. An empty list proves nothing: a
 * page shows none in a language we do not know, and Entra hides them all once they are forbidden.
 */
function isAwaited(entry: AppPassword | undefined, list: List, found: Reconciled): boolean {
  if (entry?.status !== 'to-revoke' || list.account === undefined || found.matched.length === 0) return false;
  if (entry.remoteId !== undefined && list.entries.every(({ remoteId }) => remoteId !== undefined))
    return true;
  return found.unknown.length === 0 && found.unsure.every(({ rows }) => rows.length === 0);
}

/** What a row tells of its entry, made safe to keep; `bound` when it may be known by its id from now on. */
export function readRow(
  { lastUsed, lastPlace, remoteId }: Listed,
  bound: boolean,
): Pick<AppPassword, 'lastUsed' | 'lastPlace' | 'remoteId'> {
  const told = Object.entries({ lastUsed, lastPlace, ...(bound && { remoteId }) });
  // A dash says that it was never used.
  return Object.fromEntries(
    told.flatMap(([name, text = '']) => (/[\p{L}\p{N}]/u.test(text) ? [[name, cleanText(text)]] : [])),
  );
}
