import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, type Plugin, runnerImport } from 'vite';
import type { Reader } from '../lib/providers/provider';

/** A file of the extension that the build makes. */
interface MadeFile {
  relativeDest: string;
  contents: string;
}

/**
 * Modules that the first of our files in a page puts under these names for all readers
 * (`entrypoints/capture.content/index.ts`), so that none brings its own.
 */
export const SHARED = ['around', 'chance', 'dom', 'eye', 'see', 'steps', 'text', 'view', 'vocabulary'];

/**
 * Where shared modules are, and what readers find them by.
 * @throws Error for one that is not there: each reader would bring a copy of it, wherever it went
 */
export function nameParts(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const path = resolve(`lib/providers/reading/${name}.ts`);
      if (!existsSync(path)) throw new Error(`${path} is shared by all readers, and is not there`);
      return [path, `globalThis.spareKeyParts.${name}`];
    }),
  );
}

/**
 * How scripts that run in a page are made small, where every byte is loaded by people who do not need us there: no
 * getter of ours has an effect, and no function of ours asks how many it was given.
 */
export const tightly = {
  ecma: 2020,
  compress: { passes: 4, keep_fargs: false, pure_getters: true, unsafe_arrows: true },
} as const;
const ENTRY = 'virtual:entry';

/** A module of the project, as it is in a build of this mode. */
async function load<Module>(path: string, mode: string): Promise<Module> {
  return (await runnerImport<Module>(resolve(path), { configFile: false, mode })).module;
}

/** The front door of the providers. */
export function loadProviders(mode: string) {
  return load<typeof import('../lib/providers')>('lib/providers/index.ts', mode);
}

/** A module that has only this text. */
function enter(text: string): Plugin {
  return {
    name: 'entry',
    resolveId: (source) => (source === ENTRY ? source : undefined),
    load: (source) => (source === ENTRY ? text : undefined),
  };
}

/** One file of all that `text` needs, but for the parts that are in the page already. */
async function bundle(text: string, mode: string, parts: Record<string, string>): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    mode,
    plugins: [enter(text)],
    build: {
      write: false,
      target: 'es2022',
      minify: 'terser',
      terserOptions: tightly,
      rollupOptions: {
        input: ENTRY,
        external: Object.keys(parts),
        output: { format: 'iife', globals: parts },
      },
    },
  });
  const [output] = Array.isArray(made) ? made : [made];
  if (!output || !('output' in output)) throw new Error(`nothing was made of ${text}`);
  return output.output[0].code;
}

/** Makes the file of one reader, which gives the reader to the script that watches the page. */
async function makeReader(name: string, path: string, mode: string): Promise<MadeFile> {
  const file = JSON.stringify(resolve(`lib/providers/${name}.ts`));
  const text = `import { reader } from ${file};\nglobalThis.spareKeyAdd?.(reader);`;
  return { relativeDest: path, contents: await bundle(text, mode, nameParts(SHARED)) };
}

/** Makes the file that draws the sketch of a page, which is put into one only when its owner asks. */
export async function makeSketcher(mode: string): Promise<MadeFile> {
  const file = JSON.stringify(resolve('lib/sketch/draw.ts'));
  const contents = await bundle(`import { draw } from ${file};\nglobalThis.spareKeyDraw = draw;`, mode, {});
  return { relativeDest: 'assets/draw-sketch.js', contents };
}

/** Makes the files of all readers. */
export async function makeReaders(mode: string): Promise<MadeFile[]> {
  const { filesFor } = await loadProviders(mode);
  const { readers, generalReader } = await load<typeof import('../lib/providers/all')>(
    'lib/providers/all.ts',
    mode,
  );
  const make = (reader: Reader, name = reader.id) => makeReader(name, filesFor([reader]).at(-1) ?? '', mode);
  return Promise.all([...readers.map((reader) => make(reader)), make(generalReader, 'generic/general')]);
}
