import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { extensionIds } from '../../../native-host/extension-ids';

const origin = `chrome-extension://${extensionIds.chromium[0]}/`;

describe.skipIf(process.platform !== 'linux')('the bundled program', () => {
  let built: string;
  let program: string;
  let home: string;

  beforeAll(() => {
    built = mkdtempSync(join(tmpdir(), 'spare-key-build-'));
    execFileSync(process.execPath, ['native-host/build.mjs', built], { stdio: 'pipe' });
    program = join(built, 'spare-key-bridge.mjs');
  });
  afterAll(() => rmSync(built, { recursive: true, force: true }));
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "spare-key-o'home $x-"));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  function call(...parameters: string[]) {
    const env = { HOME: home, PATH: '/usr/bin:/bin' };
    const result = spawnSync(process.execPath, [program, ...parameters], {
      env,
      encoding: 'utf8',
      timeout: 30_000,
    });
    return { code: result.status, output: result.stdout, complaint: result.stderr };
  }
  const list = (): string[] =>
    readdirSync(home, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name).slice(home.length + 1))
      .sort();

  it('is a package that Node runs, in the version of the project', () => {
    const manifest = JSON.parse(readFileSync(join(built, 'package.json'), 'utf8'));
    const { version } = JSON.parse(readFileSync(resolve('package.json'), 'utf8'));
    expect(manifest).toMatchObject({ version, bin: { 'spare-key-bridge': 'spare-key-bridge.mjs' } });
    expect(manifest).not.toHaveProperty('dependencies');
    expect(call('--version').output).toBe(`${version}\n`);
    expect(readFileSync(program, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(statSync(program).mode & 0o777).toBe(0o755);
  });

  it('shows and changes nothing with --print', () => {
    mkdirSync(join(home, '.config/chromium'), { recursive: true });
    const { code, output } = call('install', '--print');
    expect(code).toBe(0);
    expect(output).toContain(
      `write ${home}/.config/chromium/NativeMessagingHosts/app.sparekey.bridge.json (mode 644)`,
    );
    expect(output).toContain(`"${origin}"`);
    expect(list()).toEqual([]);
  });

  it('installs, changes nothing the second time, and leaves nothing behind', () => {
    mkdirSync(join(home, '.config/chromium/NativeMessagingHosts'), { recursive: true });
    mkdirSync(join(home, '.mozilla'));
    writeFileSync(join(home, '.config/chromium/NativeMessagingHosts/of.another.json'), '{}');
    expect(call('install').code).toBe(0);
    const own = ['.local/share/spare-key/spare-key-bridge', '.local/share/spare-key/spare-key-bridge.mjs'];
    expect(list()).toEqual(
      expect.arrayContaining([...own, '.mozilla/native-messaging-hosts/app.sparekey.bridge.json']),
    );
    expect(statSync(join(home, own[0]!)).mode & 0o777).toBe(0o755);
    const before = list();
    chmodSync(join(home, own[0]!), 0o600);
    expect(call('install').output.match(/^\w+ {2}/gm)).toEqual(before.slice(1).map(() => 'unchanged  '));
    expect(list()).toEqual(before);
    expect(statSync(join(home, own[0]!)).mode & 0o777).toBe(0o755);
    expect(call('uninstall').code).toBe(0);
    expect(list()).toEqual(['.config/chromium/NativeMessagingHosts/of.another.json']);
    expect(readdirSync(join(home, '.local/share'))).toEqual([]);
  });

  it('takes only the browsers that are named', () => {
    mkdirSync(join(home, '.config/chromium'), { recursive: true });
    mkdirSync(join(home, '.mozilla'));
    call('install', '--browser', 'firefox');
    expect(list().filter((path) => path.startsWith('.config'))).toEqual([]);
    expect(call('install', '--browser', 'chrome')).toMatchObject({ code: 2, output: '' });
    expect(call('install', '--browser', 'netscape').complaint).toContain(
      '“netscape” is not a supported browser. Use one of these: chrome, chromium',
    );
  });

  it.each([
    [['install'], 'No such browser has been used on this computer'],
    [['install', '--extension-id', '$(id)'], '--extension-id needs'],
    [['install', 'everything'], 'Remove “everything”: install takes options only.'],
    [['remove'], '“remove” is not a command. Use install, uninstall or doctor.'],
    [['install', '--force'], 'force'],
  ])('says what is wrong with %j', (parameters, words) => {
    const { code, complaint } = call(...parameters);
    expect(code).toBe(2);
    expect(complaint).toContain(words);
    expect(complaint).not.toContain('    at ');
    expect(list()).toEqual([]);
  });

  it('explains itself', () => {
    expect(call().output).toContain('spare-key-bridge install');
    expect(call('--help').output).toBe(call().output);
  });
});
