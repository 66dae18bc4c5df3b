import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer';
import { ensureBrowser } from '../../../scripts/browser.mjs';
import { type Role, selectRole } from '../../../scripts/drive.mjs';
import { extensionPath } from './builds.ts';
import { type Hosts, startSites } from './sites.ts';

/** Fixes the address of our own pages, which Firefox otherwise draws by lot. */
const UUID = '7d1c3a52-58f4-4b0e-9d5e-3c1f0a6b2e94';

export interface FirefoxOptions {
  /** Folder of another extension to install than the build. */
  extension?: string;
  /** Hosts to serve beside the common ones. */
  hosts?: Hosts;
  colour?: 'light' | 'dark';
  /** Variables beside those of this process. */
  env?: Record<string, string>;
}

export interface OpenFirefox {
  browser: Browser;
  openPage(address: string): Promise<Page>;
  /** Opens a page of the extension in a tab. */
  openOwnPage(path: string): Promise<Page>;
  /** Ends the background page as the browser does after idling: its memory is gone, the next event starts it again. */
  endBackground(): Promise<void>;
  /** Gives the extension leave to see a host, as the user does in the browser's own prompt. */
  grant(host: string): Promise<void>;
  /** Takes the leave to see a host from the extension, as the user can in the browser's page of extensions. */
  withdraw(host: string): Promise<void>;
  close(): Promise<void>;
}

/** A proxy that leads every https host to one local port. */
async function startProxy(target: number): Promise<{ port: number; stop(): Promise<void> }> {
  // Once connected, a client is no longer the server's to close.
  const clients = new Set<Duplex>();
  const server = createServer((_request, response) => response.writeHead(403).end());
  server.on('connect', (_request, client) => {
    clients.add(client);
    client.on('close', () => clients.delete(client));
    const site = connect(target, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      site.pipe(client);
      client.pipe(site);
    });
    site.on('error', () => client.destroy());
    client.on('error', () => site.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const client of clients) client.destroy();
      }),
  };
}

/** Puppeteer's line to Firefox, which it has no type for. */
interface Line {
  connection: { send(method: string, parameters: object): Promise<{ result: unknown }> };
}

/**
 * Runs an expression where the browser's own windows run; Firefox lets in only who started it so.
 * @returns what it came to, where that is a string or a number
 */
export async function runInFirefox(browser: Browser, expression: string): Promise<unknown> {
  const { connection } = browser as unknown as Line;
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = (result as { contexts: { context: string }[] }).contexts;
  const answer = await connection.send('script.evaluate', {
    expression,
    target: { context: window?.context },
    awaitPromise: true,
  });
  const { type, result: value } = answer.result as { type: string; result?: { value?: unknown } };
  if (type !== 'success') throw new Error(JSON.stringify(answer.result));
  return value?.value;
}

function readGeckoId(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

/** Firefox never reports that a page of an extension has loaded, and answers with errors until it has. */
async function waitUntilLoaded(page: Page, address: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  const isLoaded = (wanted: string) => location.href.startsWith(wanted) && document.readyState === 'complete';
  while (!(await page.evaluate(isLoaded, address).catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`${address} did not load`);
    await setTimeout(20);
  }
}

/** Opens Firefox with the extension; https hosts are served as in Chromium. */
export async function openFirefox(options: FirefoxOptions = {}): Promise<OpenFirefox> {
  const { hosts, colour = 'light' } = options;
  const folder = options.extension ?? extensionPath('firefox');
  const profile = mkdtempSync(join(tmpdir(), 'spare-key-firefox-'));
  const sites = await startSites(hosts);
  const proxy = await startProxy(sites.port);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: ensureBrowser('firefox'),
    headless: true,
    userDataDir: profile,
    acceptInsecureCerts: true,
    env: { ...process.env, ...options.env },
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      'extensions.webextensions.uuids': JSON.stringify({ [readGeckoId(folder)]: UUID }),
      // What a user would be asked for is granted: the question is drawn outside of all pages.
      'extensions.webextOptionalPermissionPrompts': false,
      // 0 is dark, 1 is light.
      'layout.css.prefers-color-scheme.content-override': colour === 'dark' ? 0 : 1,
      'intl.accept_languages': 'en-US',
    },
  });
  const id = await browser.installExtension(folder);
  const changeLeave = async (how: 'add' | 'remove', host: string) => {
    await runInFirefox(
      browser,
      `(async () => {
        const { extension } = WebExtensionPolicy.getByID('${id}');
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const change = { permissions: [], origins: ['https://${host}/*'], data_collection: [] };
        await ExtensionPermissions.${how}(extension.id, change, extension);
      })()`,
    );
  };
  return {
    browser,
    async openPage(address) {
      const page = await browser.newPage();
      await page.goto(address);
      return page;
    },
    async openOwnPage(path) {
      const page = await browser.newPage();
      const address = `moz-extension://${UUID}/${path}`;
      page.goto(address).catch(() => undefined);
      await page.bringToFront();
      await waitUntilLoaded(page, address);
      return page;
    },
    endBackground: async () => {
      await runInFirefox(
        browser,
        `(async () => {
          const { extension } = WebExtensionPolicy.getByID('${id}');
          await extension.terminateBackground();
          if (extension.backgroundState !== 'stopped') throw new Error(extension.backgroundState);
        })()`,
      );
    },
    grant: (host) => changeLeave('add', host),
    withdraw: (host) => changeLeave('remove', host),
    async close() {
      await browser.close();
      await proxy.stop();
      await sites.stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What puppeteer knows of an element in Firefox but has no type for: its shadow root, also a closed one. */
interface FirefoxHandle {
  remoteValue(): { value?: { shadowRoot?: unknown } };
  realm: { createHandle(value: unknown): ElementHandle };
}

/**
 * Finds something inside our card. Firefox looks for roles and names in the page's own tree only, so the search
 * starts in the card's closed root, which the browser shows to the test and to no script of the page.
 */
export async function findInCard(page: Page, role: Role, name: string): Promise<ElementHandle> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    // A new message is a new card, so each look starts from the one that is there.
    const host = (await page.waitForSelector('html>div:not([id])')) as unknown as FirefoxHandle;
    const root = host.realm.createHandle(host.remoteValue().value?.shadowRoot);
    const found = await root.$(selectRole(role, name));
    if (found !== null) return found;
  }
  throw new Error(`no ${role} ${name} in the card`);
}

/** Types into a field for passphrases, which has a name in Firefox and no role. */
export async function fillPassphrase(page: Page, name: string, text: string): Promise<void> {
  const field = await page.waitForSelector(`::-p-aria([name="${name}"])`);
  await field?.click();
  await page.keyboard.type(text);
}
