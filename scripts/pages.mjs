import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { ensureBrowser } from './browser.mjs';
import { checkNode, ensureDependencies, ensurePages } from './setup.mjs';

/** `npm run pages`: plays generated pages and says what was found on them; see tests/pages/README.md. */

const names = ['seed', 'count', 'kit', 'provider', 'only', 'json'];
try {
  checkNode();
  ensureDependencies();
  ensurePages();
  const { values } = parseArgs({
    options: {
      ...Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
      show: { type: 'boolean' },
    },
  });
  const { module } = await runnerImport('./tests/pages/run.ts', { configFile: false, logLevel: 'error' });
  process.exitCode = await module.main(values, ensureBrowser('chromium'));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
