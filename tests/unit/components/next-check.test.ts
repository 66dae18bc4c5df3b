import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextCheck } from '../../../entrypoints/vault/next-check';
import { type AppPassword, defaultSettings } from '../../../lib/model';
import { listStarts } from '../../../lib/review/policy';

const DAY = 86_400_000;

describe('the next check on the screen', () => {
  it('is the day on which the review asks', () => {
    const instant = fc.integer({ min: 0, max: 60_000 }).map((hours) => hours * 3_600_000);
    const optional = fc.option(instant, { nil: undefined });
    fc.assert(
      fc.property(
        instant,
        optional,
        optional,
        fc.option(fc.integer({ min: 1, max: 3650 }), { nil: undefined }),
        (secretChanged, confirmed, snoozedUntil, limitDays) => {
          const entry = {
            status: 'active',
            provider: 'other',
            secretChanged,
            ...(confirmed === undefined ? {} : { confirmed }),
            ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
            ...(limitDays === undefined ? {} : { limitDays }),
          } as AppPassword;
          const asked = listStarts([entry], defaultSettings, () => [])[0] ?? Number.NaN;
          const said = nextCheck(entry, defaultSettings) ?? Number.NaN;
          // The review counts in whole UTC days.
          expect(Math.abs(said - asked)).toBeLessThan(DAY);
        },
      ),
    );
  });

  it('is never for what was or will be taken back', () => {
    const entry = { secretChanged: 0 };
    expect(nextCheck({ ...entry, status: 'revoked' }, defaultSettings)).toBeUndefined();
    expect(nextCheck({ ...entry, status: 'to-revoke' }, defaultSettings)).toBeUndefined();
  });
});
