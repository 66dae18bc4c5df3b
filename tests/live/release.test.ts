import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';

/** Milliseconds for one build of everything, on a computer that has other work. */
const BUILD = 600_000;

const isClone = existsSync('.git');
if (!isClone) console.log('skipped: two releases compared (no clone, so there is no commit to release)');

mkdirSync('.output', { recursive: true });
// Beside the modules, which are linked and not copied where that can be.
const folder = mkdtempSync(resolve('.output', 'release-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }), BUILD);

function bringModules(root: string): void {
  const [from, to] = [resolve('node_modules'), join(root, 'node_modules')];
  if (spawnSync('cp', ['-al', from, to]).status !== 0) cpSync(from, to, { recursive: true });
}

/** Moves the clock of a program ahead by so many days. */
const AHEAD = `const ms = 400 * 86_400_000;
globalThis.Date = class extends Date {
  constructor(...parts) { parts.length === 0 ? super(Date.now() + ms) : super(...parts); }
};
`;

function release(root: string, environment: NodeJS.ProcessEnv): Map<string, Buffer> {
  const options = { cwd: root, env: { ...process.env, ...environment }, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/release.mjs'], options);
  expect(status, `${stdout}\n${stderr}`).toBe(0);
  const target = join(root, '.output', 'release');
  return new Map(readdirSync(target).map((name) => [name, readFileSync(join(target, name))]));
}

test.skipIf(!isClone)(
  'a clone, and its source archive elsewhere in another time zone and year, make the same bytes',
  () => {
    const clone = join(folder, 'one');
    execFileSync('git', ['clone', '--quiet', '--local', resolve('.'), clone]);
    bringModules(clone);
    const first = release(clone, {
      TZ: 'America/St_Johns',
      LANG: 'C',
      VITE_STRAY: 'x',
      NODE_ENV: 'development',
    });
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const names = ['SHA256SUMS', `spare-key-${version}.cdx.json`, `spare-key-bridge-${version}.cdx.json`];
    const zips = ['chrome', 'firefox', 'source'].map((name) => `spare-key-${version}-${name}.zip`);
    expect([...first.keys()].sort()).toEqual([...names, ...zips, `spare-key-bridge-${version}.zip`].sort());

    for (const zip of zips.slice(0, 2).concat(`spare-key-bridge-${version}.zip`)) {
      const licences = unzipSync(first.get(zip) ?? new Uint8Array())['third-party-licences.txt'];
      expect(new TextDecoder().decode(licences), zip).toMatch(/^zod .+ \(MIT\)$/m);
    }

    // Not clean any more: nothing is made.
    writeFileSync(join(clone, 'stray.txt'), '');
    const refused = spawnSync(process.execPath, ['scripts/release.mjs'], { cwd: clone, encoding: 'utf8' });
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('stray.txt');

    const elsewhere = join(folder, 'a much longer path', 'two');
    const archive = first.get(`spare-key-${version}-source.zip`) ?? new Uint8Array();
    for (const [path, content] of Object.entries(unzipSync(archive))) {
      mkdirSync(join(elsewhere, dirname(path)), { recursive: true });
      writeFileSync(join(elsewhere, path), content);
    }
    const root = join(elsewhere, `spare-key-${version}`);
    bringModules(root);
    const clock = join(folder, 'ahead.mjs');
    writeFileSync(clock, AHEAD);
    const second = release(root, {
      TZ: 'Pacific/Kiritimati',
      LANG: 'de_DE.UTF-8',
      NODE_OPTIONS: `--import=${JSON.stringify(clock)}`,
    });
    expect([...second.keys()]).toEqual([...first.keys()]);
    const differing = [...first].filter(([name, bytes]) => !second.get(name)?.equals(bytes));
    expect(differing.map(([name]) => name)).toEqual([]);
    console.log(first.get('SHA256SUMS')?.toString());
  },
  2 * BUILD,
);
