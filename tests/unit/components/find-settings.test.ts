import { expect, it } from 'vitest';
import { findSettings, type Section } from '../../../components/settings/find-settings';

const row = (id: string, words: string) => ({ id, words, draw: () => undefined });
const sections: Section[] = [
  {
    id: 'security',
    title: 'Security',
    rows: [row('lock', 'Lock after inactivity'), row('key', 'Vault key')],
  },
  { id: 'reviews', title: 'Reviews', rows: [row('limit', 'Review limit'), row('hour', 'Größe der Uhr')] },
];
const find = (query: string) =>
  findSettings(sections, query).map(({ id, rows }) => [id, ...rows.map((one) => one.id)]);

it.each([
  ['lock', [['security', 'lock']]],
  ['  LOCK  after ', [['security', 'lock']]],
  ['große', [['reviews', 'hour']]],
  ['uhr große', [['reviews', 'hour']]],
  // The title of a section finds all that is in it.
  ['security', [['security', 'lock', 'key']]],
  ['security key', [['security', 'key']]],
  ['printer', []],
])('“%s” finds these rows, in their sections', (query, found) => {
  expect(find(query)).toEqual(found);
});
