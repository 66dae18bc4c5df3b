import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { click, fill, find, findAll, peek, waitForText, waitUntilGone } from './harness/page.ts';
import { answerCard, ask, captureOn, MY_SIGN_INS, makeVault, PASSPHRASE } from './harness/save.ts';
import { openPopup, unlock } from './harness/screens.ts';
import { killWorker, moveWorkerClock } from './harness/worker.ts';

describe('catching and finding app passwords at My Sign-Ins', () => {
  let chromium: OpenBrowser;
  let recoveryCode: string;
  beforeAll(async () => {
    chromium = await openBrowser();
    recoveryCode = await makeVault(chromium);
  });
  afterAll(() => chromium.close());

  /** Copies an entry out of the popup and returns what the clipboard then holds. */
  async function copyFromPopup(label: string): Promise<string> {
    const origin = `chrome-extension://${chromium.extensionId}`;
    await chromium.browser
      .defaultBrowserContext()
      .overridePermissions(origin, ['clipboard-read', 'clipboard-write']);
    const popup = await openPopup(chromium);
    await find(popup, 'list', 'App passwords');
    await fill(popup, 'Search', label, 'searchbox');
    await popup.evaluate(() => navigator.clipboard.writeText(''));
    // The way of the hurried: the first row is ready to copy.
    await popup.keyboard.press('Enter');
    await popup.waitForFunction(async () => (await navigator.clipboard.readText()) !== '');
    const copied = await popup.evaluate(() => navigator.clipboard.readText());
    await popup.close();
    return copied;
  }

  async function rows(): Promise<{ label: string; account: string; provider: string; site: string }[]> {
    const popup = await openPopup(chromium);
    const { rows: found } = await ask<{
      rows: { label: string; account: string; provider: string; site: string }[];
    }>(popup, 'entry.list');
    await popup.close();
    return found;
  }

  test('one click saves while unlocked, with label, account and provider filled in', async () => {
    const page = await chromium.openPage(MY_SIGN_INS);
    const secret = await captureOn(page, 'Office scanner');
    await answerCard(page, 'Save');
    await waitForText(page, 'Done');
    expect(await copyFromPopup('Office scanner')).toBe(secret);
    expect(await rows()).toMatchObject([
      {
        label: 'Office scanner',
        account: 'robin@contoso.example',
        provider: 'microsoft-work',
        site: 'mysignins.microsoft.com',
      },
    ]);
    await page.close();
  });

  test('two passwords in one visit, without reload, keep their own labels', async () => {
    const page = await chromium.openPage(MY_SIGN_INS);
    const first = await captureOn(page, 'Kitchen tablet');
    await answerCard(page, 'Save');
    await click(page, 'button', 'Close');
    await click(page, 'button', 'Done');
    const second = await captureOn(page, 'Garden camera');
    await answerCard(page, 'Save');
    expect(first).not.toBe(second);
    expect(await copyFromPopup('Kitchen tablet')).toBe(first);
    expect(await copyFromPopup('Garden camera')).toBe(second);
    await page.close();
  });

  test('a save in a page can be undone in the popup, and the entry restored', async () => {
    const before = (await rows()).length;
    const page = await chromium.openPage(MY_SIGN_INS);
    await captureOn(page, 'Second thoughts');
    await answerCard(page, 'Save');
    const said = async () => {
      const found = await findAll(page, 'status');
      return String(await Promise.all(found.map((one) => one.evaluate((status) => status.textContent))));
    };
    await expect.poll(said, { timeout: 5_000 }).toContain('You can undo this for two minutes');
    await page.close();
    const popup = await openPopup(chromium);
    await waitForText(popup, '“Second thoughts” was saved from a page on mysignins.microsoft.com.');
    await click(popup, 'button', 'Undo save: Second thoughts');
    await waitForText(popup, 'Spare Key removed “Second thoughts”.');
    expect((await rows()).length).toBe(before);
    await click(popup, 'button', 'Undo');
    await waitUntilGone(popup, 'button', 'Undo');
    expect((await rows()).map(({ label }) => label)).toContain('Second thoughts');
    await popup.close();
  });

  test('"Not now" leaves it under "Not saved yet"; nothing in the page discards it', async () => {
    const before = (await rows()).length;
    const page = await chromium.openPage(MY_SIGN_INS);
    await captureOn(page, 'Later maybe');
    expect(await peek(page, 'button', 'Discard')).toBeUndefined();
    await answerCard(page, 'Not now');
    await page.close();
    const popup = await openPopup(chromium);
    await find(popup, 'region', 'Not saved yet');
    expect(
      await popup.$$eval('::-p-aria([name="Label"][role="textbox"])', (found) =>
        found.map((field) => (field as HTMLInputElement).value),
      ),
    ).toEqual(['Later maybe']);
    await click(popup, 'button', 'Save');
    await waitUntilGone(popup, 'region', 'Not saved yet');
    await popup.close();
    expect((await rows()).map(({ label }) => label)).toContain('Later maybe');
    expect((await rows()).length).toBe(before + 1);
  });

  test('saving works while locked; the entry is there after unlocking', async () => {
    const popup = await openPopup(chromium);
    await click(popup, 'button', 'Lock');
    await find(popup, 'textbox', 'Passphrase');
    const page = await chromium.openPage(MY_SIGN_INS);
    const secret = await captureOn(page, 'Old phone');
    await answerCard(page, 'Save');
    await page.close();
    await popup.bringToFront();
    await unlock(popup, PASSPHRASE);
    await find(popup, 'list', 'App passwords');
    await popup.close();
    expect(await copyFromPopup('Old phone')).toBe(secret);
  });

  test('closing the tab before answering loses nothing', async () => {
    const page = await chromium.openPage(MY_SIGN_INS);
    await captureOn(page, 'Closed too early');
    await page.close();
    const popup = await openPopup(chromium);
    await find(popup, 'region', 'Not saved yet');
    await click(popup, 'button', 'Save');
    await waitUntilGone(popup, 'region', 'Not saved yet');
    await popup.close();
    expect((await rows()).map(({ label }) => label)).toContain('Closed too early');
  });

  test('a worker killed between capture and save loses and doubles nothing', async () => {
    const page = await chromium.openPage(MY_SIGN_INS);
    const secret = await captureOn(page, 'Worker killed');
    await killWorker(chromium);
    await answerCard(page, 'Save');
    await page.close();
    expect(await copyFromPopup('Worker killed')).toBe(secret);
    expect((await rows()).filter(({ label }) => label === 'Worker killed')).toHaveLength(1);
  });

  test('a wrong passphrase is said at once and changes nothing', async () => {
    const popup = await openPopup(chromium);
    await click(popup, 'button', 'Lock');
    await unlock(popup, 'not the passphrase');
    await find(popup, 'alert');
    expect(await findAll(popup, 'list', 'App passwords')).toHaveLength(0);
    expect(await ask(popup, 'vault.status')).toMatchObject({ exists: true, locked: true });
    await fill(popup, 'Passphrase', PASSPHRASE);
    await click(popup, 'button', 'Unlock');
    await find(popup, 'list', 'App passwords');
    await popup.close();
  });

  test('locks by deadline, also when the alarm never came', async () => {
    const popup = await openPopup(chromium);
    await moveWorkerClock(chromium, 11 * 60_000);
    await expect(ask(popup, 'entry.list')).rejects.toThrow('vault-locked');
    await killWorker(chromium);
    expect(await ask(popup, 'vault.status')).toMatchObject({ locked: true });
    await popup.close();
  });

  test('a forgotten passphrase: the recovery code sets a new one, and is spent', async () => {
    const page = await chromium.openOwnPage('app.html#/forgot');
    await fill(page, 'Recovery code', recoveryCode.toLowerCase().replaceAll('-', ' '));
    await fill(page, 'New passphrase', 'another harbour at dusk, nine boats');
    await fill(page, 'Repeat new passphrase', 'another harbour at dusk, nine boats');
    await page.keyboard.press('Enter');
    await waitForText(page, 'Your recovery code');
    expect((await rows()).map(({ label }) => label)).toContain('Office scanner');
    await ask(page, 'vault.lock');
    await expect(ask(page, 'vault.unlock', { passphrase: PASSPHRASE })).rejects.toThrow(
      'vault-wrong-passphrase',
    );
    await expect(
      ask(page, 'vault.recover', { recoveryCode, passphrase: 'something long enough' }),
    ).rejects.toThrow('vault-wrong-recovery-code');
    await ask(page, 'vault.unlock', { passphrase: 'another harbour at dusk, nine boats' });
    await page.close();
  });

  test('the console stayed clean', () => {
    expect(chromium.log.filter(({ kind }) => kind === 'error' || kind === 'exception')).toEqual([]);
  });
});
