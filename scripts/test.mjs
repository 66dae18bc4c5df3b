import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  canInstallPackages,
  describeBrowser,
  ensureBrowser,
  findBrowser,
  findProgram,
  installPackages,
} from './browser.mjs';
import { mayInstall } from './consent.mjs';
import {
  areDependenciesThere,
  checkNode,
  describeDependencies,
  ensureDependencies,
  ensurePages,
  requireDependencies,
} from './setup.mjs';

/** Debian packages the checks use, each with a program or folder that shows it is there. */
const PACKAGES = {
  chromium: 'chromium',
  'firefox-esr': 'firefox-esr',
  xvfb: 'Xvfb',
  xdotool: 'xdotool',
  argon2: 'argon2',
  openssl: 'openssl',
  wordpress: '/usr/share/wordpress',
  'php-cli': 'php',
  'php-mysql': '/usr/share/doc/php-mysql',
  'mariadb-server': 'mariadbd',
  // Tiny Tiny RSS would else bring a web server, and want to set up a database while it is installed.
  'php-cgi': 'php-cgi',
  'dbconfig-no-thanks': '/usr/share/doc/dbconfig-no-thanks',
  'php-intl': '/usr/share/doc/php-intl',
  'php-mbstring': '/usr/share/doc/php-mbstring',
  'php-xml': '/usr/share/doc/php-xml',
  'tt-rss': '/usr/share/tt-rss',
  dbus: 'dbus-send',
  'gnome-keyring': 'gnome-keyring-daemon',
  'libsecret-tools': 'secret-tool',
  gnupg: 'gpg',
  pass: 'pass',
  keepassxc: 'keepassxc',
};
const PAGES = 'tests/pages';
const RESULTS = '.output/test';
const fast = process.argv.includes('--fast');
const begun = performance.now();
const total = { passed: 0, failed: 0, skipped: 0 };

/** With displays of their own, browsers neither share a clipboard nor open windows on your screen. */
const environment = { ...process.env, NO_COLOR: '1', ...(findProgram('Xvfb') && { DISPLAY: '' }) };

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function isThere(sign) {
  if (sign.startsWith('/')) return existsSync(sign);
  return findProgram(sign) !== undefined || existsSync(join('/usr/sbin', sign));
}

function findMissingPackages() {
  return Object.keys(PACKAGES).filter((name) => !isThere(PACKAGES[name]));
}

/** What would be installed, in words. */
function describeMissing() {
  if (fast) return describeDependencies();
  const packages = canInstallPackages() ? findMissingPackages() : [];
  return [
    ...describeDependencies(),
    ...(packages.length > 0 ? [`Debian's packages ${packages.join(', ')}`] : []),
    ...(packages.includes('chromium') ? [] : describeBrowser('chromium')),
    ...(areDependenciesThere(PAGES)
      ? []
      : [`what the generated pages are drawn with, into ${PAGES}/node_modules`]),
  ];
}

/** Installs what can be installed and names what is left out; tests that need it skip themselves. */
function ensurePackages(isAllowed) {
  const missing = findMissingPackages();
  if (missing.length === 0) return;
  if (isAllowed && canInstallPackages()) {
    console.log(`Installing ${missing.join(', ')} …`);
    const started = performance.now();
    installPackages(missing, { quiet: true });
    console.log(`Installed in ${seconds(started)}.`);
  }
  const why = isAllowed ? 'could not be installed here' : 'was not to be installed';
  for (const name of findMissingPackages()) console.log(`skipped: what needs ${name}, which ${why}`);
}

/**
 * Runs a program of the project's dependencies.
 * @returns its exit code and what it printed
 */
function run(program, parameters, { show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...parameters], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment,
    });
    let output = '';
    let answer = '';
    child.stdout.on('data', (part) => {
      output += part;
      answer += part;
      if (show) process.stdout.write(part);
    });
    child.stderr.on('data', (part) => {
      output += part;
      if (show) process.stderr.write(part);
    });
    child.on('error', (error) => resolve({ code: 1, output: error.message, answer }));
    child.on('close', (code) => resolve({ code: code ?? 1, output, answer }));
  });
}

