import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Office,
  openOffice,
  openWithCard,
  rest,
  resultStep,
  TAKEN_OVER,
} from './harness/attack-page.ts';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';
import { find, findAll } from './harness/page.ts';

const SECRET = 'qwhbtrkzmnvcpxlg';

describe('pages that are none of ours', () => {
  let chromium: OpenBrowser;
  let office: Office;

  beforeAll(async () => {
    chromium = await openBrowser();
    chromium.sites.serve({
      '*': () => resultStep(SECRET),
      'mysignins.microsoft.com': () => resultStep(SECRET),
    });
    office = await openOffice(chromium, 'correct horse battery staple 7');
  });
  afterAll(() => chromium.close());

  /** Origins whose scripts run in a page or its frames, the page's own apart. */
  async function openWorlds(address: string): Promise<{ page: Page; worlds: Set<string> }> {
    const page = await chromium.openPage('about:blank');
    const session = await page.createCDPSession();
    const worlds = new Set<string>();
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension://')) worlds.add(context.origin);
    });
    await session.send('Runtime.enable');
    await page.goto(address).catch(() => undefined);
    return { page, worlds };
  }

  it('shows that a page of ours would be noticed', async () => {
    const { page, worlds } = await openWorlds(TAKEN_OVER);
    await expect.poll(() => worlds.size, { timeout: 5_000 }).toBe(1);
    await expect.poll(async () => (await office.counts()).waiting, { timeout: 5_000 }).toBe(1);
    await page.close();
  });

  it.each([
    'https://mysignins.microsoft.com.evil.example/security-info',
    'https://evil.example/mysignins.microsoft.com/security-info',
    'https://xmysignins.microsoft.com/security-info',
    'https://a.mysignins.microsoft.com/security-info',
    'https://mysignins.microsoft.co/security-info',
    'https://mysignins-microsoft.com/security-info',
    'https://mysіgnins.microsoft.com/security-info',
    'https://login.microsoft.com/security-info',
    'https://account.live.com/elsewhere',
    'https://mysignins.microsoft.com@evil.example/security-info',
    'data:text/html,<input readonly value=qwhbtrkzmnvcpxlg>',
    'about:blank',
  ])('runs nothing at %s', async (address) => {
    const before = await office.counts();
    const { page, worlds } = await openWorlds(address);
    await rest(page, 150);
    expect([...worlds]).toEqual([]);
    expect(await findAll(page, 'dialog', 'Spare Key: app password')).toEqual([]);
    expect(await office.counts()).toEqual(before);
    await page.close();
  });

  it('reads nothing at a host with a dot at its end, which the browser takes for the same', async () => {
    const before = await office.counts();
    const { page } = await openWorlds('https://mysignins.microsoft.com./security-info');
    await rest(page, 300);
    expect(await findAll(page, 'dialog', 'Spare Key: app password')).toEqual([]);
    expect(await office.counts()).toEqual(before);
    await page.close();
  });

  it.each([
    ['a frame of the same host', `<iframe src="/security-info?frame"></iframe>`],
    [
      'a frame without an address',
      `<iframe id="inner"></iframe><script>inner.contentDocument.body.innerHTML = ${JSON.stringify(resultStep(SECRET))}</script>`,
    ],
    [
      'a frame with its page in an attribute',
      `<iframe srcdoc="${resultStep(SECRET).replaceAll('"', '&quot;')}"></iframe>`,
    ],
  ])('reads nothing in %s', async (_, frame) => {
    await office.forgetOffers();
    const before = await office.counts();
    chromium.sites.serve({
      'host.example': () => `<!doctype html><title>Frames</title>${frame}`,
      'mysignins.microsoft.com': ({ url }) =>
        url.search === '?frame'
          ? resultStep('zkwhbtrqmnvcpxlg')
          : `<!doctype html><title>Frames</title>${frame}`,
    });
    const page = await chromium.openPage(TAKEN_OVER);
    await rest(page, 300);
    expect(await findAll(page, 'dialog', 'Spare Key: app password')).toEqual([]);
    expect(await office.counts()).toEqual(before);
    await page.close();
  });

  it('reads nothing in a page that the user does not see yet', async () => {
    await office.forgetOffers();
    const before = await office.counts();
    chromium.sites.serve({
      'mysignins.microsoft.com': ({ url }) =>
        url.search === '?ahead'
          ? resultStep('xkwhbtrqmnvcpzlg', {
              body: `<script>document.addEventListener('prerenderingchange', () => fetch('/shown'))</script>`,
            })
          : `<!doctype html><title>Start</title><script type="speculationrules">{"prerender":[{"source":"list","urls":["?ahead"],"eagerness":"immediate"}]}</script>`,
    });
    const page = await chromium.openPage(TAKEN_OVER);
    await expect
      .poll(() => chromium.sites.asked.some(({ search }) => search === '?ahead'), { timeout: 5_000 })
      .toBe(true);
    await rest(page, 400);
    expect(await office.counts()).toEqual(before);
    // Once the user goes there, the browser shows what it made ready, and it is read.
    await page.evaluate(() => location.assign('?ahead')).catch(() => undefined);
    await expect
      .poll(() => chromium.sites.asked.some(({ pathname }) => pathname === '/shown'), { timeout: 5_000 })
      .toBe(true);
    await expect
      .poll(async () => (await office.counts()).waiting, { timeout: 10_000 })
      .toBe(before.waiting + 1);
  });

  it('stays out of private windows', async () => {
    const context = await chromium.browser.createBrowserContext();
    const page = await context.newPage();
    chromium.sites.serve({ 'mysignins.microsoft.com': () => resultStep('vkwhbtrqmnxcpzlg') });
    const before = await office.counts();
    await page.goto(TAKEN_OVER);
    await rest(page, 400);
    expect(await findAll(page, 'dialog', 'Spare Key: app password')).toEqual([]);
    expect(await office.counts()).toEqual(before);
    await context.close();
  });
});

