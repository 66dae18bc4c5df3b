import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const RELEASE = 'tests/live/release.test.ts';
const browserTests = {
  environment: 'node',
  // One file at a time, where they share programs, ports or what is installed.
  fileParallelism: false,
  // They wait for what they need; these end what never comes, on the slowest machine with other work.
  testTimeout: 120_000,
  hookTimeout: 120_000,
} as const;

const UNIT = 'tests/unit';
const unitTests = {
  environment: 'node',
  // They keep every core busy; no core is left free.
  maxWorkers: '100%',
  // Many make thousands of cases, on machines that have other work as well.
  testTimeout: 600_000,
} as const;

/** Tests that put something in the place of a module; where modules are shared, others would meet it. */
const mocking = readdirSync(UNIT, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name))
  .map((name) => join(UNIT, name))
  .filter((path) => readFileSync(path, 'utf8').includes('vi.mock('));

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: [`${UNIT}/**/*.test.{ts,tsx}`],
          exclude: mocking,
          ...unitTests,
          // Loading the same modules for each file anew would take a fifth of the time.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [WxtVitest()],
        test: { name: 'unit-mocking', include: mocking, sequence: { groupOrder: 2 }, ...unitTests },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/harness/check-builds.ts'],
          ...browserTests,
          // Each browser has a display of its own, and so a clipboard; half the time it waits for something.
          fileParallelism: true,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'pages',
          include: ['tests/pages/**/*.test.ts'],
          exclude: ['tests/pages/node_modules/**'],
          ...browserTests,
        },
      },
      {
        test: {
          name: 'live',
          include: ['tests/live/**/*.test.ts'],
          exclude: [RELEASE],
          ...browserTests,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      // Builds everything twice: long, and with nothing to wait for, so it has a place of its own.
      { test: { name: 'release', include: [RELEASE], ...browserTests } },
    ],
  },
});