function count({ passed = 0, failed = 0, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/** A step that passes or fails as a whole; what it printed is shown when it fails. */
async function check(name, program, parameters, complain = () => undefined) {
  const started = performance.now();
  const { code, output, answer } = await run(program, parameters);
  const complaint = code === 0 ? complain(answer) : output;
  const passed = complaint === undefined;
  console.log(`${passed ? '✓' : '✗'} ${name} (${seconds(started)})`);
  if (!passed) console.log(complaint);
  count(passed ? { passed: 1 } : { failed: 1 });
  return passed;
}

/** One project of tests; every test counts. */
async function test(project) {
  const started = performance.now();
  const file = `${RESULTS}/${project}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  console.log(`Tests: ${project}`);
  const parameters = ['run', '--project', `${project}*`, ...reporters];
  const { code } = await run('node_modules/vitest/vitest.mjs', parameters, { show: true });
  const found = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const passed = found.numPassedTests ?? 0;
  const skipped = (found.numPendingTests ?? 0) + (found.numTodoTests ?? 0);
  // A file that cannot even be loaded has no tests, and still it fails.
  const failed = Math.max(found.numFailedTests ?? 0, code === 0 ? 0 : 1);
  count({ passed, failed, skipped });
  const mark = failed === 0 ? '✓' : '✗';
  console.log(
    `${mark} ${project}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds(started)})`,
  );
}

/** The linter of Firefox's store has to find nothing at all. */
function readLint(answer) {
  const { summary, errors = [], warnings = [] } = JSON.parse(answer);
  if (summary.errors === 0 && summary.warnings === 0) return undefined;
  return [...errors, ...warnings]
    .map(({ code, message, file, line }) => `${code}: ${message} (${file ?? ''}:${line ?? ''})`)
    .join('\n');
}

/** Whether tests of a kind can run; where they cannot, it is said and counted. */
function canRun(tests, isReady, needed) {
  if (isReady) return true;
  console.log(`skipped: ${tests}, which need ${needed}`);
  count({ skipped: 1 });
  return false;
}

async function checkSources() {
  const tsc = 'node_modules/typescript/bin/tsc';
  await check('generated types', 'node_modules/wxt/bin/wxt.mjs', ['prepare']);
  await Promise.all([
    check('formatting and lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings']),
    // Of every world: page, worker and Node, each with what is there and no more.
    check('types', tsc, ['-b']),
    // Only where their libraries are installed, which the fast checks do without.
    existsSync('tests/pages/node_modules') &&
      check('types of generated pages', tsc, ['--noEmit', '-p', 'tests/pages']),
    check('nothing unused', 'node_modules/knip/bin/knip.js', []),
  ]);
}

async function checkBuilds() {
  const wxt = 'node_modules/wxt/bin/wxt.mjs';
  await Promise.all([
    // `zip` builds, too.
    check('build for Chrome', wxt, ['zip']),
    check('build for Chrome, development', wxt, ['build', '--mode', 'development']),
    check('build for Firefox', wxt, ['build', '-b', 'firefox', '--mv3']),
  ]);
  const linter = ['.output/firefox-mv3', '--output', 'json'];
  await check("rules of Firefox's store", 'node_modules/addons-linter/bin/addons-linter', linter, readLint);
  await check('sizes', 'scripts/sizes.mjs', []);
}

try {
  checkNode();
  const isAllowed = await mayInstall(describeMissing());
  if (isAllowed) ensureDependencies();
  else requireDependencies();
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  if (!fast) {
    ensurePackages(isAllowed);
    if (isAllowed) {
      ensureBrowser('chromium');
      ensurePages();
    }
  }
  await checkSources();
  // The unit tests look into the built manifests, too.
  if (!fast) await checkBuilds();
  const isBrowser = fast || canRun('all tests in browsers', findBrowser('chromium') !== undefined, 'Chrome');
  const isDrawn =
    fast || canRun('tests with generated pages', areDependenciesThere(PAGES), `npm ci in ${PAGES}`);
  // Tests with real programs mostly wait, and reading keeps a core busy: side by side they fill two cores.
  const reading = async () => {
    await test('unit');
    if (!fast) await Promise.all([isBrowser && isDrawn && test('pages'), test('release')]);
  };
  await Promise.all(fast || !isBrowser ? [reading()] : [test('live'), test('e2e'), reading()]);
} catch (error) {
  console.error(error.message);
  count({ failed: 1 });
}
console.log(`Finished in ${seconds(begun)}.`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
