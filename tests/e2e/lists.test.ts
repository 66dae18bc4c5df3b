import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { click, fill, find, findAll, peek, waitForText, waitUntilGone } from './harness/page.ts';
import { ask, MY_SIGN_INS, makeVault, PASSPHRASE } from './harness/save.ts';
import { openPopup, openVault, unlock } from './harness/screens.ts';

interface Row {
  id: string;
  label: string;
  account: string;
  status: string;
  custody: string;
}

interface Lists {
  lists: { count: number }[];
}

interface Scope {
  show(labels: readonly string[]): void;
}

/** A list of sign-in methods whose "Delete" takes its row away at once. */
function listPage(account: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>My Sign-Ins</title></head>
<body><header role="banner"><span>${account}</span></header><main><h1>Security info</h1><ul id="methods"></ul></main>
<script>
  globalThis.show = (labels) => {
    const rows = labels.map((label) => {
      const row = document.createElement('li');
      row.innerHTML = '<span>App password</span> <span></span> <button type="button">Delete</button>';
      row.children[1].textContent = label;
      row.children[2].onclick = () => row.remove();
      return row;
    });
    document.getElementById('methods').innerHTML = '<li><span>Password</span> <button type="button">Change</button></li>';
    document.getElementById('methods').append(...rows);
  };
</script></body></html>`;
}

const THIRTY = Array.from({ length: 30 }, (_, place) => `Device number ${place + 1}`);

describe('the list of the provider’s own page', () => {
  let chromium: OpenBrowser;
  let office: Page;
  let page: Page;

  beforeAll(async () => {
    chromium = await openBrowser();
    await makeVault(chromium);
    office = await chromium.openOwnPage('offscreen.html');
    page = await openList('robin@contoso.example');
  });
  afterAll(() => chromium?.close());

  async function openList(account: string): Promise<Page> {
    chromium.sites.serve({ 'mysignins.microsoft.com': () => listPage(account) });
    return chromium.openPage(MY_SIGN_INS);
  }

  async function show(labels: readonly string[], on = page): Promise<void> {
    await on.bringToFront();
    await on.evaluate((shown) => (globalThis as unknown as Scope).show(shown), labels);
  }

  async function rows(): Promise<Row[]> {
    return (await ask<{ rows: Row[] }>(office, 'entry.list')).rows;
  }

  /** How many things the lists have that the vault does not know, or knows otherwise. */
  async function news(): Promise<number> {
    return (await ask<{ news: number }>(office, 'entry.list')).news;
  }

  test('before any was seen, Compare says how to continue', async () => {
    const vault = await openVault(chromium, '#/lists');
    await waitForText(vault, 'No list seen yet');
    await vault.close();
  });

  test('thirty that the vault does not have are added at once, and removed at once with Undo', async () => {
    await show(THIRTY);
    await expect.poll(news, { timeout: 10_000 }).toBe(30);
    const popup = await openPopup(chromium);
    await waitForText(popup, '30 differences between providers’ lists and your vault.');
    await popup.close();
    const vault = await openVault(chromium, '#/lists');
    await waitForText(vault, 'You have 30 of 40 possible app passwords.');
    await click(vault, 'button', 'Add 30 to vault');
    await waitForText(vault, 'All 30 app passwords are in your vault.');
    expect(await rows()).toHaveLength(30);
    await click(vault, 'button', 'Undo');
    await find(vault, 'button', 'Add 30 to vault');
    expect(await rows()).toEqual([]);
    await click(vault, 'checkbox', 'Device number 30');
    await click(vault, 'button', 'Add 29 to vault');
    await find(vault, 'button', 'Add 1 to vault');
    const adopted = await rows();
    expect(adopted.map(({ label }) => label).toSorted()).toEqual(THIRTY.slice(0, 29).toSorted());
    expect(new Set(adopted.map(({ account, custody }) => `${account} ${custody}`))).toEqual(
      new Set(['robin@contoso.example none']),
    );
    await vault.close();
  });

  test('such an entry says that its password is not here, and takes it from a user who still has it', async () => {
    const popup = await openPopup(chromium);
    await fill(popup, 'Search', 'number 7', 'searchbox');
    await waitForText(popup, 'Password not stored');
    expect(await findAll(popup, 'button', 'Copy password')).toEqual([]);
    await popup.close();
    const id = (await rows()).find(({ label }) => label === 'Device number 7')?.id ?? '';
    await expect(ask(office, 'entry.secret', { id, purpose: 'copy' })).rejects.toThrow(
      'entry-without-secret',
    );
    const vault = await openVault(chromium, `#/entry/${id}`);
    await fill(vault, 'App password', 'qwhbtrkzmnvcpxlg');
    await click(vault, 'button', 'Add password');
    await find(vault, 'button', 'Copy password');
    const { shown } = await ask<{ shown: string }>(office, 'entry.secret', { id, purpose: 'show' });
    expect(shown).toBe('qwhbtrkzmnvcpxlg');
    await vault.close();
  });

  test('the one that the user deletes on the page is marked as revoked, and no other', async () => {
    await page.bringToFront();
    await page.click('#methods li:nth-child(6) button');
    await expect
      .poll(async () => (await rows()).filter(({ status }) => status === 'revoked').map(({ label }) => label))
      .toEqual(['Device number 5']);
  });

  test('what the page removes by itself, or while the user clicks elsewhere, revokes nothing', async () => {
    const take = (label: string) =>
      page.evaluate((wanted) => {
        [...document.querySelectorAll('#methods li')]
          .find((row) => row.children[1]?.textContent === wanted)
          ?.remove();
      }, label);
    await page.bringToFront();
    const before = await news();
    await take('Device number 8');
    await expect.poll(news, { timeout: 10_000 }).toBe(before + 1);
    await page.click('h1');
    await take('Device number 9');
    await expect.poll(news, { timeout: 10_000 }).toBe(before + 2);
    expect((await rows()).filter(({ status }) => status === 'revoked')).toHaveLength(1);
  });

  test('what is missing and was not deleted by the user is asked about', async () => {
    await show(THIRTY.filter((label) => !/ (?:5|8|9)$/.test(label)));
    await expect.poll(news, { timeout: 10_000 }).toBe(3);
    const vault = await openVault(chromium, '#/lists');
    await waitForText(vault, 'No longer listed');
    const marked = (await rows()).filter(({ status }) => status === 'revoked');
    expect(marked).toHaveLength(1);
    await click(vault, 'button', 'Mark as revoked: Device number 8');
    await waitUntilGone(vault, 'button', 'Mark as revoked: Device number 8');
    await click(vault, 'button', 'Mark as revoked: Device number 9');
    await waitUntilGone(vault, 'button', 'Mark as revoked: Device number 9');
    await click(vault, 'button', 'Undo');
    await find(vault, 'button', 'Mark as revoked: Device number 9');
    await click(vault, 'button', 'Mark as revoked: Device number 9');
    await waitUntilGone(vault, 'button', 'Mark as revoked: Device number 9');
    const all = await rows();
    expect(
      all
        .filter(({ status }) => status === 'revoked')
        .map(({ label }) => label)
        .toSorted(),
    ).toEqual(['Device number 5', 'Device number 8', 'Device number 9']);
    await vault.close();
  });

  test('another account in another tab touches nothing of the first', async () => {
    const before = await rows();
    const other = await openList('kim@contoso.example');
    await show(['Device number 1', '<b>Bold</b> scanner', `\u202Egnp.rennacs ${'x'.repeat(10_000)}`], other);
    await expect.poll(news, { timeout: 10_000 }).toBeGreaterThanOrEqual(3);
    expect(await rows()).toEqual(before);
    const vault = await openVault(chromium, '#/lists');
    await find(vault, 'region', 'Microsoft 365 (work or school) · kim@contoso.example');
    await find(vault, 'region', 'Microsoft 365 (work or school) · robin@contoso.example');
    await find(vault, 'checkbox', '<b>Bold</b> scanner');
    expect(await peek(vault, 'button', 'Mark as revoked: Device number 1')).toBeUndefined();
    await vault.close();
    await other.close();
  });

  test('a list that comes in pieces, or goes away as a whole, revokes nothing', async () => {
    const revoked = async () => (await rows()).filter(({ status }) => status === 'revoked').length;
    const before = await revoked();
    await page.evaluate(() => document.querySelector('main')?.setAttribute('aria-busy', 'true'));
    await show(THIRTY.slice(10, 11));
    await page.evaluate(() => document.querySelector('main')?.removeAttribute('aria-busy'));
    await show([]);
    await expect
      .poll(async () => (await ask<Lists>(office, 'list.all')).lists[0]?.count, { timeout: 10_000 })
      .toBe(0);
    const vault = await openVault(chromium, '#/lists');
    await waitForText(vault, 'The provider lists no app passwords.');
    expect(await revoked()).toBe(before);
    await vault.close();
  });

  test('locked, nothing of a list is remembered', async () => {
    await ask(office, 'vault.lock');
    await show(THIRTY);
    await page.click('h1');
    const vault = await openVault(chromium, '#/lists');
    await unlock(vault, PASSPHRASE);
    await waitForText(vault, 'No list seen yet');
    await vault.close();
  });
});
