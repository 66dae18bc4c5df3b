import type { Row } from '../../lib/messaging/shapes';
import { foldText, type Indexed } from './search-index';

/** Rows that stand together in a list; without a name they have no heading. */
export interface RowGroup {
  id: string;
  name: string;
  rows: readonly Row[];
}

/** How a list can be sorted: by name, by the age of the password, by when it was last copied here. */
export const sorts = ['label', 'newest', 'oldest', 'copied'] as const;
export type Sort = (typeof sorts)[number];

/** What can stand together. */
export const groupings = ['none', 'provider', 'device', 'account'] as const;
export type Grouping = (typeof groupings)[number];

/** Parts of the list; what was removed a moment ago is in none of the others. */
export const filters = [
  'all',
  'due',
  'to-revoke',
  'unused',
  'manager',
  'without',
  'revoked',
  'removed',
] as const;
export type Filter = (typeof filters)[number];

const keys: Record<Exclude<Sort, 'label'>, (row: Row) => number> = {
  newest: ({ secretChanged }) => -secretChanged,
  oldest: ({ secretChanged }) => secretChanged,
  // Never copied comes last.
  copied: ({ lastCopied = 0 }) => -lastCopied,
};

/** Sorts rows that are sorted by label already; those in use stay before those that are revoked. */
export function sortRows(index: readonly Indexed[], sort: Sort): readonly Indexed[] {
  if (sort === 'label') return index;
  const keyOf = keys[sort];
  const keyed = index.map((one) => ({
    one,
    late: one.row.status === 'revoked' ? 1 : 0,
    key: keyOf(one.row),
  }));
  return keyed.sort((a, b) => a.late - b.late || a.key - b.key).map(({ one }) => one);
}

/** Whether a filter lets a row through, of those that were not removed. */
export function matches({ status, reason, custody }: Row, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'due':
      // What is decided, and not done yet, is not asked about any more.
      return status === 'active' && reason !== undefined && reason !== 'replacing';
    case 'to-revoke':
      return status === 'to-revoke';
    case 'unused':
      return reason === 'unused';
    case 'manager':
      return custody !== 'vault' && custody !== 'none';
    case 'without':
      return custody === 'none';
    case 'revoked':
      return status === 'revoked';
    case 'removed':
      return false;
  }
}

/** Counts what each filter lets through. */
export function countRows(index: readonly Indexed[]): Record<Filter, number> {
  const counts = Object.fromEntries(filters.map((filter) => [filter, 0])) as Record<Filter, number>;
  for (const { row } of index) for (const filter of filters) if (matches(row, filter)) counts[filter]++;
  return counts;
}

/** Groups rows by a name, the names in order and last those without one; within a group the order stays. */
export function groupRows(rows: readonly Row[], nameOf: (row: Row) => string, nameless: string): RowGroup[] {
  const groups = new Map<string, { name: string; rows: Row[] }>();
  for (const row of rows) {
    const name = nameOf(row);
    const id = foldText(name);
    const group = groups.get(id);
    if (group) group.rows.push(row);
    else groups.set(id, { name: name || nameless, rows: [row] });
  }
  const last = (id: string) => (id === '' ? 1 : 0);
  return [...groups]
    .sort(([a], [b]) => last(a) - last(b) || (a < b ? -1 : 1))
    .map(([id, group]) => ({ id: `group ${id}`, ...group }));
}
