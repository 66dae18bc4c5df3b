import type { Page } from 'puppeteer';
import { type Box, boxOf, pressAt, rest } from './attack-page.ts';

/** One way to make somebody press what they do not see, or to press without them. */
export interface Attack {
  name: string;
  /** What the page brings along. */
  html?: { head?: string; body?: string; html?: string };
  /** Runs in the page as soon as the card is there; it then stays so while the card comes to rest. */
  before?: () => unknown;
  /** Runs in the page right before the press. */
  attack?: (box: Box) => unknown;
  /** What the person is made to do; a press on the button, or where it was, when absent. */
  press?: (page: Page, box: Box) => Promise<void>;
}

/** The card's host as a page finds it; sent along with each attack. */
export function hostOfCard(): HTMLElement {
  return [...document.querySelectorAll<HTMLElement>('[popover]')].find(
    (element) => element.matches(':popover-open') && element.childElementCount === 0 && element.id === '',
  ) as HTMLElement;
}

/** The page's style, there from the start. */
function styled(name: string, css: string, body = ''): Attack {
  return { name, html: { head: `<style>${css}</style>`, body } };
}

const COVER =
  'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;margin:0;border:0;background:#fff;pointer-events:none';

const byStyle: Attack[] = [
  styled('html is almost clear', 'html{opacity:.01}'),
  styled('html is blurred', 'html{filter:blur(20px)}'),
  styled('html blends away', 'html{mix-blend-mode:difference}'),
  styled('html is clipped', 'html{clip-path:inset(0 0 0 0)}'),
  styled('html is masked', 'html{mask-image:linear-gradient(transparent,transparent)}'),
  styled('html is zoomed out', 'html{zoom:.05}'),
  styled('html is hidden', 'html{visibility:hidden}'),
  {
    name: 'html is not shown at all',
    before: () => document.documentElement.setAttribute('style', 'display:none!important'),
  },
  {
    name: 'a modal dialog takes it in and fades',
    html: { body: '<dialog id="trap" style="opacity:.01"><p>Continue</p></dialog>' },
    before: () => document.querySelector<HTMLDialogElement>('#trap')?.showModal(),
  },
];

const byCover: Attack[] = [
  {
    name: 'a popover that lets clicks through lies over it',
    html: { body: `<div id="cover" popover="manual" style="${COVER}">Play</div>` },
    before: () => document.querySelector<HTMLElement>('#cover')?.showPopover(),
  },
  {
    name: 'a popover in a closed shadow root lies over it',
    html: { body: `<div id="cover"></div>` },
    before() {
      const root = document.querySelector('#cover')?.attachShadow({ mode: 'closed' });
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none';
      root?.append(cover);
      cover.showPopover();
    },
  },
  {
    name: 'only its words are covered',
    html: {
      body: '<div id="cover" popover="manual" style="inset:16px 16px auto auto;margin:0;border:0;width:344px;height:120px;background:#fff;pointer-events:none">Play</div>',
    },
    before: () => document.querySelector<HTMLElement>('#cover')?.showPopover(),
  },
  {
    name: 'the cover is gone a moment before the press',
    html: { body: `<div id="cover" popover="manual" style="${COVER}">Play</div>` },
    before: () => document.querySelector<HTMLElement>('#cover')?.showPopover(),
    attack: () => document.querySelector<HTMLElement>('#cover')?.hidePopover(),
  },
  {
    name: 'a modal dialog whose backdrop lets clicks through lies over it',
    html: {
      head: '<style>#cover::backdrop{background:#fff;opacity:1;pointer-events:none}</style>',
      body: '<dialog id="cover" style="pointer-events:none">Play</dialog>',
    },
    before() {
      const dialog = document.querySelector<HTMLDialogElement>('#cover');
      dialog?.showModal();
      // The card moves into the dialog; opening the dialog anew puts it on top again.
      setInterval(() => {
        dialog?.close();
        dialog?.showModal();
      }, 30);
    },
  },
  {
    name: 'a fullscreen element lies over it',
    html: {
      head: '<style>#cover{background:#fff;pointer-events:none}#cover::backdrop{pointer-events:none}</style>',
      body: '<div id="cover">Play</div>',
    },
    before() {
      const enter = () => document.querySelector('#cover')?.requestFullscreen();
      document.querySelector('#own')?.addEventListener('click', enter);
    },
    async press(page, box) {
      await page.click('#own');
      await page.waitForFunction(() => document.fullscreenElement !== null, { timeout: 5_000 });
      await rest(page);
      await pressAt(page, (await boxOf(page, 'Save')) ?? box);
      await page.evaluate(() => document.exitFullscreen());
    },
  },
  {
    name: 'the picture of a view transition lies over it',
    html: {
      head: `<style>::view-transition{background:#fff;pointer-events:none}
        ::view-transition-group(*),::view-transition-old(*),::view-transition-new(*){animation-duration:9999s;animation-delay:-1s;opacity:0}</style>`,
    },
    before: () => document.startViewTransition(() => undefined).ready,
  },
];

