import type { ListStep, NamingStep, ResultStep } from '../scene.ts';
import type { Handlers } from './kit.ts';
import { control, type DomSpecial, type Life, pressed, tag } from './parts/dom.ts';
import type { Child, Memory, Parts } from './parts/parts.ts';
import { copyControl, value } from './parts/value.ts';

const SECTION = 'application-passwords-section';

/** The section of application passwords in a profile: form, notice with the new one, list. */
export const applicationPasswords: DomSpecial = (parts, step, scene, on, memory, life) => {
  // Plugins bring pages of their own.
  if (scene.provider !== 'wordpress' || scene.variant % 5 === 4) return undefined;
  switch (step.kind) {
    case 'list':
      return section(tag('h2', {}, step.title), list(step, on));
    case 'naming':
      if (step.suggestions !== undefined) return undefined;
      return step.container === 'inline' || step.container === 'page'
        ? section(nameForm(parts, step, on, memory, life))
        : undefined;
    case 'result':
      return step.container === 'inline' || step.container === 'page'
        ? section(notice(parts, step, scene.variant >> 2, on))
        : undefined;
    default:
      return undefined;
  }
};

/** The section that is there already; one that waits to be shown is none. */
export function presentSection(): HTMLElement | undefined {
  const found = [...document.querySelectorAll<HTMLElement>(`#${SECTION}`)];
  return found.find((element) => element.checkVisibility());
}

function section(...children: Child<Node>[]): Node {
  if (presentSection() !== undefined) return tag('div', {}, ...children);
  return tag('div', { class: 'application-passwords hide-if-no-js', id: SECTION }, ...children);
}

function list(step: ListStep, on: Handlers): Node {
  const cell = (name: string, title: string, content: Child<Node>) =>
    tag('td', { class: `${name} column-${name}`, 'data-colname': title }, content);
  const rows = step.rows.map(({ label, created }, index) => {
    const uuid = `0f7c2d5e-8a41-4b6f-9c3d-2e5a7b90c1d${index}`;
    const id = `revoke-application-password-${uuid}`;
    const revoke = tag(
      'button',
      { type: 'button', class: 'button delete', name: id, id, 'aria-label': `${step.remove} "${label}"` },
      step.remove,
    );
    return tag(
      'tr',
      { 'data-uuid': uuid },
      cell('name', 'Name', label),
      cell('created', 'Created', created),
      cell('last_used', 'Last Used', '—'),
      cell('last_ip', 'Last IP', '—'),
      cell('revoke', 'Revoke', revoke),
    );
  });
  return tag(
    'div',
    { class: 'application-passwords-list-table-wrapper' },
    pressed('button', { type: 'button', class: 'button' }, () => on.next({}), step.add),
    tag(
      'table',
      { class: 'wp-list-table widefat fixed striped table-view-list application-passwords-user' },
      tag('tbody', { id: 'the-list' }, ...rows),
    ),
  );
}

function nameForm(parts: Parts<Node>, step: NamingStep, on: Handlers, memory: Memory, life: Life): Node {
  const input = control(
    {
      label: step.field,
      value: memory.name,
      kind: 'typed',
      placeholder: step.placeholder,
      attributes: {
        id: 'new_application_password_name',
        name: 'new_application_password_name',
        size: '30',
        'aria-required': 'true',
      },
      input: (text) => {
        memory.name = text;
      },
    },
    life,
    'input',
    0,
  );
  const button = parts.button([step.next], {
    kind: 'plain',
    click: () => on.next({ name: memory.name }),
    attributes: { name: 'do_new_application_password', id: 'do_new_application_password' },
  });
  const back =
    step.back === undefined
      ? undefined
      : parts.button([step.back], { kind: 'plain', click: () => on.back() });
  return tag(
    'div',
    { class: 'create-application-password form-wrap' },
    step.titleForm === 'heading' ? tag('h2', {}, step.title) : undefined,
    tag(
      'div',
      { class: 'form-field' },
      tag('label', { for: 'new_application_password_name' }, step.field),
      input,
    ),
    button,
    back,
  );
}

const FIELDS = ['input', 'readonly-input', 'property'];

/** The password is in a field, and once more in the attribute that the copy button reads. */
function notice(parts: Parts<Node>, step: ResultStep, variant: number, on: Handlers): Node {
  const text = step.groups.join(step.joint);
  const known = FIELDS.includes(step.place);
  const drawn = known ? undefined : value(parts, step, variant);
  const id = 'new-application-password-value';
  const field = tag('input', { id, type: 'text', class: 'code', readonly: 'readonly' }) as HTMLInputElement;
  if (step.place === 'property') field.value = text;
  else field.setAttribute('value', text);
  let copy = drawn?.copy === true ? undefined : copyControl(parts, step);
  if (copy !== undefined && step.copy === 'text' && known) {
    copy = tag(
      'button',
      { type: 'button', class: 'button copy-button', 'data-clipboard-text': text },
      step.copyWord,
    );
  }
  const label =
    step.caption === '' || drawn?.caption === true ? undefined : tag('label', { for: id }, step.caption);
  const facts =
    drawn?.facts === true
      ? []
      : step.facts.map((fact) => tag('p', {}, `${fact.caption}: `, tag('strong', {}, fact.value)));
  const dismiss = pressed('button', { type: 'button', class: 'notice-dismiss' }, () => on.done());
  dismiss.append(tag('span', { class: 'screen-reader-text' }, step.done === '' ? 'Dismiss' : step.done));
  const name: Record<string, string> = step.titleForm === 'aria-label' ? { 'aria-label': step.title } : {};
  const seen = step.titleForm === 'heading' || step.titleForm === 'aria-labelledby';
  // A paragraph holds no table and no list.
  const display = known || ['text', 'code', 'output', 'chip'].includes(step.place) ? 'p' : 'div';
  return tag(
    'div',
    {
      class: 'notice notice-success is-dismissible new-application-password-notice',
      role: 'alert',
      tabindex: '-1',
      ...name,
    },
    seen ? tag(step.titleForm === 'heading' ? 'h3' : 'p', {}, step.title) : undefined,
    step.before === '' ? undefined : tag('p', {}, step.before),
    ...facts,
    tag(
      display,
      { class: 'application-password-display' },
      label,
      ' ',
      known ? field : drawn?.node,
      copy,
      tag('span', { class: 'success hidden', 'aria-hidden': 'true' }, '✓'),
    ),
    step.after === '' ? undefined : tag('p', {}, step.after),
    step.done === '' ? undefined : parts.button([step.done], { kind: 'plain', click: () => on.done() }),
    dismiss,
  );
}
