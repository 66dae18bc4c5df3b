import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * `npm run new provider <id>`: writes the provider's file, its first two fixtures and its lines in the register.
 * One fixture fails until it is true; you, who have seen the page, write the rest.
 */

const root = new URL('../', import.meta.url);

function providerFile(id, address) {
  const url = new URL(address);
  return `import type { Pages, Provider, Reader, Site } from './provider';

const site: Site = {
  id: '${id}',
  matches: ['https://${url.hostname}${url.pathname}*'],
  access: 'optional',
  // What the page shows, and what sign-in ignores of it.
  shape: { shown: /^[a-z]{4}( [a-z]{4}){3}$/, ignored: ' ' },
};

/** Say here what is known of its pages by their address; what they show is weighed all the same. */
const pages = (): Pages => ({});

export const reader: Reader = { ...site, pages };

/**
 * App passwords of ${id}.
 *
 * To try it: ${address}
 * How well the reading is known: inferred. Say here what was seen in source, in scripts, or described.
 */
export const provider: Provider = {
  ...site,
  example: 'qwhbtrkzmnvcpxlg',
  name: '${id}',
  // One or two letters that no other provider has.
  monogram: '${monogram(id)}',
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

/** Two letters of the id to begin with; a test says when another provider has them. */
function monogram(id) {
  return id[0].toUpperCase() + (/-([a-z])/.exec(id)?.[1] ?? id[1] ?? '');
}

function fixtureFile(address, reading) {
  return `<!-- ${JSON.stringify({ url: address, reading })} -->
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
const fixture = (state) => `tests/fixtures/providers/${id}.${state}.html`;
const created = { kind: 'created', secret: 'qwhb trkz mnvc pxlg' };
writeFileSync(file, providerFile(id, page));
writeFileSync(new URL(fixture('created'), root), fixtureFile(page, created));
writeFileSync(new URL(fixture('start'), root), fixtureFile(page, null));
writeFileSync(all, register(readFileSync(all, 'utf8'), id));
console.log(`Written:
  lib/providers/${id}.ts        what is known of the service
  ${fixture('created')}  the page with a new app password; its test fails until the page is rebuilt there
  ${fixture('start')}    the page before that, in which nothing is read
  lib/providers/all.ts          an import, and a line in each of the two lists
Next: rebuild both pages, then: npm run test:unit -- tests/unit/providers/fixtures.test.ts`);
