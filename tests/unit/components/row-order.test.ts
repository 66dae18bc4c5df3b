import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countRows,
  filters,
  groupRows,
  matches,
  type Sort,
  sortRows,
  sorts,
} from '../../../components/state/row-order';
import { indexRows } from '../../../components/state/search-index';
import type { Row } from '../../../lib/messaging/shapes';
import { spentOn } from '../spent';
import { makeRow } from './rows';

const rows = [
  makeRow('b', { label: 'Beta', secretChanged: 30, lastCopied: 5, provider: 'one' }),
  makeRow('a', { label: 'Alpha', secretChanged: 10, provider: 'two', status: 'to-revoke' }),
  makeRow('d', { label: 'Delta', secretChanged: 50, status: 'revoked', lastCopied: 90 }),
  makeRow('c', { label: 'Gamma', secretChanged: 20, lastCopied: 9, custody: 'none', reason: 'unused' }),
  makeRow('e', { label: 'Omega', secretChanged: 40, custody: 'keepassxc', reason: 'replacing' }),
];
const index = indexRows(rows, (id) => id);

describe('sorting', () => {
  it.each<[Sort, string[]]>([
    ['label', ['Alpha', 'Beta', 'Gamma', 'Omega', 'Delta']],
    ['newest', ['Omega', 'Beta', 'Gamma', 'Alpha', 'Delta']],
    ['oldest', ['Alpha', 'Gamma', 'Beta', 'Omega', 'Delta']],
    ['copied', ['Gamma', 'Beta', 'Alpha', 'Omega', 'Delta']],
  ])('%s; what is revoked stays last', (sort, labels) => {
    expect(sortRows(index, sort).map(({ row }) => row.label)).toEqual(labels);
  });

  it('loses and doubles nothing, and keeps the order by label where there is no other', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 30 }), fc.constantFrom(...sorts), (ages, sort) => {
        const some = indexRows(
          ages.map((secretChanged, place) => makeRow(place, { secretChanged })),
          (id) => id,
        );
        const sorted = sortRows(some, sort);
        expect(new Set(sorted)).toEqual(new Set(some));
        for (const [place, one] of sorted.entries()) {
          const before = sorted[place - 1];
          if (before?.row.secretChanged === one.row.secretChanged)
            expect(some.indexOf(before)).toBeLessThan(some.indexOf(one));
        }
      }),
    );
  });
});

describe('filters', () => {
  it.each([
    ['all', 5],
    ['due', 1],
    ['to-revoke', 1],
    ['unused', 1],
    ['manager', 1],
    ['without', 1],
    ['revoked', 1],
    ['removed', 0],
  ] as const)('%s lets through %i', (filter, count) => {
    expect(rows.filter((row) => matches(row, filter))).toHaveLength(count);
  });

  it('count what they let through', () => {
    const counts = countRows(index);
    for (const filter of filters)
      expect(counts[filter]).toBe(rows.filter((row) => matches(row, filter)).length);
  });
});

describe('groups', () => {
  const nameOf = ({ provider }: Row) => ({ one: 'Uno', two: 'Åland' })[provider] ?? '';

  it('are in order of their names, those without one last, and keep the order of their rows', () => {
    const groups = groupRows(
      sortRows(index, 'newest').map(({ row }) => row),
      nameOf,
      'No name',
    );
    expect(groups.map(({ name, rows: own }) => [name, own.map(({ label }) => label)])).toEqual([
      ['Åland', ['Alpha']],
      ['Uno', ['Beta']],
      ['No name', ['Omega', 'Gamma', 'Delta']],
    ]);
  });

  it('take the same name written otherwise together', () => {
    const groups = groupRows(
      [makeRow(1), makeRow(2)],
      ({ id }) => (id === 'entry-1' ? 'Tablet' : 'tablet'),
      '',
    );
    expect(groups).toMatchObject([{ name: 'Tablet', rows: { length: 2 } }]);
  });

  it('of 10,000 rows are made within 40 ms, sorted and counted', () => {
    const many = Array.from({ length: 10_000 }, (_, id) =>
      makeRow(id, { secretChanged: (id * 7919) % 10_007, account: `user${id % 311}@mail.example` }),
    );
    const indexed = indexRows(many, (id) => id);
    const prepare = () => {
      const sorted = sortRows(indexed, 'oldest').map(({ row }) => row);
      groupRows(sorted, ({ account }) => account, '');
      countRows(indexed);
    };
    const took = Array.from({ length: 7 }, () => spentOn(prepare));
    expect(Math.min(...took)).toBeLessThan(40);
  });
});
