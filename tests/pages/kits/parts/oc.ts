import { type Component, h, Teleport, type VNode } from 'vue';
import type { Scene } from '../../scene.ts';
import { freshId } from '../place.ts';
import type { Child, Field, Holding, Parts } from './parts.ts';
import { setLater } from './vue.ts';
import { vue3 } from './vue3.ts';

/** What is used of the design system of ownCloud's web app, or of OpenCloud's, which began as its copy. */
export interface Components {
  OcButton: Component;
  OcModal: Component;
  OcSpinner: Component;
  OcTag: Component;
  OcTextInput: Component;
  OcTextarea: Component;
}

const { tag, raw, form, filled, onceThere } = vue3;

/** A picture in a span; the library's own would fetch it from the server. */
export function icon(): VNode {
  const path = h('path', { d: 'M7 6V3h13v15h-3v3H4V6zm2 0h8v10h1V5H9zM6 8v11h9V8z' });
  return h('span', { class: 'oc-icon oc-icon-m' }, [
    h('svg', { width: '20', height: '20', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, [path]),
  ]);
}

export function ocParts(oc: Components, scene: Scene): Parts<VNode> {
  const variant = scene.variant >> 3;
  return {
    tag,
    raw,
    form,
    button: (content, { kind, click, attributes = {} }) =>
      h(
        oc.OcButton,
        {
          ...attributes,
          ...(attributes['aria-label'] === undefined ? {} : { ariaLabel: attributes['aria-label'] }),
          appearance: kind === 'plain' ? 'outline' : 'filled',
          submit: kind === 'submit' ? 'submit' : 'button',
          ...(kind === 'submit' ? {} : { onClick: click }),
        },
        () => filled(content).map((child) => (typeof child === 'string' ? h('span', {}, child) : child)),
      ),
    iconButton: (label, tip, click) =>
      h(
        oc.OcButton,
        {
          appearance: 'raw',
          onClick: click,
          ...(label === undefined ? {} : { ariaLabel: label }),
          ...(tip === undefined ? {} : { title: tip }),
        },
        () => [icon()],
      ),
    copySign: icon,
    field: (field) => textField(oc, field),
    hold: (holding, body, foot) => hold(oc, holding, () => filled(body), foot, variant),
    heading: (level, text) => tag(`h${level}`, { class: 'oc-page-title' }, text),
    chip: (text) => h(oc.OcTag, { class: 'chip', rounded: variant % 2 === 0 }, () => text),
    table,
    notice: (kind, text) =>
      tag(
        'div',
        {
          class: `oc-notification-message-${kind} oc-rounded oc-p-s`,
          role: kind === 'error' ? 'alert' : 'status',
        },
        tag('div', { class: 'oc-notification-message-title' }, text),
      ),
    spinner: () => h(oc.OcSpinner, { 'aria-label': '…', size: 'large' }),
  };
}

/** A field that cannot be changed is one that is switched off, in this library. */
function textField(oc: Components, field: Field<VNode>): VNode {
  const value = field.kind === 'property' ? '' : field.value;
  const props: Record<string, unknown> = {
    ...field.attributes,
    label: field.label,
    modelValue: value,
    ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
    ...(field.kind === 'readonly' || field.kind === 'property' ? { readOnly: true } : {}),
    ...(field.kind === 'disabled' ? { disabled: true } : {}),
    ...(field.kind === 'typed' ? { maxlength: '120', 'onUpdate:modelValue': field.input } : {}),
  };
  const made =
    field.kind === 'lines' ? h(oc.OcTextarea, { ...props, readonly: true }) : h(oc.OcTextInput, props);
  const there = field.kind === 'property' ? onceThere(made, (place) => setLater(place, field.value)) : made;
  return field.after === undefined
    ? there
    : tag('div', { style: 'display:flex;gap:8px;align-items:end' }, there, field.after);
}

function table(head: string[], rows: Child<VNode>[][], attributes: Record<string, string> = {}): VNode {
  const line = (name: string, cells: Child<VNode>[], className: string) =>
    tag('tr', { class: 'oc-table-row' }, ...cells.map((cell) => tag(name, { class: className }, cell)));
  return tag(
    'table',
    { class: 'oc-table', ...attributes },
    head.length === 0
      ? undefined
      : tag('thead', { class: 'oc-thead' }, line('th', head, 'oc-table-cell oc-th')),
    tag('tbody', {}, ...rows.map((cells) => line('td', cells, 'oc-table-cell oc-td'))),
  );
}

/** The modal of the web apps: its buttons are the content's own. */
export function modal(
  oc: Components,
  title: string,
  body: (VNode | string)[],
  foot: VNode[],
  variant: number,
): VNode {
  const actions = tag('div', { class: 'oc-modal-body-actions foot' }, ...foot);
  const shown = h(
    oc.OcModal,
    { title, hideActions: true, focusTrapInitial: false, elementClass: 'oc-modal-of-page' },
    { content: () => [...body, actions] },
  );
  return variant % 2 === 0 ? shown : h(Teleport, { to: 'body' }, [shown]);
}

function hold(
  oc: Components,
  { title, titleForm, container }: Holding,
  body: () => (VNode | string)[],
  foot: VNode[],
  variant: number,
): VNode {
  if (container === 'dialog' && titleForm === 'heading') return modal(oc, title, body(), foot, variant);
  const id = freshId('oc');
  const named: Record<string, string> = {};
  if (titleForm === 'aria-label') named['aria-label'] = title;
  if (titleForm === 'aria-labelledby') named['aria-labelledby'] = id;
  const heading = (level: string) => {
    if (titleForm === 'heading') return tag(level, { class: 'oc-text-truncate' }, title);
    return titleForm === 'aria-labelledby' ? tag('div', { id, class: 'name' }, title) : undefined;
  };
  const actions = tag('div', { class: 'foot' }, ...foot);
  switch (container) {
    case 'dialog': {
      const inner = tag(
        'div',
        { class: 'oc-modal oc-modal-passive', role: 'dialog', 'aria-modal': 'true', tabindex: '0', ...named },
        heading('h2'),
        tag('div', { class: 'oc-modal-body oc-p-m p-4' }, ...body()),
        actions,
      );
      return h(Teleport, { to: 'body' }, [tag('div', { class: 'oc-modal-background' }, inner)]);
    }
    case 'panel':
      return tag(
        'aside',
        { class: 'panel sidebar-panel', tabindex: '-1', ...named },
        tag('div', { class: 'sidebar-panel__header' }, heading('h2')),
        tag('div', { class: 'sidebar-panel__body' }, ...body(), actions),
      );
    case 'unfold':
      return unfold(oc, title, titleForm, body(), actions);
    case 'page':
      return tag('div', { class: 'oc-p-m', ...named }, heading('h1'), ...body(), actions);
    case 'inline': {
      const role: Record<string, string> = titleForm === 'none' ? {} : { role: 'group' };
      return tag('div', { class: 'oc-card card', ...role, ...named }, heading('h3'), ...body(), actions);
    }
  }
}

function unfold(
  oc: Components,
  title: string,
  titleForm: Holding['titleForm'],
  body: (VNode | string)[],
  actions: VNode,
): VNode {
  const visible = titleForm === 'heading' || titleForm === 'aria-labelledby';
  const toggle = h(
    oc.OcButton,
    { appearance: 'raw', 'aria-expanded': 'true', ...(visible ? {} : { ariaLabel: title }) },
    () => [visible ? title : '▾'],
  );
  return tag('div', { class: 'oc-card card' }, tag('h3', {}, toggle), tag('div', {}, ...body, actions));
}
