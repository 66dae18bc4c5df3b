import { describe, expect, it } from 'vitest';
import { readerFor } from '../../../lib/providers';
import { generalReader, readers } from '../../../lib/providers/all';
import { readPage } from '../../../lib/providers/page';
import { loadFixtures, openFixture } from './fixtures';

/** Pages that show something like an app password, and none. */
const negatives = loadFixtures('negatives');
/** Where each provider shows its secrets; some show them before their form is sent. */
const addresses = new Map(
  loadFixtures()
    .filter(({ reading }) => reading?.kind === 'created' || reading?.kind === 'drafted')
    .map(({ provider, url }) => [provider, url] as const)
    .reverse(),
);

/**
 * Pages that a provider takes for its own at its own address, where nothing tells them apart: what they show has exactly
 * the form of its secrets, in the place of one, and the address, a dialog or a title says that it is one.
 */
const sixteen = ['forum-thread-01', 'help-article-03', 'sixteen-letter-word-01', 'sixteen-letter-word-02'];
const plausible: Record<string, string[]> = {
  // Nothing but app passwords is at these addresses, so their titles may be in any language.
  aol: [...sixteen, 'authenticator-key-02'],
  'microsoft-personal': [...sixteen, 'authenticator-key-02'],
  yahoo: [...sixteen, 'authenticator-key-02'],
  yandex: sixteen,
  // Under a title that names app passwords, in the settings, where no manuals are.
  fastmail: [
    'forum-thread-01',
    'forum-thread-02',
    'help-article-01',
    'help-article-02',
    'help-article-03',
    'sixteen-letter-word-02',
  ],
  zoho: ['forum-thread-02', 'help-article-01', 'help-article-02'],
  'microsoft-work': ['sixteen-letter-word-02'],
};
/** A value of another form at such an address is a page that has changed, which is said aloud. */
const loud = ['aol', 'fastmail', 'gmx', 'mailru', 'microsoft-personal', 'yahoo', 'yandex', 'zoho'];

/** What a provider reads; `changed` when it says that its page has changed. */
function readAt(negative: (typeof negatives)[number], reader: (typeof readers)[number]) {
  const { url, page } = openFixture(negative, addresses.get(reader.id));
  try {
    return readPage([reader], url, page)?.reading.kind;
  } catch (error) {
    expect(error).toMatchObject({ code: 'provider-page-changed' });
    return 'changed';
  }
}

describe.each(negatives)('$file', (negative) => {
  it('has nothing for any reader at its own address', () => {
    const { url, page } = openFixture(negative);
    const before = page.documentElement.outerHTML;
    for (const reader of [...readers, generalReader])
      expect(reader.read(url, page), reader.id).toBeUndefined();
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it('has no secret for a provider at the address where that shows its own', () => {
    for (const reader of readers) {
      const isPlausible = plausible[reader.id]?.includes(negative.file.replace('.html', ''));
      const kind = readAt(negative, reader);
      // A name or a list holds no secret.
      const harmless = ['naming', 'list', undefined, ...(loud.includes(reader.id) ? ['changed'] : [])];
      expect(isPlausible ? ['created'] : harmless, reader.id).toContain(kind);
    }
  });
});

it('are many, of many kinds, in several languages', () => {
  const languages = negatives.map(({ html }) => /<html lang="(..)/.exec(html)?.[1]);
  expect(negatives.length).toBeGreaterThanOrEqual(60);
  expect(new Set(negatives.map(({ file }) => file.replace(/-\d+\.html$/, ''))).size).toBeGreaterThan(30);
  expect(languages.filter((language) => language !== 'en').length).toBeGreaterThanOrEqual(12);
  expect([...addresses.keys()].sort()).toEqual(readers.map(({ id }) => id).sort());
});
