import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppPassword } from '../../../lib/model';
import type { InventoryItem } from '../../../lib/providers/provider';
import { adopt, type List, type Reconciled, reconcile } from '../../../lib/review/inventory/reconcile';
import { DAY } from '../../../lib/time';
import { spentOn } from '../spent';
import { entry, utc } from './entries';

const ADA = 'ada@mail.example';
const BOB = 'bob@mail.example';

/** Labels that are easily taken for one another. */
const labels = [
  'Scanner',
  'scanner',
  'Scanner floor 2',
  'Scanner floor 2, the printer',
  'Scanner floor 21',
  'Thunderbird on laptop',
  'Thunderbird on phone',
  'Straße nach Süden',
  'STRASSE NACH SÜDEN',
  'École élémentaire à côté',
  'App password',
  'App password 2',
  '<b>Phone</b> of <script>',
  '\u202Eenohp eht fo\u202C',
  '📠👨‍👩‍👧 fax machine, office',
  '한국어 휴대전화 메일 앱 비밀번호',
  'Wait...',
  '',
  `Long ${'x'.repeat(9_990)}1`,
];

/** What a provider's page may make of a label. */
const looks: Record<string, (label: string) => string> = {
  plain: (label) => label,
  upper: (label) => label.toUpperCase(),
  lower: (label) => label.toLowerCase(),
  decomposed: (label) => label.normalize('NFD'),
  compatible: (label) => label.normalize('NFKC'),
  spaced: (label) => ` ${label.replaceAll(' ', ' \u00A0\n')}\u2003`,
  marked: (label) => `\u2068${label.replaceAll('n', 'n\u200B')}\u2069\uFEFF`,
};

const word = fc.constantFrom(...labels);
const day = fc.integer({ min: 0, max: 12 }).map((week) => week * 7);

/** An app password as it truly is, no matter what the page and the vault know of it. */
const truth = fc.record({
  label: word,
  made: day,
  fate: fc.constantFrom(
    'there' as const,
    'there' as const,
    'there' as const,
    'deleted' as const,
    'renamed' as const,
  ),
  kept: fc.boolean(),
  hasAccount: fc.boolean(),
  remembered: fc.boolean(),
  others: fc.constantFrom(false, false, false, true),
  status: fc.constantFrom('active' as const, 'active' as const, 'to-revoke' as const, 'revoked' as const),
  look: fc.constantFrom(...Object.keys(looks)),
});
type Truth = typeof truth extends fc.Arbitrary<infer T> ? T : never;

const page = fc.record({
  complete: fc.constantFrom(true, true, true, false),
  named: fc.boolean(),
  ids: fc.boolean(),
  dates: fc.constantFrom('none' as const, 'day' as const, 'time' as const, 'epoch' as const),
  mixed: fc.boolean(),
  look: fc.constantFrom(...Object.keys(looks)),
  cutAt: fc.option(fc.integer({ min: 12, max: 24 }), { freq: 3 }),
  dots: fc.constantFrom('', '…', '...'),
  names: fc.constantFrom('own' as const, 'own' as const, 'own' as const, 'App secret' as const, '' as const),
  hidden: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  went: fc.option(fc.nat({ max: 11 }), { freq: 2 }),
});
type Page = typeof page extends fc.Arbitrary<infer T> ? T : never;

interface World {
  entries: AppPassword[];
  list: List;
  before: List | undefined;
  /** The row that the user was seen deleting. */
  deleted: List['entries'][number] | undefined;
  remoteIds: Map<string, string>;
  /** Ids of the entries whose app password exists, and of those with a new name. */
  exist: Set<string>;
  renamed: Set<string>;
}

function showLabel({ label, fate, look }: Truth, index: number, page: Page): string {
  if (page.names !== 'own') return page.names;
  const own = fate === 'renamed' ? `New name ${index}` : label;
  const shown = looks[page.mixed ? look : page.look]?.(own) ?? own;
  const { cutAt } = page;
  // Half of a character may be left, but not a shorter text than one can take for a cut one.
  const cut = cutAt === null || shown.length <= cutAt ? shown : shown.slice(0, cutAt);
  return cut === shown || cut.trim().length < 12 ? shown : `${cut}${page.dots}`;
}

