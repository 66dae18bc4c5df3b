import type { LaunchOptions } from 'puppeteer';

export type BrowserKind = 'chromium' | 'firefox';

export function findProgram(name: string): string | undefined;
export function findBrowser(kind: BrowserKind): string | undefined;
export function canInstallPackages(): boolean;
export function installPackages(names: readonly string[], options?: { quiet?: boolean }): string[];
export function ensureBrowser(kind?: BrowserKind, say?: (line: string) => void): string;
export function hasDisplay(): boolean;
export function chromiumOptions(options: {
  executablePath: string;
  profile?: string;
  headless?: boolean;
  sitesPort?: number;
  hostRules?: string;
  args?: readonly string[];
}): LaunchOptions;
