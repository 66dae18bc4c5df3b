import { createHash, randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureBrowser } from '../../scripts/browser.mjs';
import { type Build, extensionPath } from '../e2e/harness/builds.ts';

/** Why policies cannot be set on this machine; `undefined` when they can. */
export function missingPolicies(): string | undefined {
  if (process.platform !== 'linux') return 'policies are set in another way here than on Linux';
  return process.getuid?.() === 0 ? undefined : 'setting a policy takes root';
}

interface Manifest {
  key?: string;
  browser_specific_settings?: { gecko: { id: string } };
}

/** A copy of a built extension under an id of its own, so that a policy for it reaches no other browser here. */
export interface Copy {
  folder: string;
  id: string;
  remove(): void;
}

export function copyExtension(build: Build): Copy {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'spare-key-policy-')));
  cpSync(extensionPath(build), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  // Without a key Chromium makes the id of the folder's name.
  delete manifest.key;
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  let id = [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  if (manifest.browser_specific_settings) {
    id = `{${randomUUID()}}`;
    manifest.browser_specific_settings.gecko.id = id;
  }
  writeFileSync(file, JSON.stringify(manifest));
  return { folder, id, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A policy that a browser reads; `set` replaces it, `remove` takes it and the folders made for it away. */
export interface PolicyFile {
  set(rules: object): void;
  remove(): void;
}

function openFile(file: string, wrap: (rules: object) => object): PolicyFile {
  const made = mkdirSync(dirname(file), { recursive: true });
  return {
    set: (rules) => writeFileSync(file, JSON.stringify(wrap(rules))),
    remove() {
      rmSync(file, { force: true });
      if (made === undefined) return;
      try {
        for (let folder = dirname(file); folder.startsWith(made); folder = dirname(folder)) rmdirSync(folder);
      } catch {
        // Another program has put something beside it meanwhile, and that stays.
      }
    },
  };
}

/** A policy of Chromium for one extension, in a file of its own beside those that may be there. */
export function openChromiumPolicy(id: string): PolicyFile {
  const program = realpathSync(ensureBrowser('chromium'));
  const folder = program.includes('/.cache/puppeteer/')
    ? '/etc/opt/chrome_for_testing'
    : /chrome$/.test(program) && program.startsWith('/opt/google/')
      ? '/etc/opt/chrome'
      : '/etc/chromium';
  const file = join(folder, 'policies', 'managed', `spare-key-${id}.json`);
  return openFile(file, (rules) => ({ '3rdparty': { extensions: { [id]: rules } } }));
}

/** Firefox reads this one file and no other, so one that is there already is left alone. */
const FIREFOX_FILE = '/etc/firefox/policies/policies.json';

export function missingFirefoxPolicies(): string | undefined {
  if (existsSync(FIREFOX_FILE)) return `${FIREFOX_FILE} is there already`;
  return missingPolicies();
}

/** A policy of Firefox for one extension, read when the browser starts. */
export function openFirefoxPolicy(id: string): PolicyFile {
  return openFile(FIREFOX_FILE, (rules) => ({ policies: { '3rdparty': { Extensions: { [id]: rules } } } }));
}
