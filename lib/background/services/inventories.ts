import { browser } from '../../browser';
import type { AppPassword } from '../../model';
import { providerById } from '../../providers';
import type { InventoryItem } from '../../providers/provider';
import { type List, type Reconciled, reconcile } from '../../review/inventory/reconcile';
import { record } from '../../review/log';
import { DAY } from '../../time';
import type { OpenVault } from '../../vault/vault';
import { createSerialQueue } from '../serial-queue';
import { cleanText } from './texts';

const SEEN = 'provider-lists';
/** Most lists remembered, one for each account that was looked at. */
const MOST = 20;
/** Most rows of a list, and most bytes of one and of all: what is kept is kept in memory. */
const ROWS = 300;
const ONE = 256_000;
const ALL = 1_000_000;
/** A row counts as deleted by the user this long (ms) after something in it, or in its dialog, was pressed. */
const ACTS = 30_000;
/** Most characters that a row says besides what was read of it; more is not one row. */
const AROUND = 150;

/** A row in which the user has just pressed something, and the list as it was then. */
interface Touch {
  row: InventoryItem;
  list: List;
  at: number;
}

/** A list with where and when it was seen. */
export interface SeenInventory {
  /** Of provider, site and account. */
  key: string;
  provider: string;
  /** Host of the page. */
  site: string;
  tabId: number;
  /** When it was seen (ms). */
  at: number;
  list: List;
  /** What the same tab showed before, or when the user pressed something in a row. */
  before?: List | undefined;
  touched?: Touch | undefined;
}

/** The lists that pages showed, in memory only, and forgotten when the vault locks. */
export interface Inventories {
  /**
   * Remembers a list, cut to what may be kept; answers it with what the same tab showed before.
   * @param pressed what the row says, or the dialog, in which the user has just pressed something
   */
  note(seen: Omit<SeenInventory, 'key' | 'before' | 'touched'>, pressed?: string): Promise<SeenInventory>;
  all(): Promise<SeenInventory[]>;
  forget(): Promise<void>;
}

export function createInventories(): Inventories {
  const enqueue = createSerialQueue();
  async function all(): Promise<SeenInventory[]> {
    const stored = await browser.storage.session.get(SEEN);
    return (stored[SEEN] as SeenInventory[] | undefined) ?? [];
  }
  return {
    all,
    note: (seen, pressed) =>
      enqueue(async () => {
        const list = cutList(seen.list);
        const key = [seen.provider, seen.site, list.account ?? ''].join(' ');
        const others = await all();
        const last = others.find((other) => other.key === key && other.tabId === seen.tabId);
        const alive = last?.touched && Math.abs(seen.at - last.touched.at) < ACTS ? last.touched : undefined;
        const touched = pressed === undefined ? alive : touch(pressed, list, alive, seen.at);
        const before = touched?.list ?? last?.list;
        const noted: SeenInventory = { ...seen, list, key, before, touched };
        const kept = [...others.filter((other) => other.key !== key), noted].slice(-MOST);
        while (sizeOf(kept) > ALL) kept.shift();
        await browser.storage.session.set({ [SEEN]: kept });
        return noted;
      }),
    forget: () => browser.storage.session.remove(SEEN),
  };
}

/** Bytes (UTF-8) of something in JSON, as the browser counts what it keeps in memory. */
function sizeOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

/** A list of which rows are left out says no more that it is complete. */
function cutList(list: List): List {
  let room = ONE;
  const entries = list.entries.slice(0, ROWS).filter((row) => {
    room -= sizeOf(row) + 1;
    return room > 0;
  });
  return { ...list, entries, complete: list.complete && entries.length === list.entries.length };
}

/** Which row the user works on after pressing something in what says this. */
function touch(text: string, list: List, before: Touch | undefined, at: number): Touch | undefined {
  let rest = text;
  // The longest first, because one name may be the beginning of another.
  const named = list.entries
    .toSorted((a, b) => b.label.length - a.label.length)
    .filter(({ label }) => {
      const isNamed = label !== '' && rest.includes(label);
      if (isNamed) rest = rest.replaceAll(label, '\n');
      return isNamed;
    });
  const [row, other] = named;
  // A dialog that names none came by what was pressed before it, and belongs to that.
  if (!row) return before && { ...before, at };
  if (other) return before;
  for (const said of [row.created, row.expires, row.lastUsed, row.lastPlace])
    rest = rest.replace(said ?? '', '');
  if (rest.length <= AROUND) return { row, list, at };
  return before?.row.label === row.label ? { ...before, at } : before;
}

/** How a list and the vault's entries differ. */
export function compareInventory(
  entries: readonly AppPassword[],
  { provider, site, list, before, touched }: SeenInventory,
): Reconciled {
  const known = providerById(provider);
  const isAnySite = known?.access === 'self-hosted';
  return reconcile({
    entries,
    provider,
    ...(isAnySite && { site }),
    list,
    before,
    deleted: touched?.row,
    renames: known?.renames ?? false,
    remoteIds: new Map(entries.flatMap(({ id, remoteId }) => (remoteId ? [[id, remoteId] as const] : []))),
  });
}

/**
 * Brings into the vault what a list says for sure: last use and place of what is there, and that the one is revoked
 * which the user was seen deleting on that page. The user is asked about all else that is not there any more, since a
 * page may leave out what it likes.
 * @returns whether anything changed
 */
export async function applyInventory(open: OpenVault, seen: SeenInventory): Promise<boolean> {
  const entries = await open.entries();
  const found = compareInventory(entries, seen);
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
    if (sure) changes.set(id, { status: 'revoked' });
  }
  await open.updateAll([...changes.keys()], (entry) => {
    const change = changes.get(entry.id);
    const revoked = change?.status === 'revoked';
    // Answered in between, it is no longer what the list was compared with.
    if (revoked && entry.status !== byId.get(entry.id)?.status) return entry;
    const changed = { ...entry, ...change };
    return revoked ? record(changed, seen.at, 'revoked', 'list') : changed;
  });
  return changes.size > 0;
}

/** What a row tells of its entry, made safe to keep; `bound` when it may be known by its id from now on. */
export function readRow(
  { lastUsed, lastPlace, remoteId }: InventoryItem,
  bound: boolean,
): Pick<AppPassword, 'lastUsed' | 'lastPlace' | 'remoteId'> {
  const told = Object.entries({ lastUsed, lastPlace, ...(bound && { remoteId }) });
  // A dash says that it was never used.
  return Object.fromEntries(
    told.flatMap(([name, text = '']) => (/[\p{L}\p{N}]/u.test(text) ? [[name, cleanText(text)]] : [])),
  );
}
