import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const windows = process.platform === 'win32';

/** @throws Error when this Node is too old for what the project is built with */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!fits) {
    throw new Error(`Spare Key needs Node 20.19, 22.12 or later; this is ${process.versions.node}.`);
  }
}

function readPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

/** Whether what is installed is what the lock file names; packages for other systems may be missing. */
export function areDependenciesThere(folder = '.') {
  const wanted = readPackages(`${folder}/package-lock.json`);
  const present = readPackages(`${folder}/node_modules/.package-lock.json`);
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (present[path] === undefined ? optional === true : present[path].version === version),
  );
}

/** What `ensureDependencies` would install, in words; nothing when all is there. */
export function describeDependencies() {
  return areDependenciesThere() ? [] : ['the packages that package-lock.json names, into node_modules'];
}

/** @throws Error when the dependencies are missing and may not be installed: nothing runs without them */
export function requireDependencies() {
  if (areDependenciesThere()) return;
  throw new Error(
    'Nothing was installed, and nothing runs without the packages of package-lock.json: npm ci',
  );
}

/**
 * Installs the dependencies as locked when they are missing or differ from the lock file.
 * @throws Error when npm fails, or what it installed is not what the lock file names
 */
export function ensureDependencies(say = console.log) {
  if (areDependenciesThere()) return;
  say('Installing dependencies …');
  // Not `npm ci`: it refuses a lock file without the builds for other systems, and not every registry has them all.
  // Versions are compared afterwards, and npm compares checksums, so that nothing but the lock file decides.
  install();
  if (!areDependenciesThere()) throw new Error('The installed dependencies differ from package-lock.json.');
  if (doToolsRun()) return;
  // Only what the lock file names is installed: a build for this system is missing, and a developer has to add it.
  throw new Error('The tools that build do not run on this system. Run npm ci, and look at what it says.');
}

/** Installs the component libraries with which generated pages are drawn; nothing of them reaches the extension. */
export function ensurePages(say = console.log) {
  installApart('tests/pages', say);
}

/**
 * Installs the packages of a folder that has a lock file of its own, for what few commands need.
 * @throws Error when npm fails, or what it installed is not what the lock file names
 */
export function installApart(folder, say = console.log) {
  if (areDependenciesThere(folder)) return;
  say(`Installing what ${folder} needs …`);
  install('--prefix', folder);
  if (!areDependenciesThere(folder))
    throw new Error(`What is installed in ${folder} differs from its lock file.`);
}

/** @throws Error when npm fails */
function install(...more) {
  const { status, stderr } = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', ...more], {
    env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
    encoding: 'utf8',
    shell: windows,
  });
  if (status !== 0) throw new Error(`The dependencies could not be installed.\n${stderr ?? ''}`);
}

/** Whether the parts that are built for each system are there: npm leaves out what it could not get. */
function doToolsRun() {
  return spawnSync(process.execPath, ['-e', "require('rollup'); require('esbuild')"]).status === 0;
}

/**
 * Generates the types that TypeScript's settings build on, which a fresh clone does not have; unit tests need them.
 * @throws Error with what was printed, when that fails
 */
export function prepareTypes() {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/wxt/bin/wxt.mjs', 'prepare'],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The types could not be generated.\n${stdout}${stderr}`);
}

/**
 * Builds the extension.
 * @param parameters of `wxt build`
 * @throws Error with what the build printed, when it fails
 */
export function buildExtension(...parameters) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/wxt/bin/wxt.mjs', 'build', ...parameters],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The extension could not be built.\n${stdout}${stderr}`);
}
