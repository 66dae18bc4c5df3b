import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { click, fill, find, peek, waitForText, waitUntilGone } from './harness/page.ts';
import { ask, makeVault, PASSPHRASE } from './harness/save.ts';
import { openVault, unlock } from './harness/screens.ts';
import { killWorker } from './harness/worker.ts';

interface Scope {
  chrome: { storage: { local: { set(items: object): Promise<void>; get(key: string): Promise<object> } } };
}

const entry = (label: string) => ({ provider: 'other', site: 'nas.example', label, account: '', notes: '' });

describe('what was tampered with, and what leaked', () => {
  let chromium: OpenBrowser;
  let office: Page;
  let firstCode: string;

  beforeAll(async () => {
    chromium = await openBrowser();
    firstCode = await makeVault(chromium);
    office = await chromium.openOwnPage('offscreen.html');
    await ask(office, 'entry.add', { entry: entry('Scanner'), secret: 'abcdefghijklmnop' });
  });
  afterAll(() => chromium.close());

  async function readAll(): Promise<string[]> {
    const { rows } = await ask<{ rows: { id: string }[] }>(office, 'entry.list');
    const read = rows.map(({ id }) =>
      ask<{ canonical: string }>(office, 'entry.secret', { id, purpose: 'show' }),
    );
    return (await Promise.all(read)).map(({ canonical }) => canonical).sort();
  }

  test('a number in plain storage loses nothing, and is named until the user confirms it', async () => {
    await office.evaluate(async () => {
      const { local } = (globalThis as unknown as Scope).chrome.storage;
      const kept = (await local.get('vault-witness')) as { 'vault-witness': object };
      await local.set({ 'vault-witness': { ...kept['vault-witness'], counter: 2 ** 33 } });
    });
    await ask(office, 'entry.add', { entry: entry('Phone'), secret: 'qrstuvwxyzabcdef' });
    const tab = await openVault(chromium, '#/settings');
    await click(tab, 'button', 'Lock');
    await unlock(tab, PASSPHRASE);
    await waitUntilGone(tab, 'button', 'Unlock');
    expect(await readAll()).toEqual(['abcdefghijklmnop', 'qrstuvwxyzabcdef']);
    await killWorker(chromium);
    await tab.reload();
    await waitForText(tab, 'Spare Key ignored it.');
    await click(tab, 'button', 'Confirm and hide');
    await waitUntilGone(tab, 'button', 'Confirm and hide');
    await tab.reload();
    await find(tab, 'button', 'Change the key…');
    expect(await peek(tab, 'button', 'Confirm and hide')).toBeUndefined();
    await tab.close();
  });

  test('the key can be changed: everything is there, and the old code opens nothing', async () => {
    const tab = await openVault(chromium, '#/settings');
    await click(tab, 'button', 'Change the key…');
    await fill(tab, 'Passphrase, to change the key', PASSPHRASE);
    await click(tab, 'button', 'Change the key');
    await waitForText(tab, 'I have put the code in a safe place');
    const code = await tab.evaluate(
      () => /(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}/.exec(document.body.textContent)?.[0] ?? '',
    );
    expect(await readAll()).toEqual(['abcdefghijklmnop', 'qrstuvwxyzabcdef']);
    await killWorker(chromium);
    expect(await readAll()).toEqual(['abcdefghijklmnop', 'qrstuvwxyzabcdef']);
    const passphrase = 'nine paper boats drift south';
    const recover = (recoveryCode: string) =>
      ask(office, 'vault.recover', { recoveryCode, passphrase, key: true });
    await expect(recover(firstCode)).rejects.toThrow('vault-wrong-recovery-code');
    await recover(code);
    expect(await readAll()).toEqual(['abcdefghijklmnop', 'qrstuvwxyzabcdef']);
    await tab.close();
  });
});
