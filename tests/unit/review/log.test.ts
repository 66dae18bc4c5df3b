import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppPassword, happenings, type Log } from '../../../lib/model';
import { record, recordEdit } from '../../../lib/review/log';
import { entry } from './entries';

const happened = fc.record({
  at: fc.integer({ min: 0, max: 8.64e15 }),
  kind: fc.constantFrom(...happenings),
  detail: fc.string({ maxLength: 300 }),
});

describe('the log of an entry', () => {
  it('begins with what happens first, and leaves the rest as it is', () => {
    const before = entry();
    const log: Log = { items: [{ at: 7, kind: 'copied' }] };
    expect(record(before, 7, 'copied')).toStrictEqual({ ...before, log });
    expect(before).toStrictEqual(entry());
  });

  it('keeps the newest 200 and counts the others', () => {
    let item = entry();
    for (let at = 1; at <= 203; at++) item = record(item, at, 'copied');
    expect(item.log?.earlier).toBe(3);
    expect(item.log?.items).toHaveLength(200);
    expect([item.log?.items[0]?.at, item.log?.items.at(-1)?.at]).toEqual([4, 203]);
  });

  it('forgets nothing uncounted, fits the model, and keeps the order for any happenings', () => {
    fc.assert(
      fc.property(fc.array(happened, { maxLength: 30 }), fc.integer({ min: 0, max: 200 }), (all, known) => {
        const items = Array.from({ length: known }, (_, at) => ({ at, kind: 'shown' as const }));
        let item: AppPassword = known > 0 ? entry({ log: { items } }) : entry();
        for (const { at, kind, detail } of all) {
          const before = structuredClone(item);
          const after = record(item, at, kind, detail);
          expect(item).toStrictEqual(before);
          item = after;
        }
        expect(AppPassword.safeParse(item).success).toBe(true);
        expect((item.log?.items.length ?? 0) + (item.log?.earlier ?? 0)).toBe(known + all.length);
        const newest = (item.log?.items ?? []).slice(all.length === 0 ? 200 : -all.length);
        expect(newest.map(({ at, kind }) => ({ at, kind }))).toEqual(
          all.map(({ at, kind }) => ({ at, kind })),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('is not needed: entries of older vaults have none', () => {
    expect(AppPassword.safeParse(entry()).success).toBe(true);
  });

  it('is refused by the model when it is longer than ours', () => {
    const items = Array.from({ length: 201 }, (_, at) => ({ at, kind: 'shown' as const }));
    expect(AppPassword.safeParse(entry({ log: { items } })).success).toBe(false);
  });
});

describe('an edit', () => {
  const told = (changes: Partial<AppPassword>) =>
    recordEdit(entry(), entry(changes), 9).log?.items.map(({ kind, detail }) => [kind, detail].join(' '));

  it.each<[string, Partial<AppPassword>, string[] | undefined]>([
    ['of nothing', { label: 'Scanner', tags: [] }, undefined],
    ['of one field', { label: 'Printer' }, ['edited label']],
    ['of several', { tags: ['a'], notes: 'x', limitDays: 3 }, ['edited limitDays notes tags']],
    ['of the day, which the age follows', { created: 5, secretChanged: 5 }, ['edited created']],
    ['to revoked', { status: 'revoked' }, ['revoked said']],
    ['to active', { status: 'to-revoke', confirmed: 4 }, ['edited confirmed status']],
    ['to replaced', { replacedBy: 'entry-new', status: 'to-revoke' }, ['replaced ']],
  ])('%s', (_, changes, expected) => {
    expect(told(changes)).toEqual(expected);
  });

  it('names a field that was taken away', () => {
    expect(recordEdit(entry({ limitDays: 3 }), entry(), 9).log?.items).toEqual([
      { at: 9, kind: 'edited', detail: 'limitDays' },
    ]);
  });

  it('never repeats what a field holds', () => {
    const canary = fc.string({ minLength: 12 }).map((text) => `canary ${text}`);
    fc.assert(
      fc.property(canary, canary, (label, notes) => {
        const { log } = recordEdit(entry(), entry({ label, notes, account: label, tags: [notes] }), 9);
        expect(JSON.stringify(log)).not.toContain('canary');
      }),
    );
  });

  it('names all fields at once within the bounds of the model', () => {
    const all = entry({
      ...{ provider: 'p', site: 's', label: 'l', account: 'a', client: 'c', device: 'd', notes: 'n' },
      ...{ protocols: ['imap'], tags: ['t'], created: 1, secretChanged: 1, status: 'to-revoke' },
      ...{ limitDays: 1, snoozedUntil: 1, confirmed: 1 },
    });
    const edited = recordEdit(entry(), all, 9);
    expect(AppPassword.safeParse(edited).success).toBe(true);
    expect(edited.log?.items[0]?.detail).toMatch(/^account client .*tags$/);
  });
});
