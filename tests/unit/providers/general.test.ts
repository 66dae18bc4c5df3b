import { describe, expect, it } from 'vitest';
import { filesFor, filesToLook } from '../../../lib/providers';
import { generalReader, providers, readers } from '../../../lib/providers/all';
import { readPage } from '../../../lib/providers/page';
import { loadFixtures, openFixture } from './fixtures';

const unknown = 'https://accounts.unknown.example/security';
const known = loadFixtures();

/** Reads a page of somebody who is not known. */
function look(fixture: (typeof known)[number], url = unknown) {
  const opened = openFixture(fixture, url);
  return generalReader.read(opened.url, opened.page);
}

describe('a page of nobody that is known', () => {
  it.each(loadFixtures('general'))('$file', (fixture) => {
    const { url, page } = openFixture(fixture);
    const before = page.documentElement.outerHTML;
    expect(generalReader.read(url, page)).toEqual(fixture.reading);
    expect(page.documentElement.outerHTML).toBe(before);
  });
});

describe('pages of providers, elsewhere', () => {
  /** The provider's own step with a true app password, which only its address made a negative. */
  const genuine = [
    'aol.on-the-sister-site.html',
    'bluesky.other-host.html',
    'bluesky.other-screen.html',
    'microsoft-work.legacy-other-page.html',
    'nextcloud.other-page.html',
    'owncloud.other-page.html',
    'practice.unmarked.html',
    'wordpress.other-admin-page.html',
  ];
  const shows = (kind: string | undefined) => kind === 'created' || kind === 'drafted';

  it.each(
    known.filter(({ file, error, reading }) => !error && !shows(reading?.kind) && !genuine.includes(file)),
  )('nothing of $file', (fixture) => expect(look(fixture)).toBeUndefined());

  it('the right secret, with the right label, or nothing', () => {
    const created = known.flatMap((fixture) =>
      fixture.reading?.kind === 'created' ? [{ fixture, ...fixture.reading }] : [],
    );
    const found = created.filter(({ fixture, label, secret }) => {
      const reading = look(fixture);
      if (reading?.kind !== 'created') return false;
      expect(reading.secret, fixture.file).toBe(secret);
      expect([undefined, label], fixture.file).toContain(reading.label);
      return true;
    });
    expect(found.length / created.length).toBeGreaterThan(0.5);
  });
});

describe('two values that could be it', () => {
  const step = (values: string[]) =>
    `<main></main><div role="dialog"><h2>App password</h2>${values
      .map((value) => `<p><code>${value}</code><button>Copy</button></p>`)
      .join('')}</div>`;
  const open = (...values: string[]) =>
    look({ file: '', provider: '', url: unknown, html: step(values) }) as { secret?: string } | undefined;

  it('are left alone, one is read', () => {
    expect(open('qzkw-htrm-vbxn-plcg')?.secret).toBe('qzkw-htrm-vbxn-plcg');
    expect(open('qzkw-htrm-vbxn-plcg', 'wkqz-mrth-nxbv-gclp')).toBeUndefined();
  });

  it.each([
    'abcd efgh ijkl mnop',
    'xxxx-xxxx-xxxx-xxxx',
    'pear moon drum kite',
    'responsibilities',
    '4111-1111-1111-1111',
  ])('never a sample, a word or a number: %s', (value) => expect(open(value)).toBeUndefined());
});

describe('reading unasked', () => {
  const fixture = loadFixtures('general')[0]!;
  const { url, page } = openFixture(fixture);

  it('is not done', () => {
    expect(readPage([...readers, generalReader], url, page)).toBeUndefined();
    expect(readPage([...readers, generalReader], url, page, true)).toEqual({
      provider: 'other',
      reading: fixture.reading,
    });
  });

  it('is in no list that watches', () => {
    expect([...readers, ...providers].map(({ id }) => id)).not.toContain(generalReader.id);
    expect(filesToLook(url).at(-1)).toBe(filesFor([generalReader]).at(-1));
  });
});
