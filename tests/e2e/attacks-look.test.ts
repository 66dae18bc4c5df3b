import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  arm,
  type Office,
  openOffice,
  openWithCard,
  rest,
  resultStep,
  TAKEN_OVER,
} from './harness/attack-page.ts';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';

const SECRET = 'zkwhbtrqmnvcpxlg';
const CLEAR = `opacity:.01!important;transform:scale(.01)!important;scale:.01!important;zoom:.05!important;
  filter:blur(9px)!important;clip-path:inset(50%)!important;mask-image:linear-gradient(transparent,transparent)!important;
  mix-blend-mode:multiply!important;color:transparent!important;background:none!important;font-size:1px!important;
  inset:auto auto 0 0!important;width:1px!important;height:1px!important;overflow:hidden!important;
  visibility:hidden!important;display:none!important;pointer-events:none!important;writing-mode:vertical-rl!important`;

interface Disguise {
  name: string;
  css?: string;
  html?: string;
  body?: string;
  /** Runs in the page once the card is there. */
  script?: () => unknown;
  /** How much of it has to be the same (pixels from its top), where not all of it can be. */
  height?: number;
}

/** What a page may try to make the card look like something else, or disappear. */
const disguises: Disguise[] = [
  {
    name: 'body is clear, small and clipped',
    css: 'body{opacity:0;transform:scale(.01);clip-path:inset(50%);filter:blur(9px)}',
  },
  {
    name: 'html is scaled, moved and in perspective',
    css: 'html{transform:scale(.01) translate(500px);perspective:10px}',
  },
  {
    name: 'html is contained and sized',
    css: 'html{contain:strict;width:50px;height:50px;overflow:hidden;will-change:transform}',
  },
  { name: 'the host has styles of the page, important ones', css: `html>div{${CLEAR}}` },
  {
    name: 'everything has styles of the page, important ones',
    css: 'html *{opacity:.01!important;color:transparent!important;letter-spacing:9px!important;line-height:0!important}',
  },
  {
    name: 'the host has inline styles, important ones',
    script() {
      const { style } = hostOfCard();
      for (const [name, value] of [
        ['opacity', '0'],
        ['transform', 'scale(.01)'],
        ['display', 'none'],
        ['zoom', '.01'],
        ['clip-path', 'inset(50%)'],
      ] as const) {
        style.setProperty(name, value, 'important');
      }
    },
  },
  {
    name: 'its colours are named from outside',
    css: 'html,html>div{--ink:transparent!important;--soft:transparent!important;--line:transparent!important;--key:transparent!important;--paper:transparent!important}',
  },
  {
    name: 'its colours are registered for the document',
    script() {
      for (const name of ['--ink', '--soft', '--line', '--key', '--paper']) {
        CSS.registerProperty({ name, syntax: '<color>', inherits: false, initialValue: 'transparent' });
      }
    },
  },
  {
    name: 'animations of the page run on the host',
    css: '@keyframes away{to{opacity:0;transform:scale(.01)}}html>div{animation:away 1ms forwards!important}',
    script: () =>
      hostOfCard().animate(
        [
          { opacity: 0, scale: 0.01 },
          { opacity: 0, scale: 0.01 },
        ],
        { duration: 1e6, fill: 'both' },
      ),
  },
  {
    name: 'pseudo-elements of the host are painted by the page',
    css: 'html>div::before,html>div::after{content:"Play"!important;display:block!important;position:fixed!important;inset:0!important;z-index:2147483647!important;background:red!important;pointer-events:none!important}html>div::backdrop{background:red!important}html>div::marker{content:"Play"!important}',
  },
  {
    name: 'the host is a popover of the page, with a backdrop',
    css: 'html>div{background:red!important}html>div::backdrop{background:red!important;opacity:1!important}',
    script() {
      hostOfCard().popover = 'manual';
      hostOfCard().showPopover();
    },
  },
  {
    name: 'its words are highlighted by the page',
    // A field can be selected, and is then to be read as fields are.
    height: 75,
    css: 'html>div::selection,::selection{color:transparent!important;background:red!important}html>div::highlight(all),::highlight(all){color:transparent;background:red}',
    script() {
      getSelection()?.selectAllChildren(document.documentElement);
      const range = document.createRange();
      range.selectNode(hostOfCard());
      CSS.highlights.set('all', new Highlight(range));
    },
  },
  {
    name: 'the host has frames, reflections, layers and transitions of the page',
    css: '@starting-style{html>div{opacity:0;translate:-600px}}html>div{display:block!important;position:fixed!important;inset:0!important;z-index:2147483647!important;outline:50vmax solid red!important;outline-offset:-50vmax!important;border:50vmax solid red!important;border-image:linear-gradient(red,red) 1!important;background:red!important;-webkit-box-reflect:left!important;transition:all 99s allow-discrete!important;view-transition-name:play!important;anchor-name:--play!important;will-change:transform!important;contain:strict!important;container-type:size!important;content-visibility:hidden!important}',
  },
  {
    name: 'its fonts are replaced',
    css: '@font-face{font-family:system-ui;src:local("DejaVu Serif")}@font-face{font-family:sans-serif;src:local("DejaVu Serif")}@font-face{font-family:"system-ui";src:local("DejaVu Serif")}',
  },
  {
    name: 'the host has attributes and children of the page',
    script() {
      const host = hostOfCard();
      for (const name of ['hidden', 'dir', 'lang', 'class', 'slot', 'draggable', 'contenteditable'])
        host.setAttribute(name, 'rtl');
      host.innerHTML = '<b slot="x">Play</b><style>b{all:unset}</style>';
    },
  },
  {
    name: 'names of the page hide what the card asks the document',
    body: [
      'elementFromPoint',
      'querySelectorAll',
      'documentElement',
      'hasFocus',
      'createElement',
      'activeElement',
      'defaultView',
    ]
      .map((name) => `<img name="${name}" alt="">`)
      .join(''),
  },
  {
    name: 'names of the page hide what the card asks the elements around it',
    script() {
      const names = ['parentElement', 'matches', 'append', 'style', 'lastElementChild', 'querySelectorAll'];
      const fields = names.map((name) => `<input name="${name}" hidden>`).join('');
      document.body.insertAdjacentHTML('beforeend', `<form name="documentElement">${fields}</form>`);
    },
  },
  {
    name: 'all of the page can be edited, and is deleted',
    script() {
      document.designMode = 'on';
      hostOfCard().contentEditable = 'true';
      getSelection()?.selectAllChildren(hostOfCard());
      for (const command of ['selectAll', 'forwardDelete', 'foreColor', 'fontSize'])
        document.execCommand(command, false, '7');
    },
  },
  {
    name: 'words of the card are searched for, and what is found is coloured',
    height: 75,
    css: 'html>div::target-text,::target-text,html>div::search-text,::search-text,::spelling-error,::grammar-error{color:transparent!important;background:red!important}',
    script() {
      for (const words of ['Save', 'Label', 'Not now', 'Microsoft'])
        (globalThis as unknown as { find(words: string): boolean }).find(words);
      location.hash = ':~:text=Save';
    },
  },
  {
    name: 'parts of the page have transitions of their own',
    css: '*::view-transition{position:fixed!important;inset:0!important;z-index:2147483647!important;background:red!important}',
    script() {
      for (const one of [document.body, hostOfCard()] as unknown as {
        startViewTransition?(run: () => void): { ready: Promise<void> };
      }[])
        one.startViewTransition?.(() => undefined).ready.catch(() => undefined);
    },
  },
  {
    name: 'a layer, a scope and a start of the page style the host',
    css: '@layer late{html>div{all:revert-layer!important;display:block!important;opacity:0!important}}@scope(html){:scope>div{opacity:0!important;display:none!important}}@property --x{syntax:"*";inherits:true}@container style(--x:1){html>div{opacity:0!important}}html>div:popover-open,html>div:has(*){display:none!important}',
  },
  {
    name: 'parts and slots of the card are named from outside',
    css: '::part(card),::part(save),html>div::part(dialog){opacity:0!important}html>div::slotted(*){opacity:0}',
    script() {
      hostOfCard().setAttribute('exportparts', 'card,save,dialog');
      hostOfCard().append(Object.assign(document.createElement('b'), { slot: '', textContent: 'Play' }));
    },
  },
  {
    name: 'the page is right to left and vertical',
    css: 'html,body{direction:rtl;writing-mode:vertical-rl}',
  },
  {
    name: 'the page wants other colours',
    css: 'html{color-scheme:only dark;forced-color-adjust:none;accent-color:red}',
  },
];

