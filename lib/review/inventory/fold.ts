import { SHORT } from '../../bounds';
import type { AppPassword } from '../../model';
import type { InventoryItem } from '../../providers/provider';
import { DAY } from '../../time';
import { readDay } from '../dates';

/** Fewest characters of a label that may have been cut without dots. */
const CUT = 12;
/** Most characters of a folded label that are compared, because the vault keeps only `SHORT` of the whole. */
const REACH = 64;

/** What a pass matched an entry and a row on. */
export type MatchedBy = 'id' | 'label' | 'date' | 'start';
/** How an entry or a row was settled; `undefined` while it is open. */
type Settled = MatchedBy | 'doubtful' | undefined;

/** An entry as it is compared. The last four fields are for the passes to write. */
export type Kept = ReturnType<typeof readEntry>;
/** A line of the provider's list as it is compared. The last three fields are for the passes to write. */
export type Row = ReturnType<typeof readRow>;

/** Reads an entry; `id` is the provider's for it, `elsewhere` says that it may be of another account or site. */
export function readEntry(entry: AppPassword, id = '', elsewhere = false) {
  return {
    entry,
    id,
    elsewhere,
    key: fold(entry.label).slice(0, REACH),
    exact: entry.label.slice(0, SHORT),
    /** The last instant (ms) at which its secret can have been made. */
    latest: Math.max(entry.created, entry.secretChanged),
    by: undefined as Settled,
    /** Whether its id is known, and no row has it, although every row has one. */
    lost: false,
    /** How many rows it may be by its label. */
    fits: 0,
  };
}

/** Reads a line of the provider's list. */
export function readRow(row: InventoryItem) {
  const whole = fold(row.label);
  const key = whole.slice(0, REACH);
  const text = whole.replace(/(?<!\.)\.{3,}$/, '');
  const cut = text !== whole || Math.max(row.label.length, key.length) >= CUT;
  const [first, last] = readDay(row.created) ?? [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return {
    row,
    key,
    exact: row.label.slice(0, SHORT),
    id: row.remoteId ?? '',
    /** Whether its label may be only the beginning of its entry's. */
    cut,
    /** What its entry's label begins with, or is; an accent may have been cut from its letter. */
    start: cut ? text.slice(0, REACH).replace(/(?<!\p{M})\p{M}+$/u, '') : key,
    /** From which instant (ms) on it was made, with a day to spare for time zones and clocks. */
    from: first - DAY,
    /** Until which instant (ms) it was made, with the same day to spare. */
    to: last + DAY,
    by: undefined as Settled,
    /** Whether its label says nothing, and may be of any entry. */
    nameless: text === '',
    /** The one entry that it may be by its label, if that entry may be no other row. */
    only: undefined as Kept | undefined,
  };
}

/** Evens out case, Unicode form and spacing. NFKD, because with it a beginning stays one, and "…" becomes three dots. */
function fold(text: string): string {
  const plain = text.slice(0, 4 * REACH).normalize('NFKD');
  const visible = plain.replace(/[\s\p{C}\p{DI}\uFFFD]+/gu, '');
  // Lower case first, for letters like ẞ that have another capital than their small form has.
  return visible.toLowerCase().toUpperCase().normalize('NFKD');
}

/** Whether neither an entry nor a row has been settled yet. */
export const isOpen = ({ by }: Kept | Row) => by === undefined;
/** Whether a row was made after the entry's secret, and so cannot be its app password. */
export const isNewer = (row: Row, { latest }: Kept) => row.from > latest;
