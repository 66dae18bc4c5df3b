import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { selectRole } from '../../scripts/drive.mjs';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { click, find, findAll, waitForText } from './harness/page.ts';
import { ask, makeVault, PASSPHRASE } from './harness/save.ts';
import { openVault, unlock } from './harness/screens.ts';
import { inWorker, killWorker, movePageClock, moveWorkerClock, pokeReview } from './harness/worker.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Words that must not be known outside the vault. */
const LABELS = ['Xylophone scanner', 'Marimba printer', 'Celesta backup'] as const;
const SITE = 'glockenspiel.example';
const ACCOUNT = 'vibraphone@mail.example';

/** The extension's own side of the browser, as far as these tests look at it. */
interface Scope {
  chrome: {
    action: { getBadgeText(where: object): Promise<string> };
    alarms: {
      clearAll(): Promise<boolean>;
    };
    notifications: {
      create(id: string, words: object): Promise<string>;
      getAll(): Promise<object>;
      onClicked: { dispatch(id: string): void };
    };
    runtime: { sendMessage(message: object): Promise<unknown> };
    storage: Record<'local' | 'session', { get(): Promise<object> }>;
  };
  reminded: { day: number; words: object }[];
}

/** What the worker's clock has to be moved by, so that it is noon here in so many days. */
function noonIn(days: number): number {
  const noon = new Date();
  noon.setDate(noon.getDate() + days);
  noon.setHours(12, 0, 0, 0);
  return noon.getTime() - Date.now();
}

function today(): number {
  return Math.floor((Date.now() + noonIn(0)) / DAY);
}

describe('being reminded', () => {
  let chromium: OpenBrowser;
  let office: Page;
  /** How far the worker's clock is ahead. */
  let ahead = 0;

  beforeAll(async () => {
    chromium = await openBrowser();
    await makeVault(chromium);
    office = await chromium.openOwnPage('offscreen.html');
    for (const [index, label] of LABELS.entries()) {
      const entry = { provider: 'other', site: SITE, label, account: ACCOUNT, notes: '' };
      await ask(office, 'entry.add', { entry, secret: `kzqm wvht pblx nrd${index}` });
    }
  });

  afterAll(() => chromium.close());

  async function moveTo(days: number): Promise<void> {
    await moveWorkerClock(chromium, noonIn(days) - ahead);
    ahead = noonIn(days);
  }

  const poke = () => pokeReview(chromium);

  function readBadge(): Promise<string> {
    return inWorker(chromium, () => (globalThis as unknown as Scope).chrome.action.getBadgeText({}));
  }

  function readReminded(): Promise<Scope['reminded']> {
    return inWorker(chromium, async () => (globalThis as unknown as Scope).reminded);
  }

  test('half a year later the badge counts, and one notification a day says so', async () => {
    expect(await readBadge()).toBe('');
    await inWorker(chromium, async () => {
      const scope = globalThis as unknown as Scope;
      const { notifications } = scope.chrome;
      const create = notifications.create.bind(notifications);
      scope.reminded = [];
      notifications.create = (id, words) => {
        scope.reminded.push({ day: Math.floor(Date.now() / 86_400_000), words });
        return create(id, words);
      };
    });
    await moveTo(200);
    await poke();
    expect(await readBadge()).toBe('3');
    expect(await readReminded()).toHaveLength(1);
    await poke();
    await poke();
    expect(await readReminded()).toHaveLength(1);
    await moveTo(201);
    await poke();
    expect((await readReminded()).map(({ day }) => day)).toEqual([today() + 200, today() + 201]);
    expect((await readReminded())[0]?.words).toMatchObject({
      buttons: [{ title: 'Review now' }, { title: 'Remind me tomorrow' }],
    });
    const shown = await inWorker(chromium, () =>
      (globalThis as unknown as Scope).chrome.notifications.getAll(),
    );
    expect(Object.keys(shown)).toEqual(['review']);
  });

  test('while locked nothing outside the vault tells of whom or what', async () => {
    expect(await ask(office, 'vault.status')).toMatchObject({ locked: true, due: 3 });
    const known = await inWorker(chromium, async () => {
      const { chrome, reminded } = globalThis as unknown as Scope;
      return JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get(), reminded]);
    });
    expect(known).toContain('3 app passwords are due');
    for (const word of [...LABELS, SITE, ACCOUNT]) expect(known).not.toContain(word);
  });

  test('the review asks about each; the answers count, and one can be undone', async () => {
    const vault = await openVault(chromium, '#/review');
    await movePageClock(vault, ahead);
    await vault.reload();
    await unlock(vault, PASSPHRASE);
    await waitForText(vault, '0 of 3 answered');
    expect(await readCards(vault)).toEqual([...LABELS].sort());

    await answerCard(vault, 'Xylophone scanner', 'Keep');
    await waitForText(vault, '1 of 3 answered');
    expect(await readBadge()).toBe('2');

    await answerCard(vault, 'Marimba printer', 'Ask later');
    await click(vault, 'button', 'Ask tomorrow');
    await waitForText(vault, '2 of 3 answered');
    expect(await readCards(vault)).toEqual(['Celesta backup']);

    await answerCard(vault, 'Celesta backup', 'Revoke');
    await find(vault, 'heading', 'To finish 1');
    await choose(vault, 'Celesta backup');
    await find(vault, 'button', 'Mark as revoked');
    await waitForText(vault, 'You chose to revoke this app password');
    // The badge counts what is to be answered, as the review does.
    expect(await readBadge()).toBe('');
    await click(vault, 'button', 'Undo');
    await find(vault, 'button', 'Revoke');
    await expect.poll(readBadge).toBe('1');
    expect(await findAll(vault, 'button', 'Mark as revoked')).toEqual([]);

    await answerCard(vault, 'Celesta backup', 'Revoke');
    await find(vault, 'heading', 'To finish 1');
    await answerCard(vault, 'Celesta backup', 'Mark as revoked');
    await find(vault, 'heading', 'All answered');
    await waitForText(vault, '(Marimba printer)');
    expect(await readBadge()).toBe('');
    await vault.close();
  });

  test('what was put off comes back', async () => {
    await moveTo(203);
    await poke();
    expect(await readBadge()).toBe('1');
  });

  test('clicking the notification opens the review (the click itself is dispatched: nothing draws it here)', async () => {
    const opening = chromium.browser.waitForTarget((target) => target.url().endsWith('/app.html#/review'));
    await inWorker(chromium, async () => {
      (globalThis as unknown as Scope).chrome.notifications.onClicked.dispatch('review');
    });
    const opened = await (await opening).asPage();
    await find(opened, 'textbox', 'Passphrase');
    await opened.close();
  });
});

