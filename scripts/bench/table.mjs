/** Middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

export function words(value, unit) {
  if (unit === 'bytes' || unit === 'times') return `${value.toLocaleString('en')} ${unit}`;
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${unit}`;
}

/**
 * Makes one row.
 * @param row.what what was measured
 * @param row.value the measured number, in `unit`
 * @param row.note more about it
 * @param row.reference `{ what, value }` in the same unit, measured in the same run or published
 * @param row.reach `{ most }` or `{ least }` it may be, in the unit, or `{ ratio }`, most times the reference; all where
 * more than one is given
 * @returns the row's cells, and whether it missed its reach
 */
export function makeRow({ what, value, unit, note = '', reference, reach = {} }) {
  const ratio = reference === undefined || reference.value === 0 ? undefined : value / reference.value;
  const met =
    (reach.most === undefined || value <= reach.most) &&
    (reach.least === undefined || value >= reach.least) &&
    (reach.ratio === undefined || ratio === undefined || ratio <= reach.ratio);
  const reaches = [
    ...(reach.most === undefined ? [] : [`≤ ${words(reach.most, unit)}`]),
    ...(reach.least === undefined ? [] : [`≥ ${words(reach.least, unit)}`]),
    ...(reach.ratio === undefined ? [] : [`≤ ${reach.ratio} ×`]),
  ];
  const times = ratio === undefined ? '' : `${ratio.toPrecision(2)} ×`;
  const beside = reference === undefined ? '' : `${reference.what}: ${words(reference.value, unit)}`;
  const measured = `${words(value, unit)}${note === '' ? '' : ` (${note})`}`;
  return {
    missed: !met,
    cells: [
      what,
      measured,
      beside,
      times,
      reaches.join(', ') || '–',
      reaches.length === 0 ? '–' : met ? 'met' : 'missed',
    ],
  };
}

const heads = ['what', 'measured', 'reference', 'ratio', 'reach', ''];

/** The rows as a Markdown table. */
export function printTable(rows) {
  const lines = [heads, heads.map(() => '---'), ...rows.map(({ cells }) => cells)];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
