import './wordpress.css';
import type { Scene } from '../scene.ts';
import type { Kit } from './kit.ts';
import { control, domKit, form, type Life, pressed, sign, tag } from './parts/dom.ts';
import type { Child, Field, Holding, Parts } from './parts/parts.ts';
import { freshId } from './place.ts';
import { applicationPasswords, presentSection } from './wordpress-profile.ts';

/** The markup of WordPress's administration pages, and of its block editor for what opens over them. */
function partsOf(scene: Scene, life: Life): Parts<Node> {
  const variant = scene.variant >> 3;
  return {
    tag,
    raw: (make) => make(),
    form,
    button: (content, { kind, click, attributes = {} }) => {
      const look = kind === 'plain' ? 'button button-secondary' : 'button button-primary';
      const type = kind === 'submit' ? 'submit' : 'button';
      const given = { type, ...attributes, class: [look, attributes['class']].filter(Boolean).join(' ') };
      const [first] = content;
      // Before version 5.7 most buttons were inputs.
      if (variant % 5 === 4 && content.length === 1 && typeof first === 'string')
        return pressed('input', { ...given, value: first }, kind === 'submit' ? undefined : click);
      return pressed('button', given, kind === 'submit' ? undefined : click, ...content);
    },
    iconButton: (label, tip, click) => {
      const made = pressed('button', { type: 'button', class: 'button-link' }, click, sign());
      if (label !== undefined) made.append(tag('span', { class: 'screen-reader-text' }, label));
      if (tip !== undefined) made.title = tip;
      return made;
    },
    copySign: sign,
    field: (field) => textField(field, life, variant),
    hold: (holding, body, foot) => hold(holding, body, foot, life, variant),
    heading: (level, text) => tag(`h${level}`, level === 1 ? { class: 'wp-heading-inline' } : {}, text),
    chip: (text) => tag('span', { class: 'components-form-token-field__token chip' }, tag('span', {}, text)),
    table: (head, rows, attributes = {}) =>
      tag(
        'table',
        { class: 'wp-list-table widefat fixed striped', ...attributes },
        head.length === 0
          ? undefined
          : tag('thead', {}, tag('tr', {}, ...head.map((text) => tag('th', { scope: 'col' }, text)))),
        tag('tbody', {}, ...rows.map((cells) => tag('tr', {}, ...cells.map((cell) => tag('td', {}, cell))))),
      ),
    notice: (kind, text) =>
      tag(
        'div',
        { class: `notice notice-${kind} inline`, role: kind === 'error' ? 'alert' : 'note' },
        tag('p', {}, text),
      ),
    spinner: () => tag('span', { class: 'spinner is-active' }),
  };
}

/** A row of the table that holds a profile's settings, or a block by itself. */
function textField(field: Field<Node>, life: Life, variant: number): Node {
  const className = field.kind === 'typed' ? 'regular-text' : 'regular-text code';
  const input = control(field, life, className, variant);
  if (field.label === '') return tag('div', { class: 'form-field' }, input, field.after);
  const label = tag('label', { for: input.id }, field.label);
  if (variant % 2 === 0) return tag('div', { class: 'form-field' }, label, ' ', input, field.after);
  return tag(
    'table',
    { class: 'form-table', role: 'presentation' },
    tag('tbody', {}, tag('tr', {}, tag('th', { scope: 'row' }, label), tag('td', {}, input, field.after))),
  );
}

function hold(
  { title, titleForm, container, close }: Holding,
  body: Child<Node>[],
  foot: Node[],
  life: Life,
  variant: number,
): Node {
  const id = freshId('wp');
  const name: Record<string, string> = {};
  if (titleForm === 'aria-label') name['aria-label'] = title;
  if (titleForm === 'aria-labelledby') name['aria-labelledby'] = id;
  const heading = (level: string) => {
    if (titleForm === 'heading') return tag(level, { id }, title);
    return titleForm === 'aria-labelledby' ? tag('div', { id, class: 'name' }, title) : undefined;
  };
  const buttons = tag('p', { class: 'submit' }, ...foot);
  if (container === 'dialog') {
    const thick = variant % 2 === 0;
    const outer = thick
      ? tag('div', { id: 'TB_window', class: 'thickbox-loading', role: 'dialog', ...name }, heading('h2'))
      : tag(
          'div',
          { class: 'components-modal__frame', role: 'dialog', tabindex: '-1', ...name },
          heading('h1'),
        );
    const cross = pressed('button', { type: 'button', class: 'button-link' }, close, '✕');
    cross.setAttribute('aria-label', 'Close');
    outer.append(
      tag('div', { class: thick ? 'TB_ajaxContent' : 'components-modal__content' }, ...body, buttons),
      ...(close === undefined ? [] : [cross]),
    );
    const mask = tag('div', thick ? { id: 'TB_overlay' } : { class: 'components-modal__screen-overlay' });
    return over(life, mask, outer);
  }
  if (container === 'panel') {
    const outer = tag(
      'div',
      { class: 'interface-complementary-area', role: 'region', ...name },
      heading('h2'),
      ...body,
      buttons,
    );
    return over(life, outer);
  }
  if (container === 'unfold') {
    const visible = titleForm === 'heading' || titleForm === 'aria-labelledby';
    const toggle = tag(
      'button',
      { type: 'button', class: 'handlediv', 'aria-expanded': 'true' },
      tag('span', { class: 'screen-reader-text' }, title),
      tag('span', { class: 'toggle-indicator', 'aria-hidden': 'true' }, '▴'),
    );
    return tag(
      'div',
      { class: 'postbox' },
      tag(
        'div',
        { class: 'postbox-header' },
        visible ? tag('h2', { class: 'hndle' }, title) : undefined,
        toggle,
      ),
      tag('div', { class: 'inside' }, ...body, buttons),
    );
  }
  if (container === 'page') return tag('div', { class: 'wrap', ...name }, heading('h1'), ...body, buttons);
  const role: Record<string, string> = titleForm === 'none' ? {} : { role: 'group' };
  return tag('div', { class: 'card', ...role, ...name }, heading('h2'), ...body, buttons);
}

/** At the end of the body, until the step goes; an update takes the place of what was there. */
function over(life: Life, ...elements: HTMLElement[]): Node {
  for (const clean of life.cleanup.splice(0)) clean();
  document.body.append(...elements);
  life.cleanup.push(() => {
    for (const element of elements) element.remove();
  });
  return document.createComment('');
}

const drawn = domKit('wordpress', partsOf, applicationPasswords);

/** All that is about application passwords stands in one section of the profile. */
export const kit: Kit = {
  name: 'wordpress',
  mount: (root, step, scene, on) => {
    const section = presentSection();
    return drawn.mount(section !== undefined && root.contains(section) ? section : root, step, scene, on);
  },
};
