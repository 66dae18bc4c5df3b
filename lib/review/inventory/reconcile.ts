import { type AppPassword, SHORT } from '../../model';
import type { Listed, Reading } from '../../providers/provider';
import { readDay } from '../dates';
import { DAY } from '../due';
import type { Doubt } from '../reasons';

export type List = Omit<Extract<Reading, { kind: 'list' }>, 'kind'>;

export interface Comparison {
  entries: readonly AppPassword[];
  provider: string;
  /** Site of the page, for self-hosted software only: elsewhere one account is seen on several hosts. */
  site?: string;
  /** Whose page it is, where the list itself does not say so. */
  account?: string;
  list: List;
  /** False where the provider lets nobody give another name to one that exists. */
  renames?: boolean;
  /** The reading just before, of the same tab. */
  before?: List | undefined;
  /** The row of `before` that the user was seen deleting there; whatever else went is asked about. */
  deleted?: Listed | undefined;
  /** What the provider calls entries (by id), remembered from earlier matches. */
  remoteIds?: ReadonlyMap<string, string>;
}

/** Every row is in one of `matched`, `unknown`, `unsure`; every compared entry in `matched`, `gone` or `unsure`. */
export interface Reconciled {
  matched: { id: string; row: Listed; by: 'id' | 'label' | 'date' | 'start' }[];
  /** Not there any more: to be asked about, unless `sure`, when the user was seen deleting exactly that row there. */
  gone: { id: string; sure: boolean }[];
  unknown: Listed[];
  /** Entries (ids) and rows among which nobody can tell who is who; `rows` may be empty. */
  unsure: { reason: Doubt; entries: string[]; rows: Listed[] }[];
  /** Rows there are (at least, when incomplete) and may be; `high` from three quarters of the limit. */
  usage: { count: number; limit: number | undefined; high: boolean };
}

/** Fewest characters of a label that may have been cut without dots. */
const CUT = 12;
/** Most characters of a folded label that are compared, because the vault keeps only `SHORT` of the whole. */
const REACH = 64;
/** From so many entries on it is suspicious that all are gone. */
const MANY = 3;

type Match = Reconciled['matched'][number];
type Kept = ReturnType<typeof readEntry>;
type Row = ReturnType<typeof readRow>;
type Group = { kept: Kept[]; rows: Row[] };
/** Where in a sorted list of entries those are that a row may be: the first place, and the one past the last. */
type FindRange = (places: readonly Kept[], row: Row) => readonly [number, number];

const isOpen = ({ by }: Kept | Row) => by === undefined;
const isNewer = (row: Row, { latest }: Kept) => row.from > latest;
const isOneOf = (text: string, wanted: string) => !text || !wanted || text === wanted;
const readKey = ({ key }: Kept | Row) => key;
const byKey = (a: Kept, b: Kept) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
const byDay = (a: Kept, b: Kept) => a.entry.created - b.entry.created;

/** A name (of an account, a device, an entry) as names are compared. */
export const toName = (account = '') => account.normalize('NFKC').trim().toLowerCase();

/**
 * Compares the vault with a provider's own list. Pure; the order of entries and rows does not matter.
 * An entry is gone only when no row could be it: none with its label in any case, Unicode form or spacing, none that
 * may be its cut beginning, none without a name. A new name given at the provider cannot be seen without remote ids
 * and dates: such an entry may be called gone, but not for sure.
 */
