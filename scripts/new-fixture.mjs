import { existsSync, writeFileSync } from 'node:fs';
import { option, readSketch } from './sketch-file.mjs';

/**
 * `npm run new fixture <sketch.json> -- --provider <id> --state <state>`: makes a fixture of the sketch of a page that
 * a user sent. It has the page's structure and invented people; you write into it what should be read.
 */

const root = new URL('../', import.meta.url);
const [, , , sketch] = process.argv;
const provider = option('provider');
const state = option('state');
const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

if (!sketch || !kebab.test(provider ?? '') || !kebab.test(state ?? '')) {
  console.error(`npm run new fixture <sketch.json> -- --provider <id> --state <state>

  --provider  the provider's id, or "general" for a page of no known provider
  --state     what the page shows, such as created-french or list`);
  process.exit(1);
}

const general = provider === 'general';
if (!general && !existsSync(new URL(`lib/providers/${provider}.ts`, root))) {
  console.error(`There is no provider ${provider}. Make it first: npm run new provider ${provider}`);
  process.exit(1);
}
const path = general
  ? `tests/fixtures/general/${state}.html`
  : `tests/fixtures/providers/${provider}.${state}.html`;
if (existsSync(new URL(path, root))) {
  console.error(`There is a fixture ${path} already.`);
  process.exit(1);
}

try {
  const { url, html } = await readSketch(sketch);
  writeFileSync(new URL(path, root), `<!-- ${JSON.stringify({ url, reading: null })} -->\n${html}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
console.log(`Written: ${path}. The people, words and values in it are invented.
Next: npm run explain ${path} says how it is read now. Then write what should be read in place of "reading": null.`);