const byMove: Attack[] = [
  {
    name: 'the window shrinks so that it comes under the pointer',
    async press(page, box) {
      const size = page.viewport();
      await page.setViewport({ width: 1000, height: 800 });
      await pressAt(page, { ...box, x: box.x - 200 });
      await page.setViewport(size);
    },
  },
  {
    name: 'it is taken out right before the press',
    attack: () => hostOfCard().remove(),
  },
  {
    name: 'it is taken out, waited for, and pressed as it comes back',
    async press(page, box) {
      await page.evaluate(() => {
        const host = hostOfCard();
        host.remove();
        return new Promise<void>((done) => {
          new MutationObserver(() => done()).observe(document.documentElement, { childList: true });
        });
      });
      await pressAt(page, box);
    },
  },
  {
    name: 'it is put into an element of the page',
    attack() {
      const host = hostOfCard();
      document.querySelector('main')?.append(host);
      host.showPopover();
    },
  },
  {
    name: 'it is put into a faded shadow root of the page',
    attack() {
      const host = hostOfCard();
      const place = document.createElement('div');
      place.style.cssText = 'opacity:.01;transform:scale(.1)';
      place.attachShadow({ mode: 'closed' }).append(host);
      document.body.append(place);
      host.showPopover();
    },
  },
  {
    name: 'it is closed and opened in turns',
    before() {
      const host = hostOfCard();
      setInterval(() => host.isConnected && host.popover && host.togglePopover(), 40);
    },
  },
  {
    name: 'it is closed while a button of the page lies there',
    attack: () => hostOfCard().hidePopover(),
  },
  {
    name: 'it stops being a popover',
    attack: () => hostOfCard().removeAttribute('popover'),
  },
  {
    name: 'it becomes one that closes by itself',
    attack() {
      const host = hostOfCard();
      host.popover = 'auto';
      host.showPopover();
    },
  },
  {
    name: 'it is inert, and clicks fall through',
    attack: () => hostOfCard().setAttribute('inert', ''),
  },
  {
    name: 'the document is written anew',
    attack() {
      document.open();
      document.write(
        '<!doctype html><title>Game</title><button style="position:fixed;inset:0">Play</button>',
      );
      document.close();
    },
  },
  {
    name: 'a tab in front closes under a double click',
    async press(page, box) {
      const popup = new Promise<Page | null>((found) => page.once('popup', found));
      await page.evaluate(() => {
        document.querySelector('#own')?.addEventListener('click', () => open('about:blank'));
      });
      await page.click('#own');
      const front = await popup;
      await front?.bringToFront();
      await front?.evaluate(() => new Promise((done) => setTimeout(done, 700)));
      await front?.close();
      await pressAt(page, box);
    },
  },
];

const withoutPerson: Attack[] = [
  {
    name: 'a script clicks',
    attack() {
      const host = hostOfCard();
      host.click();
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        host.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, detail: 1 }));
      }
    },
    press: async () => undefined,
  },
  {
    name: 'a script clicks right where the button is',
    attack({ x, y }) {
      const at = {
        clientX: x + 20,
        clientY: y + 20,
        detail: 1,
        bubbles: true,
        composed: true,
        cancelable: true,
      };
      for (const type of ['mousedown', 'mouseup', 'click']) {
        document.elementFromPoint(x + 20, y + 20)?.dispatchEvent(new MouseEvent(type, at));
      }
    },
    press: async () => undefined,
  },
  {
    name: 'a script presses Enter and Space',
    attack() {
      const host = hostOfCard();
      for (const key of ['Enter', ' ']) {
        for (const type of ['keydown', 'keypress', 'keyup']) {
          host.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
        }
      }
    },
    press: async () => undefined,
  },
  {
    name: 'a script submits and executes',
    attack() {
      const host = hostOfCard();
      host.dispatchEvent(new SubmitEvent('submit', { bubbles: true, composed: true }));
      host.tabIndex = 0;
      host.focus();
      document.execCommand('insertText', false, '\n');
    },
    press: async () => undefined,
  },
  {
    name: 'somebody types in the page, and Enter is lured into the card',
    before: () => document.querySelector<HTMLInputElement>('#search')?.focus(),
    async press(page) {
      await page.evaluate(() => {
        const search = document.querySelector<HTMLInputElement>('#search') as HTMLInputElement;
        // The field jumps to the end of the page, so that the card is the next stop of Tab.
        search.addEventListener('keydown', () => {
          document.body.append(search);
          search.focus();
        });
      });
      await page.focus('#search');
      for (const key of ['a', 'b', 'Tab', 'Enter', 'Tab', 'Tab', 'Enter', 'Space'] as const) {
        await page.keyboard.press(key);
      }
    },
  },
  {
    name: 'the host takes the focus as somebody presses Enter',
    attack() {
      const host = hostOfCard();
      host.tabIndex = 0;
      host.focus();
    },
    async press(page) {
      await page.keyboard.press('Enter');
      await page.keyboard.press('Space');
    },
  },
  {
    name: 'a card drawn by the page is answered',
    html: {
      body: '<div role="dialog" aria-label="Save app password" style="position:fixed;top:300px;left:300px"><button id="fake">Save</button></div>',
    },
    async press(page) {
      await page.click('#fake');
    },
  },
  {
    name: 'it is on paper only',
    async press(page, box) {
      await page.emulateMediaType('print');
      await pressAt(page, box);
      await page.emulateMediaType('screen');
    },
  },
];

export const attacks: readonly Attack[] = [...byStyle, ...byCover, ...byMove, ...withoutPerson];
