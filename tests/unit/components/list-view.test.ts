import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { entries } from '../../../components/state/entries';
import {
  changeView,
  filter,
  filtered,
  groupForView,
  loadView,
  view,
} from '../../../components/state/list-view';
import { makeRow } from './rows';

vi.mock('#i18n', async () => ({ i18n: { t: (await import('./messages')).readMessage } }));

const rows = [
  makeRow(1, { label: 'Beta', secretChanged: 30, device: 'Tablet' }),
  makeRow(2, { label: 'Alpha', secretChanged: 10, reason: 'too-old' }),
];

beforeEach(async () => {
  fakeBrowser.reset();
  filter.value = 'all';
  await loadView();
  entries.value = { rows, removed: [], waiting: [], fresh: [], warnings: [], news: 0 };
});

const shown = () => filtered.value.map(({ row }) => row.label);

describe('how the list is shown', () => {
  it('is by label and without groups, until something else is chosen', () => {
    expect(shown()).toEqual(['Alpha', 'Beta']);
    expect(groupForView(rows, false)).toEqual([{ id: 'all', name: '', rows }]);
  });

  it('is remembered, as far as it is sorting and groups', async () => {
    await changeView({ sort: 'newest', group: 'device' });
    filter.value = 'due';
    expect(await fakeBrowser.storage.local.get()).toEqual({
      'list-view': { sort: 'newest', group: 'device' },
    });
    view.value = { sort: 'label', group: 'none' };
    await loadView();
    expect(view.value).toEqual({ sort: 'newest', group: 'device' });
  });

  it('has groups, and none while something is searched for', async () => {
    await changeView({ group: 'device' });
    expect(groupForView(rows, false).map(({ name }) => name)).toEqual(['Tablet', 'Device not named']);
    expect(groupForView(rows, true)).toHaveLength(1);
  });

  it('can be one part of it', () => {
    filter.value = 'due';
    expect(shown()).toEqual(['Alpha']);
  });

  it.each([7, null, 'newest', { sort: 'by magic', group: ['device'] }])(
    'is as at first where something else stands in storage: %j',
    async (planted) => {
      await fakeBrowser.storage.local.set({ 'list-view': planted });
      await loadView();
      expect(view.value).toEqual({ sort: 'label', group: 'none' });
    },
  );
});
