import { browser } from '../../browser';

const ANNOUNCED = 'erase-announced';
/** How long (ms) before it is done: enough to read what will be lost, and to stop. */
const BEFORE = 10_000;
/** How long (ms) an announcement counts. */
const LASTS = 120_000;

/**
 * Erasing a vault that is not open is announced first. In memory of the browser, so that neither a page nor a clock
 * can prepare it long before.
 * @returns from when on (ms) it may be done; `undefined` when that is now
 */
export async function announceErasing(now: number): Promise<number | undefined> {
  const at = (await browser.storage.session.get(ANNOUNCED))[ANNOUNCED];
  if (typeof at === 'number' && now >= at && now < at + LASTS) {
    return now < at + BEFORE ? at + BEFORE : undefined;
  }
  await browser.storage.session.set({ [ANNOUNCED]: now });
  return now + BEFORE;
}

/** Ends the announcement: a user who can open the vault has not forgotten how, and an erased vault needs none. */
export async function callOffErasing(): Promise<void> {
  await browser.storage.session.remove(ANNOUNCED);
}
