import type { ListStep, NamingStep, ResultStep, Scene } from '../../scene.ts';
import type { Handlers } from '../kit.ts';
import type { Components } from './nextcloud.ts';
import type { Child, Memory, Parts } from './parts.ts';
import { copyControl, value } from './value.ts';
import type { Made, Special } from './vue.ts';

/**
 * The security page of Nextcloud's personal settings: table, form and dialog with its ids and classes. What stands in
 * them is the scene's.
 */
export function nextcloudPage<N>(vue: Made<N>, nc: Components): Special<N> {
  return (parts, step, scene, on, memory) => {
    // Forks and apps take the components and not the page.
    if (scene.provider !== 'nextcloud' || scene.variant % 5 === 4) return undefined;
    switch (step.kind) {
      case 'list':
        return devices(parts, step, on);
      case 'naming':
        if (step.container !== 'inline' && step.container !== 'page') return undefined;
        return step.suggestions === undefined ? appName(parts, step, on, memory) : undefined;
      case 'result':
        if (step.container === 'dialog' && step.titleForm === 'heading')
          return tokenDialog(vue, nc, parts, step, scene, on);
        return step.container === 'inline' ? tokenRows(parts, step, scene, on) : undefined;
      default:
        return undefined;
    }
  };
}

function devices<N>(parts: Parts<N>, step: ListStep, on: Handlers): N {
  const { tag } = parts;
  const rows = step.rows.map(({ label, created }, index) =>
    tag(
      'tr',
      { class: 'auth-token', 'data-id': String(41 + index) },
      tag(
        'td',
        { class: 'auth-token__name' },
        tag('div', { class: 'auth-token__name-wrapper' }, tag('span', {}, label)),
      ),
      tag('td', {}, tag('span', { class: 'auth-token__last-activity nc-datetime' }, created)),
      tag('td', { class: 'auth-token__actions' }, parts.button([step.remove], { kind: 'plain', click() {} })),
    ),
  );
  return tag(
    'div',
    { id: 'security', class: 'section' },
    tag('h2', {}, step.title),
    tag(
      'table',
      { id: 'app-tokens-table', class: 'token-list-table' },
      tag('tbody', { class: 'token-list' }, ...rows),
    ),
    parts.button([step.add], { kind: 'primary', click: () => on.next({}) }),
  );
}

function appName<N>(parts: Parts<N>, step: NamingStep, on: Handlers, memory: Memory): N {
  const { tag } = parts;
  const field = parts.field({
    label: step.field,
    value: memory.name,
    kind: 'typed',
    placeholder: step.placeholder ?? step.field,
    input: (name) => {
      memory.name = name;
      memory.redraw();
    },
  });
  const submit = parts.button([step.next], {
    kind: 'submit',
    click() {},
    attributes: { class: 'submit-button' },
  });
  const form = parts.form(
    { id: 'generate-app-token-section' },
    () => on.next({ name: memory.name }),
    field,
    submit,
    step.back === undefined
      ? undefined
      : parts.button([step.back], { kind: 'plain', click: () => on.back() }),
  );
  const title = step.titleForm === 'heading' ? tag('h2', {}, step.title) : undefined;
  const name: Record<string, string> =
    step.titleForm === 'heading' ? {} : { role: 'group', 'aria-label': step.title };
  return tag('div', { class: 'section', ...name }, title, form);
}

/** Login and password in fields that cannot be changed, each with a button that copies, and a QR code on demand. */
function tokenDialog<N>(
  vue: Made<N>,
  nc: Components,
  parts: Parts<N>,
  step: ResultStep,
  scene: Scene,
  on: Handlers,
): N {
  const { tag } = parts;
  const variant = scene.variant >> 2;
  const drawn = value(parts, step, variant);
  const copy = drawn.copy ? undefined : copyControl(parts, step);
  const facts = drawn.facts
    ? []
    : step.facts.map((fact) =>
        tag(
          'div',
          { class: 'token-dialog__name' },
          parts.field({ label: fact.caption, value: fact.value, kind: 'readonly' }),
        ),
      );
  const caption = drawn.caption || step.caption === '' ? undefined : tag('label', {}, step.caption);
  const body = (): (N | string)[] =>
    vue.filled([
      step.before === '' && step.after === ''
        ? undefined
        : tag('p', {}, [step.before, step.after].join(' ').trim()),
      ...facts,
      tag('div', { class: 'token-dialog__password' }, caption, ' ', drawn.node, copy),
    ]);
  return vue.component(nc.NcDialog, {
    props: { name: step.title, open: true, contentClasses: 'token-dialog' },
    on: { 'update:open': () => on.done() },
    slots: {
      default: body,
      ...(step.done === ''
        ? {}
        : { actions: () => [parts.button([step.done], { kind: 'primary', click: () => on.done() })] }),
    },
  });
}

/** Before version 28: rows in place of the form. */
function tokenRows<N>(parts: Parts<N>, step: ResultStep, scene: Scene, on: Handlers): N {
  const { tag } = parts;
  const drawn = value(parts, step, scene.variant >> 2);
  const row = (caption: Child<N>, ...content: Child<N>[]) =>
    tag(
      'div',
      { class: 'app-password-row', style: 'display:flex;flex-wrap:wrap;gap:8px' },
      caption,
      ...content,
    );
  const label = (text: string) => tag('span', { class: 'app-password-label' }, text);
  const facts = drawn.facts
    ? []
    : step.facts.map((fact) =>
        row(
          label(fact.caption),
          ' ',
          parts.tag('input', { type: 'text', class: 'monospaced', readonly: 'readonly', value: fact.value }),
        ),
      );
  const id = step.titleForm === 'aria-labelledby' ? `title-${scene.variant}` : undefined;
  const title =
    step.titleForm === 'heading'
      ? tag('h3', {}, step.title)
      : id === undefined
        ? undefined
        : tag('div', { id, class: 'name' }, step.title);
  const named: Record<string, string> = step.titleForm === 'aria-label' ? { 'aria-label': step.title } : {};
  if (id !== undefined) named['aria-labelledby'] = id;
  return tag(
    'div',
    { class: 'spacing', role: 'group', ...named },
    title,
    `${[step.before, step.after].join(' ').trim()} `,
    ...facts,
    row(
      drawn.caption || step.caption === '' ? undefined : label(step.caption),
      ' ',
      drawn.node,
      drawn.copy ? undefined : copyControl(parts, step),
      step.done === '' ? undefined : parts.button([step.done], { kind: 'plain', click: () => on.done() }),
    ),
  );
}
