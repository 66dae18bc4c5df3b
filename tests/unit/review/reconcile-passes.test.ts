import { describe, expect, it } from 'vitest';
import { readEntry, readRow } from '../../../lib/review/inventory/fold';
import { byKey } from '../../../lib/review/inventory/match';
import { type Board, identifying, missing, type Pass } from '../../../lib/review/inventory/passes';
import { as, ids, type Kept, keep, on, show } from './comparisons';
import { utc } from './entries';

interface Situation {
  entries: Kept[];
  rows: Parameters<typeof show>;
  before?: string[];
  remoteIds?: Record<string, string>;
  complete?: boolean;
  elsewhere?: boolean;
  /** What the passes find, and what the others find without this one. */
  found: string;
  without: string;
}

const JANUARY = utc('2026-01-10');
const JUNE = utc('2026-06-10');
const laptop = 'Thunderbird on the laptop';
const phone = 'Thunderbird on the phone';

/** For each pass a situation that the others cannot settle as well. */
const situations: Record<string, Situation> = {
  'page without names': {
    entries: [laptop, phone],
    rows: ['App password', 'App password'],
    found: 'together(a,b|App password,App password)',
    without: '-a -b +App password +App password',
  },
  id: {
    entries: ['Scan'],
    rows: [as('1', 'Copier')],
    remoteIds: { a: '1' },
    found: 'a=Copier/id',
    without: '-a +Copier',
  },
  'lost id': {
    entries: ['Scan'],
    rows: [as('2', 'Scan')],
    remoteIds: { a: '1' },
    found: 'remade(a|Scan)',
    without: 'a=Scan/label',
  },
  'exact label': {
    entries: ['scan', 'Scan'],
    rows: ['scan', 'Scan'],
    found: 'a=scan/label b=Scan/label',
    without: 'together(a,b|scan,Scan)',
  },
  'folded label': {
    entries: ['Scan', 'Scanner'],
    rows: ['SCAN', 'Scanner'],
    found: 'b=Scanner/label a=SCAN/label',
    without: 'b=Scanner/label a=SCAN/start',
  },
  day: {
    entries: [
      { label: 'Scan', created: JANUARY },
      { label: 'Scan', created: JUNE },
    ],
    rows: [on('Scan', '2026-06-10'), on('Scan', '2026-01-10')],
    found: 'b=Scan/date a=Scan/date',
    without: 'together(a,b|Scan,Scan)',
  },
  fits: {
    entries: [laptop],
    rows: ['Thunderbird on the…'],
    found: 'a=Thunderbird on the…/start',
    without: 'shortened(a|Thunderbird on the…)',
  },
  'only fit': {
    entries: [laptop],
    rows: ['Thunderbird on the…'],
    found: 'a=Thunderbird on the…/start',
    without: 'shortened(a|Thunderbird on the…)',
  },
  'several fits': {
    entries: ['Scan', 'Scan'],
    rows: ['Scan'],
    found: 'alike(a,b|Scan)',
    without: 'alike(a|) alike(b|) +Scan',
  },
  'fits a taken row': {
    entries: ['Thunderbird on', laptop],
    rows: ['Thunderbird on'],
    found: 'a=Thunderbird on/label shortened(b|)',
    without: 'a=Thunderbird on/label -b',
  },
  'made again': {
    entries: ['Scan'],
    rows: [as('2', 'Scan')],
    remoteIds: { a: '1' },
    found: 'remade(a|Scan)',
    without: '-a +Scan',
  },
  'nothing fits': {
    entries: ['Scan', 'Phone', 'Fax'],
    rows: ['Home'],
    before: ['Car'],
    found: 'nothing-fits(a,b,c|Home)',
    without: '-c -b -a +Home',
  },
  renamed: {
    entries: [{ label: 'Scan', created: JUNE }],
    rows: [on('Copier', '2026-06-10')],
    before: ['Home'],
    found: 'renamed(a|Copier)',
    without: '-a +Copier',
  },
  'entry without a label': {
    entries: [''],
    rows: ['Copier'],
    before: ['Home'],
    found: 'nameless(a|) +Copier',
    without: '-a +Copier',
  },
  incomplete: { entries: ['Scan'], rows: [], complete: false, found: 'incomplete(a|)', without: '-a' },
  elsewhere: { entries: ['Scan'], rows: [], elsewhere: true, found: 'elsewhere(a|)', without: '-a' },
};

function run({ entries, rows, before = [], ...more }: Situation, passes: readonly Pass[]): string {
  const known = ids(more.remoteIds ?? {});
  const board: Board = {
    kept: keep(entries)
      .map((entry) => readEntry(entry, known.get(entry.id), more.elsewhere))
      .sort(byKey),
    rows: show(...rows).entries.map(readRow),
    aside: show(...before).entries.map(readRow),
    complete: more.complete ?? true,
    fittedBefore: false,
    matched: [],
    doubtful: [],
  };
  for (const pass of passes) pass.run(board);
  return [
    ...board.matched.map(({ id, row, by }) => `${id}=${row.label}/${by}`),
    ...board.doubtful.map((one) => {
      const labels = one.rows.map(({ label }) => label);
      return `${one.reason}(${[...one.entries].sort().join()}|${labels.join()})`;
    }),
    ...board.kept.filter(({ by }) => !by).map(({ entry }) => `-${entry.id}`),
    ...board.rows.filter(({ by }) => !by).map(({ row }) => `+${row.label}`),
  ].join(' ');
}

describe('the passes of reconcile', () => {
  const all = [...identifying, ...missing];

  it.each(all.map(({ name, on }) => [name, on]))('%s looks at %s', (name) => {
    const situation = situations[name];
    if (!situation) throw new Error(`no situation shows what “${name}” is for`);
    const without = all.filter((pass) => pass.name !== name);
    expect([run(situation, all), run(situation, without)]).toEqual([situation.found, situation.without]);
  });

  it('have a name each', () => expect(new Set(all.map(({ name }) => name)).size).toBe(all.length));
});
