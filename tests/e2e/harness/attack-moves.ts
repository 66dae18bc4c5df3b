import type { Page } from 'puppeteer';
import type { Attack } from './attack-list.ts';
import { pressAt } from './attack-page.ts';

/** The card is moved, closed or taken away under the pointer. */
export const movingAttacks: Attack[] = [
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
    },
  },
  {
    name: 'its host is a popover of the page, which opens and closes in turns',
    before() {
      const host = hostOfCard();
      host.popover = 'manual';
      setInterval(() => host.isConnected && host.togglePopover(), 40);
    },
  },
  {
    name: 'it is taken into another document',
    attack: () => document.implementation.createHTMLDocument().body.append(hostOfCard()),
  },
  {
    name: 'its host becomes a popover that closes by itself',
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
    name: 'the document is written again',
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

/** The user does not mean to press anything: scripts, or keys meant for the page. */
export const lonelyAttacks: Attack[] = [
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
    name: 'the user types in the page, and Enter is lured into the card',
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
    name: 'the host takes the focus as the user presses Enter',
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
    before() {
      const html =
        '<div role="dialog" aria-label="Spare Key: app password" style="position:fixed;top:300px;left:300px"><button id="fake">Save</button></div>';
      document.body.insertAdjacentHTML('beforeend', html);
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
