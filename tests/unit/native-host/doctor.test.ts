import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Capabilities, StoreId } from '../../../lib/managers/native-host/protocol';
import { examineBrowsers, examineStores } from '../../../native-host/doctor';
import { addIds } from '../../../native-host/extension-ids';
import { stores } from '../../../native-host/stores/all';
import { makeMachine } from './fake-machine';

const OTHER = 'abcdefghijklmnopabcdefghijklmnop';

describe.skipIf(process.platform !== 'linux')('doctor', () => {
  let built: string;
  let program: string;
  let home: string;
  let starter: string;
  let manifest: string;

  beforeAll(() => {
    built = mkdtempSync(join(tmpdir(), 'spare-key-build-'));
    execFileSync(process.execPath, ['native-host/build.mjs', built], { stdio: 'pipe' });
    program = join(built, 'spare-key-bridge.mjs');
  });
  afterAll(() => rmSync(built, { recursive: true, force: true }));
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'spare-key-home-'));
    mkdirSync(join(home, '.config/chromium'), { recursive: true });
    mkdirSync(join(home, '.mozilla'), { recursive: true });
    starter = join(home, '.local/share/spare-key/spare-key-bridge');
    manifest = join(home, '.config/chromium/NativeMessagingHosts/app.sparekey.bridge.json');
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  function call(...parameters: string[]) {
    const env = { HOME: home, PATH: '/usr/bin:/bin' };
    const result = spawnSync(process.execPath, [program, ...parameters], {
      env,
      encoding: 'utf8',
      timeout: 60_000,
    });
    return { code: result.status, output: result.stdout };
  }
  function edit(change: (manifest: Record<string, unknown>) => void): void {
    const value = JSON.parse(readFileSync(manifest, 'utf8'));
    change(value);
    writeFileSync(manifest, JSON.stringify(value));
  }
  /** A complaint, followed by the command that fixes it. */
  const complaint = (words: string): string => `✗ ${words}.\n    → node ${realpathSync(program)} install`;

  it('with nothing installed says so for each browser', () => {
    const { code, output } = call('doctor');
    expect(code).toBe(1);
    expect(output).toContain(complaint(`spare-key-bridge is not installed: there is no ${starter}`));
    expect(output).toContain(complaint(`Chromium does not know the bridge: there is no ${manifest}`));
    expect(output).toContain('Firefox does not know the bridge');
    expect(output).not.toContain('Vivaldi');
  });

  it('is content after install, and again after the fix it proposes', () => {
    call('install');
    const { code, output } = call('doctor');
    expect(output).toContain('✓ spare-key-bridge is installed and answers.');
    expect(output).toContain('✓ Chromium finds the bridge.');
    expect(output).toContain('✓ Firefox finds the bridge.');
    expect(output).not.toContain('✗');
    expect(code).toBe(0);
    rmSync(starter);
    expect(call('doctor').code).toBe(1);
    call('install');
    expect(call('doctor').code).toBe(0);
  });

  it.each<[string, () => void, () => string]>([
    [
      'a manifest that points nowhere',
      () => edit((value) => Object.assign(value, { path: '/nowhere/bridge' })),
      () => `${manifest} names a missing file: there is no /nowhere/bridge`,
    ],
    [
      'a manifest that points elsewhere',
      () => edit((value) => Object.assign(value, { path: '/bin/true' })),
      () => `${manifest} names another file: /bin/true`,
    ],
    [
      'a manifest for another extension',
      () => edit((value) => Object.assign(value, { allowed_origins: [`chrome-extension://${OTHER}/`] })),
      () =>
        `${manifest} does not allow Spare Key: it does not name chrome-extension://pjjepcdapjahjmncljjpjaoedapnljnk/`,
    ],
    [
      'a damaged manifest',
      () => writeFileSync(manifest, '{'),
      () => `Chromium cannot use ${manifest}: the file is damaged`,
    ],
    ['a program that cannot be run', () => chmodSync(starter, 0o644), () => `${starter} is not executable`],
    [
      'a Node that is gone',
      () => {
        const text = readFileSync(starter, 'utf8').replace(process.execPath, '/nowhere/node');
        writeFileSync(starter, text);
      },
      () => `${starter} starts, but does not answer`,
    ],
  ])('notices %s', (_, damage, words) => {
    call('install');
    damage();
    const { code, output } = call('doctor');
    expect(output).toContain(complaint(words()));
    expect(code).toBe(1);
    call('install');
    expect(call('doctor').code).toBe(0);
  });

  it('notices that an extension of its own build is kept out', () => {
    call('install');
    expect(call('doctor', '--extension-id', OTHER).code).toBe(1);
    call('install', '--extension-id', OTHER);
    expect(call('doctor', '--extension-id', OTHER).code).toBe(0);
    // The manifests would do, but the program itself does not know it.
    writeFileSync(starter, readFileSync(starter, 'utf8').replace(` "--extension-id=${OTHER}"`, ''));
    expect(call('doctor', '--extension-id', OTHER).output).toContain(
      `does not know the extension chrome-extension://${OTHER}/`,
    );
  });

  it('names what is missing for each store, and how to get it', () => {
    const { output } = call('doctor');
    expect(output).toMatch(
      /– 1Password is not installed\.\n {4}→ if you use it: install 1Password's command line client op/,
    );
  });
});

