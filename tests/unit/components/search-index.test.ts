import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRows, foldText, indexRows } from '../../../components/state/search-index';
import type { Row } from '../../../lib/messaging/shapes';
import { spentOn } from '../spent';
import { makeRow } from './rows';

const names = new Map([['microsoft-work', 'Microsoft work or school']]);
const nameOf = (id: string) => names.get(id) ?? 'Other';
const find = (rows: Row[], query: string) =>
  findRows(indexRows(rows, nameOf), query).map(({ label }) => label);

describe('searching', () => {
  const rows = [
    makeRow(1, { label: 'Büro-Scanner', provider: 'microsoft-work', account: 'amina@northwind.example' }),
    makeRow(2, { label: 'Old phone', device: 'Ｐｉｘｅｌ', tags: ['Familie'] }),
    makeRow(3, {
      ...{ label: 'Backup', client: 'rsync', site: 'cloud.northwind.example' },
      ...{ lastUsed: 'November 20, 2026', lastPlace: '192.0.2.7' },
    }),
  ];

  it.each([
    ['buro', ['Büro-Scanner']],
    ['BÜRO', ['Büro-Scanner']],
    ['bu\u0308ro', ['Büro-Scanner']],
    ['scanner school', ['Büro-Scanner']],
    ['school  scanner ', ['Büro-Scanner']],
    ['pixel', ['Old phone']],
    ['famil', ['Old phone']],
    ['northwind', ['Backup', 'Büro-Scanner']],
    ['rsync cloud', ['Backup']],
    ['192.0.2', ['Backup']],
    ['november 2026', ['Backup']],
    ['scanner phone', []],
    ['', ['Backup', 'Büro-Scanner', 'Old phone']],
    ['   ', ['Backup', 'Büro-Scanner', 'Old phone']],
  ])('finds by %j', (query, expected) => {
    expect(find(rows, query)).toEqual(expected);
  });

  it('does not find a word that only arises where two fields meet', () => {
    expect(find([makeRow(1, { label: 'abc', account: 'def' })], 'cd')).toEqual([]);
  });

  it('puts labels that begin with the query first, and revoked entries last', () => {
    const list = [
      makeRow(1, { label: 'A printer' }),
      makeRow(2, { label: 'Printer' }),
      makeRow(3, { label: 'AA', status: 'revoked' }),
    ];
    expect(find(list, 'print')).toEqual(['Printer', 'A printer']);
    expect(find(list, '')).toEqual(['A printer', 'Printer', 'AA']);
  });

  it('counts numbers in labels', () => {
    const list = [
      makeRow(1, { label: 'Key 10' }),
      makeRow(2, { label: 'key 9' }),
      makeRow(3, { label: 'Ähre' }),
    ];
    expect(find(list, '')).toEqual(['Ähre', 'key 9', 'Key 10']);
  });

  it('finds every entry by any part of its own label', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (label) => {
        const words = foldText(label).trim();
        expect(find([makeRow(1, { label })], words)).toEqual([label]);
      }),
    );
  });

  it('answers a keystroke over 10,000 entries within 8 ms', () => {
    const many = Array.from({ length: 10_000 }, (_, id) =>
      makeRow(id, {
        label: `Scanner ${id} on floor ${id % 40}`,
        account: `user${id}@northwind.example`,
        tags: ['office'],
      }),
    );
    const index = indexRows(many, nameOf);
    const queries = ['s', 'sc', 'scanner 99', 'northwind floor 3', 'ffice user77', 'nothing like it'];
    // The fastest of several: what is measured is the work, not what else the machine does.
    const fastest = queries.map((query) =>
      Math.min(...Array.from({ length: 7 }, () => spentOn(() => findRows(index, query)))),
    );
    expect(Math.max(...fastest)).toBeLessThan(8);
  });
});
