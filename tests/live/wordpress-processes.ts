import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Most milliseconds a program may take until it says that it is ready. */
const READY_MS = 15_000;
/** Most characters of a program's messages that are kept for an error. */
const LOG = 4_000;

/**
 * Reads one process group a line until its input ends, which the kernel sees to even when the test is killed
 * outright; then kills the groups, waits until they are gone (5 s at most) and removes the directory `$0`.
 * SIGKILL, because nothing in a throw-away database is worth an orderly end. A process that ended and waits to
 * be collected (state Z) counts as gone: in a container that may take as long as the container lives.
 */
const keeper = `
groups=
while read -r group; do groups="$groups $group"; done
lives() { cat /proc/[0-9]*/stat | sed 's/^.*) //' | grep -q "^[^ZX] [0-9]* $1 "; }
for group in $groups; do kill -s KILL -- "-$group"; done
for group in $groups; do
  tries=250
  while lives "$group" && [ "$tries" -gt 0 ]; do sleep 0.02; tries=$((tries - 1)); done
done
rm -rf -- "$0"
`;

/** A directory of one's own (mode 0700) and the programs that live in it; both end together. */
export interface Household {
  /** Absolute path of the directory. */
  readonly directory: string;
  /**
   * Starts a program in a process group of its own and resolves when `ready` matches what it says on stderr.
   * @throws Error with its last messages when it ends or stays silent for 15 s.
   */
  launch(program: string, args: readonly string[], ready: RegExp, env?: NodeJS.ProcessEnv): Promise<void>;
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
    async launch(program, args, ready, env = {}) {
      // A start that failed elsewhere may have ended the household while this one was still on its way.
      if (watch.stdin.writableEnded) throw new Error(`${program} comes too late`);
      const child = spawn(program, args, {
        cwd: directory,
        detached: true,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      if (child.pid !== undefined) watch.stdin.write(`${child.pid}\n`);
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
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      fail(`ended with ${signal ?? code}`);
    });
    // Read to the end also when no caller waits any more: a full pipe would stop the program.
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-LOG);
      if (!ready.test(log)) return;
      clearTimeout(timer);
      resolve();
    });
  });
}
