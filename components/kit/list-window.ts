/** Where the list stands in what scrolls it; all lengths in CSS pixels. */
export interface ListGeometry {
  /** How far the top of the list is above the top of what is visible; negative while it is still below. */
  scrolled: number;
  /** Height of what is visible. */
  height: number;
  /** Height of one closed row. */
  rowHeight: number;
  count: number;
  /** The one row that is taller than the others, and by how much. */
  open?: { index: number; extra: number } | undefined;
}

/** Rows `start` (first) to `end` (one past the last) to draw, with the room to leave before and after them. */
export interface ListWindow {
  start: number;
  end: number;
  before: number;
  after: number;
}

const OVERSCAN = 6;

/** Chooses the rows to draw, so that 10,000 entries cost as much as a screenful. */
export function windowRows({ scrolled, height, rowHeight, count, open }: ListGeometry): ListWindow {
  const extraBefore = (index: number) => (open && open.index < index ? open.extra : 0);
  const slack = open?.extra ?? 0;
  const first = Math.floor((scrolled - slack) / rowHeight) - OVERSCAN;
  const last = Math.ceil((scrolled + height) / rowHeight) + OVERSCAN;
  const start = Math.min(count, Math.max(0, first));
  const end = Math.max(start, Math.min(count, last));
  return {
    start,
    end,
    before: start * rowHeight + extraBefore(start),
    after: (count - end) * rowHeight + (open && open.index >= end && open.index < count ? open.extra : 0),
  };
}
