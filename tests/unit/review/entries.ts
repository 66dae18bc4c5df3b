import fc from 'fast-check';
import type { AppPassword, Replacing } from '../../../lib/model';
import type { Fact } from '../../../lib/providers/provider';
import type { Limits } from '../../../lib/review/limits';
import { DAY } from '../../../lib/time';

/** The instant (ms) of a date, at midnight UTC unless it carries a time. */
export function utc(date: string): number {
  return Date.parse(date.includes('T') ? `${date}Z` : `${date}T00:00Z`);
}

export const noFacts = (): [] => [];

/** An invented fact: the mail protocols end on 1 March 2027. */
export const retired: Fact = {
  id: 'example_mail_off',
  date: '2027-03-01',
  source: 'https://mail.example/news',
  effect: 'retired',
  about: 'using',
  protocols: ['imap', 'pop', 'smtp'],
};

/** `retired` for every provider. */
export const ending = () => [retired];

/** An invented entry, made on 1 January 2026. */
export function entry(changes: Partial<AppPassword> = {}): AppPassword {
  return {
    id: 'entry-000',
    provider: 'example-mail',
    site: 'mail.example',
    label: 'Scanner',
    account: 'ada@mail.example',
    client: '',
    device: '',
    protocols: [],
    notes: '',
    tags: [],
    created: utc('2026-01-01'),
    secretChanged: utc('2026-01-01'),
    status: 'active',
    custody: 'vault',
    ...changes,
  };
}

const moment = fc.integer({ min: 0, max: 30_000 * DAY });

/** Any number of entries with any dates, also ones that make little sense. */
export const entries: fc.Arbitrary<AppPassword[]> = fc
  .array(
    fc.record(
      {
        secretChanged: moment,
        status: fc.constantFrom(
          'active' as const,
          'active' as const,
          'to-revoke' as const,
          'revoked' as const,
        ),
        protocols: fc.subarray(['imap' as const, 'smtp' as const, 'caldav' as const]),
        confirmed: moment,
        snoozedUntil: moment,
        keepUntil: moment,
        replacing: fc.record({ since: moment, places: fc.constant<Replacing['places']>([]) }),
        limitDays: fc.integer({ min: 1, max: 3650 }),
        deleted: moment,
      },
      { requiredKeys: ['secretChanged', 'status', 'protocols'] },
    ),
    { maxLength: 8 },
  )
  .map((list) => list.map((changes, index) => entry({ ...changes, id: `entry-${index}00` })));

export const settingsOf: fc.Arbitrary<Limits> = fc.record({
  limitDays: fc.integer({ min: 1, max: 3650 }),
  leadDays: fc.integer({ min: 0, max: 365 }),
});
