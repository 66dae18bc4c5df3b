import { spawn } from 'node:child_process';
import { HOST, KEEPASSXC_HOST, type StoreId } from '../lib/managers/native-host/protocol';
import { type Browser, findBrowsers } from './browsers';
import type { ExtensionIds } from './extension-ids';
import { encodeFrame, makeFrameReader } from './frames';
import { type Machine, systems } from './machine';
import { findManifest, findProxy, findStarter } from './plan';
import { isRecord, parseJson, type Store } from './stores/store';

/** `note` is for what works without a fix. */
export interface Finding {
  mark: 'right' | 'wrong' | 'note';
  text: string;
  /** What to do about it; usually a command. */
  fix?: string;
}

const STARTER_MS = 5_000;

/** Whether a browser that looks up this manifest would start the right program for the right extensions. */
async function examineManifest(
  machine: Machine,
  browser: Browser,
  host: string,
  program: string,
  ids: ExtensionIds,
): Promise<string | undefined> {
  const path = findManifest(machine, browser, host);
  for (const key of browser.keys) {
    const value = await machine.lookUp(`${key}\\${host}`);
    if (value === undefined)
      return `${browser.name} does not know the bridge: there is no key ${key}\\${host}`;
    if (value !== path) return `${browser.name} looks in the wrong place: ${key}\\${host} says ${value}`;
  }
  const text = machine.read(path);
  if (text === undefined) return `${browser.name} does not know the bridge: there is no ${path}`;
  const manifest = parseJson(text);
  if (!isRecord(manifest) || manifest['name'] !== host || manifest['type'] !== 'stdio') {
    return `${browser.name} cannot use ${path}: the file is damaged`;
  }
  const target = manifest['path'];
  if (typeof target !== 'string' || !machine.exists(target)) {
    return `${path} names a missing file: there is no ${String(target)}`;
  }
  if (target !== program) return `${path} names another file: ${target}`;
  const [callers, wanted] =
    browser.family === 'chromium'
      ? [manifest['allowed_origins'], ids.chromium.map((id) => `chrome-extension://${id}/`)]
      : [manifest['allowed_extensions'], ids.firefox];
  const missing = wanted.find((id) => !Array.isArray(callers) || !callers.includes(id));
  return missing === undefined ? undefined : `${path} does not allow Spare Key: it does not name ${missing}`;
}

/**
 * Starts the installed program as a browser would and says hello.
 * @returns what is wrong, or `undefined`
 */
export function tryStarter(starter: string, caller: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    // Windows starts a command file by its shell only, as browsers do; its path is ours and the caller has no spaces.
    const shell = starter.endsWith('.cmd');
    const child = spawn(shell ? `"${starter}"` : starter, caller, {
      stdio: ['pipe', 'pipe', 'ignore'],
      shell,
      windowsHide: true,
      timeout: STARTER_MS,
      killSignal: 'SIGKILL',
    });
    let said: unknown;
    const read = makeFrameReader((message) => {
      said = message;
      child.stdin.end();
    });
    child.stdout.on('data', (piece: Buffer) => {
      try {
        read(piece);
      } catch {
        child.kill('SIGKILL');
      }
    });
    child.stdin.on('error', () => undefined);
    child.on('error', () => resolve(`${starter} does not start`));
    child.on('close', () => {
      if (isRecord(said) && isRecord(said['answer'])) return resolve(undefined);
      if (isRecord(said) && said['error'] === 'message-forbidden') {
        return resolve(`${starter} does not know the extension ${caller.at(-1)}`);
      }
      resolve(`${starter} starts, but does not answer`);
    });
    child.stdin.write(encodeFrame({ number: 1, action: 'ping' }));
  });
}

