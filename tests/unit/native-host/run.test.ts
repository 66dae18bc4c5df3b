import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** Places are looked up once a process, so each test has its own copy of the module. */
async function load() {
  vi.resetModules();
  return import('../../../native-host/run');
}

let folder: string;

function writeProgram(name: string, script: string, place = folder): void {
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(place, name), 0o755);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spare-key-run-'));
  vi.stubEnv('HOME', folder);
  vi.stubEnv('PATH', ['', '.', 'relative', folder, process.env['PATH']].join(delimiter));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const limit = 10_000;

describe.skipIf(process.platform === 'win32')('a program', () => {
  it('gets its input, and nothing of the environment that it need not know', async () => {
    vi.stubEnv('SECRET_OF_ANOTHER', 'x');
    vi.stubEnv('BW_SESSION', 'y');
    vi.stubEnv('LD_PRELOAD', '/nowhere.so');
    vi.stubEnv('NODE_OPTIONS', '--no-warnings');
    writeProgram('spare-key-echo', 'cat; env; pwd; echo "$1"');
    const { run } = await load();
    const { output, code } = await run('spare-key-echo', ['$(id); "x"'], { input: 'typed\n', limit });
    expect(code).toBe(0);
    expect(output).toContain('typed\n');
    expect(output).toContain(`\n${folder}\n$(id); "x"\n`);
    for (const name of ['SECRET_OF_ANOTHER', 'BW_SESSION', 'LD_PRELOAD', 'NODE_OPTIONS']) {
      expect(output).not.toContain(`${name}=`);
    }
    const path = /^PATH=(.*)$/m.exec(output)?.[1] ?? '';
    expect(path.split(delimiter).filter((place) => !place.startsWith('/'))).toEqual([]);
    const second = await run('spare-key-echo', [], { limit, variables: ['BW_SESSION'] });
    expect(second.output).toContain('BW_SESSION=y');
  });

  it('is never taken from the working directory', async () => {
    writeProgram('spare-key-trap', 'echo caught', join(folder, 'relative'));
    const before = process.cwd();
    process.chdir(join(folder, 'relative'));
    try {
      const { findProgram, run } = await load();
      expect(findProgram('spare-key-trap')).toBeUndefined();
      await expect(run('spare-key-trap', [], { limit })).rejects.toMatchObject({
        code: 'bridge-not-installed',
      });
    } finally {
      process.chdir(before);
    }
  });

  it('is ended at its limit, with all that it started', async () => {
    const mark = join(folder, 'mark');
    writeProgram('spare-key-slow', `(sleep 30; touch ${mark}) & echo $! > ${folder}/pid; trap "" TERM; wait`);
    const { run } = await load();
    // On a busy machine a program may be ended before it has started another.
    for (let limit = 500; !existsSync(join(folder, 'pid')); limit *= 2)
      await expect(run('spare-key-slow', [], { limit })).rejects.toMatchObject({ code: 'bridge-timeout' });
    const pid = readFileSync(join(folder, 'pid'), 'utf8').trim();
    const state = () =>
      existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : '';
    await expect.poll(state).toBe('');
  });

  it('that prints without end is ended', async () => {
    writeProgram('spare-key-loud', 'exec yes');
    const { run } = await load();
    await expect(run('spare-key-loud', [], { limit })).rejects.toMatchObject({ code: 'bridge-failed' });
  });

  it('that ends without reading tells its exit code', async () => {
    writeProgram('spare-key-deaf', 'echo no >&2; exit 3');
    const { run } = await load();
    const result = await run('spare-key-deaf', [], { input: 'x'.repeat(1_000_000), limit });
    expect(result).toEqual({ code: 3, output: '', complaint: 'no\n' });
  });
});
