import { describe, expect, it } from 'vitest';
import { type AppPassword, defaultSettings } from '../../../lib/model';
import type { Fact } from '../../../lib/providers/provider';
import { answer, findDue, findNext } from '../../../lib/review/due';
import type { Limits } from '../../../lib/review/limits';
import { DAY } from '../../../lib/time';
import { ending, entry, noFacts, retired, utc } from './entries';

const settings = defaultSettings;

/** Reason, age and first day of the only question, as a person would read it; `-` when not asked. */
function ask(item: AppPassword, now: string, facts: (id: string) => readonly Fact[] = noFacts): string {
  const due = findDue([item], settings, facts, utc(now));
  expect(due.length).toBeLessThan(2);
  return (
    due.map((d) => `${d.reason} ${d.ageDays} d, ${new Date(d.from).toISOString().slice(0, 10)}`)[0] ?? '-'
  );
}

describe('what is due', () => {
  const made = entry({ secretChanged: utc('2026-01-01T15:30') });
  const replacing = { since: utc('2026-02-01'), places: [] };
  it.each<[string, AppPassword, string, string]>([
    ['a day before the lead', made, '2026-06-15T23:59:59.999', '-'],
    ['when the lead begins', made, '2026-06-16', 'soon-too-old 166 d, 2026-06-16'],
    ['the last moment of the lead', made, '2026-06-29T23:59:59.999', 'soon-too-old 179 d, 2026-06-16'],
    ['at its limit', made, '2026-06-30', 'too-old 180 d, 2026-06-30'],
    ['long after', made, '2027-06-30', 'too-old 545 d, 2026-06-30'],
    ['by its own shorter limit', { ...made, limitDays: 30 }, '2026-01-31', 'too-old 30 d, 2026-01-31'],
    ['by its own longer limit', { ...made, limitDays: 365 }, '2026-12-17', '-'],
    ['kept: waits again', { ...made, confirmed: utc('2026-06-30') }, '2026-12-12', '-'],
    [
      'kept: age shown is true',
      { ...made, confirmed: utc('2026-06-30') },
      '2026-12-13',
      'soon-too-old 346 d, 2026-12-13',
    ],
    ['kept before the secret changed', { ...made, confirmed: utc('2025-12-01') }, '2026-06-15', '-'],
    ['snoozed', { ...made, snoozedUntil: utc('2026-07-10T09:00') }, '2026-07-10T08:59:59.999', '-'],
    [
      'snooze over',
      { ...made, snoozedUntil: utc('2026-07-10T09:00') },
      '2026-07-10T09:00',
      'too-old 190 d, 2026-07-10',
    ],
    ['to revoke, at once', { ...made, status: 'to-revoke' }, '2026-01-01T16:00', 'to-revoke 0 d, 2026-01-01'],
    ['to revoke, however old', { ...made, status: 'to-revoke' }, '2027-01-01', 'to-revoke 365 d, 2026-01-01'],
    [
      'to revoke, snoozed',
      { ...made, status: 'to-revoke', snoozedUntil: utc('2026-02-01') },
      '2026-01-31',
      '-',
    ],
    ['kept until a day, before it', { ...made, keepUntil: utc('2027-01-31') }, '2027-01-30', '-'],
    [
      'kept until a day, on it',
      { ...made, keepUntil: utc('2027-01-31') },
      '2027-01-31',
      'kept-until 395 d, 2027-01-31',
    ],
    [
      'kept until a day before its limit',
      { ...made, keepUntil: utc('2026-02-01T12:00') },
      '2026-02-02',
      'kept-until 32 d, 2026-02-02',
    ],
    ['being replaced', { ...made, replacing }, '2026-03-01', 'replacing 59 d, 2026-02-01'],
    ['being replaced, put off', { ...made, replacing, snoozedUntil: utc('2026-03-02') }, '2026-03-01', '-'],
    ['being replaced, however old', { ...made, replacing }, '2027-03-01', 'replacing 424 d, 2026-02-01'],
    [
      'replaced, old one left',
      { ...made, replacing, status: 'to-revoke' },
      '2026-03-01',
      'to-revoke 59 d, 2026-01-01',
    ],
    ['revoked', { ...made, status: 'revoked' }, '2030-01-01', '-'],
    ['deleted', { ...made, deleted: utc('2026-01-02') }, '2030-01-01', '-'],
    ['clock before the secret', made, '2025-01-01', '-'],
    // 2028 has a 29 February: 28 February + 2 days is 1 March.
    [
      'over a leap day',
      entry({ secretChanged: utc('2028-02-28'), limitDays: 2 }),
      '2028-03-01',
      'too-old 2 d, 2028-03-01',
    ],
    [
      'no leap day',
      entry({ secretChanged: utc('2027-02-28'), limitDays: 1 }),
      '2027-03-01',
      'too-old 1 d, 2027-03-01',
    ],
    [
      '2100 has none',
      entry({ secretChanged: utc('2100-02-28'), limitDays: 1 }),
      '2100-03-01',
      'too-old 1 d, 2100-03-01',
    ],
  ])('%s', (_, item, now, expected) => {
    expect(ask(item, now)).toBe(expected);
  });

  it.each([1, 2, 7, 14, 20])('leaves some peace after "Keep" with a limit of %i days', (limitDays) => {
    const kept = answer(entry({ limitDays }), { kind: 'keep' }, utc('2026-06-01T12:00'));
    expect(ask(kept, '2026-06-01T12:00')).toBe('-');
  });
});

