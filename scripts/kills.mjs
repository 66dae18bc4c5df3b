import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { ensureBrowser } from './browser.mjs';
import { nameMachine } from './machine.mjs';
import { buildExtension, checkNode, ensureDependencies } from './setup.mjs';

/**
 * `npm run kills -- --runs N --seed S`: kills a real browser at N random moments of what people do, and counts what
 * was lost, doubled or half. `--lanes` says how many browsers are killed side by side. Interrupted, it continues where
 * it was; `--again` starts over, and `--built` takes the production build that is there.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    lanes: { type: 'string', default: '1' },
    again: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
  },
});

/** Tells one build from another, so that figures are of one only. */
function digestBuild(folder) {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  for (const path of files.map((item) => join(item.parentPath, item.name)).sort()) {
    hash.update(path).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}

try {
  checkNode();
  ensureDependencies();
  const browser = ensureBrowser('chromium');
  if (!values.built) buildExtension();
  const [runs, seed, lanes] = [Number(values.runs), Number(values.seed), Number(values.lanes)];
  if (![runs, seed, lanes].every(Number.isSafeInteger) || runs < 1 || lanes < 1) {
    throw new Error('--runs, --seed and --lanes take whole numbers.');
  }
  const build = digestBuild('.output/chrome-mv3');
  const file = `.output/kills/seed-${seed}-${build}.jsonl`;
  mkdirSync('.output/kills', { recursive: true });
  if (values.again) rmSync(file, { force: true });
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const outcomes = lines.map((line) => JSON.parse(line));
  if (outcomes.length > 0) console.log(`Continuing after ${outcomes.length} kills of this build.`);

  const { measureSpans, ROUND, runKills, sumUp } = (
    await runnerImport(resolve('tests/e2e/kills-run.ts'), { configFile: false })
  ).module;
  const tell = (outcome) => {
    outcomes.push(outcome);
    appendFileSync(file, `${JSON.stringify(outcome)}\n`);
    const { act, delay, faults, failure } = outcome;
    const said = failure ?? (faults.map(({ kind, what }) => `${kind}: ${what}`).join('; ') || 'whole');
    console.log(`${outcomes.length} of ${runs}: ${act}, killed after ${delay} ms: ${said}`);
  };
  if (outcomes.length < runs) {
    const spans = await measureSpans();
    const done = new Set(outcomes.map(({ run }) => run));
    const length = Math.ceil(runs / lanes / ROUND) * ROUND;
    await Promise.all(
      Array.from({ length: lanes }, async (_, lane) => {
        const to = Math.min(runs, (lane + 1) * length);
        let from = lane * length;
        while (done.has(from)) from += 1;
        if (from < to) await runKills({ from, to, seed, spans }, tell);
      }),
    );
  }
  outcomes.sort((one, other) => one.run - other.run);
  console.log(`\n${sumUp(outcomes)}\n\n${nameMachine(browser)}, build ${build}, seed ${seed}`);
  const wrong = outcomes.filter(({ faults, failure }) => faults.length > 0 || failure !== undefined);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
