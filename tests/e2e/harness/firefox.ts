import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { ensureBrowser } from '../../../scripts/browser.mjs';
import { extensionPath } from './builds.ts';
import { type Hosts, startSites } from './sites.ts';

/** Fixes the address of our own pages, which Firefox otherwise draws by lot. */
const UUID = '7d1c3a52-58f4-4b0e-9d5e-3c1f0a6b2e94';

export interface OpenFirefox {
  browser: Browser;
  openPage(address: string): Promise<Page>;
  /** Opens a page of the extension in a tab. */
  openOwnPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** A proxy that leads every https host to one local port. */
async function startProxy(target: number): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createServer((_request, response) => response.writeHead(403).end());
  server.on('connect', (_request, client) => {
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
      }),
  };
}

function readGeckoId(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

/** Opens Firefox with the extension; https hosts are served as in Chromium. */
export async function openFirefox(hosts: Hosts = {}): Promise<OpenFirefox> {
  const folder = extensionPath('firefox');
  const profile = mkdtempSync(join(tmpdir(), 'spare-key-firefox-'));
  const sites = await startSites(hosts);
  const proxy = await startProxy(sites.port);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: ensureBrowser('firefox'),
    headless: true,
    userDataDir: profile,
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      'extensions.webextensions.uuids': JSON.stringify({ [readGeckoId(folder)]: UUID }),
      'extensions.originControls.grantByDefault': true,
      'intl.accept_languages': 'en-US',
    },
  });
  await browser.installExtension(folder);
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
      // Firefox never reports that a page of an extension has loaded, so nobody waits for that.
      page.goto(address).catch(() => undefined);
      await page.waitForFunction(
        (wanted) => location.href.startsWith(wanted) && document.readyState === 'complete',
        {},
        address,
      );
      return page;
    },
    async close() {
      await browser.close();
      await proxy.stop();
      await sites.stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
