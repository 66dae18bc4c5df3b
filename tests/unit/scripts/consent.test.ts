import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { findProgram } from '../../../scripts/browser.mjs';

const folder = mkdtempSync(join(tmpdir(), 'spare-key-consent-'));
afterAll(() => rmSync(folder, { recursive: true }));
const program = join(folder, 'ask.mjs');
writeFileSync(
  program,
  `import { mayInstall } from ${JSON.stringify(pathToFileURL(resolve('scripts/consent.mjs')).href)};
const missing = process.argv.includes('--nothing') ? [] : ['one browser'];
console.log('may install: ' + (await mayInstall(missing)));`,
);

const env = { ...process.env };
delete env['npm_config_install'];
const text = (stdout: string) => stdout.replaceAll('\r', '');

function run(...switches: string[]): string {
  return text(
    spawnSync(process.execPath, [program, ...switches], { env, encoding: 'utf8', input: '', timeout: 30_000 })
      .stdout,
  );
}

/** The same at a terminal, at which a person types `answer`. */
function runAtTerminal(answer: string, ...switches: string[]): string {
  const command = [process.execPath, program, ...switches].join(' ');
  const parameters = ['-qec', command, '/dev/null'];
  return text(
    spawnSync('script', parameters, { env, encoding: 'utf8', input: answer, timeout: 30_000 }).stdout,
  );
}

describe('what is missing', () => {
  it('is installed without a question where no person sits at the terminal', () => {
    expect(run()).toBe('may install: true\n');
  });

  it('is not installed where that is forbidden', () => {
    expect(run('--no-install')).toBe('may install: false\n');
  });
});

// `script` of other systems takes other parameters.
describe.runIf(process.platform === 'linux' && findProgram('script') !== undefined)('at a terminal', () => {
  it('is listed, and installed only after a yes', () => {
    const said = runAtTerminal('y\n');
    expect(said).toContain('  one browser\n');
    expect(said).toContain('may install: true');
    expect(runAtTerminal('n\n')).toContain('may install: false');
    expect(runAtTerminal('\n')).toContain('may install: false');
  });

  it('is no question where nothing is missing, or nothing may be installed', () => {
    expect(runAtTerminal('', '--nothing')).toBe('may install: true\n');
    expect(runAtTerminal('', '--no-install')).toBe('may install: false\n');
  });
});
