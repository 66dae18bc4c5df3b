import { spawn } from 'node:child_process';
import { HOST, type StoreId } from '../lib/bridges/host-protocol';
import { type Browser, findBrowsers } from './browsers';
import type { ExtensionIds } from './extension-ids';
import { encodeFrame, makeFrameReader } from './frames';
import { type Machine, systems } from './machine';
import { findManifest, findProxy, findStarter, KEEPASSXC_HOST } from './plan';
import { isRecord, parseJson, type Store } from './stores/store';

/** `note` is for what nobody needs to mend. */
export interface Finding {
  mark: 'right' | 'wrong' | 'note';
  text: string;
  /** What to do about it; usually a command. */
  mend?: string;
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
    if (value === undefined) return `${browser.name} is not told of it: there is no key ${key}\\${host}`;
    if (value !== path) return `${browser.name} is sent elsewhere: ${key}\\${host} says ${value}`;
  }
  const text = machine.read(path);
  if (text === undefined) return `${browser.name} is not told of it: there is no ${path}`;
  const manifest = parseJson(text);
  if (!isRecord(manifest) || manifest['name'] !== host || manifest['type'] !== 'stdio') {
    return `${browser.name} cannot use ${path}: it is damaged`;
  }
  const target = manifest['path'];
  if (typeof target !== 'string' || !machine.exists(target)) {
    return `${path} points nowhere: there is no ${String(target)}`;
  }
  if (target !== program) return `${path} points elsewhere: to ${target}`;
  const [callers, wanted] =
    browser.family === 'chromium'
      ? [manifest['allowed_origins'], ids.chromium.map((id) => `chrome-extension://${id}/`)]
      : [manifest['allowed_extensions'], ids.firefox];
  const missing = wanted.find((id) => !Array.isArray(callers) || !callers.includes(id));
  return missing === undefined ? undefined : `${path} keeps Spare Key out: it does not name ${missing}`;
}

/**
 * Starts the installed program as a browser would and says hello.
 * @returns what is wrong, or `undefined`
 */
export function tryStarter(starter: string, caller: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    // Windows starts a command file by its shell only, as browsers do; its path is ours and the caller has no blanks.
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
    child.on('error', () => resolve(`${starter} cannot be started`));
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

/** Looks whether browsers find the bridge, and KeePassXC. @param self the command that runs this program */
export async function examineBrowsers(machine: Machine, ids: ExtensionIds, self: string): Promise<Finding[]> {
  const install = `${self} install`;
  const browsers = findBrowsers(machine);
  const findings: Finding[] = [];
  const judge = (problem: string | undefined, right: string): void => {
    findings.push(
      problem === undefined
        ? { mark: 'right', text: right }
        : { mark: 'wrong', text: `${problem}.`, mend: install },
    );
  };
  if (browsers.length === 0) {
    const text = `No browser that we know has been used here (${systems[machine.system]}).`;
    findings.push({ mark: 'wrong', text, mend: `start your browser once, then: ${install}` });
  }
  judge(await examineStarter(machine, ids), 'spare-key-bridge is installed and answers.');
  const proxy = findProxy(machine);
  for (const browser of browsers) {
    const problem = await examineManifest(machine, browser, HOST, findStarter(machine), ids);
    judge(problem, `${browser.name} finds the bridge.`);
    if (proxy === undefined) continue;
    const way = await examineManifest(machine, browser, KEEPASSXC_HOST, proxy, ids);
    judge(way, `${browser.name} finds KeePassXC.`);
  }
  if (proxy === undefined) {
    const text = 'KeePassXC is not installed, or in a way that lets no other program in.';
    findings.push({ mark: 'note', text, mend: `if you use it: install it, then: ${install}` });
  }
  return findings;
}

/** How to get each store's program, and how to open the store. */
const advice: Record<StoreId, { install: string; mend: string; open: string }> = {
  'secret-service': {
    install: 'secret-tool and dbus-send, on Debian and Ubuntu: sudo apt install libsecret-tools dbus',
    mend: 'start your keyring, or in KeePassXC switch on Settings > Secret Service Integration',
    open: 'unlock your keyring, or your database in KeePassXC',
  },
  pass: {
    install: 'on Debian and Ubuntu: sudo apt install pass',
    mend: 'pass init <id of your GnuPG key>',
    open: 'pass init <id of your GnuPG key>',
  },
  bitwarden: {
    install: "Bitwarden's command line client bw",
    mend: 'bw login',
    open: 'bw login, then: BW_SESSION=$(bw unlock --raw) bw serve',
  },
  'one-password': {
    install: "1Password's command line program op",
    mend: 'op signin',
    open: 'op signin',
  },
};

/** What to do where `bw serve` is expected and somebody else listens, or nobody can tell who does. */
const unchecked = 'end what listens at port 8087, or start the browser with BW_SESSION=$(bw unlock --raw)';

/** Looks which stores could take something now. None is needed, but one should be ready. */
export async function examineStores(stores: Readonly<Record<StoreId, Store>>): Promise<Finding[]> {
  const all = Object.keys(advice) as StoreId[];
  const findings = await Promise.all(
    all.map(async (id): Promise<Finding> => {
      const { name } = stores[id];
      const { state, version, where } = await stores[id].look();
      const { install, mend, open } = advice[id];
      const known = [version, where && `(${where})`].filter(Boolean).join(' ');
      if (state === 'ready') return { mark: 'right', text: `${name} is ready${known && `: ${known}`}.` };
      if (state === 'absent') {
        return { mark: 'note', text: `${name} is not there.`, mend: `if you use it: ${install}` };
      }
      if (state === 'unchecked') {
        const text = `Something answers in place of ${name}, and this computer does not show that it is yours.`;
        return { mark: 'note', text: `${text} Nothing was sent to it.`, mend: unchecked };
      }
      if (state === 'locked') return { mark: 'note', text: `${name} is locked.`, mend: open };
      return { mark: 'note', text: `${name} does not answer or is not set up.`, mend };
    }),
  );
  return findings.sort((a, b) => Number(b.mark === 'right') - Number(a.mark === 'right'));
}

export function describeFinding({ mark, text, mend }: Finding): string {
  const sign = { right: '✓', wrong: '✗', note: '–' }[mark];
  return `${sign} ${text}${mend === undefined ? '' : `\n    → ${mend}`}`;
}