describe('a day of its own', () => {
  const made = entry({ confirmed: utc('2026-01-01'), keepUntil: utc('2028-01-01') });
  const first = (limits: Limits) => {
    const start = findNext([made], limits, noFacts, 0);
    return [findDue([made], limits, noFacts, start ?? 0)[0]?.reason, start];
  };

  it('goes beyond its limit, but not beyond what the organisation allows', () => {
    expect(first(settings)).toEqual(['kept-until', utc('2028-01-01')]);
    const ordered = { limitDays: 365, byProvider: [] };
    expect(first({ ...settings, ordered })).toEqual(['too-old', utc('2027-01-01')]);
  });
});

describe('retired protocols', () => {
  const mail = entry({ secretChanged: utc('2027-02-01'), protocols: ['imap', 'smtp'] });
  it.each<[string, AppPassword, string, string, Partial<Fact>?]>([
    ['the evening before', mail, '2027-02-28T23:59:59.999', '-'],
    ['on its day', mail, '2027-03-01', 'retired 28 d, 2027-03-01'],
    [
      'made after it',
      { ...mail, secretChanged: utc('2027-04-01T08:00') },
      '2027-04-01T08:00',
      'retired 0 d, 2027-04-01',
    ],
    ['one protocol still works', { ...mail, protocols: ['imap', 'caldav'] }, '2027-03-02', '-'],
    ['use unknown', { ...mail, protocols: [] }, '2027-03-02', '-'],
    [
      'use unknown, all retired',
      { ...mail, protocols: [] },
      '2027-03-02',
      'retired 29 d, 2027-03-01',
      { id: 'all' },
    ],
    ['only good to know', mail, '2027-03-02', '-', { effect: 'note' }],
    [
      'kept before: asked again',
      { ...mail, confirmed: utc('2027-02-20') },
      '2027-03-01',
      'retired 28 d, 2027-03-01',
    ],
    ['kept since', { ...mail, confirmed: utc('2027-03-05') }, '2027-08-31', '-'],
    [
      'kept since, limit over',
      { ...mail, confirmed: utc('2027-03-05') },
      '2027-09-01',
      'retired 212 d, 2027-09-01',
    ],
    [
      'old as well: the worse reason',
      { ...mail, secretChanged: utc('2026-01-01') },
      '2027-03-01',
      'retired 424 d, 2027-03-01',
    ],
    ['already being revoked', { ...mail, status: 'to-revoke' }, '2027-03-02', 'to-revoke 29 d, 2027-02-01'],
  ])('%s', (_, item, now, expected, change) => {
    const { protocols: _all, ...everything } = retired;
    const fact: Fact = change?.id === 'all' ? { ...everything, id: 'all' } : { ...retired, ...change };
    expect(ask(item, now, () => [fact])).toBe(expected);
  });

  it('names the fact, and asks for the entry’s own provider only', () => {
    const facts = (provider: string) => (provider === 'ending' ? [retired] : []);
    const two = [
      entry({ id: 'entry-one', provider: 'ending', protocols: ['imap'] }),
      entry({ id: 'entry-two', protocols: ['imap'] }),
    ];
    const due = findDue(two, { limitDays: 3650, leadDays: 0 }, facts, utc('2027-03-01'));
    expect(due).toMatchObject([{ id: 'entry-one', reason: 'retired', fact: 'example_mail_off' }]);
    expect(due).toHaveLength(1);
  });

  it('asks again when a second protocol is switched off after "Keep"', () => {
    const later: Fact = {
      ...retired,
      id: 'rest_off',
      date: '2027-06-01',
      protocols: ['imap', 'smtp', 'caldav'],
    };
    const kept = { ...mail, confirmed: utc('2027-03-05') };
    expect(ask(kept, '2027-05-31', () => [retired, later])).toBe('-');
    expect(findDue([kept], settings, () => [retired, later], utc('2027-06-01'))[0]?.fact).toBe('rest_off');
  });
});

