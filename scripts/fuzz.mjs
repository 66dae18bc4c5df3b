import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nameMachine } from './machine.mjs';
import { checkNode, ensureDependencies, prepareTypes } from './setup.mjs';

/**
 * `npm run fuzz -- --runs N --messages N --minutes N`: gives every importer N hostile files (100,000), and lets every
 * kind of caller send N random and mutated messages (10,000), by the properties of the unit tests. An importer that is
 * not through after so many minutes (10) ends there, and the table says how far it came.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    messages: { type: 'string', default: '10000' },
    minutes: { type: 'string', default: '10' },
  },
});
const FILE = resolve('.output/fuzz/figures.jsonl');
const TESTS = [
  'tests/unit/files/fuzz.test.ts',
  'tests/unit/messaging/each-caller.test.ts',
  // Without figures: all cases are tried, and none may fail.
  'tests/unit/sketch/canary.test.ts',
  'tests/unit/review/paste-check.test.ts',
];

function readFigures() {
  if (!existsSync(FILE)) return [];
  return readFileSync(FILE, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

const number = (count) => count.toLocaleString('en');

function printTable(figures, part, heading, wanted) {
  console.log(`\n| ${heading} | count | what became of them | seconds of work |\n| --- | --- | --- | --- |`);
  for (const { name, count, took, outcomes } of figures.filter((one) => one.part === part)) {
    const sorted = Object.entries(outcomes).sort(([, a], [, b]) => b - a);
    const became = sorted.map(([outcome, times]) => `${outcome} ${number(times)}`).join(', ');
    const short = count < wanted ? ` of ${number(wanted)}: the time was up` : '';
    console.log(`| ${name} | ${number(count)}${short} | ${became} | ${Math.round(took)} |`);
  }
}

try {
  const asked = Object.entries(values).map(([name, text]) => [name, Number(text)]);
  const { runs, messages, minutes } = Object.fromEntries(asked);
  if (asked.some(([, count]) => !Number.isSafeInteger(count) || count < 1)) {
    throw new Error('--runs, --messages and --minutes take whole numbers.');
  }
  checkNode();
  ensureDependencies();
  prepareTypes();
  mkdirSync('.output/fuzz', { recursive: true });
  rmSync(FILE, { force: true });
  const env = {
    ...process.env,
    CASES: 'all',
    FIGURES: FILE,
    FUZZ: runs,
    FUZZ_MINUTES: minutes,
    MESSAGES: messages,
  };
  const limit = `--testTimeout=${(minutes + 60) * 60_000}`;
  const program = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit*', '--maxWorkers=1', limit];
  const { status } = spawnSync(process.execPath, [...program, ...TESTS], { stdio: 'inherit', env });
  const figures = readFigures();
  printTable(figures, 'files', 'importer', runs);
  printTable(figures, 'messages', 'caller', messages);
  console.log(`\n${nameMachine()}.`);
  process.exitCode = status === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
