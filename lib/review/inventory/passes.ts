import type { InventoryItem } from '../../providers/provider';
import type { Doubt } from '../reasons';
import { isNewer, isOpen, type Kept, type MatchedBy, type Row } from './fold';
import { byDay, cluster, findDays, findLabels, findOnly, type Group, gather } from './match';

export interface Match {
  id: string;
  row: InventoryItem;
  by: MatchedBy;
}

/** Entries (ids) and rows that cannot be told apart; `rows` may be empty. */
export interface Doubtful {
  reason: Doubt;
  entries: string[];
  rows: InventoryItem[];
}

/** All that passes share. Each settles some of the entries and rows that are still open, and leaves the others alone. */
export interface Board {
  /** Sorted by `byKey`. */
  readonly kept: readonly Kept[];
  readonly rows: readonly Row[];
  /** The rows of the other reading of the same tab; they tell whether the page shows names at all. */
  readonly aside: readonly Row[];
  /** Whether the list shows all there are. */
  readonly complete: boolean;
  /** Whether the reading before had any of these entries. */
  readonly fittedBefore: boolean;
  readonly matched: Match[];
  readonly doubtful: Doubtful[];
}

/** One step of the comparison: what it is called, what it looks at, and what it does. */
export interface Pass {
  readonly name: string;
  readonly on: string;
  readonly run: (board: Board) => void;
}

/** From so many entries on it is suspicious that all are missing. */
const MANY = 3;

/**
 * Finds out which row is which entry, in a list or in the one before it. The order is the meaning: a pass sees only
 * what those above it have left open, so the better evidence stands higher.
 */
export const identifying: readonly Pass[] = [
  { name: 'page without names', on: 'one label on all rows, which not all entries have', run: markNameless },
  { name: 'id', on: "the provider's id", run: matchIds },
  { name: 'lost id', on: 'an id that no row has, where every row has one', run: markLost },
  { name: 'exact label', on: 'the label as it is', run: matchExactLabels },
  { name: 'folded label', on: 'the label without case, Unicode form and spacing', run: matchFoldedLabels },
  { name: 'day', on: 'the day, among those with one folded label', run: matchDays },
  { name: 'fits', on: 'the beginning of the label, those with a match included', run: noteFits },
  { name: 'only fit', on: 'an entry and a row that fit no other', run: matchOnlyFits },
  { name: 'several fits', on: 'entries and rows that fit one another', run: doubtSeveralFits },
  { name: 'fits a taken row', on: 'entries whose rows are taken', run: doubtTakenRows },
  { name: 'made again', on: 'the folded label, with a row too new for the entry', run: doubtRemade },
];

/** Finds out what the entries that still have no row may be, other than gone; in the present list only. */
export const missing: readonly Pass[] = [
  { name: 'nothing fits', on: 'no entry that fits a complete list', run: doubtWholeList },
  { name: 'renamed', on: 'the day, whatever the label', run: doubtRenamed },
  { name: 'entry without a label', on: 'any row that is left', run: doubtNameless },
  { name: 'incomplete', on: 'a list that does not show all', run: doubtIncomplete },
  { name: 'elsewhere', on: 'an entry that may be of another account or site', run: doubtElsewhere },
];

/** Where every row has the same label, which entries do not have, the page shows no names. */
function markNameless({ kept, rows, aside }: Board): void {
  const keys = keysOf(rows);
  const isSame = rows.concat(aside).every(({ key }) => keys.size === 1 && keys.has(key));
  // Where every entry has the one name that all rows have, it hides none of them.
  const isTheirs = kept.length > 0 && kept.every(({ key }) => keys.has(key));
  if (!isSame || isTheirs) return;
  // The label of a single row is a name, cut short, when an entry fits it.
  const isMany = rows.length > 1 || aside.length > 1 || cluster(kept, rows, findLabels).length === 0;
  if (isMany) for (const row of rows) row.nameless = true;
}

/** Matches an entry with the row that has its id. Two entries with one id cannot be told apart. */
function matchIds(board: Board): void {
  for (const group of gather(board.kept, board.rows, ({ id }) => id)) {
    if (group.rows.length > 1) continue;
    match(board, 'id', group);
    if (group.kept.length > 1) doubt(board, 'alike', group);
  }
}

/** Where each row has an id of its own, an entry whose id is known and not among them is none of them. */
function markLost({ kept, rows }: Board): void {
  const isIdentified = rows.length > 0 && new Set(rows.flatMap(({ id }) => id || [])).size === rows.length;
  for (const item of kept) item.lost = isIdentified && isOpen(item) && item.id !== '';
}

/** Matches an entry and a row that alone have a label, character for character. */
function matchExactLabels(board: Board): void {
  for (const group of gather(findable(board), board.rows, ({ exact }) => exact)) match(board, 'label', group);
}

/** Matches an entry and a row that alone have a label, however a page writes it. */
function matchFoldedLabels(board: Board): void {
  for (const group of gather(findable(board), board.rows, keyOf)) match(board, 'label', group);
}

/** Tells namesakes apart by the day on which they were made. */
function matchDays(board: Board): void {
  for (const { kept, rows } of gather(findable(board), board.rows, keyOf))
    for (const pair of findOnly(kept.sort(byDay), rows, findDays).pairs) match(board, 'date', pair);
}

