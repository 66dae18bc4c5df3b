import type { Page } from 'puppeteer';
import type { Attack } from './attack-list.ts';
import { type Box, boxOf, pressAt, rest } from './attack-page.ts';

const STYLE = 'margin:0;border:0;padding:0;max-width:none;max-height:none;pointer-events:none';
const ALL = `${STYLE};position:fixed;inset:0;width:100vw;height:100vh;background:#fff`;
const CORNER = `${STYLE};position:fixed;inset:0 auto auto 0;width:1px;height:1px`;
const LEFT = `${STYLE};position:fixed;inset:0 auto auto 0;width:400px;height:100vh;background:#fff`;

/** A popover that is opened once the card is there; its style is written so that no pointer ever meets it. */
function popover(name: string, style: string, inside = '', head = '', attributes = ''): Attack {
  return {
    name,
    html: {
      head,
      body: `<div id="cover" popover="manual" ${attributes} style="${style}">${inside}</div>`,
    },
    before: () => document.querySelector<HTMLElement>('#cover')?.showPopover(),
  };
}

/**
 * Covers in the top layer that no pointer meets, what the browser itself paints over pages, and presses without
 * aim. In Firefox a style of ours makes the covers harmless, or such that they are found.
 */
export const layerAttacks: Attack[] = [
  popover('a far popover throws a shadow over it', `${CORNER};box-shadow:0 0 0 3000px #fff`),
  popover('a far popover has an outline over it', `${CORNER};outline:3000px solid #fff`),
  popover(
    'a far popover has a border picture over it',
    `${CORNER};border-image:linear-gradient(#fff,#fff) 0 fill/0/3000px`,
  ),
  popover('a far popover drops a shadow by a filter', `${LEFT};filter:drop-shadow(800px 0 0 #fff)`),
  popover(
    'a far popover floods by a filter of its own',
    `${CORNER};background:#fff;filter:url(#flood)`,
    '',
    '<svg width="0" height="0"><filter id="flood" x="-5000" y="-5000" width="10000" height="10000"><feFlood flood-color="#fff"/></filter></svg>',
  ),
  popover('a far popover is reflected over it', `${LEFT};-webkit-box-reflect:right 400px`),
  popover(
    'a drawing that takes no pointer reaches over it',
    `${CORNER};overflow:visible`,
    '<svg style="overflow:visible;width:1px;height:1px;pointer-events:none"><rect width="3000" height="3000" fill="#fff" pointer-events="none"/></svg>',
  ),
  popover('an inert popover lies over it', ALL, 'Play', '', 'inert'),
  {
    name: 'an inert popover in an inert shadow root lies over it',
    html: { body: '<div id="trap" inert></div>' },
    before() {
      const root = document.querySelector('#trap')?.attachShadow({ mode: 'closed' });
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none';
      root?.append(cover);
      cover.showPopover();
    },
  },
  popover(
    'a hidden popover shows a part of it over it',
    `${ALL};background:none;visibility:hidden`,
    `<div style="${ALL};visibility:visible">Play</div>`,
  ),
  popover(
    'what a far popover holds is let out over it',
    `${CORNER};overflow:visible;contain:paint;overflow-clip-margin:3000px`,
    `<div style="${STYLE};width:3000px;height:3000px;background:#fff">Play</div>`,
  ),
  popover(
    'a line below far words lies over it',
    `${CORNER};overflow:visible;white-space:nowrap;color:#fff;font-size:20px;text-decoration:underline 600px;text-underline-offset:0`,
    'Play '.repeat(300),
  ),
  popover(
    'the caption of a far table lies over it',
    `${CORNER};display:table;overflow:visible`,
    `<div style="display:table-caption;${STYLE};width:3000px;height:3000px;background:#fff">Play</div>`,
  ),
  popover(
    'the back of a popover turned round lies over it',
    `${ALL};background:none;transform-style:preserve-3d;transform:rotateY(180deg);backface-visibility:hidden`,
    `<div style="${ALL};transform:rotateY(180deg)">Play</div>`,
  ),
  popover(
    'the backdrop of a popover throws a shadow over it',
    CORNER,
    '',
    '<style>#cover::backdrop{inset:0 auto auto 0;width:1px;height:1px;box-shadow:0 0 0 3000px #fff;pointer-events:none}</style>',
  ),
  {
    ...popover('a hint lies over it', ALL, 'Play'),
    before() {
      const cover = document.querySelector<HTMLElement>('#cover');
      cover?.setAttribute('popover', 'hint');
      cover?.showPopover();
    },
  },
  {
    name: 'the frame of another site lies over it',
    html: {
      body: `<iframe id="cover" popover="manual" src="https://play.example/" style="${ALL}"></iframe>`,
    },
    before: () => document.querySelector<HTMLElement>('#cover')?.showPopover(),
  },
  {
    name: 'covers with holes where a press is looked at lie over it',
    async press(page, box) {
      await page.evaluate(tile, box);
      await rest(page);
      await pressAt(page, box);
    },
  },
  {
    name: 'the list of a select lies over it',
    html: {
      head: '<style>#pick,#pick::picker(select){appearance:base-select}#pick::picker(select){position:fixed;inset:0;width:100vw;height:100vh;max-height:none;margin:0;border:0;background:#fff;pointer-events:none}#pick option{pointer-events:none}</style>',
      body: '<select id="pick"><option>Play</option></select>',
    },
    before() {
      document
        .querySelector('#own')
        ?.addEventListener('click', () => document.querySelector<HTMLSelectElement>('#pick')?.showPicker());
    },
    async press(page, box) {
      await page.click('#own');
      await rest(page);
      await pressAt(page, (await boxOf(page, 'Save')) ?? box);
    },
  },
  {
    name: 'a bubble that says what is wrong in a field lies over it',
    html: {
      body: '<input id="wrong" style="position:fixed;top:10px;right:16px;width:344px;height:8px">',
    },
    before() {
      const field = document.querySelector<HTMLInputElement>('#wrong');
      field?.setCustomValidity('Click where the button is to go on. '.repeat(30));
      field?.reportValidity();
    },
  },
  {
    name: 'a bubble of a field in a closed shadow root of the body lies over it',
    before() {
      const root = document.body.attachShadow({ mode: 'closed' });
      root.innerHTML =
        '<slot></slot><input style="position:fixed;top:10px;right:16px;width:344px;height:8px">';
      const field = root.querySelector('input');
      field?.setCustomValidity('Click where the button is to go on. '.repeat(30));
      field?.reportValidity();
    },
  },
  {
    name: 'a bubble of a field in a frame lies over it',
    html: {
      body: `<iframe style="position:fixed;top:0;right:0;width:400px;height:30px;border:0" srcdoc="<input id='wrong' style='position:fixed;top:0;width:340px;height:8px'>"></iframe>`,
    },
    before() {
      const field = document
        .querySelector('iframe')
        ?.contentDocument?.querySelector<HTMLInputElement>('#wrong');
      field?.setCustomValidity('Click where the button is to go on. '.repeat(30));
      field?.reportValidity();
    },
  },
  {
    name: 'a modal dialog in a shadow root lies over it',
    html: { body: '<div id="trap"></div>' },
    before() {
      const root = document.querySelector('#trap')?.attachShadow({ mode: 'closed' });
      const cover = document.createElement('dialog');
      cover.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;background:#fff;pointer-events:none';
      root?.append(cover);
      cover.showModal();
    },
  },
  {
    name: 'the user keeps clicking where it comes up',
    async press(page, box) {
      await page.reload();
      const at = { x: box.x + box.width / 2, y: box.y + box.height / 4 };
      if ((await page.browser().version()).toLowerCase().startsWith('firefox')) {
        // The browser keeps the pace by itself.
        await page.mouse.click(at.x, at.y, { count: 25, delay: 180 });
      } else await clickOften(page, at);
    },
  },
];

