import type { ListStep, ResultStep } from '../scene.ts';
import { modal } from './bootstrap.ts';
import type { Handlers } from './kit.ts';
import { control, type DomSpecial, form, type Life, tag } from './parts/dom.ts';
import type { Memory, Parts } from './parts/parts.ts';

/**
 * mailcow's tab of app passwords, and the dialog with a form that holds a generated password twice before it is sent.
 * Labels point at ids that are not there, as in the real page.
 */
export const addPassword: DomSpecial = (parts, step, scene, on, memory, life) => {
  if (step.kind === 'list') return tab(parts, step, on);
  if (step.kind !== 'result' || step.draft === undefined || step.place !== 'input') return undefined;
  const content = draftForm(parts, step, on, memory, life);
  if (step.container === 'dialog')
    return modal({ ...step }, [content], [], scene, life, { id: 'addAppPasswdModal' });
  return parts.hold(step, [content], []);
};

function tab(parts: Parts<Node>, step: ListStep, on: Handlers): Node {
  const rows = step.rows.map(({ label, created }, index) => [
    String(index + 1),
    label,
    created,
    parts.button([step.remove], { kind: 'plain', click: () => undefined }),
  ]);
  return tag(
    'div',
    { class: 'tab-pane active show', id: 'AppPasswds', role: 'tabpanel' },
    tag(
      'div',
      { class: 'card mb-4' },
      tag('div', { class: 'card-header' }, step.title),
      tag(
        'div',
        { class: 'card-body' },
        parts.table([], rows, { id: 'app_passwd_table' }),
        parts.button([step.add], { kind: 'primary', click: () => on.next({}) }),
      ),
    ),
  );
}

function draftForm(parts: Parts<Node>, step: ResultStep, on: Handlers, memory: Memory, life: Life): Node {
  const secret = step.groups.join(step.joint);
  const row = (name: string, label: string, input: Node) =>
    tag(
      'div',
      { class: 'row mb-2' },
      tag('label', { class: 'control-label col-sm-3', for: name }, label),
      tag('div', { class: 'col-sm-9' }, input),
    );
  const password = (name: string) => {
    const input = tag('input', {
      type: 'text',
      class: 'form-control',
      name,
      'data-pwgen-field': 'true',
      autocomplete: 'new-password',
    }) as HTMLInputElement;
    input.value = secret;
    return input;
  };
  const name = control(
    {
      label: '',
      value: memory.name,
      kind: 'typed',
      attributes: { name: 'app_name', required: '', 'aria-label': step.draft?.field ?? '' },
      input: (text) => {
        memory.name = text;
      },
    },
    life,
    'form-control',
    0,
  );
  name.removeAttribute('id');
  return form(
    {
      'data-id': 'add_apppasswd',
      'data-cached-form': 'true',
      'data-pwgen-length': '32',
      autocomplete: 'off',
    },
    () => on.done(),
    step.before === '' ? undefined : tag('p', {}, step.before),
    row('app_name', step.draft?.field ?? '', name),
    row('app_passwd', step.caption, password('app_passwd')),
    row('app_passwd2', '', password('app_passwd2')),
    ...step.facts.map((fact) => row('', fact.caption, tag('span', {}, fact.value))),
    step.after === '' ? undefined : tag('p', { class: 'text-muted' }, step.after),
    step.done === ''
      ? undefined
      : parts.button([step.done], {
          kind: 'primary',
          click: () => on.done(),
          attributes: {
            'data-action': 'add_item',
            'data-id': 'add_apppasswd',
            'data-api-url': 'add/app-passwd',
          },
        }),
  );
}
