import type { Item } from '../../../lib/managers/manager';
import { randomId } from '../../../lib/vault/crypto';

export const NOW = Date.UTC(2026, 5, 1, 12);
export const PASSPHRASE = 'correct horse battery';

/** An item as the vault gives it. */
export function makeItem(change: Partial<Item> = {}): Item {
  return {
    id: randomId(),
    secret: 'abcdefghijklmnop',
    label: 'Scanner',
    account: 'ada@mail.example',
    provider: 'acme',
    providerName: 'Acme',
    site: 'account.acme.example',
    url: 'https://account.acme.example/app-passwords',
    client: 'Scan to mail',
    device: 'Hall',
    protocols: ['smtp', 'imap'],
    notes: 'On the second floor.\nAsk Grace.',
    tags: ['office', 'printer'],
    created: Date.UTC(2026, 0, 2, 3, 4, 5),
    secretChanged: Date.UTC(2026, 1, 3, 4, 5, 6),
    review: Date.UTC(2026, 7, 1),
    ...change,
  };
}

/** Texts that spoil files: what spreadsheets compute, quotes, line ends, long ones, other scripts and directions. */
export const nastyTexts = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+cmd',
  '-2+3',
  '@SUM(A1)',
  '\ttab first',
  '\rreturn first',
  '\nfeed first',
  "'=already quoted",
  "''=twice",
  "'plain apostrophe",
  '"quoted"',
  '""',
  'a,b;c\td',
  'two\nlines',
  'two\r\nlines',
  'NUL\0inside',
  '\u202Ertl\u202C \u05D0\u05D1 \u0645\u0631\u062D\u0628\u0627',
  '🔑 emoji 👩‍👩‍👧',
  '</Value></String>&amp;<![CDATA[x]]>',
  '&#0; &lol; &lt;',
  'x'.repeat(10_000),
  ' blanks around ',
  '{REF:P@I:00}',
] as const;
