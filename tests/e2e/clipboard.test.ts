import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { allowPrompt, copyFrom, missingOsInput, pasteInto } from './harness/os-input.ts';
import { click, find, waitForText } from './harness/page.ts';
import { ask, makeVault } from './harness/save.ts';
import { clickToolbarButton } from './harness/screens.ts';
import { findWorker, killWorker, moveWorkerClock } from './harness/worker.ts';

const missing = missingOsInput();
if (missing !== undefined) console.log(`skipped: ${missing}`);

interface Scope {
  chrome: {
    alarms: { create(name: string, when: { when: number }): Promise<void> };
    offscreen: { hasDocument(): Promise<boolean> };
    runtime: { onMessage: { addListener(hear: (message: { clipboard?: string }) => void): void } };
    storage: { session: { onChanged: { addListener(hear: (changes: object) => void): void } } };
  };
  heard?: string[];
}

const SECRET = 'kzqmwvhtpblxnrdg';

describe.skipIf(missing !== undefined)(`the clipboard${missing === undefined ? '' : ` (${missing})`}`, () => {
  let chromium: OpenBrowser;
  let client: Page;
  /** One of our own pages, which hears what the worker asks the document that can reach the clipboard. */
  let listener: Page;

  beforeAll(async () => {
    chromium = await openBrowser({ headful: true });
    await makeVault(chromium);
    const office = await chromium.openOwnPage('offscreen.html');
    const entry = { provider: 'other', site: '', label: 'Old scanner', account: '', notes: '' };
    await ask(office, 'entry.add', { entry, secret: SECRET });
    await office.close();
    client = await chromium.openPage('https://client.example/');
    listener = await chromium.openOwnPage('app.html');
    await listener.evaluate(() => {
      const { chrome, heard = [] } = globalThis as unknown as Scope;
      Object.assign(globalThis, { heard });
      chrome.runtime.onMessage.addListener(({ clipboard }) => {
        if (clipboard !== undefined) heard.push(clipboard);
      });
    });
  });

  afterAll(() => chromium?.close());

  /** What the worker has asked of the clipboard so far. */
  function asked(): Promise<string[] | undefined> {
    return listener.evaluate(() => (globalThis as unknown as Scope).heard);
  }

  /** Copies the entry with Enter, in the popup of the toolbar button. */
  async function copyInPopup(): Promise<Page> {
    const popup = await clickToolbarButton(chromium, client);
    await find(popup, 'button', 'Copy password');
    await popup.keyboard.press('Enter');
    await waitForText(popup, 'Copied');
    return popup;
  }

  /** Lets the 30 seconds be over for the worker and pokes it as the alarm does; resolves when it has done its work. */
  async function passTime(): Promise<void> {
    await moveWorkerClock(chromium, 31_000);
    const worker = await findWorker(chromium);
    await worker.evaluate(async () => {
      const { chrome } = globalThis as unknown as Scope;
      const forgotten = new Promise<void>((resolve) =>
        chrome.storage.session.onChanged.addListener((changes) => 'copied' in changes && resolve()),
      );
      await chrome.alarms.create('clipboard', { when: 1 });
      await forgotten;
      // That nothing is opened can only be seen by giving it time; what is opened is closed when the work is done.
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      while (await chrome.offscreen.hasDocument()) await new Promise((resolve) => setTimeout(resolve, 20));
    });
  }

  test('without leave nothing is looked at or cleared, and the popup says so', async () => {
    const popup = await copyInPopup();
    await waitForText(popup, 'It stays in the clipboard');
    await find(popup, 'button', 'Clear now');
    await passTime();
    expect(await asked()).toEqual([]);
    expect(await pasteInto(client)).toBe(SECRET);
    await killWorker(chromium);
  });

  test('"Clear now" needs no leave', async () => {
    const popup = await copyInPopup();
    await click(popup, 'button', 'Clear now');
    await waitForText(popup, 'Clipboard cleared.');
    await popup.close();
    expect(await pasteInto(client)).toBe('');
  });

  test('with leave it is emptied after 30 seconds, also when the worker has died', async () => {
    const asking = await copyInPopup();
    await allowPrompt(chromium, asking, () => click(asking, 'button', 'Allow clearing'));
    const popup = await copyInPopup();
    const copied = Date.now();
    await waitForText(popup, 'Spare Key clears the clipboard in 30 seconds');
    await popup.close();
    await killWorker(chromium);
    expect(await pasteInto(client)).toBe(SECRET);
    await expect.poll(() => pasteInto(client), { timeout: 50_000, interval: 500 }).toBe('');
    expect(Date.now() - copied).toBeGreaterThan(25_000);
  });

  test('what was copied since is left alone', async () => {
    const popup = await copyInPopup();
    await popup.close();
    expect(await pasteInto(client)).toBe(SECRET);
    await copyFrom(client, 'a recipe for plum cake');
    await passTime();
    expect(await pasteInto(client)).toBe('a recipe for plum cake');
    expect(await asked()).toEqual(['read', 'clear', 'read']);
  });
});
