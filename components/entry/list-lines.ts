import type { Row } from '../../lib/messaging/shapes';
import type { RowGroup } from '../state/row-order';

/** A group of rows with where it begins: its first line (its heading, where it has one), and its first row among all. */
interface Placed {
  group: RowGroup;
  line: number;
  first: number;
}

/** Groups laid out as lines of one list: a heading for each group with a name, and one line for each row. */
export interface Lines {
  placed: readonly Placed[];
  /** How many lines there are, and how many of them are rows. */
  count: number;
  rows: number;
  /** The lines that are headings, ascending. */
  headings: readonly number[];
}

/** What is drawn of one group. */
export interface Drawn {
  group: RowGroup;
  hasHeading: boolean;
  rows: readonly Row[];
  /** Place of the first of these rows within the group, and among all rows. */
  inGroup: number;
  inAll: number;
}

/** Lays groups out; costs as much as there are groups, not rows. */
export function layOut(groups: readonly RowGroup[]): Lines {
  const headings: number[] = [];
  let [line, first] = [0, 0];
  const placed = groups.map((group) => {
    const here = { group, line, first };
    if (group.name) headings.push(line);
    line += group.rows.length + (group.name ? 1 : 0);
    first += group.rows.length;
    return here;
  });
  return { placed, count: line, rows: first, headings };
}

/** The line of a row, by its place among all rows. */
export function lineOfRow({ placed, count }: Lines, place: number): number {
  const home = placed.findLast(({ first, group }) => first <= place && group.rows.length > 0);
  return home ? home.line + (home.group.name ? 1 : 0) + place - home.first : count;
}

/** The row in a place among all rows. */
export function rowAt({ placed }: Lines, place: number): Row | undefined {
  const home = placed.findLast(({ first, group }) => first <= place && group.rows.length > 0);
  return home?.group.rows[place - home.first];
}

/** Finds the place of an entry among all rows; -1 where it is not in the list. */
export function findPlace({ placed }: Lines, id: string): number {
  for (const { group, first } of placed) {
    const place = group.rows.findIndex((row) => row.id === id);
    if (place >= 0) return first + place;
  }
  return -1;
}

/** What the lines from `start` to `end` (one past the last) have of each group. */
export function drawLines({ placed }: Lines, start: number, end: number): Drawn[] {
  return placed.flatMap(({ group, line, first }) => {
    const headings = group.name ? 1 : 0;
    const last = line + headings + group.rows.length;
    if (last <= start || line >= end) return [];
    const inGroup = Math.max(0, start - line - headings);
    const rows = group.rows.slice(inGroup, Math.max(0, end - line - headings));
    return [{ group, hasHeading: headings > 0 && line >= start, rows, inGroup, inAll: first + inGroup }];
  });
}
