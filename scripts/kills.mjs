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
 * was lost, doubled or half. Interrupted, it goes on where it was; `--again` begins anew, and `--built` takes the
 * production build that is there.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
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
  const [runs, seed] = [Number(values.runs), Number(values.seed)];
  if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
    throw new Error('--runs and --seed take whole numbers.');
  }
  const build = digestBuild('.output/chrome-mv3');
  const file = `.output/kills/seed-${seed}-${build}.jsonl`;
  mkdirSync('.output/kills', { recursive: true });
  if (values.again) rmSync(file, { force: true });
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const outcomes = lines.map((line) => JSON.parse(line));
  if (outcomes.length > 0) console.log(`Going on after ${outcomes.length} kills of this build.`);

  const { measureSpans, runKills, sumUp } = (
    await runnerImport(resolve('tests/e2e/kills-run.ts'), { configFile: false })
  ).module;
  if (outcomes.length < runs) {
    const spans = await measureSpans();
    await runKills({ from: outcomes.length, to: runs, seed, spans }, (outcome) => {
      outcomes.push(outcome);
      appendFileSync(file, `${JSON.stringify(outcome)}\n`);
      const { run, act, delay, faults, failure } = outcome;
      const said = failure ?? (faults.map(({ kind, what }) => `${kind}: ${what}`).join('; ') || 'whole');
      console.log(`${run + 1} of ${runs}: ${act}, killed after ${delay} ms: ${said}`);
    });
  }
  console.log(`\n${sumUp(outcomes)}\n\n${nameMachine(browser)}, build ${build}, seed ${seed}`);
  const wrong = outcomes.filter(({ faults, failure }) => faults.length > 0 || failure !== undefined);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
