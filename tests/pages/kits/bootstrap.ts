import 'bootstrap/dist/css/bootstrap.min.css';
import { Collapse, Modal, Offcanvas, Tooltip } from 'bootstrap';
import type { Scene } from '../scene.ts';
import { addPassword } from './bootstrap-mailcow.ts';
import { appSuite } from './bootstrap-ox.ts';
import { control, domKit, form, type Life, pressed, sign, tag } from './parts/dom.ts';
import type { Child, Field, Holding, Parts } from './parts/parts.ts';
import { freshId } from './place.ts';

/** Bootstrap 5 with its own scripts for what opens. */
function partsOf(scene: Scene, life: Life): Parts<Node> {
  const variant = scene.variant >> 3;
  return {
    tag,
    raw: (make) => make(),
    form,
    button: (content, { kind, click, attributes = {} }) => {
      const look = kind === 'plain' ? 'btn-outline-secondary' : 'btn-primary';
      const type = kind === 'submit' ? 'submit' : 'button';
      return pressed(
        'button',
        { type, class: `btn ${look}`, ...attributes },
        kind === 'submit' ? undefined : click,
        ...content,
      );
    },
    iconButton: (label, tip, click) => {
      const made = pressed(
        'button',
        { type: 'button', class: 'btn btn-outline-secondary btn-sm' },
        click,
        sign(),
      );
      if (label !== undefined) made.setAttribute('aria-label', label);
      if (tip !== undefined) {
        made.title = tip;
        const tooltip = new Tooltip(made);
        life.cleanup.push(() => tooltip.dispose());
      }
      return made;
    },
    copySign: sign,
    field: (field) => textField(field, life, variant),
    hold: (holding, body, foot) => hold(holding, body, foot, scene, life),
    heading: (level, text) => tag(`h${level}`, {}, text),
    chip: (text) => tag('span', { class: 'badge rounded-pill text-bg-light border chip' }, text),
    table: (head, rows, attributes = {}) =>
      tag(
        'table',
        { class: 'table table-striped', ...attributes },
        head.length === 0
          ? undefined
          : tag('thead', {}, tag('tr', {}, ...head.map((text) => tag('th', { scope: 'col' }, text)))),
        tag('tbody', {}, ...rows.map((cells) => tag('tr', {}, ...cells.map((cell) => tag('td', {}, cell))))),
      ),
    notice: (kind, text) =>
      tag('div', { class: `alert alert-${kind === 'error' ? 'danger' : kind}`, role: 'alert' }, text),
    spinner: () =>
      tag('div', { class: 'spinner-border', role: 'status' }, tag('span', { class: 'visually-hidden' }, '…')),
  };
}

/** A label above, beside or floating over its field; a button joined to it in a group. */
function textField(field: Field<Node>, life: Life, variant: number): Node {
  const input = control(field, life, 'form-control', variant);
  const label =
    field.label === '' ? undefined : tag('label', { for: input.id, class: 'form-label' }, field.label);
  if (field.after !== undefined)
    return tag(
      'div',
      { class: 'mb-3' },
      label,
      tag('div', { class: 'input-group', style: 'max-width:34em' }, input, field.after),
    );
  if (variant % 3 === 2 && label !== undefined) {
    if (field.placeholder === undefined) input.setAttribute('placeholder', ' ');
    return tag('div', { class: 'form-floating mb-3', style: 'max-width:34em' }, input, label);
  }
  if (variant % 3 === 1 && label !== undefined) {
    label.classList.replace('form-label', 'col-form-label');
    label.classList.add('col-sm-3');
    return tag('div', { class: 'row mb-3' }, label, tag('div', { class: 'col-sm-9' }, input));
  }
  return tag('div', { class: 'mb-3' }, label, input);
}

interface Named {
  attributes: Record<string, string>;
  shown: Node | undefined;
}

function nameOf({ title, titleForm }: Holding, heading: string, className: string): Named {
  const id = freshId('bs');
  switch (titleForm) {
    case 'heading':
      return { attributes: { 'aria-labelledby': id }, shown: tag(heading, { id, class: className }, title) };
    case 'aria-labelledby':
      return { attributes: { 'aria-labelledby': id }, shown: tag('div', { id, class: className }, title) };
    case 'aria-label':
      return { attributes: { 'aria-label': title }, shown: undefined };
    case 'none':
      return { attributes: {}, shown: undefined };
  }
}

function hold(holding: Holding, body: Child<Node>[], foot: Node[], scene: Scene, life: Life): Node {
  const variant = scene.variant >> 3;
  switch (holding.container) {
    case 'dialog':
      return modal(holding, body, foot, scene, life, {});
    case 'panel':
      return offcanvas(holding, body, foot, scene, life);
    case 'unfold':
      return unfold(holding, body, foot, life, variant);
    case 'inline': {
      const { attributes, shown } = nameOf(holding, 'h5', 'card-title');
      const role: Record<string, string> = holding.titleForm === 'none' ? {} : { role: 'group' };
      return tag(
        'div',
        { class: 'card', ...role, ...attributes },
        tag('div', { class: 'card-body' }, shown, ...body, tag('div', { class: 'foot' }, ...foot)),
      );
    }
    case 'page': {
      const { attributes, shown } = nameOf(holding, 'h1', 'h3');
      return tag('section', attributes, shown, ...body, tag('div', { class: 'foot' }, ...foot));
    }
  }
}

