import { resolve } from 'node:path';
import { build, type Plugin, runnerImport } from 'vite';
import type { Reader } from '../lib/providers/provider';

/** A file of the extension that the build makes. */
interface MadeFile {
  relativeDest: string;
  contents: string;
}

const DOM = resolve('lib/providers/dom.ts');
/** Where the first of our files in a page puts what readers are made with. */
const SHARED = 'globalThis.spareKeyDom';
const ENTRY = 'virtual:reader';

/** A module of the project, as it is in a build of this mode. */
async function load<Module>(path: string, mode: string): Promise<Module> {
  return (await runnerImport<Module>(resolve(path), { configFile: false, mode })).module;
}

/** The front door of the providers. */
export function loadProviders(mode: string) {
  return load<typeof import('../lib/providers')>('lib/providers/index.ts', mode);
}

/** The only line of a reader's file: hands it to the script that watches the page. */
function enter(name: string): Plugin {
  const file = JSON.stringify(resolve(`lib/providers/${name}.ts`));
  return {
    name: 'reader',
    resolveId: (source) => (source === ENTRY ? source : undefined),
    load: (source) =>
      source === ENTRY ? `import { reader } from ${file};\nglobalThis.spareKeyAdd?.(reader);` : undefined,
  };
}

/** Makes the file of one reader, without what all of them share. */
async function makeReader(name: string, path: string, mode: string): Promise<MadeFile> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    mode,
    plugins: [enter(name)],
    build: {
      write: false,
      target: 'es2022',
      minify: 'terser',
      terserOptions: { ecma: 2020, compress: { passes: 3 } },
      rollupOptions: {
        input: ENTRY,
        external: [DOM],
        output: { format: 'iife', globals: { [DOM]: SHARED } },
      },
    },
  });
  const [output] = Array.isArray(made) ? made : [made];
  if (!output || !('output' in output)) throw new Error(`no reader ${name}`);
  return { relativeDest: path, contents: output.output[0].code };
}

/** Makes the files of all readers. */
export async function makeReaders(mode: string): Promise<MadeFile[]> {
  const { filesFor } = await loadProviders(mode);
  const { readers, generalReader } = await load<typeof import('../lib/providers/all')>(
    'lib/providers/all.ts',
    mode,
  );
  const make = (reader: Reader, name = reader.id) => makeReader(name, filesFor([reader]).at(-1) ?? '', mode);
  return Promise.all([...readers.map((reader) => make(reader)), make(generalReader, 'general')]);
}
