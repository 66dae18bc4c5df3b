import type { Scene } from '../../scene.ts';
import { freshId } from '../place.ts';
import type { Field, Holding, Parts } from './parts.ts';
import { type Made, setLater } from './vue.ts';

/** The components of @nextcloud/vue that are used, of either version. */
export interface Components {
  NcAppSidebar: unknown;
  NcButton: unknown;
  NcChip: unknown;
  NcDialog: unknown;
  NcIconSvgWrapper: unknown;
  NcLoadingIcon: unknown;
  NcModal: unknown;
  NcNoteCard: unknown;
  NcPasswordField: unknown;
  NcSettingsSection: unknown;
  NcTextArea: unknown;
  NcTextField: unknown;
}

/** Two sheets, as the library's users draw what copies. */
const COPY = 'M9 3h11v13H9zM4 8h3v10h9v3H4z';

const nothing = () => undefined;

/** What @nextcloud/vue offers. Version 8 has the old names of some properties; both are given where they differ. */
export function nextcloudParts<N>(vue: Made<N>, nc: Components, version: 8 | 9, scene: Scene): Parts<N> {
  const { tag, raw, form, component, filled } = vue;
  const variant = scene.variant >> 3;
  const icon = () => component(nc.NcIconSvgWrapper, { props: { path: COPY } });
  const button: Parts<N>['button'] = (content, { kind, click, attributes = {} }) => {
    const look = kind === 'plain' ? 'secondary' : 'primary';
    const { 'aria-label': label, ...others } = attributes;
    return component(nc.NcButton, {
      props: {
        ...typeOf(look, kind === 'submit' ? 'submit' : 'button', version),
        ...(label === undefined ? {} : { ariaLabel: label }),
      },
      attributes: others,
      on: kind === 'submit' ? {} : { click },
      slots: { default: () => filled(content) },
    });
  };
  const field = (given: Field<N>): N => row(vue, nc, version, given, variant);
  return {
    tag,
    raw,
    form,
    button,
    field,
    copySign: icon,
    iconButton: (label, tip, click) =>
      component(nc.NcButton, {
        props: {
          ...typeOf('tertiary', 'button', version),
          ...(label === undefined ? {} : { ariaLabel: label }),
        },
        attributes: tip === undefined ? {} : { title: tip },
        on: { click },
        slots: { icon: () => [icon()] },
      }),
    hold: (holding, body, foot) =>
      hold(
        vue,
        nc,
        holding,
        () => filled(body),
        () => foot,
        variant,
      ),
    heading: (level, text) => tag(`h${level}`, {}, text),
    chip: (text) => component(nc.NcChip, { props: { text, noClose: true } }),
    table: (head, rows, attributes = {}) =>
      tag(
        'table',
        attributes,
        head.length === 0
          ? undefined
          : tag('thead', {}, tag('tr', {}, ...head.map((text) => tag('th', {}, text)))),
        tag('tbody', {}, ...rows.map((cells) => tag('tr', {}, ...cells.map((cell) => tag('td', {}, cell))))),
      ),
    notice: (kind, text) => component(nc.NcNoteCard, { props: { type: kind, text } }),
    spinner: () => component(nc.NcLoadingIcon, { props: { size: 32 } }),
  };
}

/** Until version 8 `type` was the look of a button. */
function typeOf(look: string, type: string, version: 8 | 9): Record<string, unknown> {
  return version === 8 ? { type: look, nativeType: type } : { variant: look, type };
}

function row<N>(vue: Made<N>, nc: Components, version: 8 | 9, field: Field<N>, variant: number): N {
  const made = input(vue, nc, version, field, variant);
  const there =
    field.kind === 'property' ? vue.onceThere(made, (place) => setLater(place, field.value)) : made;
  return field.after === undefined
    ? there
    : vue.tag('div', { style: 'display:flex;gap:10px;align-items:end' }, there, field.after);
}

