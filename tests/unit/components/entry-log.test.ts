import { expect, it, vi } from 'vitest';
import { happeningWords } from '../../../components/entry/log';
import { happenings } from '../../../lib/model';

vi.mock('#i18n', async () => ({ i18n: { t: (await import('./messages')).readMessage } }));

const say = (kind: (typeof happenings)[number], detail?: string): string =>
  happeningWords({ at: 1, kind, ...(detail !== undefined && { detail }) });

it('says what happened in words, never by the codes of the log', () => {
  expect(say('reviewed', 'keep')).toBe('Reviewed: Keep');
  expect(say('reviewed', 'revoked')).toBe('Reviewed: Marked as revoked');
  expect(say('revoked', 'said')).toBe('Marked as revoked');
  expect(say('revoked', 'list')).toBe('Marked as revoked, as the provider no longer lists it');
  expect(say('edited', 'account client limitDays')).toBe('Edited: Account, App and Review limit');
  expect(say('edited', 'custody')).toBe('Edited');
  expect(say('handed-over', 'keepassxc')).toBe('Sent to a password manager');
  expect(say('added', 'secret')).toBe('Password added');
  for (const kind of happenings) expect(say(kind, 'unknown-code')).toMatch(/^[A-Z][^-]*$/);
});
