import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { ensureBrowser } from './browser.mjs';
import { checkNode, ensureDependencies, ensurePages } from './setup.mjs';

/** `npm run pages`: plays generated pages and says what was found on them; see tests/pages/README.md. */

const names = ['seed', 'count', 'kit', 'provider', 'only', 'json', 'tabs'];
try {
  checkNode();
  ensureDependencies();
  ensurePages();
  const { values, positionals } = parseArgs({
    options: {
      ...Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
      show: { type: 'boolean' },
      drawn: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const load = async (file) =>
    (await runnerImport(`./tests/pages/${file}`, { configFile: false, logLevel: 'error' })).module;
  const browser = ensureBrowser('chromium');
  if (values.drawn)
    process.exitCode = await (await load('drawn.ts')).mainDrawn(positionals[0] ?? '', browser);
  else process.exitCode = await (await load('run.ts')).main(values, browser);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
