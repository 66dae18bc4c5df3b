import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

/** A module of the project that is written in TypeScript. */
export async function load(path) {
  return (await runnerImport(resolve(path), { configFile: false, logLevel: 'error', mode: 'development' }))
    .module;
}

/**
 * The page that a sketch becomes. The file may come from a stranger, so it is checked before use.
 * @returns its address, and HTML without the comment of a fixture
 * @throws Error for a file that is no sketch
 */
export async function readSketch(path) {
  const [{ readSketchText }, { toAddress, toHtml }] = await Promise.all([
    load('scripts/sketch-text.ts'),
    load('scripts/sketch-page.ts'),
  ]);
  const sketch = readSketchText(readFileSync(path, 'utf8'));
  return { url: toAddress(sketch), html: toHtml(sketch) };
}

/** The value after a switch of the command line; `undefined` when it is not there. */
export function option(name) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}
