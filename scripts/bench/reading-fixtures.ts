/** What the bench reads: the stored pages, in Node for what is read, and as pages for how long it takes. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { AppError } from '../../lib/errors';
import { readerFor } from '../../lib/providers';
import { readers as all } from '../../lib/providers/all';
import { readPage } from '../../lib/providers/page';
import type { Reader, Reading } from '../../lib/providers/provider';
import { fold } from '../../lib/providers/reading/dom';
import { type Fixture, loadFixtures, openFixture } from '../../tests/unit/providers/fixtures';

/** Pages in which no reader may find anything. */
const NEGATIVES = 'tests/fixtures/negatives';

/** How often something was found on all pages together, and how often it was what the page says. */
interface Count {
  right: number;
  found: number;
}

/** A stored page that shows a secret, to be served at its address. */
export interface SecretPage {
  id: string;
  url: string;
  html: string;
  secret: string;
  properties: Record<string, string>;
}

// The practice site copies another's page on purpose, and only development builds know it.
const readers = all.filter(({ access }) => access !== 'practice');
const fixtures = loadFixtures().filter(({ provider }) => readers.some(({ id }) => id === provider));

function loadNegatives(): Fixture[] {
  const files = existsSync(NEGATIVES) ? readdirSync(NEGATIVES).filter((file) => file.endsWith('.html')) : [];
  return files.map((file) => {
    const html = readFileSync(`${NEGATIVES}/${file}`, 'utf8');
    const { url } = JSON.parse(/^<!--([\s\S]*?)-->/.exec(html)?.[1] ?? '{}') as { url?: string };
    if (url === undefined) throw new Error(`${file} does not say where it is`);
    return { file, provider: '', url, html };
  });
}

/** The secret that a reading catches. */
function secretOf(reading: Reading | null | undefined): string | undefined {
  return reading?.kind === 'created' || reading?.kind === 'drafted' ? reading.secret : undefined;
}

/** What `read` answers; a page that seems to have changed shows nothing. */
function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

/** The first text or value on a page that has the form of a secret of this reader, wherever it is. */
function findForm({ shape }: Reader, page: Document): string | undefined {
  return [...page.querySelectorAll('*')]
    .map((element) => fold('readOnly' in element ? (element as HTMLInputElement).value : element.textContent))
    .find((text) => shape.shown.test(text));
}

/**
 * Reads every stored page at its own address, with the readers that a page there gets, and with every other reader.
 * @returns counts of the secrets found by reading, and by the form of a secret alone; `expected` is how many there are.
 */
export function countReadings(): {
  pages: number;
  expected: number;
  reading: Count;
  form: Count;
} {
  const pages = [...fixtures, ...loadNegatives()];
  const reading = { right: 0, found: 0 };
  const form = { right: 0, found: 0 };
  let expected = 0;
  for (const fixture of pages) {
    const { url, page } = openFixture(fixture);
    const fitting = readerFor(url).map(({ id }) => id);
    const own = readers.filter(({ id }) => fitting.includes(id));
    // A real one in a form that its provider is not known for may have the form of another's.
    const others = readers.filter(({ id }) => id !== fixture.provider && fixture.error === undefined);
    const wanted = secretOf(fixture.reading);
    if (wanted !== undefined) expected += 1;
    // More than one may fit the address; what one of them finds twice counts once.
    const secrets = new Map(
      others.map((reader) => [reader.id, secretOf(attempt(() => readPage([reader], url, page)?.reading))]),
    );
    const found = attempt(() => readPage(own, url, page));
    if (found) secrets.set(found.provider, secretOf(found.reading));
    const note = (count: Count, id: string, secret: string | undefined) => {
      if (secret === undefined) return;
      count.found += 1;
      if (id === fixture.provider && secret === wanted) count.right += 1;
    };
    for (const [id, secret] of secrets) note(reading, id, secret);
    for (const reader of readers) note(form, reader.id, findForm(reader, page));
  }
  return { pages: pages.length, expected, reading, form };
}

/** One page of every provider that shows a secret as soon as it is there, or, where there is none, before it is sent. */
export function loadSecretPages(): SecretPage[] {
  return readers.map(({ id }) => {
    const files = [`${id}.created.html`, `${id}.drafted.html`];
    const fixture = fixtures.find(({ file }) => files.includes(file));
    const secret = secretOf(fixture?.reading);
    if (!fixture || secret === undefined) throw new Error(`no stored page shows a secret of ${id}`);
    return { id, url: fixture.url, html: fixture.html, secret, properties: fixture.properties ?? {} };
  });
}