describe('a hostile page that dresses the card up', () => {
  let chromium: OpenBrowser;
  let office: Office;
  let page: Page;
  const honest = new Map<number, string>();

  beforeAll(async () => {
    chromium = await openBrowser();
    office = await openOffice(chromium, 'correct horse battery staple 7');
    page = await chromium.openPage('about:blank');
    await openWithCard(chromium, resultStep(SECRET), page);
    for (const height of [75, 320]) honest.set(height, await picture(height));
  });
  afterAll(() => chromium.close());

  /** The inside of the card as a person sees it. */
  async function picture(height = 320): Promise<string> {
    await rest(page, 150);
    // Its edge shows whether it has the focus.
    const clip = { x: 1200 - 16 - 344 + 8, y: 24, width: 328, height: height - 4 };
    return page.screenshot({ clip, encoding: 'base64' });
  }

  it('looks like a card in the first place', async () => {
    chromium.sites.serve({ 'mysignins.microsoft.com': () => resultStep('') });
    await page.goto(TAKEN_OVER);
    expect(await picture()).not.toBe(honest.get(320));
  });

  it.each(disguises.map((disguise) => [disguise.name, disguise] as const))(
    'changes not a pixel: %s',
    async (_, found) => {
      const { css = '', body = '', script, height = 320 } = found;
      // A hidden secret brings no card, so the page dresses up once the card is there.
      const head = `<style media="not all">${css}</style>`;
      await openWithCard(chromium, resultStep(SECRET, { head, body }), page);
      await page.evaluate(() => document.querySelector('style[media]')?.setAttribute('media', 'all'));
      await arm(page);
      if (script !== undefined) await page.evaluate(script);
      expect((await picture(height)) === honest.get(height)).toBe(true);
      expect(await office.counts()).toEqual({ waiting: 1, entries: 0 });
    },
  );
});
