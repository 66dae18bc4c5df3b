import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowRows } from '../../../components/kit/list-window';

const base = { scrolled: 0, height: 480, rowHeight: 56, count: 10_000 };
const HEADING = 36;

describe('the drawn part of a long list', () => {
  it('is a screenful and a little more', () => {
    const { start, end } = windowRows({ ...base, scrolled: 56 * 5000 });
    expect(start).toBeLessThanOrEqual(5000);
    expect(end).toBeGreaterThanOrEqual(5009);
    expect(end - start).toBeLessThan(25);
  });

  it('counts headings as lower than rows', () => {
    const places = Array.from({ length: 1000 }, (_, group) => group * 10);
    const scrolled = 500 * (HEADING + 9 * 56);
    const { start, before } = windowRows({ ...base, scrolled, headings: { places, height: HEADING } });
    expect(start).toBe(5000 - 6);
    expect(before).toBe(scrolled - 6 * 56);
  });

  it('covers what is visible and keeps the height of the whole, wherever the user scrolls, with any row open', () => {
    const number = fc.integer({ min: -2000, max: 700_000 });
    const open = fc.option(fc.record({ index: fc.nat(9999), extra: fc.integer({ min: 0, max: 400 }) }), {
      nil: undefined,
    });
    const headings = fc.uniqueArray(fc.nat(9999), { maxLength: 50 });
    fc.assert(
      fc.property(number, fc.nat(10_000), open, headings, (scrolled, count, row, found) => {
        const places = found.filter((place) => place < count).sort((a, b) => a - b);
        const { start, end, before, after } = windowRows({
          ...{ ...base, scrolled, count, open: row },
          headings: { places, height: HEADING },
        });
        const top = (index: number) =>
          index * base.rowHeight -
          places.filter((place) => place < index).length * (base.rowHeight - HEADING) +
          (row && row.index < index ? row.extra : 0);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(count);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(before).toBe(top(start));
        expect(before + (top(end) - top(start)) + after).toBe(top(count));
        const total = top(count);
        if (scrolled < 0 || scrolled + base.height > total) return;
        expect(top(start)).toBeLessThanOrEqual(scrolled);
        expect(top(end)).toBeGreaterThanOrEqual(Math.min(total, scrolled + base.height));
      }),
    );
  });
});