function showRow(one: Truth, index: number, page: Page): InventoryItem {
  const made = new Date(utc('2026-01-01') + one.made * DAY + 10 * 3_600_000);
  const texts = {
    none: {},
    day: { created: made.toISOString().slice(0, 10) },
    time: { created: made.toISOString() },
    epoch: { created: `${made.getTime() / 1000}` },
  };
  const label = showLabel(one, index, page);
  return { label, ...texts[page.dates], ...(page.ids && { remoteId: `remote-${index}` }) };
}

function build(truths: Truth[], page: Page): World {
  const all = truths.map((one, index) => ({ one, index, id: `entry-${index}00` }));
  const kept = all.filter(({ one }) => one.kept);
  const entries = kept.map(({ one, id }) => {
    const created = utc('2026-01-01') + one.made * DAY + 11 * 3_600_000;
    const account = one.others ? BOB : one.hasAccount ? ADA : '';
    return entry({
      id,
      label: one.label.slice(0, 200),
      account,
      created,
      secretChanged: created,
      status: one.status,
    });
  });
  // A page that names no account, when the vault knows another account only, is beyond reconciling.
  const named = page.named || !entries.some(({ account }) => account === ADA);
  const there = all.filter(({ one }) => one.fate !== 'deleted' && !one.others);
  const deleted = page.went === null ? undefined : there[page.went];
  const left = there.filter((item) => item !== deleted);
  const show = (items: typeof all, complete: boolean): List => ({
    ...(named && { account: ADA }),
    complete,
    entries: items
      .filter(({ index }) => complete || !page.hidden[index])
      .map(({ one, index }) => showRow(one, index, page)),
  });
  return {
    entries,
    list: show(left, page.complete),
    before: deleted && show(there, true),
    deleted: deleted && showRow(deleted.one, deleted.index, page),
    remoteIds: new Map(
      kept.flatMap(({ one, id, index }) => (page.ids && one.remembered ? [[id, `remote-${index}`]] : [])),
    ),
    exist: new Set(
      all
        .filter(({ one }) => one.others && one.fate !== 'deleted')
        .concat(left)
        .map(({ id }) => id),
    ),
    renamed: new Set(left.filter(({ one }) => one.fate === 'renamed').map(({ id }) => id)),
  };
}

const world = fc
  .tuple(fc.array(truth, { maxLength: 12, size: 'max' }), page)
  .map(([truths, page]) => build(truths, page));

function run({ entries, list, before, deleted, remoteIds }: Omit<World, 'exist' | 'renamed'>): Reconciled {
  return reconcile({ entries, provider: 'example-mail', list, before, deleted, remoteIds });
}

/** The same outcome, in any order, as text. */
function print({ matched, gone, unknown, doubtful, usage }: Reconciled): unknown {
  const sort = (items: unknown[]) => items.map((item) => JSON.stringify(item)).sort();
  const groups = doubtful.map(({ reason, entries, rows }) => [reason, [...entries].sort(), sort(rows)]);
  return [sort(matched), sort(gone), sort(unknown), sort(groups), usage];
}

