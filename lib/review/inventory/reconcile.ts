import { SHORT } from '../../bounds';
import type { AppPassword } from '../../model';
import { newEntry } from '../../new-entry';
import type { InventoryItem, Reading } from '../../providers/provider';
import { readDay } from '../dates';
import { toName } from '../names';
import { isNewer, isOpen, type Kept, type Row, readEntry, readRow } from './fold';
import { byKey } from './match';
import { type Board, type Doubtful, identifying, type Match, missing } from './passes';

export type List = Omit<Extract<Reading, { kind: 'list' }>, 'kind'>;

export interface Comparison {
  entries: readonly AppPassword[];
  provider: string;
  /** Site of the page, for self-hosted software only: elsewhere one account is seen on several hosts. */
  site?: string;
  /** Whose page it is, where the list itself does not say so. */
  account?: string;
  list: List;
  /** False where the provider's app passwords cannot be given another name. */
  renames?: boolean;
  /** The reading just before, of the same tab. */
  before?: List | undefined;
  /** The row of `before` that the user was seen deleting there; the user is asked about all else that went. */
  deleted?: InventoryItem | undefined;
  /** What the provider calls entries (by id), remembered from earlier matches. */
  remoteIds?: ReadonlyMap<string, string>;
}

/** Every row is in one of `matched`, `unknown`, `doubtful`; every compared entry in `matched`, `gone` or `doubtful`. */
export interface Reconciled {
  matched: Match[];
  /** Not there any more: to be asked about, unless `sure`, when the user was seen deleting exactly that row there. */
  gone: { id: string; sure: boolean }[];
  unknown: InventoryItem[];
  doubtful: Doubtful[];
  /** Rows there are (at least, when incomplete) and may be; `high` from three quarters of the limit. */
  usage: { count: number; limit: number | undefined; high: boolean };
}

const isOneOf = (text: string, wanted: string) => !text || !wanted || text === wanted;

/**
 * Compares the vault with a provider's own list. Pure; the order of entries and rows does not matter.
 * An entry is gone only when no row could be it: none with its label in any case, Unicode form or spacing, none that
 * may be its cut beginning, none without a name. A new name given at the provider cannot be seen without remote ids
 * and dates: such an entry may be called gone, but not for sure. How that is found stands in the tables of `passes.ts`.
 */
export function reconcile(comparison: Comparison): Reconciled {
  const { list, renames = true } = comparison;
  const kept = chooseEntries(comparison);
  const before = chooseBefore(comparison);
  const [rows, earlier] = [list.entries.map(readRow), (before?.entries ?? []).map(readRow)];
  const then = makeBoard(kept, earlier, rows);
  for (const pass of identifying) pass.run(then);
  const now = makeBoard(kept, rows, earlier, {
    complete: list.complete,
    fittedBefore: then.matched.length > 0,
  });
  for (const pass of identifying) pass.run(now);
  const others = rows.filter(({ by }) => by === undefined || by === 'doubtful');
  for (const pass of missing) pass.run(now);
  const isWhole = before?.complete && list.complete;
  const deleted = isWhole ? findDeleted(before.entries, list.entries, comparison.deleted) : undefined;
  const match = deleted && listClear(then).find(({ row }) => row === deleted);
  // The row may have been a namesake, and the entry still be there under a new name.
  const isSure = (item: Kept) =>
    match?.id === item.entry.id &&
    (match.by === 'id' || !renames || others.every((row) => isNewer(row, item)));
  const most = list.limit || Number.POSITIVE_INFINITY;
  return {
    matched: now.matched,
    doubtful: now.doubtful,
    unknown: rows.filter(isOpen).map(({ row }) => row),
    gone: now.kept.filter(isOpen).map((item) => ({ id: item.entry.id, sure: isSure(item) })),
    usage: { count: rows.length, limit: list.limit, high: rows.length >= 0.75 * most },
  };
}

/** The entries that the list may show, as they are compared. */
function chooseEntries({ entries, provider, site = '', list, remoteIds, account }: Comparison): Kept[] {
  const named = toName(list.account || account);
  const here = entries.filter((entry) => entry.provider === provider && isOneOf(entry.site, site));
  const accounts = new Set([named, ...here.map(({ account }) => toName(account))]);
  accounts.delete('');
  const isHere = (entry: AppPassword) =>
    (!site || entry.site) && (accounts.size < 2 || (named && toName(entry.account)));
  return here
    .filter(({ status, deleted }) => status !== 'revoked' && deleted === undefined)
    .filter(({ account }) => isOneOf(toName(account), named))
    .map((entry) => readEntry(entry, remoteIds?.get(entry.id), !isHere(entry)))
    .sort(byKey);
}

/** The reading before, unless it is of another account: in between, the user may have signed in with that one. */
function chooseBefore({ before, list }: Comparison): List | undefined {
  return toName(before?.account) === toName(list.account) ? before : undefined;
}

/** A board with entries of its own, on which nothing is settled. */
function makeBoard(
  kept: readonly Kept[],
  rows: readonly Row[],
  aside: readonly Row[],
  { complete, fittedBefore } = { complete: true, fittedBefore: false },
): Board {
  const own = kept.map((item) => ({ ...item }));
  return { kept: own, rows, aside, complete, fittedBefore, matched: [], doubtful: [] };
}

/** The matches that could not have been others: by id, by day, or by a label that fits nothing else. */
function listClear({ matched, rows }: Board): Match[] {
  const only = new Set(rows.map((row) => row.only?.entry.id));
  return matched.filter(({ by, id }) => by === 'id' || by === 'date' || (by === 'label' && only.has(id)));
}

/**
 * Makes an entry without a secret from an unknown row; its texts are only cut to fit. Where the page does not say when
 * it was made, its age counts from `now` (ms).
 */
export function adopt(
  row: InventoryItem,
  { provider, site, account, now }: { provider: string; site: string; account: string; now: number },
): Omit<AppPassword, 'id'> {
  const created = Math.min(readDay(row.created)?.[0] ?? now, now);
  const cut = (text: string) => text.slice(0, SHORT).replace(/[\uD800-\uDBFF]$/, '');
  return {
    ...newEntry(created),
    provider,
    site,
    label: cut(row.label),
    account: cut(account),
    custody: 'none',
  };
}

/** Finds the row that was deleted, when it went and none came. Where all are gone, the page is being rebuilt. */
function findDeleted(
  before: readonly InventoryItem[],
  after: readonly InventoryItem[],
  deleted: InventoryItem | undefined,
) {
  const print = ({ remoteId, label, created }: InventoryItem) => JSON.stringify([remoteId, label, created]);
  const [was, is] = [new Set(before.map(print)), new Set(after.map(print))];
  if (!deleted || is.has(print(deleted)) || after.some((row) => !was.has(print(row)))) return undefined;
  if (before.length > 1 && after.length === 0) return undefined;
  const [gone, twin] = before.filter((row) => print(row) === print(deleted));
  return twin ? undefined : gone;
}