export function reconcile(comparison: Comparison): Reconciled {
  const { entries, provider, site = '', list, remoteIds, renames = true, ...rest } = comparison;
  const named = toName(list.account || rest.account);
  const here = entries.filter((entry) => entry.provider === provider && isOneOf(entry.site, site));
  const accounts = new Set([named, ...here.map(({ account }) => toName(account))]);
  accounts.delete('');
  const isHere = (entry: AppPassword) =>
    (!site || entry.site) && (accounts.size < 2 || (named && toName(entry.account)));
  const all = here
    .filter(({ status, deleted }) => status !== 'revoked' && deleted === undefined)
    .filter(({ account }) => isOneOf(toName(account), named))
    .map((entry) => readEntry(entry, remoteIds?.get(entry.id), !isHere(entry)))
    .sort(byKey);
  // In between somebody may have signed in with another account.
  const before = toName(rest.before?.account) === toName(list.account) ? rest.before : undefined;
  const [rows, earlier] = [list.entries.map(readRow), (before?.entries ?? []).map(readRow)];
  const then = compare(all, earlier, rows);
  const { kept, matched, unsure, doubt } = compare(all, rows, earlier);
  const others = rows.filter(({ by }) => by === undefined || by === 'unsure');
  const missing = () => kept.filter(isOpen);
  const extra = () => rows.filter(isOpen);
  const fits = matched.length + then.matched.length > 0 || unsure.some((group) => group.rows.length > 0);
  if (list.complete && !fits && missing().length >= MANY)
    doubt(rows.length > 0 ? 'nothing-fits' : 'empty', { kept: missing(), rows: extra() });
  const findable = missing().filter(({ lost }) => !lost);
  for (const group of cluster(findable.sort(byDay), extra(), findDays)) doubt('renamed', group);
  // An entry without a label may be any of the rows nobody knows.
  const nameless = findable.filter((item) => isOpen(item) && !item.key);
  if (extra().length > 0) doubt('nameless', { kept: nameless, rows: [] });
  if (!list.complete) doubt('incomplete', { kept: missing(), rows: [] });
  doubt('elsewhere', { kept: missing().filter(({ elsewhere }) => elsewhere), rows: [] });
  const isWhole = before?.complete && list.complete;
  const deleted = isWhole ? findDeleted(before.entries, list.entries, rest.deleted) : undefined;
  const match = deleted && then.clear.find(({ row }) => row === deleted);
  // The row may have been a namesake, and the entry still be there under a new name.
  const isSure = (item: Kept) =>
    match?.id === item.entry.id &&
    (match.by === 'id' || !renames || others.every((row) => isNewer(row, item)));
  const most = list.limit || Number.POSITIVE_INFINITY;
  return {
    ...{ matched, unsure, unknown: extra().map(({ row }) => row) },
    gone: missing().map((item) => ({ id: item.entry.id, sure: isSure(item) })),
    usage: { count: rows.length, limit: list.limit, high: rows.length >= 0.75 * most },
  };
}

/**
 * Makes an entry without a secret from an unknown row; its texts are only cut to fit. Where the page does not say when
 * it was made, its age counts from `now` (ms).
 */
export function adopt(
  row: Listed,
  { provider, site, account, now }: { provider: string; site: string; account: string; now: number },
): Omit<AppPassword, 'id'> {
  const created = Math.min(readDay(row.created)?.[0] ?? now, now);
  const cut = (text: string) => text.slice(0, SHORT).replace(/[\uD800-\uDBFF]$/, '');
  return {
    ...{ provider, site, label: cut(row.label), account: cut(account), created, secretChanged: created },
    ...{ client: '', device: '', notes: '', protocols: [], tags: [], status: 'active', custody: 'none' },
  };
}

