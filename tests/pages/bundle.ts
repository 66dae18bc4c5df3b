import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, mergeConfig, type Rollup, runnerImport } from 'vite';

export const here = dirname(fileURLToPath(import.meta.url));
const OUT = join(here, '../../.output/pages/bundles');

export interface Bundle {
  script: string;
  sheet: string;
}

function newest(folder: string): number {
  const times = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .map((entry) =>
      entry.isDirectory() ? newest(join(folder, entry.name)) : statSync(join(folder, entry.name)).mtimeMs,
    );
  return Math.max(0, ...times);
}

async function bundle(entry: string, config: InlineConfig): Promise<Bundle> {
  const base: InlineConfig = {
    configFile: false,
    logLevel: 'error',
    root: here,
    define: { 'process.env.NODE_ENV': '"production"' },
    mode: 'production',
    // React's production build has no development elements.
    esbuild: { jsx: 'automatic', jsxDev: false, target: 'es2022' },
    build: {
      write: false,
      minify: 'esbuild',
      target: 'es2022',
      cssCodeSplit: false,
      assetsInlineLimit: 0,
      lib: { entry, formats: ['iife'], name: 'page' },
    },
  };
  const made = (await build(mergeConfig(base, config))) as Rollup.RollupOutput | Rollup.RollupOutput[];
  const { output } = [made].flat()[0] ?? { output: [] };
  let script = '';
  let sheet = '';
  for (const part of output) {
    if (part.type === 'chunk') script += part.code;
    else if (part.fileName.endsWith('.css')) sheet += part.source;
  }
  return { script, sheet };
}

/** The file of a kit, which may be written in JSX. */
function fileOf(kit: string): string {
  const found = ['ts', 'tsx']
    .map((ending) => join(here, `kits/${kit}.${ending}`))
    .find((file) => existsSync(file));
  if (found === undefined) throw new Error(`There is no kit ${kit}`);
  return found;
}

/** The stage with a kit, as one script that runs in the page; built again only when something here has changed. */
export async function bundleKit(kit: string): Promise<Bundle> {
  const file = fileOf(kit);
  const script = join(OUT, `${kit}.js`);
  const sheet = join(OUT, `${kit}.css`);
  const changed = Math.max(newest(join(here, 'stage')), newest(join(here, 'kits')));
  if (existsSync(script) && statSync(script).mtimeMs > changed) {
    return { script: readFileSync(script, 'utf8'), sheet: readFileSync(sheet, 'utf8') };
  }
  const own = join(here, `kits/${kit}.config.ts`);
  // Vite and libraries that are not plain TypeScript need plugins; a kit that has some names them in a file of its own.
  const { config = {} } = existsSync(own)
    ? (await runnerImport<{ config?: InlineConfig }>(own, { configFile: false, logLevel: 'error' })).module
    : {};
  const alias = { resolve: { alias: { 'kit-of-this-page': file } } };
  const made = await bundle(join(here, 'stage/main.ts'), mergeConfig(alias, config));
  mkdirSync(OUT, { recursive: true });
  writeFileSync(script, made.script);
  writeFileSync(sheet, made.sheet);
  return made;
}

/** What is measured, as one script. */
export async function bundleReader(): Promise<string> {
  const { script } = await bundle(join(here, 'reader.ts'), {});
  return script;
}
