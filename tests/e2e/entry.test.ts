import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import {
  choose,
  click,
  fill,
  find,
  findAll,
  peek,
  textOf,
  waitForText,
  waitUntilGone,
} from './harness/page.ts';
import { ask, makeVault, PASSPHRASE } from './harness/save.ts';
import { openPopup, openVault, unlock } from './harness/screens.ts';
import { inWorker, killWorker, moveWorkerClock } from './harness/worker.ts';

interface Listed {
  rows: { id: string; label: string; provider: string }[];
}

interface Entry {
  entry: Record<string, unknown>;
}

interface Scope {
  chrome: { alarms: { create(name: string, when: { when: number }): Promise<void> } };
}

describe('an entry, from adding to deleting', () => {
  let chromium: OpenBrowser;
  let office: Page;
  let id: string;

  beforeAll(async () => {
    chromium = await openBrowser();
    await makeVault(chromium);
    office = await chromium.openOwnPage('offscreen.html');
  });
  afterAll(() => chromium.close());

  function read(): Promise<Entry> {
    return ask<Entry>(office, 'entry.get', { id });
  }

  test('added manually in the popup: pasted, provider chosen, named, found', async () => {
    const popup = await openPopup(chromium);
    await click(popup, 'button', 'Add manually');
    await click(popup, 'button', 'Save');
    await waitForText(popup, 'Paste the app password first.');
    await fill(popup, 'App password', ' h3Kd 9mQx 2LpV t7Rw Zc5N bY8f ');
    await choose(popup, 'Provider', 'WordPress');
    await fill(popup, 'Site', 'https://blog.example/wp-admin/');
    await fill(popup, 'Label', 'Backup script');
    await fill(popup, 'Account', 'robin');
    await click(popup, 'button', 'Save');
    await find(popup, 'list', 'App passwords');
    expect(await textOf(popup, 'listitem')).toContain('Backup script');
    await popup.close();
    const { rows } = await ask<Listed>(office, 'entry.list');
    expect(rows).toMatchObject([{ label: 'Backup script', provider: 'wordpress' }]);
    id = rows[0]?.id ?? '';
    expect((await read()).entry).toMatchObject({ site: 'blog.example', account: 'robin', custody: 'vault' });
    expect(await ask(office, 'entry.secret', { id, purpose: 'show' })).toEqual({
      shown: 'h3Kd 9mQx 2LpV t7Rw Zc5N bY8f',
      canonical: 'h3Kd9mQx2LpVt7RwZc5NbY8f',
    });
  });

  test('everything about it can be changed, and the change undone', async () => {
    const tab = await openVault(chromium, `#/entry/${id}`);
    await find(tab, 'heading', 'Backup script');
    await click(tab, 'button', 'Edit');
    await fill(tab, 'Label', 'Scan to mail');
    await fill(tab, 'Account', 'robin@contoso.example');
    await choose(tab, 'Provider', 'Microsoft 365 (work or school)');
    await fill(tab, 'App', 'Firmware 4.2');
    await fill(tab, 'Device', 'Scanner in the hall');
    await click(tab, 'checkbox', 'SMTP (sending mail)');
    await fill(tab, 'Tags', 'office, second floor ,');
    await fill(tab, 'Notes', 'Ask Kim first.');
    await fill(tab, 'Review after this many days', '0', 'spinbutton');
    await click(tab, 'button', 'Save');
    await waitForText(tab, 'Enter a whole number from 1 to 3650.');
    expect((await read()).entry).toMatchObject({ label: 'Backup script' });
    await fill(tab, 'Review after this many days', '90', 'spinbutton');
    await click(tab, 'button', 'Save');
    await find(tab, 'heading', 'Scan to mail');
    const changed = {
      label: 'Scan to mail',
      account: 'robin@contoso.example',
      provider: 'microsoft-work',
      client: 'Firmware 4.2',
      device: 'Scanner in the hall',
      protocols: ['smtp'],
      tags: ['office', 'second floor'],
      notes: 'Ask Kim first.',
      limitDays: 90,
    };
    expect((await read()).entry).toMatchObject(changed);
    // The provider's own settings and ways come with it.
    await waitForText(tab, 'smtp.office365.com');
    expect(await findAll(tab, 'link', 'Revoke an app password')).toHaveLength(1);

    await click(tab, 'button', 'Undo');
    await find(tab, 'heading', 'Backup script');
    const { entry } = await read();
    expect(entry).toMatchObject({ provider: 'wordpress', client: '', protocols: [], tags: [], notes: '' });
    expect(entry).not.toHaveProperty('limitDays');
    await tab.close();
  });

  test('what a program refused is told apart, and stays nowhere', async () => {
    const tab = await openVault(chromium, `#/entry/${id}`);
    await click(tab, 'button', 'Check what you typed');
    const said = async (typed: string) => {
      await fill(tab, 'What you typed in the app', typed);
      await click(tab, 'button', 'Check');
      await tab.waitForSelector('[role=status] li');
      const words = await tab.$$eval('[role=status] li', (found) => found.map((item) => item.textContent));
      return words.join(' ');
    };
    expect(await said('h3Kd 9mQx 2LpV t7Rw Zc5N bY8f')).toMatch(/^This matches\./);
    const slips = await said('H3Kd9mQx2LpVt7RwZc5NbY8');
    expect(slips).toContain('The end is missing.');
    expect(slips).toContain('The first letter is a capital');
    expect(slips).not.toMatch(/h3kd|zc5n/i);
    await tab.close();
    expect(JSON.stringify(await read())).not.toMatch(/H3Kd9/);
  });

  test('deleted, it can be brought back; later it is gone for good, from the database too', async () => {
    const tab = await openVault(chromium, `#/entry/${id}`);
    // It still opens its account, so that is asked first; Esc leaves everything as it is.
    await click(tab, 'button', 'Remove from Spare Key');
    await waitForText(tab, 'it still opens your account until you revoke it at the provider');
    await tab.keyboard.press('Escape');
    await waitUntilGone(tab, 'button', 'Revoke first');
    expect((await ask<Listed>(office, 'entry.list')).rows).toHaveLength(1);
    await click(tab, 'button', 'Remove from Spare Key');
    await click(tab, 'button', 'Remove');
    await find(tab, 'button', 'Undo');
    expect((await ask<Listed>(office, 'entry.list')).rows).toEqual([]);
    await choose(tab, 'Show', 'Removed just now (1)');
    await find(tab, 'button', 'Restore: Backup script');
    await choose(tab, 'Show', 'All (0)');
    await click(tab, 'button', 'Undo');
    await find(tab, 'heading', 'Backup script');
    expect((await ask<Listed>(office, 'entry.list')).rows).toHaveLength(1);
    await click(tab, 'button', 'Remove from Spare Key');
    await click(tab, 'button', 'Remove');
    await find(tab, 'button', 'Undo');
    expect(await countSecrets(office)).toBe(1);
    await tab.close();
    await moveWorkerClock(chromium, 5 * 60_000);
    await inWorker(chromium, () =>
      (globalThis as unknown as Scope).chrome.alarms.create('purge', { when: 1 }),
    );
    await expect.poll(() => countSecrets(office), { timeout: 10_000 }).toBe(0);
    await killWorker(chromium);
  });
});

