import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nameMachine } from './machine.mjs';
import { checkNode, ensureDependencies, installApart, prepareTypes } from './setup.mjs';

/**
 * `npm run mutation`: changes the parts that everything rests on in every small way, and counts how many of the changes
 * no unit test notices. Takes names of parts; all without one, which may take hours. `--concurrency` says how many
 * changes are tried at once. What was measured before is in the table, too, with its day. A part is tried with the test
 * files that are about it: those that go slowly through whole vaults for other reasons are left out.
 */
const inVault = (...names) => names.map((name) => `tests/unit/vault/${name}.test.ts`);
const inBackground = (...names) => names.map((name) => `tests/unit/background/${name}.test.ts`);
const parts = {
  crypto: { files: ['lib/vault/crypto.ts'], tests: inVault('crypto*', 'envelope*', 'slots*', 'golden') },
  envelope: { files: ['lib/vault/envelope.ts'], tests: inVault('envelope*', 'golden', 'proof', 'rescue') },
  manifest: {
    files: ['lib/vault/manifest.ts'],
    tests: inVault('manifest', 'golden', 'planted', 'replay', 'rescue', 'vault', 'rollback-counter'),
  },
  slots: { files: ['lib/vault/slots.ts'], tests: inVault('slots*', 'golden', 'header') },
  inbox: { files: ['lib/vault/inbox.ts'], tests: inVault('inbox', 'golden', 'new-key', 'replay', 'vault') },
  session: { files: ['lib/background/services/session.ts'], tests: inBackground('session*', 'erasing') },
  captures: {
    files: ['lib/background/services/captures.ts'],
    tests: inBackground('captures*', 'expiry*', 'hostile-storage'),
  },
  guard: { files: ['lib/capture/guard.ts'], tests: ['tests/unit/capture/**/*.test.ts'] },
  authorise: { files: ['lib/messaging/serve.ts'], tests: ['tests/unit/messaging/**/*.test.ts'] },
  managed: {
    files: ['lib/policy/policy.ts', 'lib/background/services/policy.ts'],
    tests: ['tests/unit/managed*.test.ts', ...inBackground('managed*', 'last-policy')],
  },
};
const FOLDER = '.output/mutation';
const HOME = 'tests/mutation';

function configure(name, concurrency) {
  return {
    mutate: parts[name].files,
    testRunner: 'vitest',
    plugins: [resolve(HOME, 'node_modules/@stryker-mutator/vitest-runner/dist/src/index.js')],
    vitest: { configFile: `${HOME}/vitest.config.ts`, related: false },
    coverageAnalysis: 'perTest',
    concurrency,
    // A test that is slow on a busy machine must not count as having noticed the change.
    timeoutMS: 30_000,
    // TypeScript 7 has no compiler that Stryker could ask; without a configuration it does not try.
    tsconfigFile: 'there-is-none.json',
    tempDirName: `${FOLDER}/sandbox`,
    ignorePatterns: [
      '/.output',
      '/docs',
      '/tests/e2e',
      '/tests/live',
      '/tests/pages',
      '/tests/fixtures/drawn',
    ],
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: `${FOLDER}/${name}.report.json` },
    allowEmpty: false,
    disableTypeChecks: false,
  };
}

/** Counts changes by their outcome, and lists where those are that no test noticed. */
function readReport(name) {
  const { files } = JSON.parse(readFileSync(`${FOLDER}/${name}.report.json`, 'utf8'));
  const mutants = Object.entries(files).flatMap(([file, found]) =>
    found.mutants.map((mutant) => ({ file, ...mutant })),
  );
  const count = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
  const [noticed, survived, untried] = [count('Killed', 'Timeout'), count('Survived'), count('NoCoverage')];
  const all = noticed + survived + untried;
  return {
    ...{ all, noticed, survived, untried },
    score: all === 0 ? 0 : Math.floor((1000 * noticed) / all) / 10,
    survivors: mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(({ file, location, mutatorName, replacement }) => {
        const text = (replacement ?? '').replace(/\s+/g, ' ').slice(0, 60);
        return `${file}:${location.start.line}:${location.start.column} ${mutatorName} → ${text}`;
      })
      .sort(),
  };
}

function measure(name, concurrency) {
  const { files, tests } = parts[name];
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0)
    throw new Error(`There is no ${missing.join(', ')}; scripts/mutation.mjs names it.`);
  const config = join(FOLDER, `${name}.config.json`);
  writeFileSync(config, JSON.stringify(configure(name, concurrency), null, 2));
  rmSync(`${FOLDER}/${name}.report.json`, { force: true });
  const program = `${HOME}/node_modules/@stryker-mutator/core/bin/stryker.js`;
  const env = { ...process.env, MUTATION_TESTS: tests.join(','), NO_COLOR: '1' };
  const { status } = spawnSync(process.execPath, [program, 'run', config], { stdio: 'inherit', env });
  if (status !== 0) throw new Error(`Stryker did not finish with ${name}.`);
  const result = { ...readReport(name), of: nameMachine() };
  writeFileSync(`${FOLDER}/${name}.json`, JSON.stringify(result, null, 2));
}

function printTable() {
  const done = Object.keys(parts).filter((name) => existsSync(`${FOLDER}/${name}.json`));
  const results = done.map((name) => [name, JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8'))]);
  console.log('\n| part | changes | noticed | survived | not reached | score | measured |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  for (const [name, { all, noticed, survived, untried, score, of }] of results) {
    console.log(`| ${[name, all, noticed, survived, untried, `${score} %`, of].join(' | ')} |`);
  }
  for (const name of Object.keys(parts)) {
    if (!done.includes(name)) console.log(`| ${name} | – | – | – | – | not measured | – |`);
  }
  for (const [name, { survivors }] of results) {
    if (survivors.length > 0) console.log(`\nNot noticed in ${name}:\n${survivors.join('\n')}`);
  }
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { concurrency: { type: 'string', default: '1' } },
  });
  const unknown = positionals.filter((name) => !(name in parts));
  if (unknown.length > 0) throw new Error(`${unknown} is none of: ${Object.keys(parts).join(', ')}.`);
  checkNode();
  ensureDependencies();
  prepareTypes();
  installApart(HOME);
  mkdirSync(FOLDER, { recursive: true });
  const names = positionals.length > 0 ? positionals : Object.keys(parts);
  for (const name of names) measure(name, Number(values.concurrency));
  printTable();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
