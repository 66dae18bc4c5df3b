/**
 * Bundles the native messaging host into one file, with a package around it that can be published.
 * Takes the folder for it; without one, it is `.output/native-host`.
 */
import { chmodSync, copyFileSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = import.meta.dirname;
const root = resolve(here, '..');

/**
 * @param target absolute path of the folder to write to, which is emptied first
 * @param plugins more plug-ins of Vite, as the release has them
 */
export async function buildBridge(target, plugins = []) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await build({
    configFile: false,
    root: here,
    logLevel: 'error',
    plugins,
    define: { BRIDGE_VERSION: JSON.stringify(version) },
    // One file that needs nothing beside it.
    ssr: { target: 'node', noExternal: true },
    build: {
      ssr: join(here, 'main.ts'),
      outDir: target,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: {
        output: {
          format: 'es',
          entryFileNames: 'spare-key-bridge.mjs',
          inlineDynamicImports: true,
          banner: '#!/usr/bin/env node',
        },
      },
    },
  });
  chmodSync(join(target, 'spare-key-bridge.mjs'), 0o755);
  const manifest = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
  writeFileSync(join(target, 'package.json'), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
  copyFileSync(join(root, 'LICENSE'), join(target, 'LICENSE'));
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await buildBridge(resolve(process.argv[2] ?? join(root, '.output', 'native-host')));
}