describe('doctor on Windows', () => {
  const key = String.raw`HKCU\Software\Google\Chrome\NativeMessagingHosts\app.sparekey.bridge`;
  const profile = String.raw`C:\Users\robin\AppData\Local\Google\Chrome\User Data`;

  it('looks into the registry', async () => {
    const machine = makeMachine('win32', [profile]);
    const missing = await examineBrowsers(machine, addIds([])!, 'node bridge.mjs');
    expect(missing).toContainEqual({
      mark: 'wrong',
      text: `Chrome does not know the bridge: there is no key ${key}.`,
      fix: 'node bridge.mjs install',
    });
    machine.registry.set(key, String.raw`D:\other.json`);
    const other = await examineBrowsers(machine, addIds([])!, 'node bridge.mjs');
    expect(other).toContainEqual(
      expect.objectContaining({
        text: String.raw`Chrome looks in the wrong place: ${key} says D:\other.json.`,
      }),
    );
  });

  it('says that no browser was found', async () => {
    const findings = await examineBrowsers(makeMachine('win32', []), addIds([])!, 'node bridge.mjs');
    expect(findings[0]).toMatchObject({
      mark: 'wrong',
      text: 'No supported browser has been used on this computer (Windows).',
      fix: 'start your browser once, then run: node bridge.mjs install',
    });
  });
});

describe('doctor on stores', () => {
  it.each<[Capabilities, string, string | undefined]>([
    [{ state: 'ready', version: '1.2', where: 'Home' }, 'Bitwarden is ready: 1.2 (Home).', undefined],
    [
      { state: 'locked' },
      'Bitwarden is locked.',
      'bw login, then run: BW_SESSION=$(bw unlock --raw) bw serve',
    ],
    [
      { state: 'absent' },
      'Bitwarden is not installed.',
      "if you use it: install Bitwarden's command line client bw",
    ],
    [{ state: 'silent' }, 'Bitwarden does not answer or is not set up.', 'bw login'],
    [
      { state: 'unchecked' },
      'This computer does not confirm that the answer comes from your Bitwarden. The bridge sent nothing.',
      'stop the process on port 8087, or start the browser with BW_SESSION=$(bw unlock --raw)',
    ],
  ])('%j', async (state, text, fix) => {
    const quiet = { look: async (): Promise<Capabilities> => ({ state: 'absent' }) };
    const others = Object.fromEntries(StoreId.options.map((id) => [id, { ...stores[id], ...quiet }]));
    const bitwarden = { ...stores.bitwarden, look: async () => state };
    const findings = await examineStores({ ...(others as typeof stores), bitwarden });
    expect(findings.find((finding) => finding.text === text)?.fix).toBe(fix);
    expect(findings.map((finding) => finding.text)).toContain(text);
  });
});
