import type { CopyControl, ResultStep } from '../scene.ts';

/** Makes an element from its name, attributes and children; `undefined` children are left out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes?: Record<string, string>,
  ...children: (Node | string | undefined)[]
): HTMLElementTagNameMap[K];
export function el(
  name: string,
  attributes?: Record<string, string>,
  ...children: (Node | string | undefined)[]
): HTMLElement;
export function el(
  name: string,
  attributes: Record<string, string> = {},
  ...children: (Node | string | undefined)[]
): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

let ids = 0;

/** An id that no other element of the page has. */
export function freshId(prefix: string): string {
  ids += 1;
  return `${prefix}${ids}`;
}

/** The two sheets of the sign for copying, drawn as SVG without text. */
export function copyIcon(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('width', '16');
  svg.setAttribute('height', '16');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M5 1h9v11h-2V3H5zM2 4h8v11H2z');
  svg.append(path);
  return svg;
}

/** A plain button that copies; `undefined` for `none`. */
export function copyButton(step: CopyWords, copied: () => void = () => undefined): HTMLElement | undefined {
  if (step.copy === 'none') return undefined;
  const button = el('button', { type: 'button', class: 'copy' });
  if (step.copy === 'text') button.append(step.copyWord);
  else button.append(copyIcon());
  if (step.copy === 'icon-labelled') button.setAttribute('aria-label', step.copyWord);
  if (step.tooltip) button.title = step.copyWord;
  button.addEventListener('click', copied);
  return button;
}

interface CopyWords {
  copy: CopyControl;
  copyWord: string;
  tooltip: boolean;
}

/** The secret as a person reads it. */
export function shown(step: ResultStep): string {
  return step.groups.join(step.joint);
}

function field(element: HTMLInputElement | HTMLTextAreaElement, text: string, variant: number): HTMLElement {
  element.value = text;
  if (element instanceof HTMLInputElement && variant % 3 !== 0) element.setAttribute('value', text);
  return element;
}

function characters(step: ResultStep): HTMLElement {
  const line = el('div', { dir: 'ltr' });
  step.groups.forEach((group, index) => {
    if (index > 0) line.append(step.joint);
    for (const letter of group) line.append(el('span', {}, letter));
  });
  return line;
}

function groups(step: ResultStep): HTMLElement {
  const line = el('div', { dir: 'ltr', class: 'groups' });
  step.groups.forEach((group, index) => {
    if (index > 0 && step.joint.trim() !== '') line.append(el('span', {}, step.joint));
    line.append(el('span', { class: 'group' }, group));
  });
  return line;
}

/** Two custom elements, the second in the open shadow root of the first. */
function nested(step: ResultStep): HTMLElement {
  const outer = el('secret-box');
  const inner = el('secret-value');
  outer.attachShadow({ mode: 'open' }).append(el('div', { part: 'frame' }, inner));
  inner.attachShadow({ mode: 'open' }).append(el('span', {}, shown(step)));
  return outer;
}

/** The text is the page's own, shown through a slot of the custom element's shadow root. */
function slotted(step: ResultStep): HTMLElement {
  const host = el('copy-box', {}, el('span', { slot: 'value' }, shown(step)));
  const root = host.attachShadow({ mode: 'open' });
  root.append(el('div', { part: 'box' }, el('slot', { name: 'value' })));
  return host;
}

function table(step: ResultStep): HTMLElement {
  const head = el('tr');
  const row = el('tr');
  for (const { caption, value } of step.facts) {
    head.append(el('th', { scope: 'col' }, caption));
    row.append(el('td', {}, value));
  }
  head.append(el('th', { scope: 'col' }, step.caption));
  row.append(el('td', {}, shown(step), copyButton(step)));
  return el('table', {}, el('thead', {}, head), el('tbody', {}, row));
}

