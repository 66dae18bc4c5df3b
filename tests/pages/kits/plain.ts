import type {
  ErrorStep,
  ListStep,
  NamingStep,
  OtherStep,
  ResultStep,
  Scene,
  SpinnerStep,
  Step,
} from '../scene.ts';
import { hold, type Spelling } from './holder.ts';
import type { Handlers, Kit, Mounted } from './kit.ts';
import { copyButton, el, freshId, place } from './place.ts';

const semantic: Spelling = {
  box: 'div',
  foot: 'div',
  marks: () => ({}),
  heading: (title, id, container) =>
    el(container === 'page' ? 'h1' : container === 'inline' ? 'h3' : 'h2', { id }, title),
};

let marks = 0;

/** Names and attributes as frameworks for single-page applications leave them everywhere. */
const soup: Spelling = {
  box: 'app-content',
  foot: 'app-actions',
  marks: () => {
    marks += 1;
    return { [`_ngcontent-ng-c${(marks * 7919) % 99991}`]: '' };
  },
  heading: (title, id, container) =>
    container === 'dialog'
      ? el('h2', { id, class: 'mat-mdc-dialog-title', ...soup.marks() }, title)
      : el('div', { id, role: 'heading', 'aria-level': '2', ...soup.marks() }, title),
};

/** Ordinary HTML without a library; every second scene is written in elements that say nothing. */
export const kit: Kit = {
  name: 'plain',
  mount: (root, step, scene, on) => draw(root, step, scene, on, scene.variant % 2 === 0 ? semantic : soup),
};

/** Draws a step in plain elements that are spelled in one way. */
export function draw(root: HTMLElement, step: Step, scene: Scene, on: Handlers, spelling: Spelling): Mounted {
  const variant = scene.variant >> 1;
  switch (step.kind) {
    case 'list':
      return list(root, step, on, spelling, variant);
    case 'naming':
      return naming(root, step, on, spelling, variant);
    case 'result':
      return result(root, step, on, spelling, variant);
    case 'other':
      return other(root, step, on, spelling, variant);
    case 'error':
      return failed(root, step, on, spelling, variant);
    case 'spinner':
      return spinner(root, step, spelling, variant);
  }
}

function button(
  text: string,
  click: () => void,
  variant: number,
  attributes: Record<string, string> = {},
): HTMLElement {
  const made =
    variant % 5 === 4
      ? el('div', { role: 'button', tabindex: '0', class: 'button', ...attributes }, text)
      : el('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', click);
  return made;
}

function list(root: HTMLElement, step: ListStep, on: Handlers, spelling: Spelling, variant: number): Mounted {
  const rows = step.rows.map(({ label, created }) =>
    variant % 2 === 0
      ? el(
          'tr',
          {},
          el('td', {}, label),
          el('td', {}, created),
          el('td', {}, el('button', { type: 'button' }, step.remove)),
        )
      : el(
          'li',
          {},
          el('b', {}, label),
          ' ',
          el('small', {}, created),
          ' ',
          el('button', { type: 'button' }, step.remove),
        ),
  );
  const rowsIn = variant % 2 === 0 ? el('table', {}, el('tbody', {}, ...rows)) : el('ul', {}, ...rows);
  const outer = el(
    spelling.box,
    spelling.marks(),
    spelling.heading(step.title, freshId('t'), 'page'),
    rowsIn,
    button(step.add, () => on.next({}), variant, { class: 'primary' }),
  );
  root.append(outer);
  return { remove: () => outer.remove() };
}

function naming(
  root: HTMLElement,
  step: NamingStep,
  on: Handlers,
  spelling: Spelling,
  variant: number,
): Mounted {
  const held = hold(root, step, spelling, variant);
  const id = freshId('n');
  const input = el('input', { type: 'text', id, maxlength: '120', autocomplete: 'off' });
  if (step.placeholder !== undefined) input.placeholder = step.placeholder;
  if (step.filled !== undefined) {
    if (variant % 2 === 0) input.setAttribute('value', step.filled);
    else input.value = step.filled;
  }
  const form = el(
    'form',
    { method: 'post', ...spelling.marks() },
    el('label', { for: id }, step.field),
    ' ',
    input,
  );
  const give = () => on.next({ name: input.value });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    give();
  });
  if (step.suggestions !== undefined) {
    const chips = step.suggestions.map((text) =>
      button(
        text,
        () => {
          input.value = text;
          input.dispatchEvent(new Event('input', { bubbles: true }));
        },
        variant,
      ),
    );
    form.append(el('div', { class: 'suggestions' }, ...chips));
  }
  if (variant % 3 === 0) form.append(el('button', { type: 'submit', class: 'primary' }, step.next));
  else held.foot.append(button(step.next, give, variant, { class: 'primary' }));
  if (step.back !== undefined) held.foot.append(button(step.back, () => on.back(), variant));
  held.body.append(form);
  return held;
}

