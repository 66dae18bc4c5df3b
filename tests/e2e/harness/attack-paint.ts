import type { Page } from 'puppeteer';
import type { Attack } from './attack-list.ts';
import { type Box, pressAt } from './attack-page.ts';

/** The page paints over the card while the card cannot look. */

const COVER =
  'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;margin:0;border:0;background:#fff;pointer-events:none';
const cover = { body: `<div id="cover" popover="manual" style="${COVER}">Loading…</div>` };

/** Keeps the page's thread busy, right after the frame in which something is shown. */
function hold(milliseconds: number, then = ''): string {
  return `requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const end = performance.now() + ${milliseconds};
      while (performance.now() < end);
      ${then}
    };
    document.querySelector('#cover').showPopover();
    port2.postMessage(0);
  });`;
}

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** How a person presses at a moment that the page has chosen: with the mouse, or a key while the card has the focus. */
type Press = (page: Page, box: Box) => Promise<void>;

function timed(name: string, run: string, delay: number, html: Attack['html'] = cover): Attack[] {
  const press =
    (once: Press): Press =>
    async (page, box) => {
      await page.evaluate(run);
      await wait(delay);
      await once(page, box);
    };
  return [
    { name, html, press: press(pressAt) },
    { name: `${name}, by key`, html, focus: true, press: press((page) => page.keyboard.press('Enter')) },
  ];
}

const busy = [
  ...timed('it is covered, and the thread kept busy', hold(1_500), 700),
  ...timed(
    'it is covered while the thread is busy, and bare again when the press is heard',
    hold(1_500, "document.querySelector('#cover').hidePopover();"),
    700,
  ),
  ...timed(
    'a cover fades in by itself while the thread is busy',
    `document.querySelector('#cover').animate([{ opacity: 0 }, { opacity: 1, offset: 0.2 }, { opacity: 1 }], { duration: 3000 });${hold(1_500)}`,
    900,
  ),
  ...timed(
    'each frame takes 400 ms, and one of them brings a cover',
    `let frames = 0;
    const frame = () => {
      const end = performance.now() + 400;
      while (performance.now() < end);
      if ((frames += 1) === 3) document.querySelector('#cover').showPopover();
      if (frames < 8) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);`,
    1_400,
  ),
];

const held: Attack = {
  name: 'the mouse goes down on a cover that is gone when it comes up',
  html: cover,
  before: () => document.querySelector<HTMLElement>('#cover')?.showPopover(),
  async press(page, { x, y, width, height }) {
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.evaluate(() => document.querySelector<HTMLElement>('#cover')?.hidePopover());
    await wait(900);
    await page.mouse.up();
  },
};

export const paintingAttacks: readonly Attack[] = [...busy, held];
