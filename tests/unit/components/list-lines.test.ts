import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawLines, findPlace, layOut, lineOfRow } from '../../../components/entry/list-lines';
import { makeRow } from './rows';

/** Groups of these sizes; a negative size is one without a name. */
function makeGroups(sizes: readonly number[]) {
  let made = 0;
  return sizes.map((size, group) => ({
    id: `group-${group}`,
    name: size < 0 ? '' : `Group ${group}`,
    rows: Array.from({ length: Math.abs(size) }, () => makeRow(made++)),
  }));
}

const sizes = fc.array(fc.integer({ min: -6, max: 6 }), { maxLength: 8 });

describe('groups laid out as lines', () => {
  it('have a line for each heading and each row', () => {
    const lines = layOut(makeGroups([2, 0, -3]));
    expect(lines).toMatchObject({ count: 7, rows: 5, headings: [0, 3] });
    expect([0, 1, 2, 4].map((place) => lineOfRow(lines, place))).toEqual([1, 2, 4, 6]);
    expect(findPlace(lines, 'entry-3')).toBe(3);
    expect(findPlace(lines, 'entry-9')).toBe(-1);
  });

  it('are drawn piece by piece as they would be as a whole, with the places that keys and readers go by', () => {
    fc.assert(
      fc.property(sizes, fc.nat(50), fc.nat(50), (given, a, b) => {
        const groups = makeGroups(given);
        const lines = layOut(groups);
        const whole = groups.flatMap(({ id, name, rows }) => [
          ...(name ? [`heading ${id}`] : []),
          ...rows.map((row, place) => `${row.id} ${place} ${findPlace(lines, row.id)}`),
        ]);
        expect(lines.count).toBe(whole.length);
        const [start, end] = [Math.min(a, b), Math.min(Math.max(a, b), lines.count)];
        const drawn = drawLines(lines, start, end).flatMap(({ group, hasHeading, rows, inGroup, inAll }) => [
          ...(hasHeading ? [`heading ${group.id}`] : []),
          ...rows.map((row, place) => `${row.id} ${inGroup + place} ${inAll + place}`),
        ]);
        expect(drawn).toEqual(whole.slice(start, end));
        for (let place = 0; place < lines.rows; place++)
          expect(whole[lineOfRow(lines, place)]).toMatch(new RegExp(` ${place}$`));
      }),
    );
  });
});
