import { describe, expect, it } from 'vitest';
import { findBrowsers, listBrowsers } from '../../../native-host/browsers';
import { addIds, extensionIds } from '../../../native-host/extension-ids';
import { describeStep } from '../../../native-host/install';
import type { Machine } from '../../../native-host/machine';
import { planInstall, planUninstall } from '../../../native-host/plan';
import { makeMachine } from './fake-machine';

const OTHER = 'abcdefghijklmnopabcdefghijklmnop';
const origin = `chrome-extension://${extensionIds.chromium[0]}/`;
const [addOn] = extensionIds.firefox;

function plan(machine: Machine, others: readonly string[] = []) {
  return planInstall(machine, findBrowsers(machine), addIds(others)!, others);
}

/** What each step touches, with what stands in it where that matters here. */
function summarise(machine: Machine, others: readonly string[] = []): Record<string, unknown> {
  return Object.fromEntries(
    plan(machine, others).map((step) => {
      if (step.act === 'register') return [step.key, step.value];
      if (step.act === 'copy') return [step.path, `copy of ${step.from}`];
      if (step.act !== 'write') return [step.act, ''];
      if (!step.path.endsWith('.json')) return [step.path, step.text];
      const { name, path, type, allowed_origins, allowed_extensions } = JSON.parse(step.text);
      return [step.path, [name, type, path, allowed_origins ?? allowed_extensions]];
    }),
  );
}

const OURS = 'app.sparekey.bridge';
const PROXY = 'app.sparekey.keepassxc';

describe('install on Linux', () => {
  const starter = '/home/robin/.local/share/spare-key/spare-key-bridge';
  const copy = `${starter}.mjs`;
  const chromium = [OURS, 'stdio', starter, [origin]];

  it('writes into the folders of browsers that were used, and nowhere else', () => {
    const machine = makeMachine('linux', [
      '/home/robin/.config/google-chrome',
      '/home/robin/.config/chromium',
      '/home/robin/.config/microsoft-edge',
      '/home/robin/.config/BraveSoftware/Brave-Browser',
      '/home/robin/.config/vivaldi',
      '/home/robin/.mozilla',
    ]);
    expect(summarise(machine)).toEqual({
      [copy]: 'copy of /tmp/package/spare-key-bridge.mjs',
      [starter]: `#!/bin/sh\nexec '/opt/node/bin/node' '${copy}' "$@"\n`,
      [`/home/robin/.config/google-chrome/NativeMessagingHosts/${OURS}.json`]: chromium,
      [`/home/robin/.config/chromium/NativeMessagingHosts/${OURS}.json`]: chromium,
      [`/home/robin/.config/microsoft-edge/NativeMessagingHosts/${OURS}.json`]: chromium,
      [`/home/robin/.config/BraveSoftware/Brave-Browser/NativeMessagingHosts/${OURS}.json`]: chromium,
      [`/home/robin/.config/vivaldi/NativeMessagingHosts/${OURS}.json`]: chromium,
      [`/home/robin/.mozilla/native-messaging-hosts/${OURS}.json`]: [OURS, 'stdio', starter, [addOn]],
    });
  });

  it("also makes KeePassXC's own proxy known, where it is", () => {
    const machine = makeMachine('linux', ['/home/robin/.mozilla', '/usr/bin/keepassxc-proxy']);
    expect(summarise(machine)).toMatchObject({
      [`/home/robin/.mozilla/native-messaging-hosts/${PROXY}.json`]: [
        PROXY,
        'stdio',
        '/usr/bin/keepassxc-proxy',
        [addOn],
      ],
    });
  });

  it('finds Firefox also where newer ones keep their profiles', () => {
    const machine = makeMachine('linux', ['/home/robin/.config/mozilla/firefox']);
    expect(Object.keys(summarise(machine))).toContain(
      `/home/robin/.mozilla/native-messaging-hosts/${OURS}.json`,
    );
  });

  it('goes where the desktop keeps its settings and data', () => {
    const machine = makeMachine('linux', ['/conf/chromium'], {
      environment: { XDG_CONFIG_HOME: '/conf', XDG_DATA_HOME: '/data' },
    });
    expect(Object.keys(summarise(machine))).toEqual([
      '/data/spare-key/spare-key-bridge.mjs',
      '/data/spare-key/spare-key-bridge',
      `/conf/chromium/NativeMessagingHosts/${OURS}.json`,
    ]);
  });

  it('lets other extensions in when told to, and has the program know them', () => {
    const summary = summarise(makeMachine('linux', ['/home/robin/.config/chromium']), [
      OTHER,
      'own@place.example',
    ]);
    expect(summary[starter]).toContain(`"--extension-id=${OTHER}" "--extension-id=own@place.example" "$@"`);
    expect(summary[`/home/robin/.config/chromium/NativeMessagingHosts/${OURS}.json`]).toEqual([
      OURS,
      'stdio',
      starter,
      [origin, `chrome-extension://${OTHER}/`],
    ]);
  });

  it('takes a home with awkward characters as it is', () => {
    const machine = makeMachine('linux', [], { home: "/home/o'brien $x", node: "/o'pt/node" });
    const steps = planInstall(machine, listBrowsers(machine).slice(0, 1), addIds([])!, []);
    const text = steps.flatMap((step) =>
      step.act === 'write' && !step.path.endsWith('.json') ? [step.text] : [],
    );
    expect(text).toEqual([
      `#!/bin/sh\nexec '/o'\\''pt/node' '/home/o'\\''brien $x/.local/share/spare-key/spare-key-bridge.mjs' "$@"\n`,
    ]);
  });
});