function layoutTable(step: ResultStep, variant: number): HTMLElement {
  const rows = step.facts.map(({ caption, value }) =>
    el('tr', {}, el('td', {}, `${caption}:`), el('td', {}, value)),
  );
  rows.push(
    el(
      'tr',
      {},
      el('td', {}, `${step.caption}:`),
      el('td', {}, el(variant % 2 === 0 ? 'b' : 'span', {}, shown(step))),
    ),
  );
  return el('table', { role: 'presentation', cellpadding: '4', border: '0' }, el('tbody', {}, ...rows));
}

function listRow(step: ResultStep): HTMLElement {
  const items = [...step.facts, { caption: step.caption, value: shown(step) }];
  return el(
    'dl',
    {},
    ...items.map(({ caption, value }) =>
      el('div', { class: 'row' }, el('dt', {}, caption), el('dd', {}, value)),
    ),
  );
}

/** A value, and whether it brings its own caption, facts and copy control. */
export interface Placed {
  element: HTMLElement;
  caption: boolean;
  facts: boolean;
  copy: boolean;
  /** What a `<label for>` may point at. */
  labelled?: HTMLElement;
}

/** The value of a result in plain elements, for every place. */
export function place(step: ResultStep, variant: number): Placed {
  const text = shown(step);
  const alone = (element: HTMLElement): Placed => ({ element, caption: false, facts: false, copy: false });
  const input = (attributes: Record<string, string>): Placed => {
    const element = field(el('input', { type: 'text', id: freshId('f'), ...attributes }), text, variant);
    return { ...alone(element), labelled: element };
  };
  switch (step.place) {
    case 'input':
      return input({ size: '40' });
    case 'readonly-input':
      return input({ size: '40', readonly: '' });
    case 'property': {
      const element = el('input', { type: 'text', id: freshId('f'), readonly: '', size: '40' });
      // Set later, so that nothing in the document tells of it.
      setTimeout(() => {
        element.value = text;
      }, 30);
      return { ...alone(element), labelled: element };
    }
    case 'textarea': {
      const element = field(
        el('textarea', { rows: '1', cols: '44', readonly: '', id: freshId('f') }),
        text,
        variant,
      );
      return { ...alone(element), labelled: element };
    }
    case 'text':
      return alone(el(['p', 'div', 'strong', 'span'][variant % 4] ?? 'p', {}, text));
    case 'code':
      return alone(variant % 2 === 0 ? el('pre', {}, el('code', {}, text)) : el('code', {}, text));
    case 'output':
      return alone(el('output', {}, text));
    case 'chip':
      return alone(el('span', { class: 'chip' }, el('span', { class: 'chip-text' }, text)));
    case 'list-row':
      return { element: listRow(step), caption: true, facts: true, copy: false };
    case 'table-cell':
      return { element: table(step), caption: true, facts: true, copy: true };
    case 'layout-table':
      return { element: layoutTable(step, variant), caption: true, facts: true, copy: false };
    case 'button-text': {
      const button = el('button', { type: 'button' }, el('span', {}, text));
      if (step.copy !== 'none') button.append(copyIcon());
      if (step.copy === 'icon-labelled') button.setAttribute('aria-label', step.copyWord);
      if (step.tooltip) button.title = step.copyWord;
      return { element: button, caption: false, facts: false, copy: true };
    }
    case 'characters':
      return alone(characters(step));
    case 'groups':
      return alone(groups(step));
    case 'beside-button':
      return {
        element: el('div', { class: 'joined' }, text, variant % 2 === 0 ? ' ' : undefined, copyButton(step)),
        caption: false,
        facts: false,
        copy: true,
      };
    case 'not-editable':
      return variant % 2 === 0
        ? alone(el('div', { contenteditable: 'false', class: 'box' }, text))
        : input({ disabled: '', size: '40' });
    case 'role-textbox':
      return alone(
        el('div', { role: 'textbox', 'aria-readonly': 'true', tabindex: '0', class: 'box' }, text),
      );
    case 'shadow-nested':
      return alone(nested(step));
    case 'slotted':
      return alone(slotted(step));
  }
}
