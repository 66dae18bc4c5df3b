import { describe, expect, it } from 'vitest';
import type { AppPassword } from '../../../lib/model';
import { type Reason, reasons } from '../../../lib/review/reasons';
import { isOrdered, suggest } from '../../../lib/review/suggest';
import { DAY } from '../../../lib/time';
import { entry, utc } from './entries';

const limits = { limitDays: 180, leadDays: 14 };
const ordered = { ...limits, ordered: { limitDays: 90, byProvider: [] } };
const now = utc('2026-11-26T12:00');

function suggestFor(reason: Reason, changes: Partial<AppPassword> = {}, settings = limits) {
  return suggest(entry(changes), { reason }, settings, now);
}

describe('a suggested answer', () => {
  it.each<[string, Reason, Partial<AppPassword>, ReturnType<typeof suggestFor>]>([
    ['no longer accepted', 'retired', {}, { answer: 'revoke', because: 'retired' }],
    ['retired but copied today', 'retired', { lastCopied: now }, { answer: 'revoke', because: 'retired' }],
    ['decided', 'to-revoke', {}, { answer: 'revoked', because: 'decided' }],
    ['unused by the provider’s word', 'unused', {}, { answer: 'revoke', because: 'unused' }],
    [
      'unused there, and copied long ago',
      'unused',
      { lastCopied: now - 91 * DAY },
      { answer: 'revoke', because: 'unused' },
    ],
    ['over the limit and copied lately', 'too-old', { lastCopied: now - 90 * DAY + 1 }, keep()],
    ['over the limit and used lately', 'too-old', { lastUsed: '2026-11-02' }, keep()],
    ['never copied, never used', 'too-old', { lastUsed: '—' }, neverUsed()],
    ['the same, said in a word', 'soon-too-old', { lastUsed: 'Never used' }, neverUsed()],
  ])('where there is evidence: %s', (_, reason, changes, expected) => {
    expect(suggestFor(reason, changes)).toEqual(expected);
  });

  it.each<[string, Reason, Partial<AppPassword>]>([
    ['nothing is known of its use', 'too-old', {}],
    ['used long ago', 'too-old', { lastUsed: '2026-03-01' }],
    ['used on a day that is not known', 'too-old', { lastUsed: '3 weeks ago' }],
    ['never used there, but copied here', 'too-old', { lastUsed: '—', lastCopied: now - 200 * DAY }],
    ['unused there, but copied lately', 'unused', { lastCopied: now - DAY }],
    ['close to its limit', 'soon-too-old', { lastCopied: now }],
    ['kept until today', 'kept-until', { lastCopied: now }],
    ['being replaced', 'replacing', { lastUsed: '—' }],
  ])('and none without: %s', (_, reason, changes) => {
    expect(suggestFor(reason, changes)).toBeUndefined();
  });

  it('over the limit of an organisation is to replace it, used or not', () => {
    const replace = { answer: 'replace', because: 'policy' };
    expect(suggestFor('too-old', {}, ordered)).toEqual(replace);
    expect(suggestFor('too-old', { lastCopied: now }, ordered)).toEqual(replace);
    expect(suggestFor('too-old', { lastUsed: '—' }, ordered)).toEqual(neverUsed());
  });

  it('is found for every reason without a failure', () => {
    for (const reason of reasons)
      expect(() => suggestFor(reason, { secretChanged: now + DAY })).not.toThrow();
  });
});

describe('a limit is the organisation’s', () => {
  it('where it sets the one that holds', () => {
    expect(isOrdered(entry(), limits)).toBe(false);
    expect(isOrdered(entry(), ordered)).toBe(true);
    expect(isOrdered(entry({ limitDays: 400 }), ordered)).toBe(true);
    expect(isOrdered(entry({ limitDays: 30 }), ordered)).toBe(false);
    const single = { ...limits, ordered: { byProvider: [{ provider: 'example-mail', limitDays: 60 }] } };
    expect(isOrdered(entry(), single)).toBe(true);
    expect(isOrdered(entry({ provider: 'other' }), single)).toBe(false);
  });
});

function keep() {
  return { answer: 'keep' as const, because: 'used' as const };
}

function neverUsed() {
  return { answer: 'revoke' as const, because: 'never-used' as const };
}