function input<N>(vue: Made<N>, nc: Components, version: 8 | 9, field: Field<N>, variant: number): N {
  const { kind, input: changed = nothing } = field;
  const value = kind === 'property' ? '' : field.value;
  const props: Record<string, unknown> = {
    [version === 8 ? 'value' : 'modelValue']: value,
    label: field.label,
    labelOutside: field.label === '',
    disabled: kind === 'disabled',
    ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
  };
  const attributes = { ...field.attributes };
  if (kind === 'readonly' || kind === 'property' || kind === 'lines') attributes['readonly'] = 'readonly';
  if (kind === 'typed') attributes['maxlength'] = '120';
  const on = { [version === 8 ? 'update:value' : 'update:modelValue']: (text: never) => changed(text) };
  if (kind === 'lines') return vue.component(nc.NcTextArea, { props, attributes, on });
  if (kind === 'readonly' && variant % 7 === 6 && field.label !== '') {
    // The field for passwords, uncovered.
    return vue.component(nc.NcPasswordField, { props: { ...props, visible: true }, attributes, on });
  }
  return vue.component(nc.NcTextField, { props, attributes, on });
}

function hold<N>(
  vue: Made<N>,
  nc: Components,
  { title, titleForm, container, close = nothing }: Holding,
  body: () => (N | string)[],
  foot: () => N[],
  variant: number,
): N {
  const { tag, component } = vue;
  const id = freshId('nc');
  const buttons = () => tag('div', { class: 'foot dialog__actions' }, ...foot());
  const labelled = titleForm === 'aria-labelledby' ? tag('div', { id, class: 'name' }, title) : undefined;
  const named: Record<string, string> =
    titleForm === 'aria-label' ? { role: 'group', 'aria-label': title } : {};
  if (titleForm === 'aria-labelledby') Object.assign(named, { role: 'group', 'aria-labelledby': id });
  if (container === 'dialog' && titleForm === 'heading') {
    return component(nc.NcDialog, {
      props: { name: title, open: true, size: variant % 2 === 0 ? 'normal' : 'small' },
      on: { 'update:open': close },
      slots: { default: body, actions: () => foot() },
    });
  }
  if (container === 'dialog') {
    return component(nc.NcModal, {
      props: { show: true, size: 'normal', ...(labelled === undefined ? {} : { labelId: id }) },
      on: { close },
      slots: {
        default: () => [
          tag(
            'div',
            { class: 'modal__content', style: 'padding:24px', ...named },
            labelled,
            ...body(),
            buttons(),
          ),
        ],
      },
    });
  }
  if (container === 'panel' && titleForm === 'heading') {
    return component(nc.NcAppSidebar, {
      props: { name: title },
      on: { close },
      attributes: { class: 'panel' },
      slots: { default: () => [tag('div', {}, ...body(), buttons())] },
    });
  }
  if (container === 'panel')
    return tag('aside', { class: 'app-sidebar panel', ...named }, labelled, ...body(), buttons());
  if (container === 'inline' && titleForm === 'heading') {
    return component(nc.NcSettingsSection, {
      props: { name: title },
      slots: { default: () => [...body(), buttons()] },
    });
  }
  if (container === 'unfold') return unfold(vue, nc, title, titleForm, body(), buttons(), variant);
  const heading = titleForm === 'heading' ? tag(container === 'page' ? 'h2' : 'h3', {}, title) : labelled;
  return tag('div', { class: 'section', ...named }, heading, ...body(), buttons());
}

function unfold<N>(
  { tag, component }: Made<N>,
  nc: Components,
  title: string,
  titleForm: Holding['titleForm'],
  body: (N | string)[],
  buttons: N,
  variant: number,
): N {
  const visible = titleForm === 'heading' || titleForm === 'aria-labelledby';
  const id = freshId('ncu');
  if (variant % 2 === 0) {
    const label: Record<string, string> = visible ? {} : { 'aria-label': title };
    return tag('details', { open: 'open' }, tag('summary', label, visible ? title : '▾'), ...body, buttons);
  }
  const toggle = component(nc.NcButton, {
    props: visible ? {} : { ariaLabel: title },
    attributes: { 'aria-expanded': 'true', 'aria-controls': id },
    slots: { default: () => [visible ? title : '▾'] },
  });
  return tag('div', { class: 'section' }, toggle, tag('div', { id }, ...body, buttons));
}
