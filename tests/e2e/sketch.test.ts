import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overflow, violations } from './harness/axe.ts';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { download } from './harness/files.ts';
import { click, find, findAll, waitForText } from './harness/page.ts';
import { ask, makeVault } from './harness/save.ts';
import { clickToolbarButton } from './harness/screens.ts';

const SECRET = 'qzkw htrm vbxn plcg';
const PAGE = `<!doctype html><html lang="en"><title>Robin Vale</title>
<header class="css-1x7q"><p>robin.vale@mail.example</p></header>
<main><div role="dialog" aria-labelledby="t9"><h2 id="t9">Your app password for Robin’s phone</h2>
<p>Somebody wrote a long sentence about Robin Vale here, and it says much about the account of this person.</p>
<div id="shown"></div><button type="button" class="btn copy-button" data-clipboard-text="${SECRET}">Copy</button>
<input type="password" value="hunter2-of-robin"></div><!-- robin was here --></main>
<script>document.querySelector('#shown').attachShadow({ mode: 'open' }).innerHTML = '<code>${SECRET}</code>';</script>`;
const CANARIES = ['robin', 'vale', 'hunter', ...SECRET.split(' '), 'sentence', 'unseen-town'];

interface Saved {
  spareKeySketch: number;
  host: string;
  path: string;
  struck: number;
  lines: { tag?: string; text?: string }[];
}

describe.each(['light', 'dark'] as const)('"Help Spare Key read this page": %s', (colour) => {
  let chromium: OpenBrowser;

  beforeAll(async () => {
    chromium = await openBrowser({ colour });
  });
  afterAll(() => chromium?.close());

  /** Draws the page by way of the toolbar's popup; answers the page and what opened. */
  async function drawPage(look = false): Promise<{ page: Page; sketch: Page }> {
    const html = look ? PAGE.replaceAll(SECRET, 'Nothing yet') : PAGE;
    chromium.sites.serve({ 'unseen-town.example': () => html });
    const page = await chromium.openPage('https://unseen-town.example/settings/robin-vale');
    const popup = await clickToolbarButton(chromium, page);
    if (look) {
      await click(popup, 'button', 'Scan this page');
      await waitForText(popup, 'Then choose “Help Spare Key read this page”');
    }
    const opening = chromium.browser.waitForTarget((target) => target.url().endsWith('#/sketch'));
    await click(popup, 'button', 'Help Spare Key read this page');
    const sketch = await (await opening).asPage();
    await sketch.setViewport({ width: 1200, height: 900 });
    await sketch.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: colour }]);
    await find(sketch, 'heading', 'A sketch of the page');
    return { page, sketch };
  }

  test('before there is a vault: drawn, looked through, struck out, saved, thrown away', async () => {
    const { page, sketch } = await drawPage();
    await waitForText(sketch, '‹app=');
    const seen = await sketch.evaluate(() => document.body.textContent?.toLowerCase() ?? '');
    for (const canary of CANARIES) expect(seen, canary).not.toContain(canary);
    expect(await violations(sketch)).toEqual([]);

    // The whole dialog goes out with its line, and one line inside it brings back what is around it.
    const count = (await findAll(sketch, 'checkbox')).length;
    await toggle(sketch, 'role="dialog"');
    await waitForText(sketch, `of ${count} lines.`);
    const left = await kept(sketch);
    expect(left).toBeLessThan(count - 8);
    await toggle(sketch, '<code>');
    expect(await kept(sketch)).toBeGreaterThan(left);
    expect(await violations(sketch)).toEqual([]);

    const { name, bytes } = await download(sketch, () => click(sketch, 'button', 'Save as file'));
    expect(name).toBe('sketch-self-hosted.example.json');
    const saved = JSON.parse(bytes.toString()) as Saved;
    expect(saved).toMatchObject({
      spareKeySketch: 1,
      host: 'self-hosted.example',
      path: '/settings/{x:5-x:4}',
    });
    expect(saved.struck).toBe(count - saved.lines.length);
    expect(saved.lines.map(({ tag }) => tag)).not.toContain('h2');
    for (const canary of CANARIES) expect(bytes.toString().toLowerCase(), canary).not.toContain(canary);

    await click(sketch, 'button', 'Discard sketch');
    await waitForText(sketch, 'Sketch discarded.');
    expect(await ask(sketch, 'sketch.get')).toEqual({});
    expect(await violations(sketch)).toEqual([]);
    await sketch.close();
    await page.close();
  });

  test('with the keyboard alone, in a narrow window, enlarged', async () => {
    await makeVault(chromium);
    const { page, sketch } = await drawPage(true);
    await sketch.setViewport({ width: 640, height: 450, deviceScaleFactor: 2 });
    expect(await violations(sketch)).toEqual([]);
    expect(await overflow(sketch)).toBe(0);
    await sketch.focus('input[type=checkbox][tabindex="0"]');
    for (const key of ['ArrowDown', 'ArrowDown', 'Space'] as const) await sketch.keyboard.press(key);
    expect(await sketch.evaluate(() => (document.activeElement as HTMLInputElement).checked)).toBe(false);
    await sketch.keyboard.press('End');
    expect(await sketch.$$eval('input[tabindex="0"]', (all) => all.length)).toBe(1);
    await ask(sketch, 'vault.lock');
    await sketch.close();
    await page.close();
  });

  test('while locked: copied, and shown in a window beside the page', async () => {
    const { page, sketch } = await drawPage();
    await chromium.browser
      .defaultBrowserContext()
      .overridePermissions(`chrome-extension://${chromium.extensionId}`, [
        'clipboard-read',
        'clipboard-write',
        'clipboard-sanitized-write',
      ]);
    await sketch.bringToFront();
    // Only a page that has the keyboard may write to the clipboard.
    await sketch.waitForFunction(() => document.hasFocus());
    await click(sketch, 'button', 'Copy');
    // Asked of the page itself: Puppeteer remembers the text of an element that changed while it was asked for.
    await sketch.waitForFunction(() =>
      [...document.querySelectorAll('[role=status]')].some(({ textContent }) =>
        /^Copied\./.test(textContent),
      ),
    );
    const copied = JSON.parse(await sketch.evaluate(() => navigator.clipboard.readText())) as Saved;
    expect(copied.lines.some(({ text }) => text === 'x:4 x:4 x:4 x:4')).toBe(true);
    await click(sketch, 'button', 'Show beside the page');
    await expect
      .poll(() =>
        sketch.evaluate(() =>
          (globalThis as unknown as { chrome: { windows: { getAll(): Promise<object[]> } } }).chrome.windows
            .getAll()
            .then((all) => all.length),
        ),
      )
      .toBe(2);
    await sketch.close();
    await page.close();
  });

  test('without one it says how to get one', async () => {
    const sketch = await chromium.openOwnPage('app.html#/sketch');
    await ask(sketch, 'sketch.drop');
    await sketch.reload();
    await find(sketch, 'heading', 'No sketch yet');
    expect(await violations(sketch)).toEqual([]);
    await sketch.close();
  });
});

/** Ticks or unticks the first line that says this. */
async function toggle(page: Page, words: string): Promise<void> {
  const found = await page.evaluateHandle(
    (wanted) =>
      [...document.querySelectorAll('label')]
        .find((label) => label.textContent?.includes(wanted))
        ?.querySelector('input'),
    words,
  );
  await found.asElement()?.evaluate((box) => (box as HTMLInputElement).click());
}

function kept(page: Page): Promise<number> {
  return page.$$eval(
    'input[type=checkbox]',
    (all) => all.filter((box) => (box as HTMLInputElement).checked).length,
  );
}