describe('locked means locked', () => {
  let chromium: OpenBrowser;
  let office: Page;

  beforeAll(async () => {
    chromium = await openBrowser();
    await makeVault(chromium);
    office = await chromium.openOwnPage('offscreen.html');
    const entry = { provider: 'other', site: SITE, label: LABELS[0], account: ACCOUNT, notes: '' };
    await ask(office, 'entry.add', { entry, secret: 'kzqm wvht pblx nrdg' });
  });

  afterAll(() => chromium.close());

  /** What the user was doing when the machine fell asleep and the worker died. */
  const moments: Record<string, (page: Page, id: string) => Promise<unknown>> = {
    'right after unlocking': async () => undefined,
    'while the list was read': (page) => start(page, 'entry.list', {}, 0),
    'while a note was written': (page, id) =>
      start(page, 'entry.update', { id, changes: { notes: 'in the attic' } }, 5),
    'while it was unlocked again, at once': (page) =>
      start(page, 'vault.unlock', { passphrase: PASSPHRASE }, 0),
    'while it was unlocked again, a bit later': (page) =>
      start(page, 'vault.unlock', { passphrase: PASSPHRASE }, 150),
    'while it was unlocked again, near the end': (page) =>
      start(page, 'vault.unlock', { passphrase: PASSPHRASE }, 450),
    'after every alarm was lost': () =>
      inWorker(chromium, () => (globalThis as unknown as Scope).chrome.alarms.clearAll()),
  };

  /** Sends a message without waiting for its answer; resolves so many milliseconds later. */
  async function start(page: Page, name: string, request: object, wait: number): Promise<void> {
    await page.evaluate(
      (sent, pause) => {
        (globalThis as unknown as Scope).chrome.runtime.sendMessage(sent).catch(() => undefined);
        return new Promise((resolve) => setTimeout(resolve, pause));
      },
      { name, request },
      wait,
    );
  }

  test.each(Object.entries(moments))('%s: worker killed, eight hours gone', async (_, moment) => {
    await ask(office, 'vault.unlock', { passphrase: PASSPHRASE });
    const { rows } = await ask<{ rows: { id: string }[] }>(office, 'entry.list');
    const id = rows[0]?.id ?? '';
    await moment(office, id);
    await killWorker(chromium);
    // Any message starts the worker again.
    await ask(office, 'settings.get');
    await moveWorkerClock(chromium, 8 * HOUR);
    await expect(ask(office, 'entry.secret', { id, purpose: 'show' })).rejects.toThrow('vault-locked');
    await expect(ask(office, 'entry.list')).rejects.toThrow('vault-locked');
    expect(await ask(office, 'vault.status')).toMatchObject({ locked: true });
    const memory = await inWorker(chromium, () =>
      (globalThis as unknown as Scope).chrome.storage.session.get(),
    );
    expect(Object.keys(memory)).not.toContain('session');
    await killWorker(chromium);
  });

  test('asleep with the worker alive: locked at the first use', async () => {
    await ask(office, 'vault.unlock', { passphrase: PASSPHRASE });
    await moveWorkerClock(chromium, 8 * HOUR);
    await expect(ask(office, 'entry.list')).rejects.toThrow('vault-locked');
  });
});

/** Labels in the queue, sorted. */
async function readCards(page: Page): Promise<string[]> {
  const labels = await page.$$eval('.queue-choice .queue-label', (found) =>
    found.map((label) => label.textContent ?? ''),
  );
  return labels.sort();
}

/** Chooses a review in the queue. */
async function choose(page: Page, label: string): Promise<void> {
  for (const line of await page.$$('.queue-choice')) {
    if (!(await line.evaluate((found) => found.textContent ?? '')).includes(label)) continue;
    await line.click();
    await page.waitForFunction(
      (wanted) =>
        document.activeElement?.matches('article') &&
        document.activeElement.querySelector('h2')?.textContent === wanted,
      {},
      label,
    );
    return;
  }
  throw new Error(`no review of ${label}`);
}

/** Presses a button of one card. */
async function answerCard(page: Page, label: string, button: string): Promise<void> {
  await choose(page, label);
  const card = await page.$('article');
  await (await card?.$(selectRole('button', button)))?.click();
}
