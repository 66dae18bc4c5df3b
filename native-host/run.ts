import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { AppError } from '../lib/errors';

/** Most bytes that a program may print before it is ended. */
const MOST_OUTPUT = 8_388_608;
const windows = process.platform === 'win32';

/** What every program gets of our environment; a store adds what its own program needs. */
const BASE = [
  ...[
    'HOME',
    'USER',
    'LOGNAME',
    'LANG',
    'LC_ALL',
    'LC_CTYPE',
    'TMPDIR',
    'XDG_RUNTIME_DIR',
    'XDG_CONFIG_HOME',
  ],
  ...['XDG_DATA_HOME', 'DBUS_SESSION_BUS_ADDRESS', 'DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY'],
  ...['SYSTEMROOT', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'TEMP', 'TMP', 'HOMEDRIVE', 'HOMEPATH'],
];

/** Where programs are looked for first: a browser started from a menu often has a short PATH. */
function listPlaces(): string[] {
  const { HOME = '', LOCALAPPDATA, ProgramFiles } = process.env as Record<string, string | undefined>;
  const fixed = windows
    ? [
        ...(ProgramFiles === undefined ? [] : [join(ProgramFiles, '1Password CLI')]),
        ...(LOCALAPPDATA === undefined ? [] : [join(LOCALAPPDATA, 'Microsoft', 'WinGet', 'Links')]),
      ]
    : ['/usr/bin', '/bin', '/usr/local/bin', '/opt/homebrew/bin', '/opt/local/bin', '/snap/bin'];
  const own = windows ? [] : [join(HOME, '.local', 'bin')];
  // Programs that npm installs lie beside node, and need it.
  const places = [
    ...fixed,
    ...own,
    dirname(process.execPath),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  // A relative place, or an empty one, would mean the working directory.
  return [...new Set(places)].filter((place) => isAbsolute(place));
}

let places: string[] | undefined;
const found = new Map<string, string | undefined>();

/** Absolute path of a program by its name or path; `undefined` when there is none. Looked for once. */
export function findProgram(name: string): string | undefined {
  if (isAbsolute(name)) return isProgram(name) ? name : undefined;
  if (found.has(name)) return found.get(name);
  places ??= listPlaces();
  const path = places.map((place) => join(place, windows ? `${name}.exe` : name)).find(isProgram);
  found.set(name, path);
  return path;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, windows ? constants.F_OK : constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

export interface RunOptions {
  /** Goes to standard input, which is closed after it. */
  input?: string;
  /** Milliseconds after which it is ended, with all it started. */
  limit: number;
  /** Variables of our environment that it gets besides the usual ones. */
  variables?: readonly string[];
  /** Variables with a fixed value. */
  environment?: Record<string, string>;
}

export interface RunResult {
  /** Exit code; 255 when a signal ended it. */
  code: number;
  output: string;
  /** At most 4,000 characters of what it complained about. */
  complaint: string;
}

/**
 * Runs a program found by `findProgram`, without a shell, in the home directory.
 * @throws AppError `bridge-not-installed` when there is no such program, `bridge-timeout` when it was ended at its
 * limit, `bridge-failed` when it could not be started or printed too much.
 */
export function run(name: string, parameters: readonly string[], options: RunOptions): Promise<RunResult> {
  const program = findProgram(name);
  if (program === undefined) return Promise.reject(new AppError('bridge-not-installed', `no ${name} found`));
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd: process.env['HOME'] ?? process.env['USERPROFILE'] ?? '/',
      // A group of its own, so that all it started can be ended with it.
      detached: !windows,
      env: chooseEnvironment(options),
      shell: false,
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const end = (): void => endGroup(child.pid);
    let settled = false;
    const settle = (act: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      running.delete(end);
      act();
    };
    const fail = (code: 'bridge-timeout' | 'bridge-failed', message: string): void =>
      settle(() => {
        end();
        reject(new AppError(code, message));
      });
    const timer = setTimeout(() => fail('bridge-timeout', `${name} took too long`), options.limit);
    running.add(end);
    const output: Buffer[] = [];
    let size = 0;
    let complaint = '';
    child.stdout.on('data', (piece: Buffer) => {
      output.push(piece);
      size += piece.length;
      if (size > MOST_OUTPUT) fail('bridge-failed', `${name} printed too much`);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-4_000);
    });
    child.on('error', () => fail('bridge-failed', `${name} could not be started`));
    child.on('close', (code) =>
      settle(() => resolve({ code: code ?? 255, output: Buffer.concat(output).toString('utf8'), complaint })),
    );
    // A program may end without reading; its exit code says more than the broken pipe.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}

function chooseEnvironment({ variables = [], environment = {} }: RunOptions): NodeJS.ProcessEnv {
  const chosen = [...BASE, ...variables].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  places ??= listPlaces();
  return { ...Object.fromEntries(chosen), PATH: places.join(delimiter), ...environment };
}

const running = new Set<() => void>();

/** Ends all programs that still run. */
export function endPrograms(): void {
  for (const end of running) end();
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  if (windows) {
    const killer = join(process.env['SYSTEMROOT'] ?? 'C:\\Windows', 'System32', 'taskkill.exe');
    spawn(killer, ['/T', '/F', '/PID', String(pid)], { stdio: 'ignore', windowsHide: true }).on(
      'error',
      () => undefined,
    );
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
