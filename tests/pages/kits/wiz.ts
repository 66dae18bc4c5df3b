import type { Scene, Step } from '../scene.ts';
import type { Spelling } from './holder.ts';
import type { Handlers, Kit, Mounted } from './kit.ts';
import { el } from './place.ts';
import { draw } from './plain.ts';
import './wiz.css';

/** What a compiler makes of class names; those of the parts that are known are as the real page has them. */
const CLASSES: Record<string, string> = {
  mask: 'uW2Fw-IE5DDf',
  dialog: 'uW2Fw-P5QLlc',
  panel: 'ehfkQe',
  card: 'RkL2Hd',
  step: 'VfPpkd-WsjYwc',
  body: 'eLNT1d',
  foot: 'sLGVfb',
  name: 'IxcUte',
  caption: 'ZfRvNe',
  group: 'qDp4Le',
  groups: 'Dyd7Kc',
  chip: 'VfPpkd-XPtOyb',
  'chip-text': 'WAEPuf',
  box: 'mUbCce',
  joined: 'mUbCce',
  note: 'PfHrIe',
  copy: 'VfPpkd-Bz112c-LgbsSe',
  suggestions: 'U9CHGc',
  row: 'O2jgVd',
};

const spelling: Spelling = {
  box: 'div',
  foot: 'div',
  marks: () => ({}),
  heading: (title, id, container) =>
    container === 'page'
      ? el('h1', { id, class: 'XY0ASe' }, title)
      : el('h2', { id, class: 'IxcUte', jsname: 'r4nke' }, el('span', {}, title)),
};

/**
 * In the manner of Google's account pages: names that say nothing, spans around words, a label that floats over its
 * field, attributes of the page's own script; the secret as the real page has it, a span a character in a heading.
 */
export const kit: Kit = {
  name: 'wiz',
  mount: (root, step, scene, on): Mounted => {
    const mounted = draw(root, step, scene, handlers(on), spelling);
    finish(root, step, scene);
    return {
      remove: mounted.remove,
      ...(mounted.update === undefined
        ? {}
        : {
            update: (now: Step) => {
              mounted.update?.(now);
              finish(root, now, scene);
            },
          }),
    };
  },
};

function handlers(on: Handlers): Handlers {
  return { next: (values) => on.next(values), back: () => on.back(), done: () => on.done() };
}

const done = new WeakSet<Element>();

/** Renames what was drawn, in the page and over it; what was renamed before is left alone. */
function finish(root: HTMLElement, step: Step, scene: Scene): void {
  const over = [...document.body.children].filter(({ id }) => id !== 'root');
  for (const top of [root, ...over]) {
    for (const element of [top, ...top.querySelectorAll('*')]) {
      if (element === root || done.has(element)) continue;
      done.add(element);
      rename(element);
    }
  }
  if (step.kind === 'result' && step.place === 'characters') frameCharacters(scene);
}

let counter = 0;

function rename(element: Element): void {
  if (element.className !== '' && typeof element.className === 'string') {
    element.className = element.className
      .split(' ')
      .map((name) => CLASSES[name] ?? name)
      .join(' ');
  }
  counter += 1;
  if (element instanceof HTMLButtonElement) {
    element.classList.add('VfPpkd-LgbsSe', 'ksBjEc');
    element.setAttribute('jsaction', 'click:cOuCgd; mousedown:UX7yZ; mouseup:lbsD7e');
    const { childNodes } = element;
    if (childNodes.length === 1 && childNodes[0] instanceof Text) {
      const text = el('span', { jsname: 'V67aGc', class: 'VfPpkd-vQzf8d' }, childNodes[0]);
      element.append(el('div', { class: 'VfPpkd-RLmnJb' }), text);
      done.add(text);
    }
  } else if (element instanceof HTMLInputElement && !element.readOnly) {
    element.setAttribute('jsname', 'YPqjbf');
    element.classList.add('VfPpkd-fmcmS-wGMbrd');
  } else if (element instanceof HTMLDivElement && counter % 4 === 0) {
    element.setAttribute('jscontroller', `wE${counter % 97}c`);
  }
}

/** The value stands in a heading of its own article. */
function frameCharacters(scene: Scene): void {
  for (const line of document.querySelectorAll<HTMLElement>('div[dir=ltr]')) {
    if (line.closest('.lY6Rwe') !== null) continue;
    const strong = el('strong', { class: 'v2CTKd KaSAf' });
    const heading = el('h2', { class: 'XfTrZ' }, strong);
    const whole = el(
      'header',
      { class: 'VuF2Pd lY6Rwe' },
      el('div', {}, scene.variant % 2 === 0 ? heading : strong),
    );
    const article = el('article', {}, whole);
    line.replaceWith(article);
    strong.append(line);
  }
}