/**
 * Notes which rows fit which entries by their label or its beginning. Those with a match by label take part, because
 * the row may in truth be another's; those told apart by days do not, unless rows have no names.
 */
function noteFits({ kept, rows }: Board): void {
  const isBlind = rows.some(({ nameless }) => nameless);
  const takesPart = ({ by }: Kept | Row) => by === undefined || by === 'label' || (by === 'date' && isBlind);
  const entries = kept.filter((item) => takesPart(item) && !item.lost);
  const { pairs, counts } = findOnly(entries, rows.filter(takesPart), findLabels);
  for (const [index, item] of entries.entries()) item.fits = counts[index] ?? 0;
  for (const { kept, rows } of pairs) for (const row of rows) row.only = kept[0];
}

/** Matches an entry with the row that shows the beginning of its label, when neither fits another. */
function matchOnlyFits(board: Board): void {
  if (board.rows.some(({ nameless }) => nameless)) return;
  for (const row of board.rows)
    if (row.only && isOpen(row.only)) match(board, 'start', { kept: [row.only], rows: [row] });
}

/** Leaves entries and rows to the user that fit one another in more than one way. */
function doubtSeveralFits(board: Board): void {
  const groups = cluster(findable(board), board.rows.filter(isOpen), findLabels);
  for (const group of groups) doubt(board, explain(group), group);
}

/** Leaves entries to the user whose fitting rows are matched with others, because these rows may be theirs. */
function doubtTakenRows(board: Board): void {
  const isBlind = board.rows.some(({ nameless }) => nameless);
  const keys = keysOf(board.rows);
  for (const item of findable(board).filter(({ fits }) => fits > 0))
    doubt(board, isBlind ? 'nameless' : keys.has(item.key) ? 'alike' : 'shortened', {
      kept: [item],
      rows: [],
    });
}

/** Leaves entries to the user whose label is still there, on a row that was made later. */
function doubtRemade(board: Board): void {
  for (const group of gather(board.kept, board.rows, keyOf)) doubt(board, 'remade', group);
}

/** Leaves all to the user where many entries are missing and none was found: the page was likelier misread. */
function doubtWholeList(board: Board): void {
  const isFitting =
    board.fittedBefore || board.matched.length > 0 || board.doubtful.some(({ rows }) => rows.length > 0);
  const kept = board.kept.filter(isOpen);
  if (!board.complete || isFitting || kept.length < MANY) return;
  const reason = board.rows.length > 0 ? 'nothing-fits' : 'empty';
  doubt(board, reason, { kept, rows: board.rows.filter(isOpen) });
}

/** Leaves entries to the user that an unknown row of their day may be, under a new name. */
function doubtRenamed(board: Board): void {
  for (const group of cluster(findable(board).sort(byDay), board.rows.filter(isOpen), findDays))
    doubt(board, 'renamed', group);
}

/** Leaves entries without a label to the user: they may be any of the unknown rows. */
function doubtNameless(board: Board): void {
  const kept = findable(board).filter(({ key }) => !key);
  if (board.rows.some(isOpen)) doubt(board, 'nameless', { kept: kept.sort(byDay), rows: [] });
}

/** Leaves all missing entries to the user when the list does not show all there are. */
function doubtIncomplete(board: Board): void {
  if (!board.complete) doubt(board, 'incomplete', { kept: board.kept.filter(isOpen), rows: [] });
}

/** Leaves missing entries to the user that another account or site may list. */
function doubtElsewhere(board: Board): void {
  const kept = board.kept.filter((item) => isOpen(item) && item.elsewhere);
  doubt(board, 'elsewhere', { kept, rows: [] });
}

/** Settles a group of one entry and one row as one app password, unless the row was made too late for that. */
function match(board: Board, by: MatchedBy, { kept: [item, more], rows: [row, other] }: Group): void {
  if (!item || !row || more || other || (by !== 'id' && isNewer(row, item))) return;
  item.by = row.by = by;
  board.matched.push({ id: item.entry.id, row: row.row, by });
}

/** Settles a group as one that the user has to decide on; without entries there is nothing to decide. */
function doubt(board: Board, reason: Doubt, { kept, rows }: Group): void {
  if (kept.length === 0) return;
  for (const item of [...kept, ...rows]) item.by = 'doubtful';
  const entries = kept.map(({ entry }) => entry.id);
  board.doubtful.push({ reason, entries, rows: rows.map(({ row }) => row) });
}

/** Says why entries and rows that fit one another cannot be told apart. */
function explain({ kept, rows }: Group): Doubt {
  const isEqual = kept.length === rows.length;
  if (isEqual && rows.some((row) => kept.every((item) => isNewer(row, item)))) return 'remade';
  const isBlind = rows.some(({ nameless }) => nameless);
  if (!isBlind && keysOf([...kept, ...rows]).size > 1) return 'shortened';
  // One row alone may as well have a name, and be another app password.
  if (!isEqual || (isBlind && rows.length < 2)) return isBlind ? 'nameless' : 'alike';
  return kept.some(({ elsewhere }) => elsewhere) ? 'elsewhere' : 'together';
}

const keyOf = ({ key }: Kept | Row) => key;
const keysOf = (items: readonly (Kept | Row)[]) => new Set(items.map(keyOf));
/** The open entries that a row may still be. */
const findable = ({ kept }: Board) => kept.filter((item) => isOpen(item) && !item.lost);
