import { webLightTheme } from '@fluentui/tokens';
import {
  Accordion,
  AccordionDefinition,
  AccordionItem,
  AccordionItemDefinition,
  Badge,
  BadgeDefinition,
  Button,
  ButtonDefinition,
  Dialog,
  DialogBody,
  DialogBodyDefinition,
  DialogDefinition,
  Drawer,
  DrawerBody,
  DrawerBodyDefinition,
  DrawerDefinition,
  FieldDefinition,
  Field as FluentField,
  Label,
  LabelDefinition,
  MessageBar,
  MessageBarDefinition,
  Spinner,
  SpinnerDefinition,
  Text,
  TextArea,
  TextAreaDefinition,
  TextDefinition,
  TextInput,
  TextInputDefinition,
} from '@fluentui/web-components';
import { setTheme } from '@fluentui/web-components/theme/set-theme.js';
import type { NamingStep, Scene } from '../scene.ts';
import type { Kit } from './kit.ts';
import type { Child, Field, Holding, Memory, Parts, Press } from './parts/parts.ts';
import { drawStep } from './parts/steps.ts';
import { copyIcon, el, freshId } from './place.ts';

setTheme(webLightTheme);
// Called here: a bundle leaves out modules that only define elements, as their package says that they do nothing else.
Accordion.define(AccordionDefinition);
AccordionItem.define(AccordionItemDefinition);
Badge.define(BadgeDefinition);
Button.define(ButtonDefinition);
Dialog.define(DialogDefinition);
DialogBody.define(DialogBodyDefinition);
Drawer.define(DrawerDefinition);
DrawerBody.define(DrawerBodyDefinition);
FluentField.define(FieldDefinition);
Label.define(LabelDefinition);
MessageBar.define(MessageBarDefinition);
Spinner.define(SpinnerDefinition);
Text.define(TextDefinition);
TextInput.define(TextInputDefinition);
TextArea.define(TextAreaDefinition);

type Parted = Parts<HTMLElement>;
type Opened = HTMLElement & { show(): void; hide(): void };
type Valued = HTMLElement & { value: string };

/**
 * Fluent's web components: each has an open shadow root, in which the real fields, buttons and dialogs are; words and
 * values come in through slots.
 */
function partsOf(scene: Scene, after: (() => void)[]): Parted {
  const variant = scene.variant >> 3;
  return {
    tag: (name, attributes, ...children) => el(name, attributes, ...children),
    raw: (make) => make(),
    form: (attributes, submit, ...children) => {
      const form = el('form', attributes, ...children);
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        submit();
      });
      return form;
    },
    button: (content, press) => button(content, press),
    iconButton: (label, tip, click) => {
      const named: Record<string, string> = label === undefined ? {} : { 'aria-label': label };
      const made = el('fluent-button', { 'icon-only': '', appearance: 'subtle', ...named });
      made.append(copyIcon());
      if (tip !== undefined) made.title = tip;
      made.addEventListener('click', click);
      return made;
    },
    copySign: () => el('span', { slot: 'end', 'aria-hidden': 'true' }, copyIcon()),
    field: (field) => textField(field, variant),
    hold: (holding, body, foot) => held(holding, body, foot, variant, after),
    heading: (level, text) =>
      el('fluent-text', { block: '', size: level === 1 ? '700' : '600' }, el(`h${level}`, {}, text)),
    chip: (text) => el('fluent-badge', { appearance: 'tint', size: 'large' }, text),
    table: (head, rows) => table(head, rows),
    notice: (kind, text) => el('fluent-message-bar', { intent: kind }, text),
    spinner: () => el('fluent-spinner'),
  };
}

function button(content: Child<HTMLElement>[], { kind, click, attributes = {} }: Press): HTMLElement {
  const look = kind === 'plain' ? {} : { appearance: 'primary' };
  const type = kind === 'submit' ? { type: 'submit' } : {};
  const made = el('fluent-button', { ...look, ...type, ...attributes }, ...content);
  if (kind !== 'submit') made.addEventListener('click', click);
  return made;
}

