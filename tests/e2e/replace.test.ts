import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { click, fill, find, findAll, textOf, waitForText } from './harness/page.ts';
import { answerCard, ask, captureOn, MY_SIGN_INS, makeVault, PASSPHRASE } from './harness/save.ts';
import { openVault, unlock } from './harness/screens.ts';

const DAY = 86_400_000;
const LABEL = 'Hall scanner';

interface Entry {
  id: string;
  label: string;
  account: string;
  device: string;
  status: string;
  replacedBy?: string;
  replacing?: { places: unknown[] };
  log?: { items: { kind: string; detail?: string }[] };
}

/** The list of sign-in methods, each with the day it was made; "Delete" takes its row away at once. */
function listPage(account: string, rows: readonly [label: string, made: number][]): string {
  const items = rows.map(
    ([label, made]) =>
      `<li><span>App password</span> <span>${label}</span> <span>${new Date(made).toISOString().slice(0, 10)}</span>
       <button type="button" onclick="this.parentElement.remove()">Delete</button></li>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>My Sign-Ins</title></head>
<body><header role="banner"><span>${account}</span></header><main><h1>Security info</h1>
<ul><li><span>Password</span> <button type="button">Change</button></li>${items.join('')}</ul></main></body></html>`;
}

describe('replacing an app password, left after each step, with the browser closed in between', () => {
  const profile = mkdtempSync(join(tmpdir(), 'spare-key-replace-'));
  let chromium: OpenBrowser;
  let vault: Page;
  let old = '';

  /** Closes the browser and comes back to the review, as on another day. */
  async function comeBack(): Promise<void> {
    await chromium.close();
    chromium = await openBrowser({ profile });
    vault = await openVault(chromium, '#/review');
    await unlock(vault, PASSPHRASE);
    await find(vault, 'heading', 'Review');
  }

  /** What the step that is due now is called. */
  function step(): Promise<string> {
    return vault.$eval('[aria-current=step] h2', (heading) => heading.textContent ?? '');
  }

  async function get(id: string): Promise<Entry> {
    return (await ask<{ entry: Entry }>(vault, 'entry.get', { id })).entry;
  }

  /** Answers the card that has the focus by a key, once it has it. */
  async function press(key: string): Promise<void> {
    await vault.waitForFunction(() => document.activeElement?.matches('article.review-card'), {
      timeout: 10_000,
    });
    await vault.keyboard.press(key as 'r');
  }

  beforeAll(async () => {
    chromium = await openBrowser({ profile });
    await makeVault(chromium);
    const page = await chromium.openPage(MY_SIGN_INS);
    await captureOn(page, LABEL);
    await answerCard(page, 'Save');
    await page.close();
    vault = await openVault(chromium);
    const { rows } = await ask<{ rows: Entry[] }>(vault, 'entry.list');
    old = rows[0]?.id ?? '';
    const changes = { created: Date.now() - 200 * DAY, device: 'Scanner in the hall' };
    await ask(vault, 'entry.update', { id: old, changes });
  });
  afterAll(async () => {
    await chromium?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  test('it begins with one key in the review, and what is in use stays in use', async () => {
    await vault.goto(vault.url().replace(/#.*|$/, '#/review'));
    await vault.reload();
    await press('r');
    await find(vault, 'heading', `Replace “${LABEL}”`);
    expect(await step()).toBe('Create a new app password');
    expect(await get(old)).toMatchObject({ status: 'active' });
  });

  test('left before the new one is made, it waits in the review; what is saved then is put in its place', async () => {
    await comeBack();
    await waitForText(vault, 'The new one is not created yet.');
    await press('r');
    await find(vault, 'heading', 'Create a new app password');
    const opening = chromium.browser.waitForTarget((target) => target.url().startsWith(MY_SIGN_INS));
    expect(await findAll(vault, 'button', 'Watch this page')).toEqual([]);
    await click(vault, 'link', 'Open Microsoft 365 (work or school)');
    const page = await (await opening).asPage();
    const secret = await captureOn(page, LABEL);
    await answerCard(page, 'Save');
    await page.close();
    await vault.bringToFront();
    await waitForText(vault, `The new app password is “${LABEL}”`);
    expect(await step()).toBe('Update every app and device');
    const { replacedBy = '' } = await get(old);
    expect(await get(replacedBy)).toMatchObject({ label: LABEL, device: '' });
    const { shown } = await ask<{ shown: string }>(vault, 'entry.secret', {
      id: replacedBy,
      purpose: 'show',
    });
    expect(shown).toBe(secret);
  });

  test('left while places are moved, the checklist is as it was', async () => {
    await click(vault, 'checkbox', 'Scanner in the hall');
    await fill(vault, 'App or device', 'Script of the shop');
    await click(vault, 'button', 'Add');
    await waitForText(vault, '1 app or device still uses the old app password.');
    // The list shows at once what is still on its way to the vault.
    await expect.poll(async () => (await get(old)).replacing?.places.length, { timeout: 30_000 }).toBe(2);
    await comeBack();
    await waitForText(vault, 'Some apps or devices may still use it');
    await press('r');
    await find(vault, 'checkbox', 'Script of the shop');
    expect(await ticks()).toEqual({ 'Scanner in the hall': true, 'Script of the shop': false });
    await click(vault, 'checkbox', 'Script of the shop');
    await expect.poll(ticks).toEqual({ 'Scanner in the hall': true, 'Script of the shop': true });
    await click(vault, 'button', 'Confirm all updated');
    await expect.poll(step, { timeout: 5_000 }).toBe('Revoke the old app password');
    const { status, replacedBy = '' } = await get(old);
    expect(status).toBe('to-revoke');
    expect(await get(replacedBy)).toMatchObject({ device: 'Scanner in the hall' });
  });

  test('left before the old one is gone, it waits; the provider’s list closes it, and the new one stays', async () => {
    await comeBack();
    await waitForText(vault, 'You chose to revoke this app password.');
    const { account, replacedBy = '' } = await get(old);
    const rows: [string, number][] = [
      [LABEL, Date.now() - 200 * DAY],
      [LABEL, Date.now()],
    ];
    chromium.sites.serve({ 'mysignins.microsoft.com': () => listPage(account, rows) });
    await vault.goto(vault.url().replace(/#.*|$/, `#/replace/${old}`));
    await find(vault, 'heading', 'Revoke the old app password');
    await waitForText(vault, 'Both app passwords have the same label.');
    const page = await chromium.openPage(MY_SIGN_INS);
    const listed = () => ask<{ lists: { count: number }[] }>(vault, 'list.all');
    await expect.poll(async () => (await listed()).lists[0]?.count, { timeout: 10_000 }).toBe(2);
    expect(await get(old)).toMatchObject({ status: 'to-revoke' });
    await click(page, 'button', 'Delete');
    await expect.poll(async () => (await get(old)).status, { timeout: 10_000 }).toBe('revoked');
    expect(await get(replacedBy)).toMatchObject({ status: 'active' });
    await vault.bringToFront();
    await waitForText(vault, `The new app password has replaced the old “${LABEL}”, which is revoked.`);
    const told = (await get(old)).log?.items.map(({ kind, detail }) =>
      [kind, detail].filter(Boolean).join(' '),
    );
    expect(told).toEqual(
      expect.arrayContaining(['captured', 'reviewed replace', 'replaced', 'revoked list']),
    );
    await page.close();
  });

  test('nothing of it is left to do', async () => {
    await vault.goto(vault.url().replace(/#.*|$/, '#/review'));
    await waitForText(vault, 'Nothing to review');
    expect(await textOf(vault, 'heading', 'Review')).toBe('Review');
  });

  async function ticks(): Promise<Record<string, boolean>> {
    const boxes = await findAll(vault, 'checkbox');
    const read = boxes.map((box) =>
      box.evaluate((input) => {
        const { checked, labels } = input as HTMLInputElement;
        return [labels?.[0]?.textContent ?? '', checked] as const;
      }),
    );
    return Object.fromEntries(await Promise.all(read));
  }
});

describe('a replacement that goes another way', () => {
  let chromium: OpenBrowser;
  let office: Page;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    chromium = await openBrowser();
    await makeVault(chromium);
    office = await chromium.openOwnPage('offscreen.html');
    for (const label of ['Printer', 'Printer of the shop']) {
      const entry = { provider: 'google', site: '', label, account: 'robin@mail.example', notes: '' };
      const { entry: made } = await ask<{ entry: Entry }>(office, 'entry.add', { entry, secret: label });
      ids[label] = made.id;
    }
  });
  afterAll(() => chromium?.close());

  test('the new one is named manually, unlinked, and the whole is called off with Undo', async () => {
    const page = await openVault(chromium, `#/entry/${ids['Printer']}`);
    await click(page, 'button', 'Replace');
    await find(page, 'heading', 'Create a new app password');
    // Of a provider that is not watched yet, the new one would not be seen.
    await find(page, 'button', 'Watch this page');
    await page.locator('summary ::-p-text(Choose an existing app password)').click();
    // By keyboard: the bar with Undo may lie over it until the user scrolls.
    await (await find(page, 'button', 'Link it')).press('Enter');
    await waitForText(page, 'The new app password is “Printer of the shop”');
    await click(page, 'button', 'Unlink it');
    await find(page, 'link', 'Open Google');
    await click(page, 'button', 'Cancel replacement');
    await find(page, 'heading', 'No replacement is in progress');
    await click(page, 'button', 'Undo');
    await find(page, 'heading', 'Create a new app password');
    await page.close();
  });

  test('“Keep” in the review calls it off', async () => {
    const page = await openVault(chromium, '#/review');
    await waitForText(page, 'The new one is not created yet.');
    await click(page, 'button', 'Keep');
    await waitForText(page, 'Nothing to review');
    const { entry } = await ask<{ entry: Entry & { replacing?: object } }>(office, 'entry.get', {
      id: ids['Printer'],
    });
    expect(entry.replacing).toBeUndefined();
    await page.close();
  });
});
