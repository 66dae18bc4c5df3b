import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { nameMachine } from './machine.mjs';
import { checkNode, ensureDependencies } from './setup.mjs';

/**
 * `npm run attacks`: opens every page that tries to fool the card, its user or the background, in real browsers, and
 * writes what became of each into `.output/attacks/table.md`. Needs the builds (`npm run build`).
 */
const FOLDER = '.output/attacks';
const RESULTS = `${FOLDER}/results.json`;

/** What the pages of a file try, and in which browser; the first test whose name fits says it. */
const files = {
  'attacks-card.test.ts': [['changes nothing: ', 'Save without the user meaning it', 'chromium']],
  'attacks-firefox.test.ts': [
    [
      'changes nothing, or leaves the card in plain sight: ',
      'Save by a card that the user cannot see',
      'firefox',
    ],
  ],
  'attacks-look.test.ts': [['changes not a pixel: ', 'another look of the card', 'chromium']],
  'attacks-rows.test.ts': [
    ['has no app password called revoked: ', 'a living app password called revoked', 'chromium'],
    ['spends nothing of what is kept for those who do something', 'a flood of captures', 'chromium'],
  ],
  'attacks-flood.test.ts': [['', 'a flood of captures', 'chromium']],
  'attacks-places.test.ts': [
    ['runs nothing at ', 'our script in a page that is none of ours', 'chromium'],
    ['reads nothing ', 'a reading of what the user did not open', 'chromium'],
    ['stays out of private windows', 'a reading of what the user did not open', 'chromium'],
    ['is ', 'what we know, or that we are there', 'chromium'],
  ],
};

/** One row for each page: browser, aim, attack, and whether it held. */
function readResults() {
  const { testResults } = JSON.parse(readFileSync(RESULTS, 'utf8'));
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.flatMap(({ title, status }) => {
      const [start, aim, browser] =
        (files[basename(name)] ?? []).find(([one]) => title.startsWith(one)) ?? [];
      if (aim === undefined) return [];
      const attack = title === start ? title : title.slice(start.length).replace(/^'|'$/g, '');
      return [{ browser, aim, attack, verdict: status === 'passed' ? 'held' : status }];
    }),
  );
}

function printTable(rows) {
  const kinds = [...new Set(rows.map(({ aim, browser }) => `${aim} | ${browser}`))];
  const ofKind = (kind) => rows.filter(({ aim, browser }) => `${aim} | ${browser}` === kind);
  const sum = (some) => `${some.length} | ${some.filter(({ verdict }) => verdict === 'held').length}`;
  return [
    '| what the pages try | browser | pages | held |',
    '| --- | --- | --- | --- |',
    ...kinds.map((kind) => `| ${kind} | ${sum(ofKind(kind))} |`),
    `| all | | ${sum(rows)} |`,
    '',
    `${nameMachine(ensureBrowser('chromium'))}; ${ask(ensureBrowser('firefox'))}.`,
    '',
    '| browser | what it tries | attack | verdict |',
    '| --- | --- | --- | --- |',
    ...rows.map(({ browser, aim, attack, verdict }) => {
      return `| ${browser} | ${aim} | ${attack.replaceAll('|', '\\|')} | ${verdict} |`;
    }),
    '',
  ].join('\n');
}

function ask(browser) {
  return spawnSync(browser, ['--version'], { encoding: 'utf8' }).stdout.trim();
}

checkNode();
ensureDependencies();
mkdirSync(FOLDER, { recursive: true });
const names = Object.keys(files).map((name) => `tests/e2e/${name}`);
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`];
const parameters = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'e2e', ...reporters, ...names];
const { status } = spawnSync(process.execPath, parameters, {
  stdio: 'inherit',
  env: { ...process.env, CASES: 'all' },
});
const rows = readResults();
writeFileSync(`${FOLDER}/table.md`, printTable(rows));
console.log(`${rows.length} attack pages, ${rows.filter(({ verdict }) => verdict === 'held').length} held.`);
console.log(`The table is in ${FOLDER}/table.md.`);
process.exitCode = status ?? 1;
