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
 * Pages that a provider takes for its own at its own address, though nothing like them is ever there: forums, manuals,
 * generators. What they show has the form of its secrets, stands where a control copies it, and the address or a title
 * says that it is one. Which may be read as what is written down, so that a change is seen.
 */
const OWN = ['microsoft-personal', 'google', 'yahoo', 'aol', 'yandex'];
const ANY = ['zoho', 'gmx', 'ox', 'jetbrains-hub'];
const plausible: Record<string, readonly string[]> = {
  'access-token-02': ['proton-smtp'],
  'access-token-04': ['proton-smtp'],
  'api-key-03': ['mailru', 'gmx', 'proton-smtp', 'ox', 'jetbrains-hub'],
  'connection-string-01': ['mailru'],
  'forum-thread-01': OWN,
  'forum-thread-02': [...OWN, 'bluesky'],
  'generator-01': ['gmx', 'ox', 'jetbrains-hub', 'mailru', 'proton-smtp'],
  'generator-02': [...ANY, 'mailru', 'proton-smtp'],
  'help-article-03': OWN,
  'help-article-04': [...OWN, 'bluesky'],
  'invite-code-01': [...OWN, 'apple', 'bluesky'],
  'licence-key-01': ['nextcloud'],
  'meeting-link-01': ANY,
};
/** A value of another form at such an address is a page that has changed, which is said aloud. */
const loud = [...OWN, 'mailru', 'proton-smtp'];
/** What is offered under its own name to a user who asks. */
const TOKENS = /^(access-token|api-key|webhook-secret)/;

/** What a provider reads; `changed` when it says that its page has changed. Readers know no address but the given one. */
function readAt(page: Document, reader: (typeof readers)[number]) {
  const url = new URL(addresses.get(reader.id) ?? '');
  try {
    return readPage([reader], url, page)?.reading.kind;
  } catch (error) {
    const details = { provider: reader.id, part: expect.stringMatching(/^[a-z]+ step: [a-z]+$/) };
    expect(error).toMatchObject({ code: 'provider-page-changed', details });
    return 'changed';
  }
}

describe.each(negatives)('$file', (negative) => {
  it('has nothing for any reader at its own address, and only a token for a user who asks', () => {
    const { url, page } = openFixture(negative);
    const before = page.documentElement.outerHTML;
    const fitting = readerFor(url).map(({ id }) => id);
    const here = readers.filter(({ id }) => fitting.includes(id));
    expect(readPage(here, url, page)?.reading.kind).not.toBe('created');
    const asked = readPage([...here, generalReader], url, page, true)?.reading;
    if (!TOKENS.test(negative.file)) expect(asked?.kind).not.toBe('created');
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it('has no secret for a provider at the address where that shows its own', () => {
    const { page } = openFixture(negative);
    const before = page.documentElement.outerHTML;
    for (const reader of readers) {
      const isPlausible = plausible[negative.file.replace('.html', '')]?.includes(reader.id);
      const kind = readAt(page, reader);
      // A name or a list holds no secret.
      const harmless = ['naming', 'list', undefined, ...(loud.includes(reader.id) ? ['changed'] : [])];
      expect(isPlausible ? ['created', ...harmless] : harmless, reader.id).toContain(kind);
    }
    expect(page.documentElement.outerHTML).toBe(before);
  });
});

it('are many, of many kinds, in several languages', () => {
  const languages = negatives.map(({ html }) => /<html lang="(..)/.exec(html)?.[1]);
  expect(negatives.length).toBeGreaterThanOrEqual(60);
  expect(new Set(negatives.map(({ file }) => file.replace(/-\d+\.html$/, ''))).size).toBeGreaterThan(30);
  expect(languages.filter((language) => language !== 'en').length).toBeGreaterThanOrEqual(12);
  expect([...addresses.keys()].sort()).toEqual(readers.map(({ id }) => id).sort());
});
