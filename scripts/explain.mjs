import { existsSync, readFileSync } from 'node:fs';
import { load, option, readSketch } from './sketch-file.mjs';

/**
 * `npm run explain <page.html|sketch.json> [-- --url U] [--asked]`: says how a page is read, and why, or why not.
 * Secrets are written by their form.
 */

const [, , path] = process.argv;
const asked = process.argv.includes('--asked');

if (!path || !existsSync(path)) {
  console.error(`npm run explain <page.html|sketch.json> -- [--url <address>] [--asked]

  --url    the address of the page, where the file does not say it, or another than it says
  --asked  read it as when somebody chooses "Look on this page"`);
  process.exit(1);
}

/** A stored page; a fixture says its address in its first comment. */
function readPageFile(file) {
  const html = readFileSync(file, 'utf8');
  const comment = /^<!--([\s\S]*?)-->/.exec(html)?.[1] ?? '';
  let expected = {};
  try {
    expected = JSON.parse(comment);
  } catch {
    // A page that is no fixture.
  }
  return { ...expected, html };
}

/** What is read, with the secret by its shape alone. */
function sayReading(shapeOf, found) {
  if (!found) return 'nothing';
  const { provider, reading } = found;
  const secret = 'secret' in reading ? { secret: shapeOf(reading.secret) } : {};
  return `${provider}: ${JSON.stringify({ ...reading, ...secret }, null, 2)}`;
}

try {
  const file = path.endsWith('.json') ? await readSketch(path) : readPageFile(path);
  const address = option('url') ?? file.url;
  if (!address) throw new Error('The file does not say its address: add -- --url <address>.');
  const [{ openFixture }, { readers, generalReader }, { readerFor }, { readPage }, { shapeOf }] =
    await Promise.all([
      load('tests/unit/providers/fixtures.ts'),
      load('lib/providers/all.ts'),
      load('lib/providers/index.ts'),
      load('lib/providers/page.ts'),
      load('lib/sketch/shape.ts'),
    ]);
  const { url, page } = openFixture({ ...file, url: address });
  const fitting = new Set(readerFor(url).map(({ id }) => id));
  const chosen = [...readers.filter(({ id }) => fitting.has(id)), ...(asked ? [generalReader] : [])];
  console.log(`Address: ${url.href}`);
  console.log(`Readers: ${chosen.map(({ id }) => id).join(', ') || 'none; --asked adds the general one'}`);
  try {
    console.log(`Reading: ${sayReading(shapeOf, readPage(chosen, url, page, asked))}`);
  } catch (error) {
    console.log(`Reading: none, ${error instanceof Error ? error.message : error}`);
  }
  const explaining = await load('lib/providers/reading/explain.ts').catch(() => undefined);
  if (explaining) console.log(`\n${explaining.explain(chosen, url, page, asked)}`);
  else console.log('\nThere is no lib/providers/reading/explain.ts yet, so this is all that can be said.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
