import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { canInstallPackages, ensureBrowser, findProgram, installPackages } from './browser.mjs';
import { checkNode, ensureDependencies } from './setup.mjs';

/**
 * `npm run bench`: builds, measures speed and size, each beside a reference of the same run, and prints one table;
 * with `--write` the table goes into docs/speed.md, too.
 */

const PAGE = 'docs/speed.md';
const MARKS = /(<!-- bench -->\n)[\s\S]*(<!-- \/bench -->)/;

function describeMachine(version) {
  const [{ model = 'processor unknown' } = {}] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  return `Measured on ${day}: ${cpus().length} × ${model.trim()}, ${process.platform}, Node ${process.versions.node}, ${version}.`;
}

/** A browser of its own for each part, so that none works on what another left behind. */
async function withBrowser(openBrowser, measure) {
  const chromium = await openBrowser();
  try {
    return { rows: await measure(chromium), version: await chromium.browser.version() };
  } finally {
    await chromium.close();
  }
}

try {
  checkNode();
  ensureDependencies();
  ensureBrowser('chromium');
  if (findProgram('argon2') === undefined && canInstallPackages())
    installPackages(['argon2'], { quiet: true });
  const [
    { load },
    { printTable },
    { measureSizes },
    { measureVault },
    { measureCapture },
    { measureReading },
    { measureFiles },
  ] = await Promise.all([
    import('./bench/bundle.mjs'),
    import('./bench/table.mjs'),
    import('./bench/sizes.mjs'),
    import('./bench/vault.mjs'),
    import('./bench/capture.mjs'),
    import('./bench/reading.mjs'),
    import('./bench/files.mjs'),
  ]);
  console.log('Building …');
  const { zip } = await import('wxt');
  await zip({ logLevel: 'error' });
  const { openBrowser } = await load('tests/e2e/harness/browser.ts');
  console.log('Measuring reading …');
  const reading = await withBrowser(() => openBrowser({ build: 'none' }), measureReading);
  console.log('Measuring capture …');
  const capture = await withBrowser(openBrowser, measureCapture);
  console.log('Measuring the vault …');
  const vault = await withBrowser(openBrowser, measureVault);
  console.log('Measuring files …');
  const files = await withBrowser(() => openBrowser({ build: 'none' }), measureFiles);
  const rows = [...measureSizes('.output'), ...reading.rows, ...capture.rows, ...vault.rows, ...files.rows];
  const report = `${printTable(rows)}\n\n${describeMachine(vault.version)}\n`;
  console.log(`\n${report}`);
  const missed = rows.filter((row) => row.missed).length;
  console.log(missed === 0 ? 'Every reach is met.' : `${missed} of ${rows.length} missed their reach.`);
  if (process.argv.includes('--write')) {
    const text = readFileSync(PAGE, 'utf8');
    writeFileSync(
      PAGE,
      text.replace(MARKS, (_, open, close) => `${open}${report}${close}`),
    );
  }
  // What was bundled on the way keeps Node alive.
  process.exit(missed === 0 ? 0 : 1);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
