import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * `npm run new provider <id>`: writes the provider's file, a first fixture and its lines in the register.
 * The fixture fails until it is true; the rest is for the person who has seen the page.
 */

const root = new URL('../', import.meta.url);

function providerFile(id, address) {
  const url = new URL(address);
  return `import { readSteps } from './dom';
import type { Provider, Reader, Site } from './provider';

const site: Site = {
  id: '${id}',
  matches: ['https://${url.hostname}${url.pathname}*'],
  access: 'optional',
  // What the page shows, and what sign-in ignores of it.
  shape: { shown: /^[a-z]{4}( [a-z]{4}){3}$/, ignored: ' ' },
};

export const reader: Reader = {
  ...site,
  read: (_url, page) => readSteps(site, page, undefined, 'app password'),
};

/**
 * App passwords of ${id}.
 *
 * To try by hand: ${address}
 * How well the reading is known: inferred. Say here what was seen in source, in scripts, or described.
 */
export const provider: Provider = {
  ...site,
  example: 'qwhbtrkzmnvcpxlg',
  name: '${id}',
  links: {
    create: '${address}',
    revoke: '${address}',
  },
  servers: [],
  facts: [],
  labelled: true,
};
`;
}

function fixtureFile(address) {
  const expected = { url: address, reading: { kind: 'created', secret: 'qwhb trkz mnvc pxlg' } };
  return `<!-- ${JSON.stringify(expected)} -->
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Rebuild the page here from what you know; paste nothing</title></head>
<body>
</body>
</html>
`;
}

/** The register with a provider more: its import in order, one line in each list. */
function register(text, id) {
  const name = id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const imports = [...text.matchAll(/^import \* as .* from '\.\/(.*)';$/gm)];
  const after = imports.findLast(([, other]) => other < id) ?? imports[0];
  const line = `import * as ${name} from './${id}';`;
  const [first] = after;
  const both = after[1] < id ? `${first}\n${line}` : `${line}\n${first}`;
  return text
    .replace(first, both)
    .replace(/^( {2})(\.\.\.\(.*practice\.(reader|provider)\].*)$/gm, `$1${name}.$3,\n$1$2`);
}

const [what, id = '', address = ''] = process.argv.slice(2);
const file = new URL(`lib/providers/${id}.ts`, root);
if (what !== 'provider' || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
  console.error('npm run new provider <id> [<https address of its app-password page>]');
  process.exit(1);
}
if (existsSync(file)) {
  console.error(`There is a provider ${id} already.`);
  process.exit(1);
}

const page = URL.canParse(address) ? new URL(address).href : `https://${id}.example/app-passwords`;
const all = new URL('lib/providers/all.ts', root);
const fixture = new URL(`tests/fixtures/providers/${id}.created.html`, root);
writeFileSync(file, providerFile(id, page));
writeFileSync(fixture, fixtureFile(page));
writeFileSync(all, register(readFileSync(all, 'utf8'), id));
console.log(`Written: lib/providers/${id}.ts, tests/fixtures/providers/${id}.created.html, two lines in all.ts.
Next: rebuild the page in the fixture, add one that must be left alone, then: npx vitest run tests/unit/providers`);
