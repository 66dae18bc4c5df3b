import { resolve } from 'node:path';
import { build, runnerImport } from 'vite';

/** Loads a TypeScript module of the project into Node. */
export async function load(path) {
  return (await runnerImport(resolve(path), { logLevel: 'error' })).module;
}

/** A module of the project with all it imports as one script that runs in a page, where it is `name`. */
export async function bundle(path, name) {
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: resolve(path), formats: ['iife'], name },
    },
  });
  return output[0].code;
}
