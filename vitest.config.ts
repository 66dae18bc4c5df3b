import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const RELEASE = 'tests/live/release.test.ts';
const browserTests = {
  environment: 'node',
  // One file at a time, where they share programs, ports or what is installed.
  fileParallelism: false,
  testTimeout: 60_000,
  hookTimeout: 60_000,
} as const;

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          // They keep every core busy; one is left for nobody.
          maxWorkers: '100%',
          // Many make thousands of cases, on machines that have other work as well.
          testTimeout: 600_000,
        },
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
