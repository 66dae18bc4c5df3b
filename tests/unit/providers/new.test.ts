import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { listImports } from '../source-tree';

/** A copy of what `npm run new provider` reads and writes. */
const root = mkdtempSync(join(tmpdir(), 'spare-key-new-'));
for (const path of [
  'scripts/new.mjs',
  'scripts/new-provider.mjs',
  'lib/providers',
  'lib/errors.ts',
  'lib/terms.ts',
])
  cpSync(path, join(root, path), { recursive: true });
mkdirSync(join(root, 'tests/fixtures/providers'), { recursive: true });
afterAll(() => rmSync(root, { recursive: true }));

const address = 'https://account.acme.example/app-passwords';
execFileSync(process.execPath, [join(root, 'scripts/new.mjs'), 'provider', 'tried-by-a-test', address]);
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('a new provider', () => {
  it('imports what there is', () => {
    const tree = new Map([
      ['lib/providers/tried-by-a-test.ts', read('lib/providers/tried-by-a-test.ts')],
      ['lib/providers/provider.ts', read('lib/providers/provider.ts')],
    ]);
    const [found, ...others] = listImports(tree, 'lib/providers/tried-by-a-test.ts');
    expect(found).toMatchObject({ to: 'lib/providers/provider.ts', types: true });
    expect(others).toEqual([]);
  });

  it('is a reader and a provider of its address', async () => {
    const all = await import(/* @vite-ignore */ join(root, 'lib/providers/all.ts'));
    const [reader] = all.readers.filter(({ id }: { id: string }) => id === 'tried-by-a-test');
    const [provider] = all.providers.filter(({ id }: { id: string }) => id === 'tried-by-a-test');
    expect(reader).toMatchObject({ matches: [`${address}*`], pages: expect.any(Function) });
    expect(provider.links.create).toBe(address);
    expect(provider.example).toMatch(/^[a-z]{16}$/);
    expect(provider.monogram).toBe('Tb');
  });

  it('has a fixture of each state that every provider needs', () => {
    const says = (state: string) =>
      JSON.parse(/^<!-- (.*) -->/.exec(read(`tests/fixtures/providers/tried-by-a-test.${state}.html`))![1]!);
    expect(says('created')).toMatchObject({ url: address, reading: { kind: 'created' } });
    expect(says('start')).toEqual({ url: address, reading: null });
  });
});
