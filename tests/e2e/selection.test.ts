import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { chooseForSelection, missingOsInput } from './harness/os-input.ts';
import { click, fill, find, waitForText, waitUntilGone } from './harness/page.ts';
import { ask, PASSPHRASE } from './harness/save.ts';
import { unlock } from './harness/screens.ts';
import { inWorker } from './harness/worker.ts';

const missing = missingOsInput();
if (missing !== undefined) console.log(`skipped: ${missing}`);

interface Scope {
  chrome: {
    action: { getBadgeText(where: object): Promise<string> };
    notifications: { getAll(): Promise<object> };
  };
}

interface Waiting {
  rows: { id: string }[];
  waiting: { site: string; label: string; account: string; provider: string }[];
}

/** A page of no known provider, with four passwords and much else on it. */
const PAGE = `<!doctype html><html lang="en"><title>Harbour Mail: devices</title>
<h1>Devices of robin@harbour.example</h1>
<p>Password for your first device: <b id="first">kzqm wvht pblx nrdg</b></p>
<p>Password for your second device: <b id="second">TdP4-x9Lw-0vQe</b></p>
<p>Password for your third device: <b id="third">mossy-lantern-84-quay</b></p>
<p>Terms: <b id="terms">${'far too long for a password '.repeat(20)}</b></p></html>`;

describe.skipIf(missing !== undefined)(
  `"Save as app password" in the menu of a selection${missing === undefined ? '' : ` (${missing})`}`,
  () => {
    let chromium: OpenBrowser;
    let page: Page;
    let office: Page;

    beforeAll(async () => {
      chromium = await openBrowser({ headful: true, hosts: { 'devices.harbour.example': () => PAGE } });
      office = await chromium.openOwnPage('offscreen.html');
      page = await chromium.openPage('https://devices.harbour.example/list?person=robin');
    });

    afterAll(() => chromium?.close());

    /** Chooses "Save as app password" for an element; answers the page of ours that comes up. */
    async function keep(selector: string, comes: string): Promise<Page> {
      const address = `chrome-extension://${chromium.extensionId}/${comes}`;
      const coming = chromium.browser.waitForTarget((target) => target.url().startsWith(address), {
        timeout: 10_000,
      });
      await chooseForSelection(chromium, page, selector, 'v');
      return (await coming).asPage();
    }

    function readBadge(): Promise<string> {
      return inWorker(chromium, () => (globalThis as unknown as Scope).chrome.action.getBadgeText({}));
    }

    test('without a vault the set-up page opens, and what was selected waits for it', async () => {
      const welcome = await keep('#first', 'welcome.html');
      await waitForText(welcome, '1 app password is only in memory');
      expect(await readBadge()).toBe('1');
      await ask(office, 'vault.create', { passphrase: PASSPHRASE });
      await welcome.close();
      const { waiting } = await ask<Waiting>(office, 'entry.list');
      expect(waiting).toMatchObject([{ site: 'devices.harbour.example', provider: 'other' }]);
    });

    test('the selection alone is sealed, and saved from the popup that opens', async () => {
      const popup = await keep('#second', 'popup.html');
      expect(await readBadge()).toBe('2');
      const { waiting } = await ask<Waiting>(office, 'entry.list');
      // Of the page only the host is known.
      expect(waiting.map(({ label, account, site }) => [label, account, site])).toEqual([
        ['', '', 'devices.harbour.example'],
        ['', '', 'devices.harbour.example'],
      ]);
      await find(popup, 'region', 'Not saved yet');
      await click(popup, 'button', 'Save');
      await find(popup, 'list', 'App passwords');
      await click(popup, 'button', 'Save');
      await waitUntilGone(popup, 'region', 'Not saved yet');
      expect(await readBadge()).toBe('');
      const secrets = await readSecrets();
      expect(secrets).toEqual(['TdP4-x9Lw-0vQe', 'kzqm wvht pblx nrdg']);
      await popup.close();
    });

    test('it works while locked; the popup asks for the passphrase first', async () => {
      await ask(office, 'vault.lock');
      const popup = await keep('#third', 'popup.html');
      await waitForText(popup, '1 app password is not saved yet');
      await unlock(popup, PASSPHRASE);
      await find(popup, 'region', 'Not saved yet');
      await fill(popup, 'Label', 'Quay camera');
      await click(popup, 'button', 'Save');
      await waitUntilGone(popup, 'region', 'Not saved yet');
      expect(await readSecrets()).toContain('mossy-lantern-84-quay');
      await popup.close();
    });

    test('a selection that can be no password is refused with words', async () => {
      await chooseForSelection(chromium, page, '#terms', 'v');
      await expect
        .poll(() =>
          inWorker(chromium, async () =>
            Object.keys(await (globalThis as unknown as Scope).chrome.notifications.getAll()),
          ),
        )
        .toEqual(['selection']);
      expect((await ask<Waiting>(office, 'entry.list')).waiting).toEqual([]);
    });

    async function readSecrets(): Promise<string[]> {
      const { rows } = await ask<Waiting>(office, 'entry.list');
      const secrets: string[] = [];
      for (const { id } of rows) {
        secrets.push((await ask<{ shown: string }>(office, 'entry.secret', { id, purpose: 'show' })).shown);
      }
      return secrets.sort();
    }
  },
);
