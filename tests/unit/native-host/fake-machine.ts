import type { Machine, System } from '../../../native-host/machine';

export interface FakeMachine extends Machine {
  /** Path to text; a folder has the empty text. */
  readonly files: Map<string, string>;
  readonly registry: Map<string, string>;
  readonly executables: Set<string>;
}

const usual = {
  linux: {
    home: '/home/robin',
    node: '/opt/node/bin/node',
    program: '/tmp/package/spare-key-bridge.mjs',
    environment: {},
  },
  darwin: {
    home: '/Users/robin',
    node: '/usr/local/bin/node',
    program: '/tmp/package/spare-key-bridge.mjs',
    environment: {},
  },
  win32: {
    home: String.raw`C:\Users\robin`,
    node: String.raw`C:\Program Files\nodejs\node.exe`,
    program: String.raw`C:\Temp\package\spare-key-bridge.mjs`,
    environment: { ProgramFiles: String.raw`C:\Program Files` },
  },
} as const;

/** A computer with these files and folders and nothing else. */
export function makeMachine(
  system: System,
  paths: readonly string[],
  changes: Partial<Machine> = {},
): FakeMachine {
  const files = new Map(paths.map((path) => [path, '']));
  const registry = new Map<string, string>();
  const executables = new Set<string>();
  return {
    system,
    ...usual[system],
    files,
    registry,
    executables,
    exists: (path) =>
      [...files.keys()].some(
        (one) => one === path || one.startsWith(`${path}/`) || one.startsWith(`${path}\\`),
      ),
    read: (path) => files.get(path),
    isExecutable: (path) => executables.has(path),
    lookUp: async (key) => registry.get(key),
    ...changes,
  };
}
