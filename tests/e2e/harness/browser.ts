import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { chromiumOptions, ensureBrowser } from '../../../scripts/browser.mjs';
import { type Build, extensionPath } from './builds.ts';
import { startDisplay } from './display.ts';
import { collectLog, type LogLine } from './log.ts';
import { type Hosts, type Sites, startSites } from './sites.ts';

export interface OpenOptions {
  /** Which built extension to install; `none` opens a browser without one. Default `production`. */
  build?: Exclude<Build, 'firefox'> | 'none';
  /** Folder of another extension to install than a build. */
  extension?: string;
  /** Folder of the browser's profile, to come back to one; a fresh one, deleted on `close`, when absent. */
  profile?: string;
  colour?: 'light' | 'dark';
  /** Opens a window, on a display of its own where there is none. */
  headful?: boolean;
  /** Hosts to serve beside the common ones. */
  hosts?: Hosts;
  /** Sites that already run, to share them between browsers; `close` leaves them alone. */
  sites?: Sites;
  /** Host rules that go before the local sites, as `MAP host:443 127.0.0.1:port`. */
  hostRules?: string;
  /** Variables beside those of this process. */
  env?: Record<string, string>;
  /** More switches for the browser. */
  args?: readonly string[];
}

/** A running browser with the extension, and the sites it can reach. */
export interface OpenBrowser {
  browser: Browser;
  /** Empty without an extension. */
  extensionId: string;
  profile: string;
  sites: Sites;
  log: LogLine[];
  /** True when the set-up page opened by itself; it is closed again, so that it takes the front from no test. */
  welcomed: boolean;
  /** Name of the display it draws on, for `xdotool`; absent without a window. */
  display?: string;
  /** Opens a tab at an address. */
  openPage(address: string, size?: { width: number; height: number }): Promise<Page>;
  /** Opens a page of the extension in a tab, `popup.html` for one. */
  openOwnPage(path: string, size?: { width: number; height: number }): Promise<Page>;
  /** Ends the browser at once, as a crash would, and keeps the profile. */
  kill(): Promise<void>;
  /** Closes the browser in order and keeps the profile when the caller chose it. */
  close(): Promise<void>;
}

const TAB = { width: 1200, height: 900 };

/** Waits for the set-up page, which opens by itself in a profile without a vault, and closes it. */
async function closeWelcome(browser: Browser, extensionId: string, profile: string): Promise<boolean> {
  if (
    existsSync(join(profile, 'Default', 'IndexedDB', `chrome-extension_${extensionId}_0.indexeddb.leveldb`))
  ) {
    return false;
  }
  const address = `chrome-extension://${extensionId}/welcome.html`;
  const target = await browser
    .waitForTarget((found) => found.url() === address, { timeout: 5_000 })
    .catch(() => undefined);
  const page = await target?.page();
  await page?.close();
  return target !== undefined;
}

/** @throws Error when the build is missing */
export async function openBrowser(options: OpenOptions = {}): Promise<OpenBrowser> {
  const { build = 'production', colour = 'light', headful = false, args = [] } = options;
  const extension = options.extension ?? (build === 'none' ? undefined : extensionPath(build));
  if (extension !== undefined && !existsSync(join(extension, 'manifest.json'))) {
    throw new Error(`There is no ${build} build of the extension: run "npm run build" first.`);
  }
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'spare-key-profile-'));
  const sites = options.sites ?? (await startSites(options.hosts));
  if (options.sites !== undefined && options.hosts !== undefined) sites.serve(options.hosts);
  const display = headful ? await startDisplay() : undefined;
  const browser = await puppeteer.launch({
    env: { ...process.env, ...options.env, ...(display && { DISPLAY: display.name }) },
    ...chromiumOptions({
      executablePath: ensureBrowser('chromium'),
      profile,
      headless: !headful,
      sitesPort: sites.port,
      ...(options.hostRules === undefined ? {} : { hostRules: options.hostRules }),
      args: ['--lang=en-US', ...args],
    }),
  });
  const log = collectLog(browser);
  const extensionId = extension === undefined ? '' : await browser.installExtension(extension);
  const welcomed = extensionId !== '' && (await closeWelcome(browser, extensionId, profile));

  async function openPage(address: string, size = TAB): Promise<Page> {
    const page = await browser.newPage();
    await page.setViewport(size);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: colour }]);
    await page.goto(address);
    return page;
  }

  async function clear(): Promise<void> {
    display?.stop();
    if (options.sites === undefined) await sites.stop();
    if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }

  return {
    browser,
    extensionId,
    profile,
    sites,
    log,
    welcomed,
    ...(display === undefined ? {} : { display: display.name }),
    openPage,
    openOwnPage: (path, size) => openPage(`chrome-extension://${extensionId}/${path}`, size),
    async kill() {
      const process = browser.process();
      const ended = new Promise((resolve) => process?.once('exit', resolve));
      process?.kill('SIGKILL');
      if (process !== null) await ended;
      display?.stop();
      if (options.sites === undefined) await sites.stop();
    },
    async close() {
      await browser.close();
      await clear();
    },
  };
}
