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
  --asked  read it as when the user chooses "Scan this page"`);
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

try {
  const file = path.endsWith('.json') ? await readSketch(path) : readPageFile(path);
  const address = option('url') ?? file.url;
  if (!address) throw new Error('The file does not say its address: add -- --url <address>.');
  const { explainPage } = await load('scripts/explain-page.ts');
  console.log(explainPage({ ...file, url: address }, asked));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
