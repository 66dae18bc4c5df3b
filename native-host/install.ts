import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { findReg, type Machine } from './machine';
import { findHome, type Step } from './plan';

/** Registry command of a step; `undefined` for one that has to do with files. */
export function listRegParameters(step: Step): string[] | undefined {
  if (step.act === 'register') return ['add', step.key, '/ve', '/t', 'REG_SZ', '/d', step.value, '/f'];
  if (step.act === 'unregister') return ['delete', step.key, '/f'];
  return undefined;
}

/** A step as `--print` shows it, with the whole text of a file that would be written. */
export function describeStep(step: Step): string {
  const mode = 'mode' in step ? step.mode.toString(8) : '';
  if (step.act === 'write')
    return `write ${step.path} (mode ${mode})\n${step.text.replaceAll(/^(?=.)/gm, '  ')}`;
  if (step.act === 'copy') return `copy ${step.from}\n  to ${step.path} (mode ${mode})\n`;
  if (step.act === 'remove') return `remove ${step.path}\n`;
  const quoted = listRegParameters(step)?.map((one) => (/[\s\\]/.test(one) ? `"${one}"` : one)) ?? [];
  return `reg ${quoted.join(' ')}\n`;
}

/**
 * Does what was planned. Doing it again changes nothing.
 * @returns one line for each step
 */
export function carryOut(machine: Machine, steps: readonly Step[]): string[] {
  const lines = steps.map((step) => carryOutStep(machine, step));
  // Once all of it was removed, our folder goes, too.
  if (steps.some(({ act }) => act === 'remove')) removeEmpty(findHome(machine));
  return lines;
}

function carryOutStep(machine: Machine, step: Step): string {
  const parameters = listRegParameters(step);
  if (parameters !== undefined) {
    try {
      execFileSync(findReg(machine), parameters, { stdio: 'ignore', timeout: 10_000, windowsHide: true });
    } catch (error) {
      // A key that is not there cannot be deleted, and need not be.
      if (step.act === 'register') throw error;
    }
    return `${step.act === 'register' ? 'registered' : 'unregistered'}  ${'key' in step ? step.key : ''}`;
  }
  if (step.act === 'remove') {
    rmSync(step.path, { force: true });
    return `removed    ${step.path}`;
  }
  if (step.act !== 'write' && step.act !== 'copy') return '';
  const wanted = step.act === 'write' ? Buffer.from(step.text, 'utf8') : readFileSync(step.from);
  if (machine.exists(step.path) && readFileSync(step.path).equals(wanted)) {
    chmodSync(step.path, step.mode);
    return `unchanged  ${step.path}`;
  }
  mkdirSync(dirname(step.path), { recursive: true });
  // Replaced in one step: a browser may be starting it at this moment.
  const fresh = `${step.path}.${process.pid}.new`;
  writeFileSync(fresh, wanted, { mode: step.mode });
  chmodSync(fresh, step.mode);
  renameSync(fresh, step.path);
  return `written    ${step.path}`;
}

function removeEmpty(folder: string): void {
  try {
    if (readdirSync(folder).length === 0) rmdirSync(folder);
  } catch {
    // It was not there, or the user keeps something in it.
  }
}
