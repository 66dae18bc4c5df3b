import type { Page } from 'puppeteer';
import { lonelyAttacks, movingAttacks } from './attack-moves.ts';
import { type Box, boxOf, pressAt, rest } from './attack-page.ts';

/** One way to make the user press what they do not see, or to press without them. */
export interface Attack {
  name: string;
  /** What the page brings along. */
  html?: { head?: string; body?: string; html?: string };
  /** Runs in the page as soon as the card is there; it then stays so while the card comes to rest. */
  before?: () => unknown;
  /** Runs in the page right before the press. */
  attack?: (box: Box) => unknown;
  /** The focus is in the card's first field when it begins. */
  focus?: true;
  /** What the person is made to do; a press on the button, or where it was, when absent. */
  press?: (page: Page, box: Box) => Promise<void>;
}

/** The page's style, from the moment the card is there: a hidden secret brings none. */
function styled(name: string, css: string, body = ''): Attack {
  return {
    name,
    html: { head: `<style media="not all">${css}</style>`, body },
    before: () => document.querySelector('style[media]')?.setAttribute('media', 'all'),
  };
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
      // The card moves into the dialog; opening the dialog again puts it back on top.
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

/** Every attack, as one list. */
export const attacks: readonly Attack[] = [...byStyle, ...byCover, ...movingAttacks, ...lonelyAttacks];
