import { execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { bridge } from '../../lib/managers/keepassxc/client.ts';
import type { ManagerContext, NativePort } from '../../lib/managers/manager.ts';
import { findProgram } from '../../scripts/browser.mjs';
import { openHousehold } from './wordpress-processes.ts';

/** Most milliseconds until a started KeePassXC shows its databases. */
const OPEN_MS = 15_000;
/** Most milliseconds until it has written its file. */
const SAVED_MS = 10_000;

/** An entry as it lies in the file; `group` is the path below the root. */
export interface StoredEntry {
  group: string;
  title: string;
  user: string;
  password: string;
  url: string;
}

export interface Preparation {
  /** How many databases; the last one is in front. */
  databases?: number;
  /** Whether each knows the bridge already, as after an association. */
  paired?: boolean;
  /** Groups under "App passwords" that exist already; creating one would ask. */
  groups?: readonly string[];
}

export interface Start {
  /** Whether the databases are opened with their password. */
  unlocked?: boolean;
  /** Of an X server to draw on; without one nothing can be seen, and every question waits for ever. */
  display?: string;
}

/** A KeePassXC for this test alone, with its own home and its own databases. */
export interface KeePassXC {
  readonly directory: string;
  /** For what starts `keepassxc-proxy`, a browser above all: HOME, XDG_RUNTIME_DIR, TMPDIR, USER and some more. */
  readonly env: Readonly<Record<string, string>>;
  /** What the bridge remembers of the prepared pairings; empty without any. */
  readonly memory: unknown;
  /** The master password of every database. */
  readonly password: string;
  /** Starts it and waits until it answers; the settings are KeePassXC's own, apart from browser integration being on. */
  start(how?: Start): Promise<void>;
  /** Kills it outright (SIGKILL); files and household stay. */
  kill(): Promise<void>;
  /** Opens a line as a browser does: a new `keepassxc-proxy`, spoken to in native messaging frames. */
  connect(): NativePort;
  /** All entries of a database, read out of its file by `keepassxc-cli`. */
  readEntries(database?: number): Promise<StoredEntry[]>;
  /** Ends all programs and removes all files. May be called twice. */
  end(): Promise<void>;
}

/** Why a real KeePassXC cannot be had here, naming Debian's package, or `undefined` when it can. */
export function missingKeePassXC(): string | undefined {
  const programs = ['keepassxc', 'keepassxc-cli', 'keepassxc-proxy'];
  const isThere = programs.every((program) => findProgram(program) !== undefined);
  return isThere ? undefined : 'no real KeePassXC here, missing: keepassxc';
}

/** @throws Error with the failing program's messages; nothing is left running or lying about then. */
export async function prepareKeePassXC(preparation: Preparation = {}): Promise<KeePassXC> {
  const missing = missingKeePassXC();
  if (missing !== undefined) throw new Error(missing);
  const household = await openHousehold('spare-key-keepassxc-');
  const { directory } = household;
  const env = { ...describeHome(directory), QT_QPA_PLATFORM: 'offscreen' };
  const password = randomBytes(12).toString('base64url');
  const socket = join(directory, 'run/app/org.keepassxc.KeePassXC/org.keepassxc.KeePassXC.BrowserServer');
  const { databases = 1 } = preparation;
  const files = Array.from({ length: databases }, (_, index) => join(directory, `db${index}.kdbx`));
  const pairings: { hash: string; id: string; key: string }[] = [];

  const askCli = (...parameters: string[]) => runCli(parameters, password, { ...process.env, ...env });
  const connect = () => openProxyLine({ ...process.env, ...env });

  async function start({ unlocked = true, display }: Start = {}): Promise<void> {
    // It writes its settings back when it ends, and leaves its socket behind when it is killed.
    await copyFile(join(directory, 'template.ini'), join(directory, 'settings.ini'));
    await rm(socket, { force: true });
    const options = '--config settings.ini --localconfig local.ini';
    const script = `
      keepassxc ${options} ${unlocked ? '--pw-stdin' : ''} "$@" < passwords & echo $! > pid
      until [ -S '${socket}' ]; do sleep 0.02; done
      echo ready >&2
      wait`;
    const screen = display === undefined ? {} : { DISPLAY: display, QT_QPA_PLATFORM: 'xcb' };
    await household.launch('sh', ['-c', script, 'sh', ...files], /ready/, { ...env, ...screen });
    // The socket is there a moment before the databases are.
    const wanted = unlocked ? ['ready', 'unpaired'] : ['locked'];
    const until = Date.now() + OPEN_MS;
    for (;;) {
      const { state } = await bridge.look(makeManagerContext(connect, { pairings }).context);
      if (wanted.includes(state)) return;
      if (Date.now() > until) throw new Error(`KeePassXC is ${state}, not ${wanted.join(' or ')}`);
      await sleep(50);
    }
  }

  try {
    for (const folder of ['home', 'run', 'tmp']) await mkdir(join(directory, folder), { mode: 0o700 });
    await writeFile(join(directory, 'template.ini'), SETTINGS);
    await writeFile(join(directory, 'local.ini'), '');
    await writeFile(join(directory, 'passwords'), `${password}\n`.repeat(databases), { mode: 0o600 });
    for (const file of files) {
      const { xml, pairing } = describeDatabase(preparation);
      await writeFile(`${file}.xml`, xml);
      await askCli('import', '-q', '-p', '-t', '100', `${file}.xml`, file);
      if (preparation.paired !== false) pairings.push(pairing);
    }
  } catch (error) {
    await household.end();
    throw error;
  }

  return {
    ...{ directory, env, password, start, connect },
    memory: { pairings },
    async kill() {
      const pid = Number(await readFile(join(directory, 'pid'), 'utf8'));
      process.kill(pid, 'SIGKILL');
    },
    async readEntries(database = 0) {
      const csv = await askCli('export', '-q', '-f', 'csv', files[database] ?? '');
      const rows = parse<Record<string, string>>(csv, { columns: true, skip_empty_lines: true });
      return rows.map((row) => ({
        group: (row['Group'] ?? '').replace(/^[^/]*\/?/, ''),
        title: row['Title'] ?? '',
        user: row['Username'] ?? '',
        password: row['Password'] ?? '',
        url: row['URL'] ?? '',
      }));
    },
    end: () => household.end(),
  };
}

/** KeePassXC's defaults, apart from browser integration, and from what would talk to the network or to other runs. */
const SETTINGS = `[General]
ConfigVersion=2
SingleInstance=false
UpdateCheckMessageShown=true
[Browser]
Enabled=true
UpdateBinaryPath=false
[GUI]
CheckForUpdates=false
[Security]
LockDatabaseIdle=false
`;

function describeHome(directory: string): Record<string, string> {
  return {
    HOME: join(directory, 'home'),
    XDG_CONFIG_HOME: join(directory, 'home/.config'),
    XDG_CACHE_HOME: join(directory, 'home/.cache'),
    XDG_DATA_HOME: join(directory, 'home/.local/share'),
    XDG_RUNTIME_DIR: join(directory, 'run'),
    TMPDIR: join(directory, 'tmp'),
    USER: 'robin',
    LC_ALL: 'C.UTF-8',
    LANGUAGE: 'en',
    // Else it starts a bus that outlives it.
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
  };
}

/** A database in KeePass' XML with its groups, and the association that was made with it. */
function describeDatabase({ paired = true, groups = [] }: Preparation) {
  const root = randomBytes(16);
  const hash = createHash('sha256').update(root.toString('hex')).digest('hex');
  const pairing = { hash, id: 'spare key', key: randomBytes(32).toString('base64') };
  const group = (name: string, inside = '', uuid = randomBytes(16)) =>
    `<Group><UUID>${uuid.toString('base64')}</UUID><Name>${name}</Name>${inside}</Group>`;
  const item = `<Item><Key>KPXC_BROWSER_${pairing.id}</Key><Value>${pairing.key}</Value></Item>`;
  const inner = groups.length === 0 ? '' : group('App passwords', groups.map((name) => group(name)).join(''));
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><KeePassFile>
    <Meta><Generator>test</Generator><CustomData>${paired ? item : ''}</CustomData></Meta>
    <Root>${group('Root', inner, root)}</Root></KeePassFile>`;
  return { xml, pairing };
}

function runCli(parameters: readonly string[], password: string, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile('keepassxc-cli', parameters, { env, timeout: 20_000 }, (error, out, log) => {
      if (error === null) resolve(out);
      else reject(new Error(`keepassxc-cli ${parameters[0]}: ${error.message}\n${log}`));
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(`${password}\n${password}\n`);
  });
}

/** A line to a new `keepassxc-proxy`, in the frames of native messaging: length (32 bits, native order), then JSON. */
function openProxyLine(env: NodeJS.ProcessEnv): NativePort {
  const child = spawn('keepassxc-proxy', [], { env, stdio: ['pipe', 'pipe', 'ignore'] });
  let received = Buffer.alloc(0);
  let listener: (message: unknown) => void = () => undefined;
  let over = false;
  child.stdin.on('error', () => undefined);
  child.stdout.on('data', (part: Buffer) => {
    received = Buffer.concat([received, part]);
    while (received.length >= 4 && received.length >= 4 + received.readUInt32LE()) {
      const length = received.readUInt32LE();
      const text = received.toString('utf8', 4, 4 + length);
      received = received.subarray(4 + length);
      let message: unknown;
      try {
        message = JSON.parse(text);
      } catch {
        // KeePassXC was killed in the middle of it; a browser ends the line then.
        child.kill();
        return;
      }
      if (!over) listener(message);
    }
  });
  return {
    send(message) {
      const json = Buffer.from(JSON.stringify(message));
      const length = Buffer.alloc(4);
      length.writeUInt32LE(json.length);
      child.stdin.write(Buffer.concat([length, json]));
    },
    onMessage(next) {
      listener = next;
    },
    onEnd(ended) {
      child.once('error', (error) => ended(error.message));
      child.once('close', () => {
        if (!over) ended('Native host has exited.');
      });
    },
    end() {
      over = true;
      child.stdin.end();
    },
  };
}

/** A context with real time and real randomness; `memory()` is what the bridge remembers at last. */
export function makeManagerContext(
  connect: () => NativePort,
  memory?: unknown,
): { context: ManagerContext; memory(): unknown } {
  let remembered = memory;
  const context: ManagerContext = {
    connect,
    recall: async () => remembered,
    remember: async (next) => {
      remembered = next;
    },
    wait: (ms, signal) => sleep(ms, undefined, { signal }),
    random: (length) => new Uint8Array(randomBytes(length)),
  };
  return { context, memory: () => remembered };
}

/** The entries of a file once there are so many: it is written a moment after KeePassXC said that it has them. */
export async function waitForEntries(
  keepassxc: KeePassXC,
  count: number,
  database = 0,
): Promise<StoredEntry[]> {
  const until = Date.now() + SAVED_MS;
  for (;;) {
    const entries = await keepassxc.readEntries(database);
    if (entries.length === count) return entries;
    if (Date.now() > until) throw new Error(`${entries.length} entries in the file, not ${count}`);
    await sleep(50);
  }
}