function result(
  root: HTMLElement,
  step: ResultStep,
  on: Handlers,
  spelling: Spelling,
  variant: number,
): Mounted {
  const held = hold(root, step, spelling, variant);
  const name = el('input', { type: 'text', id: freshId('d') });
  const fill = (now: ResultStep) => {
    const placed = place(now, variant);
    const { body } = held;
    body.replaceChildren();
    if (now.draft !== undefined)
      body.append(el('div', {}, el('label', { for: name.id }, now.draft.field), ' ', name));
    if (now.before !== '') body.append(el('p', {}, now.before));
    if (!placed.facts) {
      for (const { caption, value } of now.facts)
        body.append(el('p', {}, `${caption}: `, el('span', {}, value)));
    }
    if (!placed.caption && now.caption !== '') body.append(caption(now.caption, placed.labelled, variant));
    body.append(placed.element);
    const copy = placed.copy ? undefined : copyButton(now);
    if (copy !== undefined) body.append(copy);
    if (now.after !== '') body.append(el('p', { class: 'note' }, now.after));
  };
  fill(step);
  if (step.done !== '') held.foot.append(button(step.done, () => on.done(), variant, { class: 'primary' }));
  return { update: (now) => now.kind === 'result' && fill(now), remove: held.remove };
}

function caption(text: string, labelled: HTMLElement | undefined, variant: number): HTMLElement {
  if (labelled === undefined) return el('div', { class: 'caption' }, text);
  if (variant % 4 === 3) {
    labelled.setAttribute('aria-label', text);
    return el('div', { class: 'caption' }, text);
  }
  return el('label', { for: labelled.id, class: 'caption' }, text);
}

function other(
  root: HTMLElement,
  step: OtherStep,
  on: Handlers,
  spelling: Spelling,
  variant: number,
): Mounted {
  const held = hold(root, step, spelling, variant);
  if (step.text !== '') held.body.append(el('p', {}, step.text));
  const unseen = unseenBy[step.neighbour];
  const values = step.value.split('\n').map((value) => drawn(value, step, variant));
  const line = el(values.length > 1 ? 'ul' : 'div', unseen === undefined ? {} : { style: unseen });
  if (step.neighbour === 'hidden-copy' && variant % 2 === 0) line.hidden = true;
  if (step.caption !== '') line.append(el('div', { class: 'caption' }, step.caption));
  line.append(...(values.length > 1 ? values.map((value) => el('li', {}, value)) : values));
  const copy = copyButton({ copy: step.copy, copyWord: step.copyWord, tooltip: false });
  if (copy !== undefined) line.append(copy);
  held.body.append(line);
  if (step.done !== '') held.foot.append(button(step.done, () => on.done(), variant));
  return held;
}

/** Styles under which a person does not see a value that is in the page. */
export const unseenBy: Partial<Record<OtherStep['neighbour'], string>> = {
  'hidden-copy': 'display:none',
  'transparent-copy': 'opacity:0;position:absolute;pointer-events:none',
  'clipped-copy':
    'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap',
  'off-screen-copy': 'position:absolute;left:-9999px;top:0',
};

function drawn(value: string, step: OtherStep, variant: number): HTMLElement {
  if (step.neighbour === 'own-password') {
    // As typed or filled in by a password manager; some pages let one look at it.
    const own = el('input', { type: variant % 2 === 0 ? 'password' : 'text', 'aria-label': step.caption });
    own.value = value;
    return own;
  }
  const way = variant % 4;
  if (way === 0) return el('code', {}, value);
  if (way === 1) return el('span', {}, value);
  if (way === 2) return el('strong', {}, value);
  const input = el('input', { type: 'text', readonly: '', size: '40' });
  input.value = value;
  return input;
}

function failed(
  root: HTMLElement,
  step: ErrorStep,
  on: Handlers,
  spelling: Spelling,
  variant: number,
): Mounted {
  const held = hold(root, { ...step, titleForm: 'heading' }, spelling, variant);
  held.body.append(el('p', { role: 'alert' }, step.text));
  held.foot.append(button(step.again, () => on.back(), variant));
  return held;
}

function spinner(root: HTMLElement, step: SpinnerStep, spelling: Spelling, variant: number): Mounted {
  const held = hold(root, { title: '', titleForm: 'none', container: step.container }, spelling, variant);
  held.body.append(
    el('div', { role: 'progressbar', class: 'spinner' }),
    el('p', { 'aria-live': 'polite' }, step.text),
  );
  return held;
}
