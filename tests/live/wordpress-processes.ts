import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Most milliseconds a program may take until it says that it is ready. */
const READY_MS = 15_000;
/** Most characters of a program's messages that are kept for an error. */
const LOG = 4_000;

/** How a program is asked to end: `INT` where it takes leave of its children, `KILL` where nothing is worth it. */
export type Farewell = 'INT' | 'KILL';

/**
 * Reads `<signal> <process group>` lines until its input ends, which the kernel sees to even when the test is
 * killed outright; then sends the signals, waits until the groups are gone, kills what is left after 2 s and
 * removes the directory `$0`.
 */
const keeper = `
groups=
while read -r signal group; do groups="$groups $signal:$group"; done
for pair in $groups; do kill -s "\${pair%%:*}" -- "-\${pair##*:}"; done
for pair in $groups; do
  tries=100
  while kill -s 0 -- "-\${pair##*:}" && [ "$tries" -gt 0 ]; do sleep 0.02; tries=$((tries - 1)); done
  kill -s KILL -- "-\${pair##*:}"
done
rm -rf -- "$0"
`;

/** On what terms a program lives in a household. */
export interface Terms {
  readonly ready: RegExp;
  readonly farewell: Farewell;
  /** Added to our own environment. */
  readonly env?: NodeJS.ProcessEnv;
}

/** A directory of one's own (mode 0700) and the programs that live in it; both end together. */
export interface Household {
  /** Absolute path of the directory. */
  readonly directory: string;
  /**
   * Starts a program in a process group of its own and resolves when `terms.ready` matches what it says on stderr.
   * @throws Error with its last messages when it ends or stays silent for 15 s.
   */
  launch(program: string, args: readonly string[], terms: Terms): Promise<void>;
  /** Ends every program, with its children, and removes the directory. May be called twice. */
  end(): Promise<void>;
}

export async function openHousehold(prefix: string): Promise<Household> {
  const directory = await mkdtemp(join(tmpdir(), prefix));
  const watch = spawn('sh', ['-c', keeper, directory], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const watchEnded = once(watch, 'exit');
  watch.stdin.on('error', () => undefined);
  try {
    await once(watch, 'spawn');
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
  return {
    directory,
    async launch(program, args, { ready, farewell, env }) {
      // A start that failed elsewhere may have ended the household while this one was still on its way.
      if (watch.stdin.writableEnded) throw new Error(`${program} comes too late`);
      const child = spawn(program, args, {
        cwd: directory,
        detached: true,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      if (child.pid !== undefined) watch.stdin.write(`${farewell} ${child.pid}\n`);
      await waitUntilReady(child, program, ready);
    },
    async end() {
      watch.stdin.end();
      await watchEnded;
    },
  };
}

function waitUntilReady(child: ChildProcess, program: string, ready: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    const fail = (what: string) => reject(new Error(`${program} ${what}\n${log}`));
    const timer = setTimeout(() => fail(`was not ready after ${READY_MS} ms`), READY_MS);
    child.once('error', (error) => fail(`did not start: ${error.message}`));
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      fail(`ended with ${signal ?? code}`);
    });
    // Read to the end also when nobody waits any more: a full pipe would stop the program.
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-LOG);
      if (!ready.test(log)) return;
      clearTimeout(timer);
      resolve();
    });
  });
}
