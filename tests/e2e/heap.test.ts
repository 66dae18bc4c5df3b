import type { CDPSession, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSite } from '../../practice-site/pages.mjs';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { click, fill, find } from './harness/page.ts';
import { answerCard, captureOn, MY_SIGN_INS } from './harness/save.ts';
import { openPopup, openVault } from './harness/screens.ts';
import { findWorker, inWorker } from './harness/worker.ts';
import { type Canaries, type Hits, searchHeap, searchProcesses } from './heap-search.ts';

const SECRET = 'vbnqkdlrtzmhcwpg';
/** As it is shown. */
const GROUPED = 'vbnq kdlr tzmh cwpg';
const PASSPHRASE = 'nine copper herons waltz';
const CONTROL = 'planted where it is found';

interface Scope {
  chrome: { storage: { session: { get(): Promise<object> } } };
}

/** The whole memory is a figure to be printed, and no promise: gigabytes that are read only when they are asked for. */
const isDumped = process.platform === 'linux' && process.env['DUMP'] === 'memory';

/** All long texts in the memory of the session, the key among them. */
async function readKeys(chromium: OpenBrowser): Promise<string[]> {
  const kept = await inWorker(chromium, async () =>
    JSON.stringify(await (globalThis as unknown as Scope).chrome.storage.session.get()),
  );
  return [...kept.matchAll(/"([\w-]{43})"/g)].map(([, key = '']) => key);
}

describe('after locking', () => {
  let chromium: OpenBrowser;
  let popup: Page;
  let vault: Page;
  let canaries: Canaries;

  beforeAll(async () => {
    const site = createSite({ kind: 'my-sign-ins', nextSecret: () => SECRET });
    chromium = await openBrowser({ hosts: { 'mysignins.microsoft.com': site.answer } });
    const welcome = await chromium.openOwnPage('welcome.html');
    await fill(welcome, 'Passphrase', PASSPHRASE);
    await fill(welcome, 'Repeat passphrase', PASSPHRASE);
    await click(welcome, 'button', 'Create vault');
    await find(welcome, 'button', 'Print', 30_000);
    const code = await welcome.$eval('code, output', (element) => element.textContent ?? '');
    await welcome.close();
    const provider = await chromium.openPage(MY_SIGN_INS);
    await captureOn(provider, 'Canary cage');
    await answerCard(provider, 'Save');
    // The page that showed the secret may keep it; it is not ours.
    await provider.close();
    // Looked for by roles alone: looking for texts, the harness would keep what every field holds.
    popup = await openPopup(chromium);
    await find(popup, 'button', 'Show password');
    // Unlocked by typing as well, not only by setting up.
    await click(popup, 'button', 'Lock');
    await fill(popup, 'Passphrase', PASSPHRASE);
    await click(popup, 'button', 'Unlock');
    await click(popup, 'button', 'Show password');
    await find(popup, 'button', 'Hide password');
    vault = await openVault(chromium);
    await find(vault, 'button', 'Lock');
    const keys = await readKeys(chromium);
    expect(keys.length).toBeGreaterThan(0);
    canaries = {
      ...{ secret: SECRET, 'secret in groups': GROUPED },
      ...{ passphrase: PASSPHRASE, 'recovery code': code.trim(), control: CONTROL },
      ...Object.fromEntries(keys.map((key, place) => [`key ${place + 1}`, key])),
    };
  });
  afterAll(() => chromium?.close());

  async function searchAll(): Promise<Record<'worker' | 'popup' | 'vault', Hits>> {
    const worker = await findWorker(chromium);
    const sessions: CDPSession[] = [await popup.createCDPSession(), await vault.createCDPSession()];
    const [ofPopup, ofVault] = sessions;
    if (ofPopup === undefined || ofVault === undefined) throw new Error('no session');
    const found = {
      worker: await searchHeap(worker.client, canaries),
      popup: await searchHeap(ofPopup, canaries),
      vault: await searchHeap(ofVault, canaries),
    };
    for (const session of sessions) await session.detach();
    return found;
  }

  const dump = (): string => {
    const { hits, bytes } = searchProcesses(chromium.browser.process()?.pid ?? 0, canaries);
    const found = Object.entries(hits).map(([name, count]) => `${name}: ${count}`);
    return `${found.join(', ') || 'nothing'} (${Math.round(bytes / 1e6)} MB of the browser's memory searched)`;
  };

  test('nothing that opens or is an app password can be reached in worker and pages', async () => {
    // The search finds what is there.
    const plant = (text: string): void => {
      Object.assign(globalThis, { kept: text });
    };
    const pull = (): void => {
      Object.assign(globalThis, { kept: undefined });
    };
    await popup.evaluate(plant, CONTROL);
    expect(Object.keys((await searchAll()).popup)).toContain('control');
    await popup.evaluate(pull);
    if (isDumped) console.log(`unlocked, and an app password shown: ${dump()}`);
    await click(popup, 'button', 'Lock');
    await find(popup, 'textbox', 'Passphrase');
    await find(vault, 'textbox', 'Passphrase');
    const after = await searchAll();
    console.log(`reachable after locking: ${JSON.stringify(after)}`);
    if (isDumped) console.log(`after locking: ${dump()}`);
    expect(after).toEqual({ worker: {}, popup: {}, vault: {} });
  }, 180_000);
});
