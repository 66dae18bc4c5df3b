import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tabulateAnswers, tabulateRows } from '../../../components/review/report/tables';
import { type AppPassword, defaultSettings } from '../../../lib/model';
import { answer, findDue } from '../../../lib/review/due';
import { record } from '../../../lib/review/log';
import { complianceStatuses } from '../../../lib/review/reasons';
import { makeReport } from '../../../lib/review/report';
import { DAY } from '../../../lib/time';
import { entries, entry, noFacts, settingsOf, utc } from './entries';

const now = utc('2026-12-01T10:00');
const nameOf = (provider: string) => `The ${provider}`;
const report = (...list: AppPassword[]) => makeReport(list, defaultSettings, nameOf, now);

describe('how an entry stands to its limit', () => {
  it.each<[string, Partial<AppPassword>, object]>([
    ['old', {}, { standing: 'overdue', ageDays: 334, overdueDays: 154, limitDays: 180 }],
    [
      'old, with a limit of its own',
      { limitDays: 400 },
      { standing: 'within', overdueDays: 0, limitDays: 400 },
    ],
    ['as old as the limit', { secretChanged: now - 180 * DAY }, { standing: 'overdue', overdueDays: 0 }],
    ['a day younger', { secretChanged: now - 179 * DAY }, { standing: 'within', ageDays: 179 }],
    ['old, kept lately', { confirmed: utc('2026-11-01') }, { standing: 'confirmed', ageDays: 334 }],
    ['old, kept long ago', { confirmed: utc('2026-02-01') }, { standing: 'overdue', overdueDays: 123 }],
    ['old, kept until a day ahead', { keepUntil: now + 1 }, { standing: 'confirmed', overdueDays: 0 }],
    [
      'old, kept until a day that is over',
      { keepUntil: utc('2026-11-01') },
      { standing: 'overdue', overdueDays: 30 },
    ],
    ['old, kept in the future', { confirmed: now + 1 }, { standing: 'overdue', overdueDays: 154 }],
    ['old, snoozed', { snoozedUntil: now + 9 * DAY }, { standing: 'overdue', overdueDays: 154 }],
    ['old, edited', { created: now, notes: 'new', lastCopied: now }, { standing: 'overdue' }],
    ['of a day to come', { secretChanged: now + DAY }, { standing: 'misdated', ageDays: 0 }],
    ['later on the same day', { secretChanged: now + 1 }, { standing: 'within', ageDays: 0 }],
    ['revoked', { status: 'revoked' }, { standing: 'over', overdueDays: 0 }],
    ['to revoke', { status: 'to-revoke' }, { standing: 'overdue', status: 'to-revoke' }],
  ])('%s', (_, changes, expected) => {
    expect(report(entry(changes)).rows).toMatchObject([expected]);
  });
});

describe('the report', () => {
  it('counts, and puts the worst first', () => {
    const { rows, totals, made, limitDays } = report(
      entry({ id: 'entry-a00', status: 'revoked' }),
      entry({ id: 'entry-b00', secretChanged: now }),
      entry({ id: 'entry-c00' }),
      entry({ id: 'entry-d00', secretChanged: utc('2025-01-01') }),
      entry({ id: 'entry-e00', deleted: now }),
    );
    expect(rows.map(({ id }) => id)).toEqual(['entry-d00', 'entry-c00', 'entry-b00', 'entry-a00']);
    expect(totals).toEqual({ overdue: 2, misdated: 0, confirmed: 0, within: 1, over: 1 });
    expect({ made, limitDays }).toEqual({ made: now, limitDays: 180 });
  });

  it('says what was answered and when, newest first', () => {
    let item = entry();
    item = record(item, 1, 'captured');
    item = record(answer(item, { kind: 'keep' }, 2), 2, 'reviewed', 'keep');
    item = record(item, 3, 'copied');
    item = record(item, 4, 'edited', 'label notes');
    item = record(item, 5, 'edited', 'confirmed status');
    const other = record(entry({ id: 'entry-b00', label: 'Robot' }), 6, 'revoked', 'list');
    const about = { label: 'Scanner', account: 'ada@mail.example', provider: 'The example-mail' };
    expect(report(item, other).answers).toEqual([
      { ...about, id: 'entry-b00', label: 'Robot', at: 6, kind: 'revoked', detail: 'list' },
      { ...about, id: 'entry-000', at: 5, kind: 'edited', detail: 'confirmed status' },
      { ...about, id: 'entry-000', at: 2, kind: 'reviewed', detail: 'keep' },
    ]);
  });

  it('knows the last answer to an entry that was kept before there were logs', () => {
    const { answers } = report(record(entry({ confirmed: 5 }), 9, 'copied'));
    expect(answers).toMatchObject([{ at: 5, kind: 'reviewed', detail: 'keep' }]);
  });

  it('holds nothing of notes, tags, remote ids and pointers', () => {
    const secretive = entry({
      ...{ notes: 'canary', tags: ['canary'], remoteId: 'canary', lastPlace: 'canary' },
      handover: { bridge: 'acme', state: 'done', keep: false, at: 1, pointer: 'canary', place: 'canary' },
    });
    expect(JSON.stringify(report(secretive))).not.toContain('canary');
  });
});

describe('the cells', () => {
  it('are as many as the columns, with times that every program reads', () => {
    const item = record(entry({ label: '=1+1', confirmed: utc('2026-11-01T08:00') }), 5, 'revoked', 'said');
    const made = report(item);
    const [columns = [], row = []] = tabulateRows(made);
    const cells = Object.fromEntries(columns.map((column, place) => [column, row[place]]));
    expect(row).toHaveLength(columns.length);
    expect(cells).toMatchObject({
      ...{ label: '=1+1', provider: 'The example-mail', ageDays: '334', standing: 'confirmed' },
      ...{ created: '2026-01-01T00:00:00.000Z', confirmed: '2026-11-01T08:00:00.000Z', client: '' },
    });
    const [head = [], kept = [], revoked = []] = tabulateAnswers(made);
    expect(head).toEqual(['at', 'label', 'provider', 'account', 'kind', 'detail']);
    expect(kept).toHaveLength(head.length);
    expect(revoked[0]).toBe('1970-01-01T00:00:00.005Z');
    expect(tabulateRows(report(entry()))[1]).toContain('');
  });
});

describe('for any entries', () => {
  it('agrees with the review about what is too old, and counts every entry once', () => {
    const moment = fc.integer({ min: 0, max: 40_000 * DAY });
    fc.assert(
      fc.property(entries, settingsOf, moment, (list, settings, when) => {
        // What was answered in the future, and "Later", the report does not believe; what the user replaces is as old.
        const plain = list.map(
          ({ snoozedUntil: _, keepUntil: __, replacing: ___, confirmed = 0, ...item }) => ({
            ...item,
            confirmed: Math.min(confirmed, when),
            status: item.status === 'to-revoke' ? ('active' as const) : item.status,
          }),
        );
        const { rows, totals } = makeReport(plain, settings, nameOf, when);
        const old = findDue(plain, settings, noFacts, when).filter(({ reason }) => reason === 'too-old');
        const overdue = rows.filter(({ standing }) => standing === 'overdue');
        expect(overdue.map(({ id }) => id).sort()).toEqual(old.map(({ id }) => id).sort());
        expect(Object.values(totals).reduce((a, b) => a + b)).toBe(rows.length);
        const ranks = rows.map(({ standing }) => complianceStatuses.indexOf(standing));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        expect(rows).toHaveLength(plain.filter(({ deleted }) => deleted === undefined).length);
      }),
    );
  });
});