/** Finds who is who; `aside` is the other reading, which helps to tell whether the page shows names at all. */
function compare(all: readonly Kept[], rows: readonly Row[], aside: readonly Row[]) {
  const kept = all.map((item) => ({ ...item }));
  const matched: Match[] = [];
  const unsure: Reconciled['unsure'] = [];
  function match(by: Match['by'], { kept: [item, more], rows: [row, other] }: Group): void {
    if (!item || !row || more || other || (by !== 'id' && isNewer(row, item))) return;
    item.by = row.by = by;
    matched.push({ id: item.entry.id, row: row.row, by });
  }
  function doubt(reason: Doubt, { kept, rows }: Group): void {
    if (kept.length === 0) return;
    for (const item of [...kept, ...rows]) item.by = 'unsure';
    unsure.push({ reason, entries: kept.map(({ entry }) => entry.id), rows: rows.map(({ row }) => row) });
  }
  const keys = new Set(rows.map(readKey));
  const same = rows.concat(aside).every(({ key }) => keys.size === 1 && keys.has(key));
  // Where every entry has the one name that all rows have, it hides none of them.
  const telling = kept.length > 0 && kept.every(({ key }) => keys.has(key));
  const many = rows.length > 1 || aside.length > 1 || !cluster(kept, rows, findLabels).length;
  const vague = same && !telling && many;
  for (const row of rows) row.vague ||= vague;
  for (const group of gather(kept, rows, ({ id }) => id).filter((group) => group.rows.length === 1)) {
    match('id', group);
    if (group.kept.length > 1) doubt('alike', group);
  }
  const identified = rows.length > 0 && new Set(rows.flatMap(({ id }) => id || [])).size === rows.length;
  for (const item of kept) item.lost = identified && isOpen(item) && item.id !== '';
  const [places, field] = [kept.filter((item) => isOpen(item) && !item.lost), rows.filter(isOpen)];
  for (const group of gather(places, field, ({ exact }) => exact)) match('label', group);
  for (const group of gather(places, field, readKey)) match('label', group);
  for (const group of gather(places, field, readKey))
    for (const pair of findOnly(group.kept.sort(byDay), group.rows, findDays).pairs) match('date', pair);
  // Who was told apart by days is settled, unless the rows' label is everybody's.
  const blind = rows.some((row) => row.vague);
  const isLoose = ({ by }: Kept | Row) => by !== 'date' || blind;
  const [pool, loose] = [places.filter(isLoose), field.filter(isLoose)];
  const { pairs, counts } = findOnly(pool, loose, findLabels);
  const sole = new Set(pairs.flatMap(({ kept }) => kept.map(({ entry }) => entry.id)));
  for (const pair of pairs) if (!blind && pair.kept.every(isOpen)) match('start', pair);
  const fitting = cluster(pool.filter(isOpen), loose.filter(isOpen), findLabels);
  for (const group of fitting) doubt(explain(group), group);
  // The row of another may in truth be theirs.
  for (const item of pool.filter((item, place) => isOpen(item) && counts[place]))
    doubt(blind ? 'nameless' : keys.has(item.key) ? 'alike' : 'shortened', { kept: [item], rows: [] });
  for (const group of gather(kept, rows, readKey)) doubt('remade', group);
  const isClear = ({ by, id }: Match) => by === 'id' || by === 'date' || (by === 'label' && sole.has(id));
  const clear = matched.filter(isClear);
  return { kept, matched, clear, unsure, doubt };
}

/** Says why nobody knows who is who among entries and rows that may be one another. */
function explain({ kept, rows }: Group): Doubt {
  const equal = kept.length === rows.length;
  if (equal && rows.some((row) => kept.every((item) => isNewer(row, item)))) return 'remade';
  const vague = rows.some((row) => row.vague);
  if (!vague && new Set([...kept, ...rows].map(readKey)).size > 1) return 'shortened';
  // One row alone may as well have a name, and be another app password.
  if (!equal || (vague && rows.length < 2)) return vague ? 'nameless' : 'alike';
  return kept.some(({ elsewhere }) => elsewhere) ? 'elsewhere' : 'together';
}

function readEntry(entry: AppPassword, id = '', elsewhere = false) {
  return {
    ...{ entry, id, elsewhere, lost: false, by: undefined as Row['by'] },
    ...{ key: fold(entry.label).slice(0, REACH), exact: entry.label.slice(0, SHORT) },
    /** The last instant (ms) at which its secret can have been made. */
    latest: Math.max(entry.created, entry.secretChanged),
  };
}

