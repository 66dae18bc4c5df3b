import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Household, openHousehold } from './wordpress-processes.ts';

const ready = /ready/;

/** Whether a process still runs; one that ended and waits to be collected does not. */
function runs(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
}

describe('a household of programs', () => {
  let household: Household;

  beforeEach(async () => {
    household = await openHousehold('spare-key-household-');
  });
  afterEach(() => household.end());

  test('ends a program together with its children, and removes its files', async () => {
    const script = 'trap "" INT TERM; sleep 300 & echo $$ $! > pids; echo ready >&2; wait';
    await household.launch('sh', ['-c', script], ready);
    const pids = readFileSync(join(household.directory, 'pids'), 'utf8').trim().split(' ');
    expect(pids.map(runs)).toEqual([true, true]);
    await household.end();
    expect(pids.map(runs)).toEqual([false, false]);
    expect(existsSync(household.directory)).toBe(false);
  });

  test('says why a program did not start', async () => {
    await expect(household.launch('sh', ['-c', 'echo no room >&2; exit 3'], ready)).rejects.toThrow(
      /ended with 3\n.*no room/s,
    );
    await expect(household.launch('spare-key-no-such-program', [], ready)).rejects.toThrow('did not start');
  });

  test('starts no program after its end', async () => {
    await household.end();
    await expect(household.launch('sh', ['-c', 'echo ready >&2; sleep 300'], ready)).rejects.toThrow(
      'too late',
    );
  });
});
