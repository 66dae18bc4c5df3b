import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { providers } from '../../lib/providers/all';
import { readTree, type Tree } from './source-tree';

/**
 * What a room must not even name, because no import would show it; comments may. That a worker has no document, and no
 * browser what Node has, the compiler knows (`tsconfig.worker.json` and the others).
 */
const taboos: readonly [room: string, words: RegExp][] = [
  [
    'lib/',
    /\b(?:chrome|globalThis\.browser|localStorage|sessionStorage|XMLHttpRequest|WebSocket|sendBeacon)\b/,
  ],
  ['lib/providers/', /\b(?:Date\.now|new Date\(\)|fetch\(|window\.|document\.|globalThis)/],
  // Reading these makes the page compute its layout, which only the eye may.
  ['lib/providers/', /\b(?:innerText|(?:offset|client)(?:Width|Height)|offsetParent)\b/],
  ['lib/providers/', /\bget(?:BoundingClientRect|ComputedStyle)\b/],
  ['lib/review/', /\b(?:Date\.now|new Date\(\)|performance)/],
  ['lib/vault/', /\bbrowser\./],
  ['components/kit/', /\b(?:browser|chrome|localStorage)\b\./],
  ['components/text/', /\b(?:browser|chrome|localStorage)\b\./],
];

/** The one place that may ask the browser where things are drawn. */
const EYE = 'lib/providers/reading/eye.ts';
/** Front doors; everything else that only passes on what others export is a barrel. */
const doors = ['lib/browser.ts', 'lib/providers/index.ts', 'lib/managers/index.ts', 'lib/files/index.ts'];
/** Files of `lib/providers/` that are not a provider. */
const furniture = ['provider', 'all', 'index', 'page', 'dom', 'method-list', 'yahoo-pages'];

/** Words that hide who acts. */
const FACELESS = /\b(?:nobody|somebody|anybody|whoever)\b/i;
/** This file, which lists words that are not to be used. */
const SELF = 'tests/unit/house-rules.test.ts';
/** Files that list words not to be used. */
const exempt = ['docs/glossary.md', SELF];
/** Names that another word of `docs/glossary.md` has replaced, as they stood in code. */
const retired = [
  ...['BridgeState', 'Cabinet', 'createTurns', 'Handover', 'Handovers', 'handovers', 'Heap', 'inTurn'],
  ...['judge', 'ListedRow', 'MadeUp', 'missingDesk', 'needsMending', 'Parts', 'SeenList', 'Standing'],
  ...['standingWords', 'Unsure', 'Veil', 'Withdrawn'],
];
const RETIRED = new RegExp(`\\b(?:${retired.join('|')})\\b`);
/** Comments as `findUntidy` knows them: lines of their own, or what follows code. */
const COMMENT = /^\s*(?:\/\/|\/?\*).*$|\s\/\/ .*$/gm;

/** Hosts and quoted ids of providers: only the provider names them. */
const names = providers
  .filter(({ access }) => access !== 'practice')
  .flatMap(({ id, matches, links }) => [
    `'${id}'`,
    ...[...matches, links.create ?? '', links.revoke].flatMap(
      (address) => /:\/\/([\w-]+\.[\w.-]+)/.exec(address)?.[1] ?? [],
    ),
  ])
  .concat('mysignins', 'live.com', 'microsoftonline', 'wp-admin');

/** A regular expression where one may stand in code, with its source. */
const PATTERN =
  /(?:^\s*|[(,=:[!&|?{};]\s*|\breturn\s+)\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\//gm;
/** Characters of a pattern at most: a longer one is a vocabulary (`lib/terms.ts`), or made of parts with names. */
const LONGEST = 100;

function findUntidy(tree: Tree, today: string): string[] {
  const untidy: string[] = [];
  for (const [path, text] of tree) {
    const code = text.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
    const isProduct = /^(?:lib|components|entrypoints)\//.test(path);
    const isProvider =
      posix.dirname(path) === 'lib/providers' && !furniture.includes(posix.basename(path, '.ts'));
    const lines = text.split('\n').length - 1;
    const most = isProvider ? 150 : 400;
    if (lines > most) untidy.push(`${path} has ${lines} lines, more than ${most}`);
    if (!path.split('/').every((part) => /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(part)))
      untidy.push(`${path} is not kebab-case`);
    if (/(?:^|\/)(?:utils?|helpers?|common|misc|shared)(?:\/|\.)/.test(path))
      untidy.push(`${path} says nothing about what is inside`);
    for (const [, pattern = ''] of code.matchAll(PATTERN)) {
      if (pattern.length > LONGEST)
        untidy.push(`${path} has a pattern of ${pattern.length} characters: ${pattern.slice(0, 20)}`);
    }
    if (isProduct && /^export\s+\*/m.test(code)) untidy.push(`${path} exports whatever another file has`);
    const name = path === SELF ? undefined : RETIRED.exec(code)?.[0];
    if (name !== undefined) untidy.push(`${path} says ${name}, for which docs/glossary.md has another word`);
    const rest = code.replace(/^export\s[^;=]*\sfrom\s[^;]*;?/gm, '').trim();
    if (isProduct && !doors.includes(path) && rest === '' && code.trim() !== '')
      untidy.push(`${path} is a barrel`);
    for (const [, date] of text.matchAll(/\b(?:TOD[O]|FIXM[E]|HAC[K])\b(?: \[(\d{4}-\d\d-\d\d)\]:)?/g)) {
      if (date === undefined) untidy.push(`${path} has a debt without a date`);
      else if (date < today) untidy.push(`${path} has a debt overdue since ${date}`);
    }
    if (isProduct) {
      for (const [room, words] of taboos) {
        const word = path.startsWith(room) && path !== EYE ? words.exec(code)?.[0] : undefined;
        if (word !== undefined) untidy.push(`${path} names ${word}`);
      }
      const own = path.startsWith('lib/providers/') ? undefined : names.find((one) => code.includes(one));
      if (own !== undefined) untidy.push(`${path} names ${own}, which is a provider's own business`);
    }
  }
  return untidy;
}

/** Files whose comments, or in Markdown whose text, hide who acts. */
function findFaceless(tree: Tree): string[] {
  return [...tree].flatMap(([path, text]) => {
    if (exempt.includes(path)) return [];
    const prose = path.endsWith('.md') ? [text] : (text.match(COMMENT) ?? []);
    const word = FACELESS.exec(prose.join('\n'))?.[0];
    return word === undefined ? [] : [`${path} says "${word}": name who acts`];
  });
}

/** Pages of one folder, and sources beside a folder of packages that is not to be searched. */
function readFlat(folder: string): Tree {
  const names = readdirSync(folder).filter((name) => /\.(?:md|ts)$/.test(name));
  return new Map(
    names.map((name) => posix.join(folder, name)).map((path) => [path, readFileSync(path, 'utf8')] as const),
  );
}

describe('the house as it stands', () => {
  const tree = readTree(
    'lib',
    'components',
    'entrypoints',
    'practice-site',
    'native-host',
    'patches',
    'scripts',
    'tests/unit',
    'tests/e2e',
    'tests/live',
  );

  it('is tidy', () => expect(findUntidy(tree, new Date().toISOString().slice(0, 10))).toEqual([]));

  it('says in its comments and docs who acts', () => {
    const kits = ['kits', 'stage', 'words'].map((folder) => `tests/pages/${folder}`);
    const flat = ['tests/pages', 'docs', '.'].flatMap((folder) => [...readFlat(folder)]);
    const prose = new Map([...tree, ...readTree(...kits), ...flat]);
    expect(findFaceless(prose)).toEqual([]);
    expect(exempt.filter((path) => !prose.has(path))).toEqual([]);
    expect([...prose.keys()]).toEqual(expect.arrayContaining(['CHANGELOG.md', 'docs/security.md']));
  });

  it('was really read', () => {
    expect(tree.size).toBeGreaterThan(50);
    expect(names).toEqual(expect.arrayContaining(['mysignins.microsoft.com', 'account.live.com']));
  });
});

describe('the rules notice', () => {
  it.each([
    ['too long', 'lib/a.ts', 'x\n'.repeat(401), 'lib/a.ts has 401 lines, more than 400'],
    [
      'a provider too long',
      'lib/providers/a.ts',
      'x\n'.repeat(151),
      'lib/providers/a.ts has 151 lines, more than 150',
    ],
    ['camel case', 'lib/readPage.ts', 'x', 'lib/readPage.ts is not kebab-case'],
    ['a cupboard for everything', 'lib/utils/a.ts', 'x', 'lib/utils/a.ts says nothing about what is inside'],
    [
      'a barrel',
      'lib/vault/index.ts',
      "export { a } from './a';\nexport { b } from './b';",
      'lib/vault/index.ts is a barrel',
    ],
    [
      'a vocabulary in one pattern',
      'lib/a.ts',
      `const WORDS = /app${'|passwords'.repeat(10)}/iu;`,
      'lib/a.ts has a pattern of 103 characters: app|passwords|passwo',
    ],
    ['debt without a date', 'lib/a.ts', '// TOD' + 'O: later', 'lib/a.ts has a debt without a date'],
    [
      'debt overdue',
      'lib/a.ts',
      '// TOD' + 'O [2026-01-01]: drop',
      'lib/a.ts has a debt overdue since 2026-01-01',
    ],
    [
      'a retired name',
      'lib/a.ts',
      'type Given = Pick<Parts, "now">;',
      'lib/a.ts says Parts, for which docs/glossary.md has another word',
    ],
    ['the clock', 'lib/review/a.ts', 'const now = Date.now();', 'lib/review/a.ts names Date.now'],
    [
      'a host of a provider',
      'lib/capture/a.ts',
      "if (host === 'mysignins.microsoft.com') act();",
      "lib/capture/a.ts names mysignins.microsoft.com, which is a provider's own business",
    ],
    [
      'an id of a provider',
      'components/a.tsx',
      "if (id === 'wordpress') act();",
      "components/a.tsx names 'wordpress', which is a provider's own business",
    ],
  ])('%s', (_, path, text, expected) => {
    expect(findUntidy(new Map([[path, text]]), '2026-06-01')).toEqual([expected]);
  });

  it.each([
    ['in a comment of its own', 'lib/vault/a.ts', '/** Nobody reads it. */\nread();'],
    ['in a comment after code', 'lib/vault/a.ts', 'read(); // Whoever asks.'],
    ['in a comment of several lines', 'lib/vault/a.ts', '/**\n * What\n * somebody wrote.\n */'],
    ['in the docs', 'docs/a.md', 'Anybody may.'],
  ])('who acts is hidden %s', (_, path, text) => {
    expect(findFaceless(new Map([[path, text]]))).toHaveLength(1);
  });

  it.each([
    ['a text', 'lib/vault/a.ts', "const name = 'Nobody';"],
    ['the glossary', 'docs/glossary.md', 'nobody'],
  ])('and passes over %s', (_, path, text) => {
    expect(findFaceless(new Map([[path, text]]))).toEqual([]);
  });
});