/** How many secrets' records are in the database. */
function countSecrets(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('spare-key');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const keys = database.transaction('records').objectStore('records').getAllKeys();
          keys.onsuccess = () => {
            database.close();
            resolve(keys.result.filter((key) => String(key).startsWith('secret/')).length);
          };
        };
      }),
  );
}

describe('keys to the vault', () => {
  let chromium: OpenBrowser;
  let office: Page;
  let firstCode: string;

  beforeAll(async () => {
    chromium = await openBrowser();
    firstCode = await makeVault(chromium);
    office = await chromium.openOwnPage('offscreen.html');
  });
  afterAll(() => chromium.close());

  test('a user who knows the passphrase can change it', async () => {
    const next = 'eleven copper kettles whistle';
    const tab = await openVault(chromium, '#/settings');
    await click(tab, 'button', 'Change passphrase…');
    await fill(tab, 'Current passphrase', 'not the passphrase');
    await fill(tab, 'New passphrase', next);
    await fill(tab, 'Repeat new passphrase', next);
    await click(tab, 'button', 'Change passphrase');
    await find(tab, 'alert');
    await fill(tab, 'Current passphrase', PASSPHRASE);
    await click(tab, 'button', 'Change passphrase');
    await waitForText(tab, 'Passphrase changed.');
    // Nothing of what was typed stays in the page.
    expect(await peek(tab, 'textbox', 'Current passphrase')).toBeUndefined();
    expect(await peek(tab, 'textbox', 'New passphrase')).toBeUndefined();
    await click(tab, 'button', 'Lock');
    await unlock(tab, PASSPHRASE);
    await find(tab, 'alert');
    await unlock(tab, next);
    await waitUntilGone(tab, 'button', 'Unlock');
    await click(tab, 'button', 'Create new code…');
    await fill(tab, 'Passphrase', next);
    await click(tab, 'button', 'Create new code');
    await waitForText(tab, 'I have put the code in a safe place');
    const secondCode = await tab.evaluate(
      () => /(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}/.exec(document.body.textContent)?.[0] ?? '',
    );
    expect(secondCode).not.toBe('');
    await tab.close();
    const passphrase = 'nine paper boats drift south';
    const recover = (recoveryCode: string) => ask(office, 'vault.recover', { recoveryCode, passphrase });
    await expect(recover(firstCode)).rejects.toThrow('vault-wrong-recovery-code');
    await recover(secondCode);
    expect(await ask(office, 'vault.status')).toMatchObject({ locked: false });
  });
});
