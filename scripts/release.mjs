import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runnerImport } from 'vite';
import { prepare } from 'wxt';
import { checkNode } from './setup.mjs';

/**
 * `npm run release`: makes everything that is published into `.output/release`, byte for byte the same from the same
 * commit. `-- --write-down` writes down what lock file, licences and manifests are, for the commit that changes them.
 */
const record = process.argv.includes('--write-down');

/** Variables of the developer's shell must not reach what is built. */
function cleanEnvironment() {
  for (const name of Object.keys(process.env)) {
    if (/^(?:VITE|WXT)_/.test(name)) delete process.env[name];
  }
  process.env['NODE_ENV'] = 'production';
}

try {
  checkNode();
  cleanEnvironment();
  // TypeScript's settings build on generated ones, which a fresh clone does not have.
  await prepare({});
  const { makeRelease } = (await runnerImport(resolve('scripts/release/make.ts'), { configFile: false }))
    .module;
  const files = await makeRelease(record);
  if (record) console.log('Written down in scripts/release/written-down.json. Look at it, and commit it.');
  else
    console.log(
      `Made in .output/release: ${files.join(', ')}\n${readFileSync('.output/release/SHA256SUMS', 'utf8')}`,
    );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
