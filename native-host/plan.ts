/** What is installed where, worked out before anything is done, so that it can be shown, done, undone and checked. */
import { HOST, KEEPASSXC_HOST } from '../lib/managers/native-host/protocol';
import type { Browser } from './browsers';
import type { ExtensionIds } from './extension-ids';
import { chooseFolder, joinPath, type Machine } from './machine';

export type Step =
  | { act: 'write'; path: string; text: string; mode: number }
  | { act: 'copy'; from: string; path: string; mode: number }
  | { act: 'remove'; path: string }
  | { act: 'register'; key: string; value: string }
  | { act: 'unregister'; key: string };

const PLAIN = 0o644;
const PROGRAM = 0o755;

/** Folder of what we install ourselves. */
export function findHome(machine: Machine): string {
  const { system, home } = machine;
  const join = (...parts: string[]): string => joinPath(machine, ...parts);
  if (system === 'darwin') return join(home, 'Library', 'Application Support', 'Spare Key');
  if (system === 'win32') {
    return join(chooseFolder(machine, 'LOCALAPPDATA', join(home, 'AppData', 'Local')), 'Spare Key');
  }
  return join(chooseFolder(machine, 'XDG_DATA_HOME', join(home, '.local', 'share')), 'spare-key');
}

/** The bundled program as it is installed. */
export function findCopy(machine: Machine): string {
  return joinPath(machine, findHome(machine), 'spare-key-bridge.mjs');
}

/** What browsers start: it knows where Node is, which a browser's PATH often does not. */
export function findStarter(machine: Machine): string {
  const name = machine.system === 'win32' ? 'spare-key-bridge.cmd' : 'spare-key-bridge';
  return joinPath(machine, findHome(machine), name);
}

/** KeePassXC's proxy; `undefined` where it is not installed, or only as Flatpak. */
export function findProxy(machine: Machine): string | undefined {
  const { system, environment } = machine;
  const places = {
    linux: ['/usr/bin/keepassxc-proxy', '/usr/local/bin/keepassxc-proxy', '/snap/bin/keepassxc.proxy'],
    darwin: [
      '/Applications/KeePassXC.app/Contents/MacOS/keepassxc-proxy',
      joinPath(machine, machine.home, 'Applications/KeePassXC.app/Contents/MacOS/keepassxc-proxy'),
    ],
    win32: ['ProgramFiles', 'ProgramW6432', 'ProgramFiles(x86)'].flatMap((name) => {
      const folder = environment[name];
      return folder === undefined ? [] : [joinPath(machine, folder, 'KeePassXC', 'keepassxc-proxy.exe')];
    }),
  }[system];
  return places.find((place) => machine.exists(place));
}

/** The two hosts, each with the program that a browser starts for it. */
function listHosts(machine: Machine): { host: string; path: string; description: string }[] {
  const proxy = findProxy(machine);
  const own = {
    host: HOST,
    path: findStarter(machine),
    description: 'Spare Key: bridge to password managers',
  };
  if (proxy === undefined) return [own];
  return [own, { host: KEEPASSXC_HOST, path: proxy, description: 'Spare Key: connection to KeePassXC' }];
}

/** Where a browser's manifest of a host lies. On Windows both families share a folder, so their names differ. */
export function findManifest(machine: Machine, browser: Browser, host: string): string {
  if (machine.system !== 'win32') return joinPath(machine, browser.folder, `${host}.json`);
  return joinPath(machine, findHome(machine), `${host}.${browser.family}.json`);
}

function writeManifest(
  { host, path, description }: { host: string; path: string; description: string },
  { family }: Browser,
  ids: ExtensionIds,
): string {
  const callers =
    family === 'chromium'
      ? { allowed_origins: ids.chromium.map((id) => `chrome-extension://${id}/`) }
      : { allowed_extensions: ids.firefox };
  return `${JSON.stringify({ name: host, description, path, type: 'stdio', ...callers }, null, 2)}\n`;
}

function writeStarter(machine: Machine, others: readonly string[]): string {
  // Ids hold no character that a shell would take for more than itself but braces, which stand in quotes.
  const ids = others.map((id) => ` "--extension-id=${id}"`).join('');
  if (machine.system === 'win32') {
    const node = machine.node.replaceAll('%', '%%');
    return `@echo off\r\n"${node}" "%~dp0spare-key-bridge.mjs"${ids} %*\r\n`;
  }
  const quote = (path: string): string => `'${path.replaceAll("'", String.raw`'\''`)}'`;
  return `#!/bin/sh\nexec ${quote(machine.node)} ${quote(findCopy(machine))}${ids} "$@"\n`;
}

/** @param others ids of extensions besides our own */
export function planInstall(
  machine: Machine,
  browsers: readonly Browser[],
  ids: ExtensionIds,
  others: readonly string[],
): Step[] {
  const copy = findCopy(machine);
  const steps: Step[] = [];
  if (machine.program !== copy) steps.push({ act: 'copy', from: machine.program, path: copy, mode: PLAIN });
  steps.push({
    act: 'write',
    path: findStarter(machine),
    text: writeStarter(machine, others),
    mode: PROGRAM,
  });
  for (const host of listHosts(machine)) {
    for (const browser of browsers) {
      const path = findManifest(machine, browser, host.host);
      steps.push({ act: 'write', path, text: writeManifest(host, browser, ids), mode: PLAIN });
      for (const key of browser.keys) {
        steps.push({ act: 'register', key: `${key}\\${host.host}`, value: path });
      }
    }
  }
  return unique(steps);
}

/** @param all true when nothing of ours is to stay, false when only these browsers' manifests go */
export function planUninstall(machine: Machine, browsers: readonly Browser[], all: boolean): Step[] {
  const steps: Step[] = [];
  for (const host of [HOST, KEEPASSXC_HOST]) {
    for (const browser of browsers) {
      for (const key of browser.keys) steps.push({ act: 'unregister', key: `${key}\\${host}` });
      // Browsers of a family share theirs on Windows.
      if (machine.system !== 'win32' || all) {
        steps.push({ act: 'remove', path: findManifest(machine, browser, host) });
      }
    }
  }
  if (all) {
    for (const path of [findStarter(machine), findCopy(machine)]) steps.push({ act: 'remove', path });
  }
  return unique(steps.filter((step) => step.act !== 'remove' || machine.exists(step.path)));
}

function unique(steps: readonly Step[]): Step[] {
  return [...new Map(steps.map((step) => [JSON.stringify(step), step])).values()];
}