function textField(field: Field<HTMLElement>, variant: number): HTMLElement {
  const given: Record<string, string> = { ...field.attributes };
  if (field.placeholder !== undefined) given['placeholder'] = field.placeholder;
  if (field.kind === 'readonly' || field.kind === 'property' || field.kind === 'lines')
    given['readonly'] = '';
  if (field.kind === 'disabled') given['disabled'] = '';
  const inField = variant % 3 === 2 && field.label !== '';
  const label = inField || field.label === '' ? undefined : el('span', {}, field.label);
  if (field.kind === 'lines') {
    const area = el('fluent-textarea', { ...given, 'auto-resize': '' }, field.value) as Valued;
    const words = el('label', { slot: 'label' }, field.label);
    return el('div', {}, ...(field.label === '' ? [area] : [words, area]), field.after);
  }
  const input = el('fluent-text-input', { type: 'text', ...given }, label) as Valued;
  if (field.after !== undefined && variant % 2 === 0) {
    field.after.slot = 'end';
    input.append(field.after);
  }
  if (field.kind === 'typed') {
    input.setAttribute('maxlength', '120');
    input.addEventListener('input', () => field.input?.(input.value));
    typed.add(input);
  }
  if (field.kind === 'property') {
    setTimeout(() => {
      input.value = field.value;
    }, 30);
  } else if (field.value !== '') {
    if (variant % 2 === 0) input.setAttribute('value', field.value);
    else input.value = field.value;
  }
  const whole = inField
    ? el(
        'fluent-field',
        { 'label-position': 'above' },
        el('label', { slot: 'label' }, field.label),
        slot(input),
      )
    : input;
  return field.after !== undefined && variant % 2 !== 0
    ? el('div', { class: 'foot' }, whole, field.after)
    : whole;
}

function slot(input: HTMLElement): HTMLElement {
  input.slot = 'input';
  return input;
}

/** Fields whose content follows the name that the step keeps. */
const typed = new Set<Valued>();

function held(
  holding: Holding,
  body: Child<HTMLElement>[],
  foot: HTMLElement[],
  variant: number,
  after: (() => void)[],
): HTMLElement {
  const { title, titleForm, container } = holding;
  const id = freshId('t');
  const name: Record<string, string> = {};
  if (titleForm === 'aria-label') name['aria-label'] = title;
  if (titleForm === 'aria-labelledby') name['aria-labelledby'] = id;
  const words = shownTitle(holding, id);
  if (container === 'dialog' || container === 'panel') {
    const kind = container === 'dialog' ? 'dialog' : 'drawer';
    const type = variant % 2 === 0 ? 'modal' : 'non-modal';
    const outer = el(`fluent-${kind}`, {
      ...name,
      type,
      ...(kind === 'drawer' ? { position: 'end' } : {}),
    }) as Opened;
    const inner = el(`fluent-${kind}-body`);
    if (words !== undefined) {
      words.slot = 'title';
      inner.append(words);
    }
    inner.append(...body.filter((child) => child !== undefined));
    for (const one of foot) {
      one.slot = kind === 'dialog' ? 'action' : 'footer';
      inner.append(one);
    }
    outer.append(inner);
    // In a fresh document the elements are defined a moment after they were made.
    after.push(
      () => void customElements.whenDefined(`fluent-${kind}`).then(() => outer.isConnected && outer.show()),
    );
    return outer;
  }
  if (container === 'unfold') {
    const heading = el('span', { slot: 'heading' }, words === undefined ? '…' : title);
    if (titleForm === 'aria-label') heading.setAttribute('aria-label', title);
    const item = el(
      'fluent-accordion-item',
      { expanded: '' },
      heading,
      ...body,
      el('div', { class: 'foot' }, ...foot),
    );
    return el('fluent-accordion', {}, item);
  }
  const role: Record<string, string> = titleForm.startsWith('aria') ? { role: 'region' } : {};
  const look = { class: container === 'page' ? 'step' : 'card', ...name, ...role };
  return el(
    variant % 2 === 0 ? 'section' : 'div',
    look,
    words,
    ...body,
    el('div', { class: 'foot' }, ...foot),
  );
}

function shownTitle({ title, titleForm, container }: Holding, id: string): HTMLElement | undefined {
  if (titleForm === 'heading') {
    return container === 'page' ? el('h1', { id }, title) : el('h2', { id }, title);
  }
  if (titleForm === 'aria-labelledby')
    return el('fluent-text', { id, size: '500', weight: 'semibold' }, el('span', {}, title));
  return undefined;
}

function table(head: string[], rows: Child<HTMLElement>[][]): HTMLElement {
  const cells = (row: Child<HTMLElement>[]) => row.map((child) => el('td', {}, child));
  const top =
    head.length === 0 ? undefined : el('tr', {}, ...head.map((text) => el('th', { scope: 'col' }, text)));
  return el('table', {}, el('tbody', {}, top, ...rows.map((row) => el('tr', {}, ...cells(row)))));
}

export const kit: Kit = {
  name: 'fluent-web',
  mount: (root, step, scene, on) => {
    const after: (() => void)[] = [];
    typed.clear();
    const memory: Memory = {
      name: (step as Partial<NamingStep>).filled ?? '',
      redraw: () => {
        for (const input of typed) if (input.value !== memory.name) input.value = memory.name;
      },
    };
    const made = drawStep(partsOf(scene, after), step, scene, on, memory);
    root.append(made);
    for (const act of after) act();
    return { remove: () => made.remove() };
  },
};
