import { resolve } from 'node:path';

/** Folders of the built extension, by what they were built for. */
const folders = {
  production: 'chrome-mv3',
  development: 'chrome-mv3-dev',
  firefox: 'firefox-mv3',
} as const;

export type Build = keyof typeof folders;

export const builds = Object.keys(folders) as Build[];

/** Absolute path of a built extension. */
export function extensionPath(build: Build): string {
  return resolve('.output', folders[build]);
}
