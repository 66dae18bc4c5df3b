/** Where the list stands in what scrolls it; all lengths in CSS pixels. */
export interface ListGeometry {
  /** How far the top of the list is above the top of what is visible; negative while it is still below. */
  scrolled: number;
  /** Height of what is visible. */
  height: number;
  /** Height of one closed row. */
  rowHeight: number;
  /** How many lines there are: rows, and headings among them. */
  count: number;
  /** Places of the lines that are headings of groups, ascending, and the height of one. */
  headings?: { places: readonly number[]; height: number } | undefined;
  /** The one row that is taller than the others, by its line, and by how much. */
  open?: { index: number; extra: number } | undefined;
}

/** Lines `start` (first) to `end` (one past the last) to draw, with the room to leave before and after them. */
export interface ListWindow {
  start: number;
  end: number;
  before: number;
  after: number;
}

const OVERSCAN = 6;

/** Chooses the lines to draw, so that 10,000 entries cost as much as a screenful. */
export function windowRows({ scrolled, height, rowHeight, count, headings, open }: ListGeometry): ListWindow {
  const places = headings?.places ?? [];
  const shorter = rowHeight - (headings?.height ?? rowHeight);
  /** Where a line begins, counted from the top of the list. */
  const topOf = (line: number): number => {
    const above = findFirst(places.length, (place) => (places[place] ?? 0) >= line);
    return line * rowHeight - above * shorter + (open && open.index < line ? open.extra : 0);
  };
  const first = findFirst(count, (line) => topOf(line + 1) > scrolled);
  const last = findFirst(count, (line) => topOf(line) >= scrolled + height);
  const start = Math.max(0, first - OVERSCAN);
  const end = Math.min(count, last + OVERSCAN);
  return { start, end, before: topOf(start), after: topOf(count) - topOf(end) };
}

/** The first of so many places from which on something holds; their number, where it holds for none. */
function findFirst(count: number, holds: (place: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
