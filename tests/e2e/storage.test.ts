import type { CDPSession, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { click, fill, find, waitForText } from './harness/page.ts';
import { ask, captureOn, MY_SIGN_INS, makeVault, PASSPHRASE } from './harness/save.ts';
import { openVault, unlock } from './harness/screens.ts';
import { killWorker } from './harness/worker.ts';

const AREAS = ['local', 'session', 'sync', 'managed'] as const;

interface Settings {
  autoLockMinutes: number;
}

interface Scope {
  chrome: { storage: { local: { get(): Promise<object>; set(items: object): Promise<void> } } };
}

let chromium: OpenBrowser;
let office: Page;

beforeAll(async () => {
  chromium = await openBrowser();
  await makeVault(chromium);
  office = await chromium.openOwnPage('offscreen.html');
});
afterAll(() => chromium?.close());

/** A page with our content script, and a way to run code in that script's world, as an attacker could. */
async function takeOver(): Promise<{ page: Page; run: (code: string) => Promise<string>; found: string }> {
  const page = await chromium.openPage('about:blank');
  const session: CDPSession = await page.createCDPSession();
  let world: number | undefined;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${chromium.extensionId}`) world = context.id;
  });
  await session.send('Runtime.enable');
  await page.goto(MY_SIGN_INS);
  const found = await captureOn(page, 'Taken over');
  const run = async (code: string): Promise<string> => {
    const expression = `(async () => { try { return JSON.stringify(await (${code})) ?? 'done'; } catch (error) {
      return 'refused: ' + error.message; } })()`;
    const { result } = await session.send('Runtime.evaluate', {
      ...{ expression, awaitPromise: true, returnByValue: true },
      ...(world !== undefined && { contextId: world }),
    });
    return String(result.value);
  };
  return { page, run, found };
}

describe('the world of our content script', () => {
  test('can neither read nor write storage, at the start and after the worker was restarted', async () => {
    const { page, run } = await takeOver();
    // The world is the right one: it may speak to the background.
    expect(await run("chrome.runtime.sendMessage({ name: 'words.get', request: {} })")).toContain('weights');
    for (let time = 0; time < 2; time++) {
      for (const area of AREAS) {
        const read = await run(
          `(chrome.storage.${area} ?? { get: async () => { throw Error('none') } }).get()`,
        );
        expect(read, area).toMatch(/^refused: /);
      }
      const write =
        "chrome.storage.local.set({ settings: { autoLockMinutes: 480 }, reopen: 'https://evil.example/' })";
      expect(await run(write)).toMatch(/^refused: /);
      expect(await run('chrome.storage.local.clear()')).toMatch(/^refused: /);
      await killWorker(chromium);
      await ask(office, 'vault.status');
    }
    await page.close();
    expect((await ask<Settings>(office, 'settings.get')).autoLockMinutes).toBe(10);
  });
});

describe('a locked vault', () => {
  test('keeps its settings, its sites and itself', async () => {
    const settings = await ask<Settings>(office, 'settings.get');
    await ask(office, 'vault.lock');
    const refused = { ...settings, autoLockMinutes: 480 };
    await expect(ask(office, 'settings.set', refused)).rejects.toThrow('vault-locked');
    await expect(ask(office, 'site.watch', { hosts: ['blog.example'] })).rejects.toThrow('vault-locked');
    await expect(ask(office, 'site.unwatch', { hosts: ['blog.example'] })).rejects.toThrow('vault-locked');
    await expect(ask(office, 'vault.erase', { understood: true })).rejects.toThrow('vault-locked');
    expect(await ask(office, 'settings.get')).toEqual(settings);
    expect(await ask(office, 'vault.status')).toMatchObject({ exists: true, locked: true });
  });

  test('is not erased when the user stops in time', async () => {
    const tab = await openVault(chromium, '#/forgot');
    await tab.locator('summary').click();
    await click(tab, 'checkbox', 'I understand that this cannot be undone');
    await click(tab, 'button', 'Erase everything');
    await click(tab, 'button', 'Keep everything');
    await find(tab, 'button', 'Erase everything');
    await tab.close();
    expect(await ask(office, 'vault.status')).toMatchObject({ exists: true });
  });

  test('does not take settings that something else has written, and says so until they are saved', async () => {
    await office.evaluate(async () => {
      const { local } = (globalThis as unknown as Scope).chrome.storage;
      await local.set({ settings: { autoLockMinutes: 480, destination: { to: 'pass', keep: false } } });
    });
    const list = await openVault(chromium, '#/');
    await unlock(list, PASSPHRASE);
    await waitForText(list, 'Something other than Spare Key changed your settings');
    await list.close();
    expect(await ask(office, 'settings.get')).toMatchObject({
      autoLockMinutes: 10,
      destination: { to: 'vault', keep: true },
    });
    const tab = await openVault(chromium, '#/settings');
    await find(tab, 'button', 'Confirm settings');
    await fill(tab, 'Lock after inactivity', '12', 'spinbutton');
    await tab.keyboard.press('Tab');
    await waitForText(tab, 'Saved');
    await tab.close();
    expect(await ask(office, 'entry.list')).toMatchObject({ warnings: [] });
    expect((await ask<Settings>(office, 'settings.get')).autoLockMinutes).toBe(12);
  });
});