describe('install on macOS', () => {
  it('writes into Application Support', () => {
    const support = '/Users/robin/Library/Application Support';
    const proxy = '/Applications/KeePassXC.app/Contents/MacOS/keepassxc-proxy';
    const machine = makeMachine('darwin', [
      `${support}/Google/Chrome`,
      `${support}/Chromium`,
      `${support}/Microsoft Edge`,
      `${support}/BraveSoftware/Brave-Browser`,
      `${support}/Vivaldi`,
      `${support}/Firefox`,
      proxy,
    ]);
    const starter = `${support}/Spare Key/spare-key-bridge`;
    const ours = [OURS, 'stdio', starter, [origin]];
    const theirs = [PROXY, 'stdio', proxy, [origin]];
    const chromiums = [
      'Google/Chrome',
      'Chromium',
      'Microsoft Edge',
      'BraveSoftware/Brave-Browser',
      'Vivaldi',
    ];
    expect(summarise(machine)).toEqual({
      [`${starter}.mjs`]: 'copy of /tmp/package/spare-key-bridge.mjs',
      [starter]: `#!/bin/sh\nexec '/usr/local/bin/node' '${starter}.mjs' "$@"\n`,
      ...Object.fromEntries(
        chromiums.flatMap((name) => [
          [`${support}/${name}/NativeMessagingHosts/${OURS}.json`, ours],
          [`${support}/${name}/NativeMessagingHosts/${PROXY}.json`, theirs],
        ]),
      ),
      [`${support}/Mozilla/NativeMessagingHosts/${OURS}.json`]: [OURS, 'stdio', starter, [addOn]],
      [`${support}/Mozilla/NativeMessagingHosts/${PROXY}.json`]: [PROXY, 'stdio', proxy, [addOn]],
    });
  });
});

describe('install on Windows', () => {
  const local = String.raw`C:\Users\robin\AppData\Local`;
  const own = String.raw`${local}\Spare Key`;
  const proxy = String.raw`C:\Program Files\KeePassXC\keepassxc-proxy.exe`;
  const machine = makeMachine('win32', [
    String.raw`${local}\Google\Chrome\User Data`,
    String.raw`${local}\Microsoft\Edge\User Data`,
    String.raw`${local}\BraveSoftware\Brave-Browser\User Data`,
    String.raw`C:\Users\robin\AppData\Roaming\Mozilla\Firefox`,
    proxy,
  ]);

  it('writes its own folder and tells the registry', () => {
    const files = Object.fromEntries(
      [OURS, PROXY].flatMap((host) => {
        const name = (browser: string): string => `HKCU\\Software\\${browser}\\NativeMessagingHosts\\${host}`;
        const path = host === OURS ? String.raw`${own}\spare-key-bridge.cmd` : proxy;
        const [chromium, firefox] = [`${own}\\${host}.chromium.json`, `${own}\\${host}.firefox.json`];
        return [
          [chromium, [host, 'stdio', path, [origin]]],
          [firefox, [host, 'stdio', path, [addOn]]],
          [name('Google\\Chrome'), chromium],
          [name('Microsoft\\Edge'), chromium],
          [name('BraveSoftware\\Brave-Browser'), chromium],
          [name('Mozilla'), firefox],
        ];
      }),
    );
    expect(summarise(machine)).toEqual({
      [String.raw`${own}\spare-key-bridge.mjs`]: String.raw`copy of C:\Temp\package\spare-key-bridge.mjs`,
      [String.raw`${own}\spare-key-bridge.cmd`]:
        '@echo off\r\n"C:\\Program Files\\nodejs\\node.exe" "%~dp0spare-key-bridge.mjs" %*\r\n',
      ...files,
    });
  });

  it('shows the commands for the registry', () => {
    const shown = plan(machine).map(describeStep);
    expect(shown).toContain(
      String.raw`reg add "HKCU\Software\Mozilla\NativeMessagingHosts\app.sparekey.bridge" /ve /t REG_SZ /d "${own}\app.sparekey.bridge.firefox.json" /f` +
        '\n',
    );
  });

  it('is taken away again, registry first', () => {
    const used = makeMachine('win32', [...machine.files.keys(), String.raw`${own}\spare-key-bridge.cmd`]);
    const steps = planUninstall(used, listBrowsers(used), true);
    expect(steps).toContainEqual({
      act: 'unregister',
      key: String.raw`HKCU\Software\Google\Chrome\NativeMessagingHosts\app.sparekey.bridge`,
    });
    expect(steps).toContainEqual({ act: 'remove', path: String.raw`${own}\spare-key-bridge.cmd` });
    expect(steps.filter(({ act }) => act === 'remove')).toHaveLength(1);
  });
});