describe('what a page can learn of us', () => {
  let chromium: OpenBrowser;

  beforeAll(async () => {
    chromium = await openBrowser();
    await openOffice(chromium, 'correct horse battery staple 7');
  });
  afterAll(() => chromium.close());

  it('is an empty element, and nothing else', async () => {
    const body = `<script>
      globalThis.heard = [];
      globalThis.known = [];
      globalThis.known = Object.getOwnPropertyNames(globalThis);
      addEventListener('message', (event) => heard.push(['message', String(event.data)]));
      addEventListener('error', (event) => heard.push(['error', event.message]));
      addEventListener('unhandledrejection', () => heard.push(['rejection']));
      for (const name of ['click', 'keydown', 'input', 'focusin', 'copy', 'selectionchange']) {
        addEventListener(name, (event) => heard.push([name]), true);
      }
      new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) heard.push(['added', node.outerHTML ?? node.data]);
      }).observe(document, { childList: true, subtree: true, attributes: true });
    </script>`;
    const page = await openWithCard(chromium, resultStep(SECRET, { body }));
    await rest(page, 300);
    const { heard, fresh, sheets, shadow, resources } = await page.evaluate(() => {
      const page = globalThis as unknown as { heard: string[][]; known: string[] };
      const host = document.documentElement.lastElementChild;
      return {
        heard: page.heard.filter(([kind, html]) => kind !== 'added' || !html?.startsWith('<script')),
        fresh: Object.getOwnPropertyNames(globalThis).filter((name) => !page.known.includes(name)),
        sheets: document.styleSheets.length,
        shadow: host?.shadowRoot ?? null,
        resources: performance.getEntriesByType('resource').map(({ name }) => name),
      };
    });
    expect(heard.filter(([kind]) => kind !== 'focusin' && kind !== 'added')).toEqual([]);
    expect(
      heard
        .filter(([kind]) => kind === 'added')
        .map(([, html]) => html?.trim())
        .filter(Boolean),
    ).toEqual(['<div></div>']);
    expect(fresh).toEqual([]);
    expect(sheets).toBe(0);
    expect(shadow).toBeNull();
    expect(resources.filter((name) => !name.startsWith('data:'))).toEqual([]);
    await page.close();
  });

  it('is nothing of what is typed, pasted, cut or pressed in the card', async () => {
    const page = await openWithCard(chromium, resultStep('zlkhbtrqmnvcpxwg'));
    const field = await find(page, 'textbox', 'Label');
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      const named = 'focusin focusout DOMActivate textInput compositionstart compositionend'.split(' ');
      for (const name in document.documentElement) if (name.startsWith('on')) named.push(name.slice(2));
      for (const name of named)
        addEventListener(
          name,
          ({ type, target }) => target === document.documentElement.lastElementChild && heard.push(type),
          true,
        );
    });
    await field.focus();
    await page.keyboard.type('Scanner');
    for (const key of ['a', 'c', 'x', 'v', 'v'] as const) {
      await page.keyboard.down('Control');
      await page.keyboard.press(key);
      await page.keyboard.up('Control');
    }
    const box = await field.boundingBox();
    await page.mouse.move(box?.x ?? 0, (box?.y ?? 0) + 5, { steps: 5 });
    await page.mouse.wheel({ deltaY: 5 });
    await field.click({ button: 'right' });
    await field.click({ count: 2 });
    await page.keyboard.press('Tab');
    expect(await field.evaluate((input) => (input as HTMLInputElement).value)).not.toBe('');
    expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
    await page.close();
  });

  it('is no word of the card that could be selected', async () => {
    const page = await openWithCard(chromium, resultStep('xlkhbtrqmnvcpzwg'));
    await (await find(page, 'textbox', 'Label')).focus();
    await page.keyboard.type('Heron lamp');
    const selected = await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.documentElement);
      const all = String(getSelection());
      document.execCommand('selectAll');
      return `${all} ${getSelection()}`;
    });
    expect(selected).toContain('Security info');
    expect(selected).not.toMatch(/Heron|Not now|vault/);
    await page.close();
  });

  it('is none of its files, guessed or known', async () => {
    const page = await chromium.openPage('https://mysignins.microsoft.com/security-info');
    const names =
      'popup welcome vault offscreen options sidepanel index background manifest capture content inject injected main app web card'.split(
        ' ',
      );
    const paths = names.flatMap((name) => [`${name}.html`, `${name}.js`, `assets/${name}.css`]);
    paths.push(
      ...'manifest.json icon/16.png content-scripts/capture.js _locales/en/messages.json'.split(' '),
    );
    expect(paths.length).toBeGreaterThanOrEqual(50);
    const reached = await page.evaluate(
      async (id, tried) => {
        const found: string[] = [];
        for (const path of tried) {
          const address = `chrome-extension://${id}/${path}`;
          if (
            await fetch(address).then(
              () => true,
              () => false,
            )
          )
            found.push(`fetch ${path}`);
          const loaded = await new Promise<boolean>((done) => {
            const image = new Image();
            image.onload = () => done(true);
            image.onerror = () => done(false);
            image.src = address;
          });
          if (loaded) found.push(`image ${path}`);
        }
        return found;
      },
      chromium.extensionId,
      paths,
    );
    expect(reached).toEqual([]);
    await page.close();
  });
});
