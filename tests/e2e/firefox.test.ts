import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillPassphrase, findInCard, type OpenFirefox, openFirefox } from './harness/firefox.ts';
import {
  click,
  createAppPassword,
  fill,
  find,
  findAll,
  readField,
  textOf,
  waitForText,
  waitUntilGone,
} from './harness/page.ts';
import { ask } from './harness/save.ts';

const SECURITY_INFO = 'https://mysignins.microsoft.com/security-info';
const PASSPHRASE = 'seven quiet herons by the mill';

describe('Firefox', () => {
  let firefox: OpenFirefox;

  beforeAll(async () => {
    firefox = await openFirefox();
  });
  afterAll(() => firefox.close());

  it('sets up, catches an app password, keeps it and finds it', async () => {
    const welcome = await firefox.openOwnPage('welcome.html');
    await fillPassphrase(welcome, 'Passphrase', PASSPHRASE);
    await fillPassphrase(welcome, 'Repeat passphrase', PASSPHRASE);
    await click(welcome, 'button', 'Create vault');
    await find(welcome, 'button', 'Copy', 30_000);

    const page = await firefox.openPage(SECURITY_INFO);
    const secret = await createAppPassword(page, 'Office scanner');
    const label = await findInCard(page, 'textbox', 'Label');
    expect(await label.evaluate((field) => (field as HTMLInputElement).value)).toBe('Office scanner');
    const save = await findInCard(page, 'button', 'Save');
    // What the card showed is sealed by now: the background may end, and keeps it when it comes back.
    await firefox.endBackground();
    // The card refuses what comes in its first half second; a person is slower than that.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
    await save.click();
    await findInCard(page, 'button', 'Close');

    const popup = await firefox.openOwnPage('popup.html');
    await fill(popup, 'Search', 'scanner', 'searchbox');
    expect(await findAll(popup, 'listitem')).toHaveLength(1);
    expect(await textOf(popup, 'listitem')).toContain('robin@contoso.example');
    await click(popup, 'button', 'Copy password');
    await find(popup, 'button', 'Allow clearing');
    await fill(popup, 'Search', '', 'searchbox');
    await popup.keyboard.down('Control');
    await popup.keyboard.press('v');
    await popup.keyboard.up('Control');
    expect(await readField(popup, 'Search', 'searchbox')).toBe(secret);
  });

  it('reviews by keyboard, guides a replacement, and makes a report', async () => {
    const popup = await firefox.openOwnPage('popup.html');
    const { rows } = await ask<{ rows: { id: string }[] }>(popup, 'entry.list');
    const id = rows[0]?.id;
    await ask(popup, 'entry.update', { id, changes: { created: Date.now() - 200 * 86_400_000 } });
    await popup.close();
    const page = await firefox.openOwnPage('app.html#/review');
    await page.waitForFunction(() => document.activeElement?.matches('article.review-card'));
    await page.keyboard.press('r');
    await find(page, 'heading', 'Replace “Office scanner”');
    await page.keyboard.press('Escape');
    // Nothing is left to answer; what is decided is one key away.
    await page.waitForFunction(() => document.activeElement?.textContent === 'All answered');
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => document.activeElement?.matches('article.review-card'));
    await waitForText(page, 'The new one is not created yet.');
    await page.keyboard.press('l');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Ask tomorrow');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !document.querySelector('article'));
    await find(page, 'heading', 'All answered');
    await click(page, 'link', 'Report');
    await find(page, 'button', 'Print');
    await waitForText(page, 'Office scanner');
    await page.close();
  });

  it('shows the card in its own dress where the page allows no style but its own', async () => {
    const page = await firefox.openPage(SECURITY_INFO);
    expect((await page.goto(page.url()))?.headers()['content-security-policy']).toContain(
      "style-src 'self';",
    );
    await createAppPassword(page, 'Garden camera');
    await findInCard(page, 'button', 'Save');
    const box = await (await findInCard(page, 'dialog', 'Spare Key: app password')).boundingBox();
    const across = await page.evaluate(() => document.documentElement.clientWidth);
    expect(box).toMatchObject({ x: across - 16 - 344, y: 16, width: 344 });
  });

  it('takes no click through a cover that hides the card', async () => {
    const page = await firefox.openPage(SECURITY_INFO);
    await createAppPassword(page, 'Hidden lamp');
    const box = await (await findInCard(page, 'button', 'Save')).boundingBox();
    await page.evaluate(() => {
      const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
      const cover = document.createElement('div');
      cover.id = 'cover';
      cover.popover = 'manual';
      const style = { position: 'fixed', inset: '0', width: '100vw', height: '100vh', background: 'white' };
      for (const [name, value] of Object.entries({ ...style, 'pointer-events': 'none' })) {
        cover.style.setProperty(name, value, 'important');
      }
      root.append(cover);
      cover.showPopover();
      // It goes when the press begins, so that nothing is in the way any more when it ends.
      window.addEventListener('pointerdown', () => cover.remove(), true);
    });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    // It is still there to be answered, by a click on what can be seen.
    const save = await findInCard(page, 'button', 'Save');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
    const popup = await firefox.openOwnPage('popup.html');
    const { rows } = await ask<{ rows: { label: string }[] }>(popup, 'entry.list');
    expect(rows.map(({ label }) => label)).not.toContain('Hidden lamp');
    await page.bringToFront();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
    await save.click();
    await findInCard(page, 'button', 'Close');
  });

  it('leaves a page alone while the user keeps it out, says so, and comes back when asked', async () => {
    await firefox.withdraw('mysignins.microsoft.com');
    const unseen = await firefox.openPage(SECURITY_INFO);
    await createAppPassword(unseen, 'Attic lamp');
    // Ten times as long as a card takes.
    await unseen.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
    expect(await unseen.$('html>div')).toBeNull();

    const popup = await firefox.openOwnPage('popup.html');
    await waitForText(popup, 'Firefox no longer lets Spare Key run on mysignins.microsoft.com.');
    await click(popup, 'button', 'Allow again');
    await waitUntilGone(popup, 'button', 'Allow again');
    const seen = await firefox.openPage(SECURITY_INFO);
    await createAppPassword(seen, 'Cellar lamp');
    await findInCard(seen, 'button', 'Save');
    // The manifest watches it already: it is not one more of the sites that the user chose.
    expect(await ask(popup, 'site.list')).toMatchObject({ hosts: [] });
  });
});
