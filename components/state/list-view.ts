import { computed, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { browser } from '../../lib/browser';
import type { Row } from '../../lib/messaging/shapes';
import { entries, index, nameProvider } from './entries';
import {
  countRows,
  type Filter,
  type Grouping,
  groupings,
  groupRows,
  matches,
  type RowGroup,
  type Sort,
  sortRows,
  sorts,
} from './row-order';

/** Where the choice is kept: it says nothing of what is in the vault. */
const KEY = 'list-view';

/** How the list is sorted and grouped; remembered, and the same in every window. */
export const view = signal<{ sort: Sort; group: Grouping }>({ sort: 'label', group: 'none' });
/** Which part of the list is shown; a page begins with all, so that nothing seems to be missing. */
export const filter = signal<Filter>('all');

/** Every row in the chosen order, sorted once for each load and not for each keystroke. */
const ordered = computed(() => sortRows(index.value, view.value.sort));
/** The rows that the filter lets through, in order. */
export const filtered = computed(() =>
  filter.value === 'all' ? ordered.value : ordered.value.filter(({ row }) => matches(row, filter.value)),
);
/** How many rows each filter lets through. */
export const counts = computed(() => ({
  ...countRows(index.value),
  removed: entries.value?.removed.length ?? 0,
}));

const nameless: Record<Grouping, () => string> = {
  none: () => '',
  provider: () => '',
  device: () => i18n.t('review.noDevice'),
  account: () => i18n.t('list.noAccount'),
};

const names: Record<Grouping, (row: Row) => string> = {
  none: () => '',
  provider: ({ provider }) => nameProvider(provider),
  device: ({ device }) => device,
  account: ({ account }) => account,
};

/** Puts rows into the chosen groups; into one without a heading while something is searched for. */
export function groupForView(rows: readonly Row[], isSearch: boolean): RowGroup[] {
  const { group } = view.value;
  if (isSearch || group === 'none') return [{ id: 'all', name: '', rows }];
  return groupRows(rows, names[group], nameless[group]());
}

/** Reads what was chosen; what is no choice of ours counts as the first one. */
export async function loadView(): Promise<void> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  const { sort, group } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<
    string,
    unknown
  >;
  view.value = {
    sort: sorts.find((one) => one === sort) ?? 'label',
    group: groupings.find((one) => one === group) ?? 'none',
  };
}

/** Chooses how the list is sorted or grouped, and remembers it. */
export async function changeView(changes: Partial<typeof view.value>): Promise<void> {
  view.value = { ...view.value, ...changes };
  // Where there is no room for it, it holds for this page.
  await browser.storage.local.set({ [KEY]: view.value }).catch(() => undefined);
}