describe('for any vault and any list', () => {
  it('calls gone only what does not exist, and sure only what was just deleted', () => {
    let [gone, sure] = [0, 0];
    fc.assert(
      fc.property(world, (w) => {
        const result = run(w);
        for (const item of result.gone) {
          gone++;
          if (item.sure) sure++;
          if (w.exist.has(item.id)) expect([w.renamed.has(item.id), item.sure]).toEqual([true, false]);
          if (item.sure) expect(w.deleted).toBeDefined();
          expect(w.list.complete).toBe(true);
        }
        expect(result.gone.filter((item) => item.sure).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 6000 },
    );
    // Who never says anything is never wrong.
    expect(gone).toBeGreaterThan(200);
    expect(sure).toBeGreaterThan(20);
  });

  it('puts every row and every entry of this account in exactly one place', () => {
    fc.assert(
      fc.property(world, (w) => {
        const { matched, gone, unknown, doubtful } = run(w);
        const rows = [
          ...matched.map(({ row }) => row),
          ...unknown,
          ...doubtful.flatMap((group) => group.rows),
        ];
        expect(rows).toHaveLength(w.list.entries.length);
        expect(new Set(rows)).toEqual(new Set(w.list.entries));
        const ids = [...matched, ...gone]
          .map(({ id }) => id)
          .concat(doubtful.flatMap(({ entries }) => entries));
        const compared = w.entries.filter(
          ({ status, account }) => status !== 'revoked' && (!w.list.account || account !== BOB),
        );
        expect(ids.sort()).toEqual(compared.map(({ id }) => id).sort());
      }),
      { numRuns: 2000 },
    );
  });

  it('does not care for the order, and changes nothing it was given', () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.nat()), (w, keys) => {
        const mix = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, key: keys.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const copy = structuredClone(w);
        const first = print(run(w));
        expect(w).toStrictEqual(copy);
        const list = { ...w.list, entries: mix(w.list.entries) };
        const before = w.before && { ...w.before, entries: mix(w.before.entries) };
        expect(print(run({ ...w, entries: mix(w.entries), list, before }))).toEqual(first);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['different labels', (i: number) => `Label ${i}`],
    ['one label', () => 'Label'],
    ['long labels with the same start', (i: number) => `${'é'.repeat(9_990)}${i}`],
    ['each the start of the next', (i: number) => `${'a'.repeat(i % 200)}…`],
    ['dots and accents', (i: number) => `${'.'.repeat(300)}${'\u0301'.repeat(300)}${i}`],
  ])('compares 1,000 entries with 1,000 rows at once: %s', (_, label) => {
    const entries = Array.from({ length: 1000 }, (_, i) =>
      entry({ id: `entry-${i}00`, label: label(i).slice(0, 200) }),
    );
    const rows = Array.from({ length: 1000 }, (_, i) => ({ label: label(999 - i), created: '2026-01-01' }));
    const list = { complete: true, entries: rows };
    const run = () => reconcile({ entries, provider: 'example-mail', list, before: list });
    const times = [1, 2, 3].map(() => spentOn(run));
    // About 25 ms on a quiet machine with two readings, ten times that for the longest labels beside other tests; what
    // must not come back is anything that grows with the square, which takes many seconds.
    expect(Math.min(...times)).toBeLessThan(1_500);
  });
});

describe('adopt', () => {
  const now = utc('2026-11-26T12:00');
  const page = { provider: 'example-mail', site: '', account: ADA, now };

  it.each([
    ['2026-10-05', utc('2026-10-05')],
    ['2026-10-05T10:20:30Z', utc('2026-10-05T10:20:30')],
    ['2026-10-05 10:20:30 +0200', utc('2026-10-05T08:20:30')],
    ['1790000000', 1_790_000_000_000],
    ['1790000000123', 1_790_000_000_123],
    ['2030-01-01', now],
    ['5 October 2026', utc('2026-10-05')],
    ['3 weeks ago', now],
    ['', now],
    ['2026-13-45', now],
  ])('made %s', (created, instant) => {
    const made = adopt({ label: 'Scanner', created }, page);
    expect([made.created, made.secretChanged]).toEqual([instant, instant]);
  });

  it('fits the model and has no secret', () => {
    const made = adopt({ label: `${'x'.repeat(199)}📠` }, page);
    expect(made).toMatchObject({ label: 'x'.repeat(199), account: ADA, custody: 'none', status: 'active' });
    expect(AppPassword.safeParse({ ...made, id: 'entry-000' }).success).toBe(true);
    expect(now - made.created).toBeLessThan(DAY);
  });
});
