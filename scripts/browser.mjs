import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const windows = process.platform === 'win32';
const root = process.getuid?.() === 0;

const known = {
  chromium: {
    variable: 'SPARE_KEY_BROWSER',
    names: ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'],
    debian: 'chromium',
    cache: ['chrome', 'chromium'],
    programs: ['chrome', 'chrome.exe', 'Google Chrome for Testing', 'Chromium'],
    places: [
      '/usr/bin/chromium',
      '/usr/bin/google-chrome',
      '/opt/google/chrome/chrome',
      '/snap/bin/chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      ...windowsPlaces('Google\\Chrome\\Application\\chrome.exe'),
      ...windowsPlaces('Chromium\\Application\\chrome.exe'),
    ],
  },
  firefox: {
    variable: 'SPARE_KEY_FIREFOX',
    names: ['firefox-esr', 'firefox'],
    debian: 'firefox-esr',
    cache: ['firefox'],
    programs: ['firefox', 'firefox.exe'],
    places: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      ...windowsPlaces('Mozilla Firefox\\firefox.exe'),
    ],
  },
};

function windowsPlaces(rest) {
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined)
    .map((folder) => `${folder}\\${rest}`);
}

function isProgram(path) {
  try {
    accessSync(path, windows ? constants.F_OK : constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where a program of this name is, looking along PATH. */
export function findProgram(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const ending of windows ? ['.exe', '.cmd', ''] : ['']) {
      const path = join(folder, name + ending);
      if (folder !== '' && isProgram(path)) return path;
    }
  }
  return undefined;
}

/** Newest browser that puppeteer has put into its own cache. */
function findCached({ cache, programs }) {
  const folder = process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer');
  for (const name of cache) {
    const start = join(folder, name);
    if (!existsSync(start)) continue;
    const files = readdirSync(start, { recursive: true }).map(String);
    const found = files
      .filter((file) => programs.includes(file.split(/[\\/]/).at(-1) ?? ''))
      .map((file) => join(start, file))
      .filter((file) => !file.endsWith('.app') && isProgram(file));
    if (found.length > 0) return found.sort().at(-1);
  }
  return undefined;
}

/**
 * Path of a browser on this machine.
 * @param kind `chromium` (Chrome or Chromium) or `firefox`
 * @throws Error when the environment variable names something that cannot be run
 */
export function findBrowser(kind) {
  const browser = known[kind];
  const chosen = process.env[browser.variable];
  if (chosen !== undefined && chosen !== '') {
    if (!isProgram(chosen)) throw new Error(`${browser.variable} is set to ${chosen}, which cannot be run.`);
    return chosen;
  }
  for (const name of browser.names) {
    const found = findProgram(name);
    if (found !== undefined) return found;
  }
  return browser.places.find(isProgram) ?? findCached(browser);
}

/** Whether Debian's packages can be installed here. */
export function canInstallPackages() {
  return process.platform === 'linux' && root && findProgram('apt-get') !== undefined;
}

/**
 * Installs Debian packages and says for each whether it is there afterwards.
 * @returns names of the packages that could not be had
 */
export function installPackages(names, { quiet = false } = {}) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const stdio = quiet ? 'ignore' : ['ignore', 'ignore', 'inherit'];
  const apt = (...parameters) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...parameters], { env, stdio });
  apt('update');
  const install = ['install', '-y', '--no-install-recommends'];
  if (apt(...install, ...names).status === 0) return [];
  // One of them cannot be had: take the others one by one.
  return names.filter((name) => apt(...install, name).status !== 0);
}

/** What `ensureBrowser` would install, in words; nothing when there is a browser. */
export function describeBrowser(kind = 'chromium') {
  if (findBrowser(kind) !== undefined) return [];
  if (canInstallPackages()) return [`Debian's package ${known[kind].debian}`];
  return [`${kind === 'chromium' ? 'Chrome' : 'Firefox'}, which puppeteer downloads into its own folder`];
}

/**
 * Path of a browser, where none may be installed.
 * @throws Error with what to do, when there is none
 */
export function requireBrowser(kind = 'chromium') {
  const found = findBrowser(kind);
  if (found !== undefined) return found;
  throw new Error(
    `Nothing was installed, and no ${kind} was found. ${known[kind].variable} may name its program.`,
  );
}

/**
 * Finds a browser, and installs one when there is none: through puppeteer, else Debian's package when root.
 * @throws Error with what to do, when neither works
 */
export function ensureBrowser(kind = 'chromium', say = console.log) {
  const found = findBrowser(kind);
  if (found !== undefined) return found;
  const { debian, variable } = known[kind];
  if (canInstallPackages()) {
    say(`No ${kind} found. Installing Debian's package ${debian} …`);
    installPackages([debian]);
    const installed = findBrowser(kind);
    if (installed !== undefined) return installed;
  }
  const wanted = kind === 'chromium' ? 'chrome' : 'firefox';
  say(`No ${kind} found. Downloading one with puppeteer …`);
  spawnSync('npx', ['puppeteer', 'browsers', 'install', wanted], { stdio: 'inherit', shell: windows });
  const downloaded = findBrowser(kind);
  if (downloaded !== undefined) return downloaded;
  throw new Error(
    `No ${kind} could be found or installed. Install Chrome, Chromium or Firefox, or set ${variable} to its program.`,
  );
}

/** Whether there is a screen to open a window on. */
export function hasDisplay() {
  if (process.env.CI) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Puppeteer's launch options for Chromium, the same everywhere in the project.
 * @param options.sitesPort port of a local TLS server that answers for every https host; without it, names are
 *   looked up as usual
 * @param options.hostRules rules that go before it, as `MAP host:443 127.0.0.1:port`
 */
export function chromiumOptions({
  executablePath,
  profile,
  headless = true,
  sitesPort,
  hostRules = '',
  args = [],
}) {
  const others = `MAP *:443 127.0.0.1:${sitesPort}, MAP * ~NOTFOUND, EXCLUDE *.localhost, EXCLUDE 127.0.0.1`;
  const rules = hostRules === '' ? others : `${hostRules}, ${others}`;
  return {
    executablePath,
    headless,
    // Extensions are installed over the pipe: branded Chrome no longer takes them from the command line.
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    ...(profile === undefined ? {} : { userDataDir: profile }),
    args: [
      '--disable-quic',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-search-engine-choice-screen',
      '--password-store=basic',
      ...(root ? ['--no-sandbox'] : []),
      ...(sitesPort === undefined ? [] : [`--host-resolver-rules=${rules}`, '--ignore-certificate-errors']),
      ...args,
    ],
  };
}