describe('order', () => {
  it('puts the worst first, then what has waited longest', () => {
    const now = utc('2027-03-01');
    const list = [
      entry({ id: 'soon-0000', secretChanged: now - 170 * DAY }),
      entry({ id: 'old-00000', secretChanged: now - 200 * DAY }),
      entry({ id: 'older-000', secretChanged: now - 400 * DAY }),
      entry({ id: 'revoke-00', secretChanged: now, status: 'to-revoke' }),
      entry({ id: 'retired-0', secretChanged: now, protocols: ['pop'] }),
    ];
    expect(findDue(list, settings, ending, now).map(({ id }) => id)).toEqual([
      'retired-0',
      'revoke-00',
      'older-000',
      'old-00000',
      'soon-0000',
    ]);
  });

  it('puts the older first where both woke from the same snooze', () => {
    const snoozedUntil = utc('2026-12-01');
    const young = entry({ id: 'young-000', snoozedUntil });
    const old = entry({ id: 'old-00000', snoozedUntil, secretChanged: utc('2025-01-01') });
    expect(findDue([young, old], settings, noFacts, snoozedUntil).map(({ id }) => id)).toEqual([
      'old-00000',
      'young-000',
    ]);
  });
});

describe('not used for long, by the word of the provider’s own list', () => {
  const seen = { lastUsed: 'August 1, 2026', listed: utc('2026-11-05'), secretChanged: utc('2026-07-01') };

  it.each([
    ['seen unused for 95 days', {}, 'unused 127 d, 2026-10-31'],
    ['for machines', { lastUsed: '2026-08-01' }, 'unused 127 d, 2026-10-31'],
    ['seen too soon to say', { listed: utc('2026-10-30') }, '-'],
    ['kept since', { confirmed: utc('2026-10-31') }, '-'],
    ['kept before that day', { confirmed: utc('2026-07-15') }, 'unused 127 d, 2026-10-31'],
    ['a day that may be another', { lastUsed: '3/2/2026' }, '-'],
    ['only by its age', { lastUsed: '4 months ago' }, '-'],
    ['not seen at all', { listed: undefined }, '-'],
    ['made since', { secretChanged: utc('2026-10-01') }, '-'],
    ['revoked', { status: 'revoked' as const }, '-'],
    ['put off', { snoozedUntil: utc('2026-12-01') }, '-'],
  ])('%s', (_, changes, expected) => {
    const { listed, ...rest } = { ...seen, ...changes };
    const item = entry({ ...rest, ...(listed !== undefined && { listed }) } as Parameters<typeof entry>[0]);
    expect(ask(item, '2026-11-05', noFacts)).toBe(expected);
  });

  it('says for how long, as the page told it, and not since', () => {
    const item = entry({ ...seen });
    const [due] = findDue([item], settings, noFacts, utc('2027-01-05'));
    expect(due).toMatchObject({ reason: 'unused', unusedDays: 95 });
  });
});
