import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

// The unit tests of one part, as `scripts/mutation.mjs` names them. Their time limit is short: a mutant that makes
// a test wait is found out as well.
export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    root: process.cwd(),
    include: (process.env['MUTATION_TESTS'] ?? '').split(','),
    environment: 'node',
    // A change that makes a log flow over is not to be slow for it.
    silent: true,
    testTimeout: 20_000,
  },
});
