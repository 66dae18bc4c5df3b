import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeRooms } from './room-table';
import { rooms } from './rooms';
import { readTree } from './source-tree';

const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts);
const roots =
  'components docs entrypoints lib locales native-host patches practice-site public scripts tests'.split(' ');
const folders = new RegExp(`^(?:${roots.join('|')})/[\\w./-]*$`);
/** A package, which the table of the rooms names like a path: it is none of ours. */
const packages = Object.values(rooms)
  .flat()
  .map((one) => one.replace(/^type /, ''))
  .filter((one) => !folders.test(one));

/** Files and folders that a page names in code or links to, from the root of the project. */
function listPaths(page: string, text: string): string[] {
  const code = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, words = '']) => words.split(/[\s=]+/));
  const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) =>
    join(dirname(page), link),
  );
  return [...code.filter((word) => folders.test(word) && !packages.includes(word)), ...links];
}

/** Scripts of package.json that a page names. */
function listScripts(text: string): string[] {
  return [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
    ([, run, plain]) => run ?? plain ?? '',
  );
}

const pages = ['CONTRIBUTING.md', 'README.md'];
const chapters = ['architecture', 'managers', 'using'].map((name) => `docs/${name}.md`);

describe.each([...pages, ...chapters])('%s', (page) => {
  const text = readFileSync(page, 'utf8');

  it('names files that exist', () => {
    const paths = listPaths(page, text);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
    expect(paths.length).toBeGreaterThan(0);
  });

  it('names scripts that exist', () => {
    expect(listScripts(text).filter((name) => !scripts.includes(name))).toEqual([]);
  });
});

describe('docs/architecture.md', () => {
  it('has the rooms as the test of the architecture has them; npm run rooms writes them', () => {
    const text = readFileSync('docs/architecture.md', 'utf8');
    expect(text).toBe(writeRooms(text));
  });
});

describe('docs/data.md', () => {
  it('names all that our pages keep in local storage, which is the theme', () => {
    const keeping = [...readTree('components', 'entrypoints', 'public')]
      .filter(([, source]) => source.includes('localStorage'))
      .map(([path]) => path);
    expect(keeping.toSorted()).toEqual(['components/state/theme.ts', 'public/theme.js']);
    expect(readFileSync('docs/data.md', 'utf8')).toMatch(/theme.*local storage/);
  });
});

describe('README.md', () => {
  it('fits on four screens', () => {
    const lines = readFileSync('README.md', 'utf8').split('\n');
    const screens = lines.map((line) => Math.max(1, Math.ceil(line.length / 100)));
    expect(screens.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(160);
  });
});

describe('the check notices', () => {
  it.each([
    ['a file in code', 'See `lib/missing.ts`.', ['lib/missing.ts']],
    [
      'a file in a command',
      '`npm run test:unit -- tests/unit/missing.test.ts`',
      ['tests/unit/missing.test.ts'],
    ],
    ['a link', '[there](../missing.md#part)', ['missing.md']],
    ['no package, address or placeholder', '`zod/mini` [x](https://acme.example/a) `lib/<id>.ts`', []],
  ])('%s', (_, text, paths) => {
    expect(listPaths('docs/page.md', text)).toEqual(paths);
  });

  it('a script', () => {
    expect(listScripts('`npm run nothing -- --all`, `npm start`')).toEqual(['nothing', 'start']);
  });
});
