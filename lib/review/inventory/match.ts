import { isOpen, type Kept, type Row } from './fold';

/** Entries and rows that may be one another. */
export interface Group {
  kept: Kept[];
  rows: Row[];
}

/**
 * Where those that a row may be are in a list of entries: the first index, and the one past the last. The list has to
 * be sorted by what is compared.
 */
type FindRange = (sorted: readonly Kept[], row: Row) => readonly [number, number];

/** Orders entries for `findLabels`. */
export const byKey = (a: Kept, b: Kept) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
/** Orders entries for `findDays`. */
export const byDay = (a: Kept, b: Kept) => a.entry.created - b.entry.created;

/** Entries whose label is the row's or begins with it; all entries for a row without a name. */
export const findLabels: FindRange = (sorted, { nameless, cut, start }) => {
  if (nameless) return [0, sorted.length];
  const isPast = ({ key }: Kept) => key >= start && !(cut ? key.startsWith(start) : key === start);
  return [bisect(sorted, ({ key }) => key >= start), bisect(sorted, isPast)];
};

/** Entries made on the row's day, or on one beside it. */
export const findDays: FindRange = (sorted, { from, to }) => [
  bisect(sorted, ({ entry }) => entry.created >= from),
  bisect(sorted, ({ entry }) => entry.created > to),
];

/** Finds the first index from which on `test` holds. */
function bisect(sorted: readonly Kept[], test: (item: Kept) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted.slice(middle, middle + 1).some(test)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Finds the pairs where neither may be another, and how many rows each entry may be (by its index). */
export function findOnly(sorted: readonly Kept[], rows: readonly Row[], find: FindRange) {
  const ranges = rows.map((row) => find(sorted, row));
  const counts = sorted.map(() => 0);
  for (const [from, to] of ranges)
    for (let index = from; index < to; index++) counts[index] = (counts[index] ?? 0) + 1;
  const pairs: Group[] = rows.flatMap((row, i) => {
    const [from = 0, to = 0] = ranges[i] ?? [];
    return to - from === 1 && counts[from] === 1 ? [{ kept: sorted.slice(from, to), rows: [row] }] : [];
  });
  return { pairs, counts };
}

/** Groups rows that may be some of the same entries, with these; rows that may be none are left out. */
export function cluster(sorted: readonly Kept[], rows: readonly Row[], find: FindRange): Group[] {
  const ranges = rows.map((row) => [row, ...find(sorted, row)] as const);
  const groups: Group[] = [];
  let end = 0;
  for (const [row, from, to] of ranges.filter(([, from, to]) => from < to).sort((a, b) => a[1] - b[1])) {
    if (from >= end) groups.push({ kept: [], rows: [] });
    groups.at(-1)?.rows.push(row);
    groups.at(-1)?.kept.push(...sorted.slice(Math.max(from, end), to));
    end = Math.max(end, to);
  }
  return groups;
}

/** Groups open entries and rows by a text; those without it, and those without a counterpart, are left out. */
export function gather(
  kept: readonly Kept[],
  rows: readonly Row[],
  textOf: (item: Kept | Row) => string,
): Group[] {
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
