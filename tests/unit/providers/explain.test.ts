import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('npm run explain says how a page is read, and why', () => {
  const page = 'tests/fixtures/providers/google.created-german.html';
  const said = execFileSync(process.execPath, ['scripts/explain.mjs', page], { encoding: 'utf8' });
  expect(said).toContain('Reading: google: {');
  expect(said).toContain('the title says app password');
  expect(said).not.toContain('Invalid selector');
});
