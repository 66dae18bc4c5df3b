import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { click, createAppPassword, find, peek, textOf, waitForText } from './harness/page.ts';
import { ask, MY_SIGN_INS, makeVault, PASSPHRASE } from './harness/save.ts';
import { openPopup, openVault, unlock } from './harness/screens.ts';
import { inWorker, killWorker } from './harness/worker.ts';

/** A page of which the provider knows the step, but not the form of what it shows. */
const changedPage = readFileSync('tests/fixtures/providers/microsoft-work.changed-other-form.html', 'utf8');

/** All that assistive technology reads in the card, which no script can look into. */
async function readCard(page: Page): Promise<string> {
  const card = await find(page, 'dialog', 'Spare Key: app password');
  const tree = await page.accessibility.snapshot({ root: card, interestingOnly: false });
  const names = (node: NonNullable<typeof tree>): string[] => [
    node.name ?? '',
    ...(node.children ?? []).flatMap(names),
  ];
  return tree === null ? '' : names(tree).join(' ');
}

interface Listed {
  rows: { id: string; label: string }[];
  waiting: unknown[];
  warnings: { kind: string; id?: string; label?: string }[];
}

describe('when something is wrong', () => {
  let chromium: OpenBrowser;
  let own: Page;
  beforeAll(async () => {
    chromium = await openBrowser();
    await makeVault(chromium);
    own = await openPopup(chromium);
    for (const label of ['Office scanner', 'Kitchen tablet', 'Garden camera']) {
      await ask(own, 'entry.add', {
        entry: { provider: 'microsoft-work', site: '', label, account: 'robin@contoso.example', notes: '' },
        secret: 'qwhbtrkzmnvcpxlg',
      });
    }
  });
  afterAll(() => chromium.close());

  /** Changes a stored row in place, as damage on the disk would: works on the database of an own page. */
  function tamper(store: string, prefix: string, work: 'flip' | 'later'): Promise<void> {
    return own.evaluate(
      (name, start, how) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('spare-key');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const database = opening.result;
            const transaction = database.transaction(name, 'readwrite');
            transaction.oncomplete = () => {
              database.close();
              resolve();
            };
            transaction.objectStore(name).openCursor().onsuccess = (event) => {
              const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
              if (cursor === null) return;
              if (!String(cursor.key).startsWith(start)) {
                cursor.continue();
                return;
              }
              if (how === 'later') {
                // A later version writes both copies of it.
                cursor.update({ ...cursor.value, format: 2 });
                cursor.continue();
              } else {
                const bytes: Uint8Array = cursor.value;
                bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
                cursor.update(bytes);
              }
            };
          };
        }),
      store,
      prefix,
      work,
    );
  }

  test('storage full: nothing is half written, and the card rescues the secret', async () => {
    const origin = 'https://mysignins.microsoft.com';
    await chromium.browser
      .defaultBrowserContext()
      .overridePermissions(origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
    // A full disk cannot be had here: the database of the worker refuses to write, as it then would.
    await inWorker(chromium, async () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    const page = await chromium.openPage(MY_SIGN_INS);
    const secret = await createAppPassword(page, 'No room for me');
    const copy = await find(page, 'button', 'Copy it now');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
    await copy.click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== '');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
    await killWorker(chromium);
    const { rows, waiting } = await ask<Listed>(own, 'entry.list');
    expect(rows).toHaveLength(3);
    expect(waiting).toHaveLength(0);
    await page.close();
  });

  test('a page that changed: said on the spot with the way that always works, reported without personal data', async () => {
    chromium.sites.serve({ 'mysignins.microsoft.com': () => changedPage });
    const page = await chromium.openPage(MY_SIGN_INS);
    await find(page, 'dialog', 'Spare Key: app password');
    expect(await readCard(page)).toContain('“Save as app password”');
    await page.close();
    const { changed } = await ask<{ changed: object[] }>(own, 'site.list');
    expect(changed).toEqual([{ provider: 'microsoft-work', part: 'result step: secret' }]);
    const settings = await openVault(chromium, '#/settings/sites');
    await waitForText(settings, 'microsoft-work');
    await settings.close();
  });

  test('a damaged secret: named, the others stay usable, its bytes kept for export', async () => {
    await tamper('records', 'secret/', 'flip');
    const { rows } = await ask<Listed>(own, 'entry.list');
    const opened = await Promise.allSettled(
      rows.map(({ id }) => ask<{ shown: string }>(own, 'entry.secret', { id, purpose: 'show' })),
    );
    expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const failed = opened.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(failed.reason.message).toBe('vault-corrupt');
    const { records } = await ask<{ records: { id: string; kind: string; bytes: string }[] }>(
      own,
      'vault.export-damaged',
    );
    expect(records.map(({ kind }) => kind)).toEqual(['secret']);
    expect(records[0]?.bytes.length).toBeGreaterThan(600);
    const damaged = rows.find(({ id }) => id === records[0]?.id);
    const { warnings } = await ask<Listed>(own, 'entry.list');
    expect(warnings).toContainEqual({ kind: 'record-damaged', id: damaged?.id, label: damaged?.label });
    const tab = await openVault(chromium);
    expect(await textOf(tab, 'alert').catch(() => textOf(tab, 'region'))).toBeTruthy();
    await waitForText(tab, damaged?.label ?? '');
    await tab.close();
  });

  test('a vault of a later version: said, nothing touched', async () => {
    await tamper('meta', 'header', 'later');
    await killWorker(chromium);
    const popup = await openPopup(chromium);
    await waitForText(popup, 'later version');
    expect(await peek(popup, 'button', 'Create vault')).toBeUndefined();
    await popup.close();
    await expect(ask(own, 'vault.unlock', { passphrase: PASSPHRASE })).rejects.toThrow('vault-too-new');
    await expect(ask(own, 'vault.create', { passphrase: PASSPHRASE })).rejects.toThrow('vault-too-new');
  });
});

test('starting again says what is lost, then leaves nothing', async () => {
  const chromium = await openBrowser();
  try {
    await makeVault(chromium);
    const own = await openPopup(chromium);
    await ask(own, 'entry.add', {
      entry: { provider: 'other', site: '', label: 'Office scanner', account: '', notes: '' },
      secret: 'qwhbtrkzmnvcpxlg',
    });
    await ask(own, 'vault.lock');
    const tab = await openVault(chromium, '#/forgot');
    await find(tab, 'heading');
    await tab.locator('summary').click();
    await waitForText(tab, 'cannot be undone');
    await click(tab, 'checkbox', 'I understand that this cannot be undone');
    await click(tab, 'button', 'Erase everything');
    await tab.waitForFunction(() => location.pathname === '/welcome.html');
    expect(await ask(own, 'vault.status')).toMatchObject({ exists: false, waiting: 0, due: 0 });
    await makeVault(chromium);
    expect((await ask<Listed>(own, 'entry.list')).rows).toEqual([]);
    await ask(own, 'vault.lock');
    const popup = await openPopup(chromium);
    await unlock(popup, PASSPHRASE);
    await waitForText(popup, 'Add manually');
  } finally {
    await chromium.close();
  }
});
