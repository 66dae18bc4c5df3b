import type { ListStep, NamingStep, ResultStep } from '../scene.ts';
import { modal } from './bootstrap.ts';
import type { Handlers } from './kit.ts';
import { control, type DomSpecial, type Life, tag } from './parts/dom.ts';
import type { Memory, Parts } from './parts/parts.ts';
import { copyControl, value } from './parts/value.ts';

/** App Suite's list, form and dialog of application passwords; what shows the password is the scene's. */
export const appSuite: DomSpecial = (parts, step, scene, on, memory, life) => {
  if (scene.variant % 4 === 3) return undefined;
  if (step.kind === 'list') return settings(parts, step, on);
  if (step.kind === 'naming' && (step.container === 'inline' || step.container === 'page'))
    return step.suggestions === undefined ? addForm(parts, step, on, memory, life) : undefined;
  if (step.kind === 'result' && step.container === 'dialog') {
    const done =
      step.done === '' ? [] : [parts.button([step.done], { kind: 'primary', click: () => on.done() })];
    return modal(step, loginInfo(parts, step, scene.variant >> 2), done, scene, life, {
      'data-point': 'io.ox/settings/security/appPasswords',
    });
  }
  return undefined;
};

function settings(parts: Parts<Node>, step: ListStep, on: Handlers): Node {
  const rows = step.rows.map(({ label, created }, index) =>
    tag(
      'li',
      { class: 'settings-list-item', 'data-id': `3c9d1f7a-${index}` },
      tag(
        'div',
        { class: 'list-item-content' },
        tag('div', { class: 'list-item-title' }, label),
        tag('div', { class: 'list-item-subtitle' }, created),
      ),
      tag(
        'div',
        { class: 'list-item-controls' },
        parts.button([step.remove], {
          kind: 'plain',
          click: () => undefined,
          attributes: { 'data-action': 'delete' },
        }),
      ),
    ),
  );
  return tag(
    'div',
    { class: 'settings-section' },
    tag('h2', {}, step.title),
    tag('ul', { class: 'list-unstyled list-group list-view settings-list' }, ...rows),
    parts.button([step.add], { kind: 'primary', click: () => on.next({}) }),
  );
}

function addForm(parts: Parts<Node>, step: NamingStep, on: Handlers, memory: Memory, life: Life): Node {
  const input = control(
    {
      label: step.field,
      value: memory.name,
      kind: 'typed',
      placeholder: step.placeholder,
      attributes: { name: 'name' },
      input: (text) => {
        memory.name = text;
      },
    },
    life,
    'form-control',
    0,
  );
  return tag(
    'div',
    { class: 'form-group row', role: 'group', 'aria-label': step.title },
    step.titleForm === 'heading' ? tag('h3', {}, step.title) : undefined,
    tag(
      'div',
      { class: 'col-md-6' },
      tag('select', { name: 'scope', class: 'form-control' }, tag('option', { value: 'mail' }, 'IMAP')),
    ),
    tag('div', { class: 'col-md-6' }, tag('label', { for: input.id }, step.field), input),
    parts.button([tag('i', { class: 'fa fa-plus', 'aria-hidden': 'true' }), step.next], {
      kind: 'primary',
      click: () => on.next({ name: memory.name }),
    }),
    step.back === undefined
      ? undefined
      : parts.button([step.back], { kind: 'plain', click: () => on.back() }),
  );
}

/** Lines of "caption: value", the password in a `span` of its own. */
function loginInfo(parts: Parts<Node>, step: ResultStep, variant: number): Node[] {
  const known = step.place === 'text';
  const drawn = value(parts, step, variant);
  const text = step.groups.join(step.joint);
  const facts =
    drawn.facts && !known ? [] : step.facts.map((fact) => tag('div', {}, `${fact.caption}: ${fact.value}`));
  const caption = step.caption === '' || (drawn.caption && !known) ? undefined : `${step.caption}: `;
  const secret = known ? tag('span', { class: 'appPassword' }, text) : drawn.node;
  const copy = drawn.copy && !known ? undefined : copyControl(parts, step);
  return [
    tag('p', {}, [step.before, step.after].join(' ').trim()),
    tag(
      'div',
      { id: 'appPassLoginInfo', class: 'login_info selectable-text' },
      ...facts,
      tag('div', {}, caption, secret, copy),
    ),
  ];
}
