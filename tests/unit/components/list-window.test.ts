import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowRows } from '../../../components/kit/list-window';

const base = { scrolled: 0, height: 480, rowHeight: 76, count: 10_000 };

describe('the drawn part of a long list', () => {
  it('is a screenful and a little more', () => {
    const { start, end } = windowRows({ ...base, scrolled: 76 * 5000 });
    expect(start).toBeLessThanOrEqual(5000);
    expect(end).toBeGreaterThanOrEqual(5007);
    expect(end - start).toBeLessThan(25);
  });

  it('covers what is visible and keeps the height of the whole, wherever one scrolls and whatever is open', () => {
    const number = fc.integer({ min: -2000, max: 900_000 });
    const open = fc.option(fc.record({ index: fc.nat(9999), extra: fc.integer({ min: 0, max: 400 }) }), {
      nil: undefined,
    });
    fc.assert(
      fc.property(number, fc.nat(10_000), open, (scrolled, count, row) => {
        const { start, end, before, after } = windowRows({ ...base, scrolled, count, open: row });
        const top = (index: number) => index * base.rowHeight + (row && row.index < index ? row.extra : 0);
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
