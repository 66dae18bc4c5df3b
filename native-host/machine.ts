import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

export const systems = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' } as const;
export type System = keyof typeof systems;

/** The computer as installer and doctor see it, so that a test can make one up. */
export interface Machine {
  readonly system: System;
  /** Absolute path of the home directory. */
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the Node that runs us. */
  readonly node: string;
  /** Absolute path of this program's one file. */
  readonly program: string;
  exists(path: string): boolean;
  /** Text of a file; `undefined` when it cannot be read. */
  read(path: string): string | undefined;
  isExecutable(path: string): boolean;
  /** Default value of a key of the Windows registry; `undefined` when there is none. */
  lookUp(key: string): Promise<string | undefined>;
}

/** Joins in the manner of the machine's system, not of the one that tests run on. */
export function joinPath({ system }: Pick<Machine, 'system'>, ...parts: string[]): string {
  return (system === 'win32' ? win32 : posix).join(...parts);
}

/** A folder that an environment variable names, when it is absolute; else the usual one. */
export function chooseFolder(machine: Machine, variable: string, usual: string): string {
  const chosen = machine.environment[variable];
  const { isAbsolute } = machine.system === 'win32' ? win32 : posix;
  return chosen !== undefined && isAbsolute(chosen) ? chosen : usual;
}

/** Absolute path of Windows' program for the registry. */
export function findReg({ environment }: Pick<Machine, 'environment'>): string {
  return win32.join(
    environment['SystemRoot'] ?? environment['SYSTEMROOT'] ?? 'C:\\Windows',
    'System32',
    'reg.exe',
  );
}

/** @throws Error on a system that browsers of today do not run on */
export function readMachine(program: string): Machine {
  const { platform, env, execPath } = process;
  if (platform !== 'linux' && platform !== 'darwin' && platform !== 'win32') {
    throw new Error('The bridge runs on Linux, macOS and Windows only.');
  }
  return {
    system: platform,
    home: homedir(),
    environment: env,
    node: execPath,
    program,
    exists: existsSync,
    read(path) {
      try {
        return readFileSync(path, 'utf8');
      } catch {
        return undefined;
      }
    },
    isExecutable(path) {
      try {
        accessSync(path, constants.X_OK);
        return statSync(path).isFile();
      } catch {
        return false;
      }
    },
    lookUp: (key) =>
      new Promise((resolve) => {
        const options = { timeout: 5_000, windowsHide: true };
        execFile(findReg({ environment: env }), ['query', key, '/ve'], options, (error, output) =>
          resolve(error === null ? /REG_SZ\s+(.+?)\s*$/m.exec(output)?.[1] : undefined),
        );
      }),
  };
}
