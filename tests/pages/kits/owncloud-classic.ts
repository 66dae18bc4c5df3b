import type { ListStep, NamingStep, ResultStep, Scene } from '../scene.ts';
import { hold as holdPlain, type Spelling } from './holder.ts';
import type { Handlers } from './kit.ts';
import { control, domKit, form, type Life, pressed, sign, tag } from './parts/dom.ts';
import type { Child, Memory, Parts } from './parts/parts.ts';
import { copyControl, value } from './parts/value.ts';

const spelling: Spelling = {
  box: 'div',
  foot: 'div',
  marks: () => ({}),
  heading: (title, id, container) => tag(container === 'page' ? 'h2' : 'h3', { id }, title),
};

/** Plain elements with the class names of ownCloud 10. */
function partsOf(scene: Scene, life: Life): Parts<Node> {
  const variant = scene.variant >> 3;
  return {
    tag,
    raw: (make) => make(),
    form,
    button: (content, { kind, click, attributes = {} }) =>
      pressed(
        'button',
        { type: kind === 'submit' ? 'submit' : 'button', class: 'button', ...attributes },
        kind === 'submit' ? undefined : click,
        ...content,
      ),
    iconButton: (label, tip, click) => {
      const made = pressed('a', { class: 'icon icon-clippy', role: 'button', href: '#' }, click, sign());
      made.addEventListener('click', (event) => event.preventDefault());
      if (label !== undefined) made.setAttribute('aria-label', label);
      if (tip !== undefined) made.title = tip;
      return made;
    },
    copySign: sign,
    field: (field) => {
      const input = control(field, life, '', variant);
      const label = field.label === '' ? undefined : tag('label', { for: input.id }, field.label);
      return tag('div', { class: 'app-password-row' }, label, ' ', input, field.after);
    },
    hold: (holding, body, foot) => {
      for (const clean of life.cleanup.splice(0)) clean();
      const root = tag('div', {});
      const held = holdPlain(root, holding, spelling, variant);
      held.body.append(...body.filter((child) => child !== undefined));
      held.foot.append(...foot);
      life.cleanup.push(held.remove);
      return root;
    },
    heading: (level, text) => tag(`h${level}`, { class: 'app-name' }, text),
    chip: (text) => tag('span', { class: 'chip' }, text),
    table: (head, rows, attributes = {}) =>
      tag(
        'table',
        { class: 'grid', ...attributes },
        head.length === 0
          ? undefined
          : tag('thead', {}, tag('tr', {}, ...head.map((text) => tag('th', {}, text)))),
        tag('tbody', {}, ...rows.map((cells) => tag('tr', {}, ...cells.map((cell) => tag('td', {}, cell))))),
      ),
    notice: (kind, text) => tag('div', { class: kind === 'error' ? 'warning' : 'msg' }, text),
    spinner: () => tag('div', { class: 'icon-loading' }, '…'),
  };
}

/** The section of app passwords in the personal settings: rows, a form, and what takes the form's place. */
export const classic = domKit('owncloud', partsOf, (parts, step, scene, on, memory, life) => {
  const within = 'container' in step && (step.container === 'inline' || step.container === 'page');
  if (step.kind === 'list') return section(step, on);
  if (step.kind === 'naming' && within && step.suggestions === undefined)
    return nameForm(step, on, memory, life);
  if (step.kind === 'result' && within) return made(parts, step, scene, on);
  return undefined;
});

function section(step: ListStep, on: Handlers): Node {
  const rows = step.rows.map(({ label, created }, index) =>
    tag(
      'tr',
      { 'data-id': String(12 + index) },
      tag('td', {}, tag('span', { class: 'token-name' }, label)),
      tag('td', {}, tag('span', { class: 'last-activity' }, created)),
      tag('td', { class: 'icon' }, tag('a', { class: 'icon-delete', title: step.remove })),
    ),
  );
  return tag(
    'div',
    { id: 'apppasswords', class: 'section' },
    tag('h2', { class: 'app-name' }, step.title),
    tag('table', {}, tag('tbody', { class: 'token-list' }, ...rows)),
    pressed('button', { class: 'button' }, () => on.next({}), step.add),
  );
}

function nameForm(step: NamingStep, on: Handlers, memory: Memory, life: Life): Node {
  const input = control(
    {
      label: step.field,
      value: memory.name,
      kind: 'typed',
      // The page has no label, only this.
      placeholder: step.field,
      attributes: { id: 'app-password-name' },
      input: (text) => {
        memory.name = text;
      },
    },
    life,
    '',
    0,
  );
  const add = pressed(
    'button',
    { id: 'add-app-password', class: 'button' },
    () => on.next({ name: memory.name }),
    step.next,
  );
  const back =
    step.back === undefined ? undefined : pressed('button', { class: 'button' }, () => on.back(), step.back);
  const title = step.titleForm === 'heading' ? tag('h3', {}, step.title) : undefined;
  return tag('div', { id: 'app-password-form', 'aria-label': step.title }, title, input, add, back);
}

const FIELDS = ['input', 'readonly-input', 'property'];

/** Filled by properties while it is hidden; then a class goes. */
function made(parts: Parts<Node>, step: ResultStep, scene: Scene, on: Handlers): Node {
  const known = FIELDS.includes(step.place);
  const drawn = known ? undefined : value(parts, step, scene.variant >> 2);
  const label = (text: string) => tag('span', { class: 'app-password-label' }, text);
  const row = (...content: Child<Node>[]) => tag('div', { class: 'app-password-row' }, ...content);
  const field = (id: string, text: string) => {
    const input = tag('input', { id, type: 'text', readonly: 'readonly', size: '32' }) as HTMLInputElement;
    const fill = () => {
      input.value = text;
    };
    if (step.place === 'property') setTimeout(fill, 30);
    else fill();
    return input;
  };
  const facts =
    drawn?.facts === true
      ? []
      : step.facts.map((fact, index) =>
          row(
            label(fact.caption),
            ' ',
            field(index === 0 ? 'new-app-login-name' : 'new-app-fact', fact.value),
          ),
        );
  const done =
    step.done === ''
      ? undefined
      : pressed('button', { id: 'app-password-hide', class: 'button' }, () => on.done(), step.done);
  const seen = step.titleForm === 'heading' || step.titleForm === 'aria-labelledby';
  const name: Record<string, string> =
    step.titleForm === 'aria-label' ? { role: 'group', 'aria-label': step.title } : {};
  return tag(
    'div',
    { id: 'app-password-result', ...name },
    seen ? tag(step.titleForm === 'heading' ? 'h3' : 'div', {}, step.title) : undefined,
    [step.before, step.after].join(' ').trim(),
    ...facts,
    row(
      drawn?.caption === true || step.caption === '' ? undefined : label(step.caption),
      ' ',
      known ? field('new-app-password', step.groups.join(step.joint)) : drawn?.node,
      drawn?.copy === true ? undefined : copyControl(parts, step),
      ' ',
      done,
    ),
  );
}