function readRow(row: Listed) {
  const whole = fold(row.label);
  const key = whole.slice(0, REACH);
  const text = whole.replace(/(?<!\.)\.{3,}$/, '');
  const cut = text !== whole || Math.max(row.label.length, key.length) >= CUT;
  const [first, last] = readDay(row.created) ?? [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return {
    ...{ row, key, exact: row.label.slice(0, SHORT), id: row.remoteId ?? '', cut },
    /** What its entry's label begins with, or is; an accent may have been cut from its letter. */
    start: cut ? text.slice(0, REACH).replace(/(?<!\p{M})\p{M}+$/u, '') : key,
    /** Between which instants (ms) it was made, give or take a day for time zones and clocks. */
    ...{ from: first - DAY, to: last + DAY },
    /** A label that says nothing may be of any entry. */
    ...{ vague: text === '', by: undefined as Match['by'] | 'unsure' | undefined },
  };
}

/** Evens out case, Unicode form and spacing. NFKD, because with it a beginning stays one, and "…" becomes three dots. */
function fold(text: string): string {
  const plain = text.slice(0, 4 * REACH).normalize('NFKD');
  const visible = plain.replace(/[\s\p{C}\p{DI}\uFFFD]+/gu, '');
  // Lower case first, for letters like ẞ that have another capital than their small form has.
  return visible.toLowerCase().toUpperCase().normalize('NFKD');
}
const findLabels: FindRange = (places, { vague, cut, start }) => {
  if (vague) return [0, places.length];
  const past = ({ key }: Kept) => key >= start && !(cut ? key.startsWith(start) : key === start);
  return [bisect(places, ({ key }) => key >= start), bisect(places, past)];
};
const findDays: FindRange = (places, { from, to }) => [
  bisect(places, ({ entry }) => entry.created >= from),
  bisect(places, ({ entry }) => entry.created > to),
];

/** Finds the first place from which on `test` holds. */
function bisect(places: readonly Kept[], test: (item: Kept) => boolean): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places.slice(middle, middle + 1).some(test)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Finds the pairs where neither may be anybody else, and how many rows each place may be. */
function findOnly(places: readonly Kept[], rows: readonly Row[], find: FindRange) {
  const ranges = rows.map((row) => find(places, row));
  const counts = places.map(() => 0);
  for (const [from, to] of ranges)
    for (let place = from; place < to; place++) counts[place] = (counts[place] ?? 0) + 1;
  const pairs = rows.flatMap((row, i) => {
    const [from = 0, to = 0] = ranges[i] ?? [];
    return to - from === 1 && counts[from] === 1 ? [{ kept: places.slice(from, to), rows: [row] }] : [];
  });
  return { pairs, counts };
}

/** Puts rows that may be some of the same entries together, with these; rows that may be none are left out. */
function cluster(places: readonly Kept[], rows: readonly Row[], find: FindRange): Group[] {
  const ranges = rows.map((row) => [row, ...find(places, row)] as const);
  const groups: Group[] = [];
  let end = 0;
  for (const [row, from, to] of ranges.filter(([, from, to]) => from < to).sort((a, b) => a[1] - b[1])) {
    if (from >= end) groups.push({ kept: [], rows: [] });
    groups.at(-1)?.rows.push(row);
    groups.at(-1)?.kept.push(...places.slice(Math.max(from, end), to));
    end = Math.max(end, to);
  }
  return groups;
}

/** Puts entries and rows nobody has matched yet together by a text; those without it, or with no counterpart, are left out. */
function gather(kept: readonly Kept[], rows: readonly Row[], textOf: (item: Kept | Row) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const item of kept.filter(isOpen)) {
    const group = groups.get(textOf(item)) ?? { kept: [], rows: [] };
    group.kept.push(item);
    groups.set(textOf(item), group);
  }
  for (const row of rows.filter(isOpen)) groups.get(textOf(row))?.rows.push(row);
  groups.delete('');
  return [...groups.values()].filter((group) => group.rows.length > 0);
}

/** Finds the row that was deleted, when it went and none came. Where all are gone, the page is being built anew. */
function findDeleted(before: readonly Listed[], after: readonly Listed[], deleted: Listed | undefined) {
  const print = ({ remoteId, label, created }: Listed) => JSON.stringify([remoteId, label, created]);
  const [was, is] = [new Set(before.map(print)), new Set(after.map(print))];
  if (!deleted || is.has(print(deleted)) || after.some((row) => !was.has(print(row)))) return undefined;
  if (before.length > 1 && after.length === 0) return undefined;
  const [gone, twin] = before.filter((row) => print(row) === print(deleted));
  return twin ? undefined : gone;
}
