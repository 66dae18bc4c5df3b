import { describe, expect, it } from 'vitest';
import { groupAhead } from '../../../components/state/site-groups';
import { makeRow } from './rows';

const names = { fresh: 'New', site: 'For this site', rest: 'Others' };
const providers = [
  { id: 'mail', matches: ['https://account.mail.example/app-passwords*'] },
  { id: 'files', matches: ['https://*.files.example/*'] },
];
const rows = [
  makeRow(1, { provider: 'mail' }),
  makeRow(2, { provider: 'files' }),
  makeRow(3, { site: 'cloud.example:8443' }),
  makeRow(4, { provider: 'mail' }),
  makeRow(5, { provider: 'mail', status: 'revoked' }),
];

function group(host: string | undefined, fresh: string[] = []) {
  const groups = groupAhead(rows, { fresh: new Set(fresh), host, providers }, names);
  return groups.map(({ name, rows: own }) => [name, ...own.map(({ id }) => id.replace('entry-', ''))]);
}

describe('what the popup puts first', () => {
  it.each([
    ['nothing, on a page of no provider', 'news.example', [['', '1', '2', '3', '4', '5']]],
    ['nothing, where the browser does not say which page it is', undefined, [['', '1', '2', '3', '4', '5']]],
    [
      "what is of the page's provider, and still in use",
      'account.mail.example',
      [
        ['For this site', '1', '4'],
        ['Others', '2', '3', '5'],
      ],
    ],
    [
      'what is of an own server, by its host and port',
      'cloud.example:8443',
      [
        ['For this site', '3'],
        ['Others', '1', '2', '4', '5'],
      ],
    ],
    [
      'what is of a provider with many hosts',
      'de.files.example',
      [
        ['For this site', '2'],
        ['Others', '1', '3', '4', '5'],
      ],
    ],
    ['nothing of a host that only ends alike', 'myfiles.example', [['', '1', '2', '3', '4', '5']]],
  ])('is %s', (_, host, expected) => {
    expect(group(host)).toEqual(expected);
  });

  it('is what was just saved before what is for the site, and each entry once', () => {
    expect(group('account.mail.example', ['entry-4', 'entry-2'])).toEqual([
      ['New', '2', '4'],
      ['For this site', '1'],
      ['Others', '3', '5'],
    ]);
  });
});
