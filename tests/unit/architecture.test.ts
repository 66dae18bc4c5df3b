import { describe, expect, it } from 'vitest';
import { guests, rooms } from './rooms';
import { listImports, readTree, type Tree } from './source-tree';

function fits(to: string, allowed: string): boolean {
  return /[/:]$/.test(allowed) ? to.startsWith(allowed) : to === allowed || to.startsWith(`${allowed}/`);
}

function findForbidden(tree: Tree): string[] {
  return [...tree.keys()].flatMap((path) => {
    const fitting = Object.keys(rooms).filter((prefix) => fits(path, prefix));
    const room = fitting.sort((a, b) => b.length - a.length)[0];
    if (room === undefined) return [`${path} is in no room`];
    // A program may import its own folder, but not another program.
    const own = path.startsWith('entrypoints/') ? [`${path.split('/', 2).join('/')}/`] : [];
    const allowed = [...(rooms[room] ?? []), ...own];
    return listImports(tree, path)
      .filter(({ to, types }) => !allowed.some((one) => fits(to, one) || (types && fits(`type ${to}`, one))))
      .map(({ to, types }) => `${path} imports ${to}${types ? ' (types)' : ''}`);
  });
}

/** Walks run-time imports from the content script and names what has no business in a page, with the way there. */
function findIntruders(tree: Tree): string[] {
  const ways = [...tree.keys()]
    .filter((path) => path.startsWith('entrypoints/capture.content/'))
    .map((path) => [path]);
  const seen = new Set<string>();
  const intruders: string[] = [];
  for (const way of ways) {
    const last = way.at(-1) ?? '';
    if (seen.has(last)) continue;
    seen.add(last);
    if (!guests.some((guest) => fits(last, guest))) intruders.push(way.join(' > '));
    for (const { to, types } of listImports(tree, last)) if (!types) ways.push([...way, to]);
  }
  return intruders;
}

describe('the house as it stands', () => {
  const tree = readTree('lib', 'components', 'entrypoints', 'practice-site', 'native-host');

  it('imports only what each room may', () => expect(findForbidden(tree)).toEqual([]));

  it('lets nothing heavy or secret into a page', () => expect(findIntruders(tree)).toEqual([]));

  it('was really read', () => {
    expect(tree.size).toBeGreaterThan(30);
    expect([...tree.keys()].flatMap((path) => listImports(tree, path)).length).toBeGreaterThan(100);
  });
});

describe('the rules notice', () => {
  const house = {
    'lib/errors.ts': '',
    'lib/model.ts': "import * as z from 'zod/mini';\n",
    'lib/vault/vault.ts': '',
  };
  const build = (files: Record<string, string>): Tree => new Map(Object.entries({ ...house, ...files }));

  it.each([
    ['lib/vault/a.ts', "import { browser } from '../browser';", 'lib/vault/a.ts imports missing lib/browser'],
    [
      'lib/review/a.ts',
      "import {\n  x,\n} from '../vault/vault';",
      'lib/review/a.ts imports lib/vault/vault.ts',
    ],
    [
      'lib/review/a.ts',
      "export { x } from '../vault/vault.ts';",
      'lib/review/a.ts imports lib/vault/vault.ts',
    ],
    ['lib/capture/a.ts', "const x = await import('../model');", 'lib/capture/a.ts imports lib/model.ts'],
    [
      'components/kit/a.tsx',
      "import { SHORT } from '@/lib/model';",
      'components/kit/a.tsx imports lib/model.ts',
    ],
    [
      'components/entry/a.tsx',
      "import { x } from '../review/page';",
      'components/entry/a.tsx imports missing components/review/page',
    ],
    [
      'components/kit/a.tsx',
      "import type { X } from '../../lib/vault/vault';",
      'components/kit/a.tsx imports lib/vault/vault.ts (types)',
    ],
    [
      'entrypoints/popup/main.tsx',
      "import '../../lib/vault/vault';",
      'entrypoints/popup/main.tsx imports lib/vault/vault.ts',
    ],
    [
      'entrypoints/popup/main.tsx',
      "import '../welcome/main';",
      'entrypoints/popup/main.tsx imports missing entrypoints/welcome/main',
    ],
    ['lib/providers/a.ts', "import * as z from 'zod/mini';", 'lib/providers/a.ts imports zod/mini'],
    ['lib/attic/a.ts', '', 'lib/attic/a.ts is in no room'],
  ])('%s: %s', (path, text, expected) => {
    expect(findForbidden(build({ [path]: text }))).toEqual([expected]);
  });

  it('types where only types are allowed', () => {
    expect(
      findForbidden(build({ 'components/kit/a.tsx': "import type { X } from '../../lib/model';" })),
    ).toEqual([]);
  });

  it.each([
    ["import '../model';", 'entrypoints/capture.content/index.ts > lib/capture/a.ts > lib/model.ts'],
    [
      "import { type X } from '../model';",
      'entrypoints/capture.content/index.ts > lib/capture/a.ts > lib/model.ts',
    ],
    ["export * from 'preact';", 'entrypoints/capture.content/index.ts > lib/capture/a.ts > preact'],
    ["void import('idb');", 'entrypoints/capture.content/index.ts > lib/capture/a.ts > idb'],
  ])('a stranger in a page by way of another file: %s', (text, expected) => {
    const entrance = { 'entrypoints/capture.content/index.ts': "import { a } from '../../lib/capture/a';" };
    expect(findIntruders(build({ ...entrance, 'lib/capture/a.ts': text }))[0]).toBe(expected);
    expect(
      findIntruders(build({ ...entrance, 'lib/capture/a.ts': "import type { X } from '../model';" })),
    ).toEqual([]);
  });
});
