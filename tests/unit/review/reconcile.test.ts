import { describe, expect, it } from 'vitest';
import { type List, reconcile } from '../../../lib/review/inventory/reconcile';
import {
  ADA,
  as,
  BOB,
  ids,
  type Kept,
  keep,
  type More,
  noRows,
  of,
  on,
  part,
  show,
  tell,
} from './comparisons';
import { utc } from './entries';

const scan = { label: 'Scan' };
const two = show('Scan', 'Phone');
const three = ['Scan', 'Phone', 'Fax'];
const all = show(...three);
const situations: [what: string, entries: Kept[], list: List, outcome: string, more?: More][] = [
  ['all there', ['Scan', 'Phone'], show('Phone', 'Scan'), 'a=Scan b=Phone'],
  ['one gone, one new', ['Scan', 'Phone'], show('Phone', 'Tablet'), 'b=Phone -a +Tablet'],
  ['an empty vault', [], show('Phone', 'Phone'), '+Phone +Phone'],
  [
    'gone in between, not seen deleted: asked',
    ['Scan', 'Phone'],
    show('Phone'),
    'b=Phone -a',
    { before: two },
  ],
  ['just deleted there', ['Scan', 'Phone'], show('Phone'), 'b=Phone -a!', { before: two, deleted: scan }],
  [
    'another went than was deleted',
    ['Scan', 'Phone'],
    show('Scan'),
    'a=Scan -b',
    { before: two, deleted: scan },
  ],
  ['deleted there, the last one', ['Scan'], noRows, '-a!', { before: show('Scan'), deleted: scan }],
  ['all went, one was deleted: asked', ['Scan', 'Phone'], noRows, '-a -b', { before: two, deleted: scan }],
  ['another went with it: told apart', three, show('Fax'), 'c=Fax -a! -b', { before: all, deleted: scan }],
  [
    'a row went and another came: perhaps renamed, so asked',
    ['Scan', 'Fax'],
    show('Fax', 'Copier'),
    'b=Fax -a +Copier',
    { before: show('Scan', 'Fax'), deleted: scan },
  ],
  [
    'deleted beside an unknown row, which may be the renamed one: asked',
    ['Scan'],
    show('Copier'),
    '-a +Copier',
    { before: show('Scan', 'Copier'), deleted: scan },
  ],
  [
    'deleted, no renames',
    ['A'],
    show('B'),
    '-a! +B',
    { before: show('A', 'B'), deleted: { label: 'A' }, renames: false },
  ],
  [
    'gone and come, no renames',
    ['A'],
    show('B'),
    '-a +B',
    { before: show('A'), deleted: { label: 'A' }, renames: false },
  ],
  [
    'deleted beside an unknown row that is younger than the secret',
    ['Scan'],
    show(on('Copier', '2026-09-01')),
    '-a! +Copier',
    { before: show('Scan', on('Copier', '2026-09-01')), deleted: scan },
  ],
  [
    'deleted, known by its remote id',
    ['Scan'],
    show(as('2', 'Copier')),
    '-a! +Copier',
    {
      before: show(as('1', 'Renamed'), as('2', 'Copier')),
      deleted: as('1', 'Renamed'),
      remoteIds: ids({ a: '1' }),
    },
  ],
  [
    'before not complete',
    ['Scan', 'Phone'],
    show('Phone'),
    'b=Phone -a',
    { before: part('Scan', 'Phone'), deleted: scan },
  ],
  [
    'before of Bob',
    ['Scan', 'Phone'],
    of(ADA, 'Phone'),
    'b=Phone -a',
    { before: of(BOB, 'Scan', 'Phone'), deleted: scan },
  ],
  [
    'renamed there, told by the remote id',
    ['Scan'],
    show(as('1', 'Copier')),
    'a=Copier/id',
    { remoteIds: ids({ a: '1' }) },
  ],
  [
    'renamed there, perhaps: made the same day',
    ['Scan', 'Fax'],
    show(on('Copier', '2026-01-01'), 'Fax'),
    'b=Fax renamed(a|Copier)',
  ],
  ['one unlike row: a word for all?', ['Scan'], show('Copier'), 'nameless(a|Copier)'],
  [
    'case, Unicode form, white space, invisible characters',
    ['École  Süd', 'Straße', 'Ωmega'],
    show('e\u0301cole\u00A0su\u0308d', '\u202ESTRASSE\u202C', '\u03A9me\u200Bga'),
    'a=e\u0301cole\u00A0su\u0308d b=\u202ESTRASSE\u202C c=\u03A9me\u200Bga',
  ],
  [
    'just deleted, but its row may have been the other one, cut',
    ['Backup script', 'Backup script 2'],
    show('Backup script 2'),
    'b=Backup script 2 -a',
    { before: show('Backup script', 'Backup script 2') },
  ],
  [
    'a label that is everybody’s tells little, even with days',
    ['App', { label: 'App', created: utc('2026-05-01') }, 'Phone'],
    show(on('App', '2026-01-01'), on('App', '2026-05-01')),
    'a=App/date b=App/date nameless(c|)',
  ],
  ['exact before alike', ['Scan', 'scan'], show('scan', 'Scan'), 'a=Scan b=scan'],
  ['one of two like labels went', ['Scan', 'scan', 'Fax'], show('scan', 'Fax'), 'b=scan c=Fax alike(a|)'],
  [
    'twice, both there',
    ['Scan', 'Scan', 'Fax'],
    show('Scan', 'Scan', 'Fax'),
    'c=Fax together(a,b|Scan,Scan)',
  ],
  ['twice, one there', ['Scan', 'Scan', 'Fax'], show('Scan', 'Fax'), 'c=Fax alike(a,b|Scan)'],
  ['once, twice there', ['Scan', 'Fax'], show('Scan', 'Scan', 'Fax'), 'b=Fax alike(a|Scan,Scan)'],
  [
    'the same label twice, told apart by the day',
    [{ label: 'Scan' }, { label: 'Scan', created: utc('2026-05-01') }, 'Fax'],
    show('Fax', on('Scan', `${utc('2026-05-01') / 1000}`)),
    'c=Fax b=Scan/date -a',
  ],
  [
    'the same label, but made after the secret',
    ['Scan', 'Fax'],
    show(on('Scan', '2026-03-01T10:00:00Z'), 'Fax'),
    'b=Fax remade(a|Scan)',
  ],
  [
    'the same label under another remote id',
    ['Scan', 'Fax'],
    show(as('9', 'Scan'), as('2', 'Fax')),
    'b=Fax/id remade(a|Scan)',
    { remoteIds: ids({ a: '1', b: '2' }) },
  ],
  [
    'replaced under the same label: the new one is there, the old one is not',
    ['Scan', 'Scan'],
    show(as('9', 'Scan')),
    'b=Scan -a',
    { remoteIds: ids({ a: '1' }) },
  ],
  [
    'remote ids that are the same for all rows are none',
    ['Scan', 'Fax'],
    show(as('0', 'Scan'), as('0', 'Fax')),
    'a=Scan b=Fax',
    { remoteIds: ids({ a: '0' }) },
  ],
  [
    'two entries with one remote id',
    ['Scan', 'Fax'],
    show(as('1', 'Fax')),
    'alike(a,b|Fax)',
    { remoteIds: ids({ a: '1', b: '1' }) },
  ],
  [
    'cut with dots, and without',
    ['Thunderbird on the laptop', 'Scanner on the second floor'],
    show('Thunder…', 'Scanner on th'),
    'a=Thunder…/start b=Scanner on th/start',
  ],
  [
    'cut so that it may be two',
    ['Thunderbird on laptop', 'Thunderbird on phone', 'Fax'],
    show('Thunderbird...', 'Fax'),
    'c=Fax shortened(a,b|Thunderbird...)',
  ],
  ['short beginnings are other labels', ['Scan', 'Scan 2'], show('Scan', 'Fax'), 'a=Scan -b +Fax'],
  [
    'whole, or another one cut',
    ['Backup script', 'Backup script 2'],
    show('Backup script'),
    'a=Backup script shortened(b|)',
  ],
  [
    'rows without names: as many',
    ['Scan', 'Phone'],
    show('App password', 'App password'),
    'together(a,b|App password,App password)',
  ],
  ['rows without names: fewer', ['Scan', 'Phone'], show(''), 'nameless(a,b|)'],
  [
    'rows without names: fewer, after one was deleted',
    ['Scan', 'Phone'],
    show('App'),
    'nameless(a,b|App)',
    { before: show('App', 'App') },
  ],
  ['an entry without a label', ['', 'Fax'], show('Scan', 'Fax'), 'b=Fax +Scan nameless(a|)'],
  [
    'not complete',
    ['Scan', 'Phone'],
    part('Phone'),
    'b=Phone incomplete(a|)',
    { before: show('Scan', 'Phone') },
  ],
  ['nothing at all, for one', ['Scan'], noRows, '-a'],
  ['nothing at all, for three', ['Scan', 'Phone', 'Fax'], noRows, 'empty(a,b,c|)'],
  ['nothing any more', ['Scan', 'Phone', 'Fax'], noRows, '-a -b -c', { before: show('Scan', 'Tablet') }],
  ['nothing alike', three, show('Drucker', 'Telefon'), 'nothing-fits(a,b,c|Drucker,Telefon)'],
  [
    'the list names its account: the other one has no part in it',
    [{ label: 'Scan', account: BOB }, { label: 'Phone', account: BOB }, 'Fax'],
    of(' Ada@Mail.example', 'Scan', 'Fax'),
    'c=Fax +Scan',
  ],
  [
    'two accounts, and the list names none',
    ['Scan', { label: 'Phone', account: BOB }],
    show('Scan', 'Fax'),
    'a=Scan +Fax elsewhere(b|)',
  ],
  [
    'the caller knows whose',
    ['Scan', { label: 'Phone', account: BOB }],
    show('Phone', 'Fax'),
    'b=Phone +Fax',
    { account: BOB },
  ],
  [
    'an entry without an account, where there are two',
    [{ label: 'Scan', account: '' }, { label: 'Phone', account: BOB }, 'Fax'],
    of(ADA, 'Fax'),
    'c=Fax elsewhere(a|)',
  ],
  [
    'another site of self-hosted software',
    [{ label: 'Scan', site: 'cloud.example' }, { label: 'Phone', site: '' }, 'Fax'],
    show('Scan', 'Fax'),
    'c=Fax +Scan elsewhere(b|)',
    { site: 'mail.example' },
  ],
  [
    'revoked, deleted and other providers’ entries have no part',
    [
      { label: 'Scan', status: 'revoked' },
      { label: 'Phone', deleted: 1 },
      { label: 'Fax', provider: 'other' },
      { label: 'Tablet', status: 'to-revoke' },
    ],
    show('Scan', 'Phone', 'Fax'),
    '-d +Scan +Phone +Fax',
  ],
  [
    'HTML, emoji and very long labels',
    ['<b>x</b>', '📠👩‍👩‍👧', 'y'.repeat(200)],
    show('<b>x</b>', '📠👩‍👩‍👧', 'y'.repeat(10_000)),
    `a=<b>x</b> b=📠👩‍👩‍👧 c=${'y'.repeat(10_000)}`,
  ],
];

describe('reconcile', () => {
  it.each(situations)('%s', (_, entries, list, outcome, more) => {
    expect(
      tell({ entries: keep(entries), list, ...more })
        .split(' ')
        .sort(),
    ).toEqual(outcome.split(' ').sort());
  });

  it.each([
    [29, 40, false],
    [30, 40, true],
    [5, undefined, false],
  ])('%i rows of at most %s', (count, limit, high) => {
    const list = { ...show(...Array<string>(count).fill('x')), ...(limit && { limit }) };
    expect(reconcile({ entries: [], provider: 'x', list }).usage).toEqual({ count, limit, high });
  });
});
