import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { ask, makeVault } from './harness/save.ts';
import { inWorker, moveWorkerClock, pokeReview } from './harness/worker.ts';

const MINUTE = 60_000;

/** The extension's own side of the browser, as far as these tests look at it. */
interface Scope {
  chrome: {
    action: { getBadgeText(where: object): Promise<string> };
    notifications: { create(id: string, words: object): Promise<string> };
    windows: {
      getAll(): Promise<{ id: number }[]>;
      update(id: number, change: { state: string }): Promise<{ state: string }>;
    };
  };
  shown: number;
}

describe('while a window fills the screen', () => {
  let chromium: OpenBrowser;
  let office: Page;
  /** How far the worker's clock is ahead. */
  let ahead = 0;

  beforeAll(async () => {
    chromium = await openBrowser();
    await makeVault(chromium);
    office = await chromium.openOwnPage('offscreen.html');
    const entry = { provider: 'other', site: '', label: 'Scanner', account: '', notes: '' };
    await ask(office, 'entry.add', { entry, secret: 'kzqm wvht pblx nrdg' });
    await inWorker(chromium, async () => {
      const scope = globalThis as unknown as Scope;
      const { notifications } = scope.chrome;
      const create = notifications.create.bind(notifications);
      scope.shown = 0;
      notifications.create = (id, words) => {
        scope.shown++;
        return create(id, words);
      };
    });
  });
  afterAll(() => chromium?.close());

  /** Has the alarm come at a time of a day to come; resolves with the minutes until it comes again. */
  async function pokeAt(days: number, hour: number, minute: number): Promise<number> {
    const then = new Date();
    then.setDate(then.getDate() + days);
    then.setHours(hour, minute, 0, 0);
    const distance = then.getTime() - Date.now();
    await moveWorkerClock(chromium, distance - ahead);
    ahead = distance;
    return Math.round((await pokeReview(chromium)) / MINUTE);
  }

  const countShown = () => inWorker(chromium, async () => (globalThis as unknown as Scope).shown);

  async function setScreen(state: 'fullscreen' | 'normal'): Promise<void> {
    const call = state === 'fullscreen' ? fillScreen : leaveScreen;
    expect(await inWorker(chromium, call)).toBe(state);
  }

  test('the badge counts, and the notification comes when the screen is free again, once', async () => {
    await setScreen('fullscreen');
    expect(await pokeAt(200, 10, 5)).toBe(10);
    expect(await pokeAt(200, 10, 15)).toBe(10);
    expect(await countShown()).toBe(0);
    const badge = () => (globalThis as unknown as Scope).chrome.action.getBadgeText({});
    expect(await inWorker(chromium, badge)).toBe('1');
    await setScreen('normal');
    expect(await pokeAt(200, 10, 25)).toBeGreaterThan(23 * 60);
    expect(await countShown()).toBe(1);
    await setScreen('fullscreen');
    await pokeAt(200, 10, 35);
    await pokeAt(200, 13, 5);
    expect(await countShown()).toBe(1);
  });

  test('where it always does, the notification comes after three hours', async () => {
    expect(await pokeAt(201, 10, 1)).toBe(10);
    expect(await pokeAt(201, 12, 55)).toBe(5);
    expect(await countShown()).toBe(1);
    expect(await pokeAt(201, 13, 0)).toBeGreaterThan(20 * 60);
    expect(await countShown()).toBe(2);
  });

  test('what cannot be asked is not waited for', async () => {
    await inWorker(chromium, async () => {
      (globalThis as unknown as Scope).chrome.windows.getAll = () => Promise.reject(new Error('no windows'));
    });
    await pokeAt(202, 10, 1);
    expect(await countShown()).toBe(3);
  });
});

/** Runs in the worker. */
async function fillScreen(): Promise<string> {
  const { windows } = (globalThis as unknown as Scope).chrome;
  const [first] = await windows.getAll();
  return (await windows.update(first?.id ?? 0, { state: 'fullscreen' })).state;
}

/** Runs in the worker. */
async function leaveScreen(): Promise<string> {
  const { windows } = (globalThis as unknown as Scope).chrome;
  const [first] = await windows.getAll();
  return (await windows.update(first?.id ?? 0, { state: 'normal' })).state;
}
