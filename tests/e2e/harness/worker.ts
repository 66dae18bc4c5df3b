import type { Page, Target, WebWorker } from 'puppeteer';
import { shiftClock } from '../../../scripts/drive.mjs';
import type { OpenBrowser } from './browser.ts';

function isWorkerOf({ extensionId }: OpenBrowser, target: Target): boolean {
  return target.type() === 'service_worker' && target.url().startsWith(`chrome-extension://${extensionId}/`);
}

/** The extension's service worker, once it runs. */
export async function findWorker(chromium: OpenBrowser): Promise<WebWorker> {
  const target = await chromium.browser.waitForTarget((found) => isWorkerOf(chromium, found), {
    timeout: 15_000,
  });
  const worker = await target.worker();
  if (worker === null) throw new Error('the service worker has no context');
  return worker;
}

/**
 * Ends the service worker as the browser does after idling: its memory is gone, the next event starts it again.
 * Resolves when it has ended.
 */
export async function killWorker(chromium: OpenBrowser): Promise<void> {
  const target = chromium.browser.targets().find((found) => isWorkerOf(chromium, found));
  if (target === undefined) return;
  const gone = new Promise<void>((resolve) => {
    chromium.browser.on('targetdestroyed', function hear(ended: Target) {
      if (ended !== target) return;
      chromium.browser.off('targetdestroyed', hear);
      resolve();
    });
  });
  const worker = await target.worker();
  await worker?.close();
  await gone;
}

/** Moves the worker's clock ahead; a restarted worker has the real one again. */
export async function moveWorkerClock(chromium: OpenBrowser, milliseconds: number): Promise<void> {
  const worker = await findWorker(chromium);
  await worker.evaluate(shiftClock, milliseconds);
}

/** Moves a page's clock ahead, now and in documents that it loads later. */
export async function movePageClock(page: Page, milliseconds: number): Promise<void> {
  await page.evaluateOnNewDocument(shiftClock, milliseconds);
  await page.evaluate(shiftClock, milliseconds);
}

/** Runs a function in the service worker, where the extension API is `chrome`. */
export async function inWorker<Result>(chromium: OpenBrowser, run: () => Promise<Result>): Promise<Result> {
  const worker = await findWorker(chromium);
  return (await worker.evaluate(run)) as Result;
}

/** The extension's own side of the browser, as far as `pokeReview` needs it. */
interface Scope {
  chrome: {
    alarms: {
      create(name: string, when: { when: number }): Promise<void>;
      get(name: string): Promise<{ scheduledTime: number } | undefined>;
    };
    storage: { local: { get(): Promise<object> } };
  };
}

/** Has the alarm of the reminder come now; resolves, when it has been dealt with, with the ms until it comes again. */
export function pokeReview(chromium: OpenBrowser): Promise<number> {
  return inWorker(chromium, async () => {
    const { alarms, storage } = (globalThis as unknown as Scope).chrome;
    await alarms.create('review', { when: 1 });
    let next = 0;
    // The worker sets it again right before it decides whether to notify.
    while (next < Date.now() + 60_000) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      next = (await alarms.get('review'))?.scheduledTime ?? 0;
    }
    // Noting the day and showing come after that, and storage answers in turn.
    for (let turn = 0; turn < 4; turn++) await storage.local.get();
    return next - Date.now();
  });
}