async function examineStarter(machine: Machine, ids: ExtensionIds): Promise<string | undefined> {
  const starter = findStarter(machine);
  if (!machine.exists(starter)) return `spare-key-bridge is not installed: there is no ${starter}`;
  if (!machine.isExecutable(starter)) return `${starter} is not executable`;
  const callers = [
    ...ids.chromium.map((id) => [`chrome-extension://${id}/`]),
    ...ids.firefox.map((id) => [`${HOST}.json`, id]),
  ];
  for (const caller of callers) {
    const problem = await tryStarter(starter, caller);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Checks whether browsers find the bridge, and KeePassXC. @param self the command that runs this program */
export async function examineBrowsers(machine: Machine, ids: ExtensionIds, self: string): Promise<Finding[]> {
  const install = `${self} install`;
  const browsers = findBrowsers(machine);
  const findings: Finding[] = [];
  const report = (problem: string | undefined, right: string): void => {
    findings.push(
      problem === undefined
        ? { mark: 'right', text: right }
        : { mark: 'wrong', text: `${problem}.`, fix: install },
    );
  };
  if (browsers.length === 0) {
    const text = `No supported browser has been used on this computer (${systems[machine.system]}).`;
    findings.push({ mark: 'wrong', text, fix: `start your browser once, then run: ${install}` });
  }
  report(await examineStarter(machine, ids), 'spare-key-bridge is installed and answers.');
  const proxy = findProxy(machine);
  for (const browser of browsers) {
    const problem = await examineManifest(machine, browser, HOST, findStarter(machine), ids);
    report(problem, `${browser.name} finds the bridge.`);
    if (proxy === undefined) continue;
    const way = await examineManifest(machine, browser, KEEPASSXC_HOST, proxy, ids);
    report(way, `${browser.name} finds KeePassXC.`);
  }
  if (proxy === undefined) {
    const text = 'KeePassXC is not installed, or is packaged so that no other app can reach it.';
    findings.push({ mark: 'note', text, fix: `if you use KeePassXC: install it, then run: ${install}` });
  }
  return findings;
}

/** How to get each store's command, how to set it up, and how to unlock the store. */
const advice: Record<StoreId, { install: string; fix: string; open: string }> = {
  'secret-service': {
    install: 'install secret-tool and dbus-send, on Debian and Ubuntu: sudo apt install libsecret-tools dbus',
    fix: 'start your keyring, or turn on Settings > Secret Service Integration in KeePassXC',
    open: 'unlock your keyring, or your database in KeePassXC',
  },
  pass: {
    install: 'install pass, on Debian and Ubuntu: sudo apt install pass',
    fix: 'pass init <id of your GnuPG key>',
    open: 'pass init <id of your GnuPG key>',
  },
  bitwarden: {
    install: "install Bitwarden's command line client bw",
    fix: 'bw login',
    open: 'bw login, then run: BW_SESSION=$(bw unlock --raw) bw serve',
  },
  'one-password': {
    install: "install 1Password's command line client op",
    fix: 'op signin',
    open: 'op signin',
  },
};

/** What to do where `bw serve` is expected and another user's process listens, or the system does not say whose. */
const unchecked = 'stop the process on port 8087, or start the browser with BW_SESSION=$(bw unlock --raw)';

/** Checks which stores could take something now. None is needed, but one should be ready. */
export async function examineStores(stores: Readonly<Record<StoreId, Store>>): Promise<Finding[]> {
  const all = Object.keys(advice) as StoreId[];
  const findings = await Promise.all(
    all.map(async (id): Promise<Finding> => {
      const { name } = stores[id];
      const { state, version, where } = await stores[id].look();
      const { install, fix, open } = advice[id];
      const known = [version, where && `(${where})`].filter(Boolean).join(' ');
      if (state === 'ready') return { mark: 'right', text: `${name} is ready${known && `: ${known}`}.` };
      if (state === 'absent') {
        return { mark: 'note', text: `${name} is not installed.`, fix: `if you use it: ${install}` };
      }
      if (state === 'unchecked') {
        const text = `This computer does not confirm that the answer comes from your ${name}.`;
        return { mark: 'note', text: `${text} The bridge sent nothing.`, fix: unchecked };
      }
      if (state === 'locked') return { mark: 'note', text: `${name} is locked.`, fix: open };
      return { mark: 'note', text: `${name} does not answer or is not set up.`, fix };
    }),
  );
  return findings.sort((a, b) => Number(b.mark === 'right') - Number(a.mark === 'right'));
}

export function describeFinding({ mark, text, fix }: Finding): string {
  const sign = { right: '✓', wrong: '✗', note: '–' }[mark];
  return `${sign} ${text}${fix === undefined ? '' : `\n    → ${fix}`}`;
}