/** `given`: attributes that a page's own dialog has. */
export function modal(
  holding: Holding,
  body: Child<Node>[],
  foot: Node[],
  scene: Scene,
  life: Life,
  given: Record<string, string>,
): Node {
  const { attributes, shown } = nameOf(holding, 'h5', 'modal-title');
  const close = pressed(
    'button',
    { type: 'button', class: 'btn-close', 'aria-label': 'Close' },
    holding.close,
  );
  const head = tag('div', { class: 'modal-header' }, shown, holding.close === undefined ? undefined : close);
  const parts = [
    head,
    tag('div', { class: 'modal-body' }, ...body),
    tag('div', { class: 'modal-footer' }, ...foot),
  ];
  if (life.over !== undefined) {
    life.over.fill(...parts);
    return document.createComment('');
  }
  const content = tag('div', { class: 'modal-content' }, ...parts);
  const fades = scene.timing !== 'remounted' && scene.variant % 2 === 0;
  const outer = tag(
    'div',
    { class: fades ? 'modal fade' : 'modal', tabindex: '-1', ...given, ...attributes },
    // It fades in where it stays: a click is aimed at where a button is.
    tag('div', { class: 'modal-dialog modal-lg', style: 'transform:none' }, content),
  );
  document.body.append(outer);
  const opened = new Modal(outer, { backdrop: 'static', keyboard: false });
  opened.show();
  over(life, content, outer, () => opened.dispose());
  return document.createComment('');
}

function offcanvas(holding: Holding, body: Child<Node>[], foot: Node[], scene: Scene, life: Life): Node {
  const { attributes, shown } = nameOf(holding, 'h5', 'offcanvas-title');
  const parts = [
    tag('div', { class: 'offcanvas-header' }, shown),
    tag('div', { class: 'offcanvas-body' }, ...body, tag('div', { class: 'foot' }, ...foot)),
  ];
  if (life.over !== undefined) {
    life.over.fill(...parts);
    return document.createComment('');
  }
  const outer = tag('div', { class: 'offcanvas offcanvas-end', tabindex: '-1', ...attributes }, ...parts);
  if (scene.timing === 'remounted') outer.style.transition = 'none';
  document.body.append(outer);
  const opened = new Offcanvas(outer, { backdrop: scene.variant % 4 === 0, scroll: true });
  opened.show();
  over(life, outer, outer, () => opened.dispose());
  return document.createComment('');
}

function over(life: Life, content: HTMLElement, outer: HTMLElement, dispose: () => void): void {
  life.over = {
    fill: (...children) => content.replaceChildren(...children.filter((child) => child !== undefined)),
  };
  life.cleanup.push(() => {
    // What fades in when it is taken away must not end its fading.
    outer.style.transition = 'none';
    setTimeout(dispose, 1000);
    outer.remove();
    for (const left of document.querySelectorAll('.modal-backdrop, .offcanvas-backdrop')) left.remove();
    document.body.classList.remove('modal-open');
    document.body.removeAttribute('style');
  });
}

function unfold(
  { title, titleForm }: Holding,
  body: Child<Node>[],
  foot: Node[],
  life: Life,
  variant: number,
): Node {
  const id = freshId('bsc');
  const visible = titleForm === 'heading' || titleForm === 'aria-labelledby';
  const toggle = tag(
    'button',
    {
      class: 'accordion-button',
      type: 'button',
      'data-bs-toggle': 'collapse',
      'data-bs-target': `#${id}`,
      'aria-expanded': 'true',
      'aria-controls': id,
      ...(visible ? {} : { 'aria-label': title }),
    },
    visible ? title : '',
  );
  const content = tag(
    'div',
    { id, class: variant % 2 === 0 ? 'accordion-collapse collapse show' : 'accordion-collapse collapse' },
    tag('div', { class: 'accordion-body' }, ...body, tag('div', { class: 'foot' }, ...foot)),
  );
  if (variant % 2 === 1) {
    const opened = new Collapse(content, { toggle: false });
    const timer = setTimeout(() => opened.show(), 20);
    life.cleanup.push(() => clearTimeout(timer));
  }
  return tag(
    'div',
    { class: 'accordion' },
    tag('div', { class: 'accordion-item' }, tag('h2', { class: 'accordion-header' }, toggle), content),
  );
}

export const kit = domKit('bootstrap', partsOf, (parts, step, scene, on, memory, life) => {
  if (scene.provider === 'mailcow') return addPassword(parts, step, scene, on, memory, life);
  if (scene.provider === 'ox') return appSuite(parts, step, scene, on, memory, life);
  return undefined;
});