/**
 * Clicks every 180 ms, as a user does who waits for no answer. A mouse reports when it was pressed; without that, the
 * browser would take half a second in which this machine is busy for the pause of a user who looks.
 */
async function clickOften(page: Page, at: { x: number; y: number }): Promise<void> {
  const mouse = await page.createCDPSession();
  const sent: Promise<unknown>[] = [];
  const start = Date.now();
  for (let time = 0; time < 25; time++) {
    const due = start + time * 180;
    await new Promise((done) => setTimeout(done, due - Date.now()));
    for (const type of ['mousePressed', 'mouseReleased'] as const) {
      const timestamp = due / 1000;
      sent.push(
        mouse.send('Input.dispatchMouseEvent', { ...at, type, timestamp, button: 'left', clickCount: 1 }),
      );
    }
  }
  await Promise.all(sent);
  await mouse.detach();
}

function tile({ x, y, width, height }: Box): void {
  const holes = [0.1, 0.5, 0.9].flatMap((across) =>
    [0.1, 0.5, 0.9].map((down) => [x + width * across, y + height * down] as const),
  );
  const [left, top, right, bottom] = [innerWidth - 370, 0, innerWidth, 420];
  const isHole = (at: number, to: number, from: number, until: number) =>
    holes.some(([across, down]) => across >= at && across <= to && down >= from && down <= until) ||
    // The middle of the card, where its words are looked at.
    (at <= innerWidth - 188 && to >= innerWidth - 188);
  const step = 8;
  for (let at = left; at < right; at += step)
    for (let from = top, start = top; from <= bottom; from += step) {
      const ends = from + step > bottom || isHole(at, at + step, from, from + step);
      if (!ends) continue;
      if (from > start) {
        const part = document.createElement('div');
        part.popover = 'manual';
        part.style.cssText = `margin:0;border:0;padding:0;position:fixed;inset:${start}px auto auto ${at}px;width:${step}px;height:${from - start}px;background:#fff;pointer-events:none;overflow:hidden`;
        document.body.append(part);
        part.showPopover();
      }
      start = from + step;
    }
}
