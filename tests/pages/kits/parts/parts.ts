import type { Container, Scene, TitleForm } from '../../scene.ts';

/** What may stand inside an element. */
export type Child<N> = N | string | undefined;

export interface Holding {
  title: string;
  titleForm: TitleForm;
  container: Container;
  /** Closes it where the library brings a cross of its own. */
  close?: () => void;
}

/** A text field with its label. */
export interface Field<N> {
  label: string;
  value: string;
  kind: 'typed' | 'readonly' | 'editable' | 'disabled' | 'property' | 'lines';
  placeholder?: string | undefined;
  /** Called with each change. */
  input?: (value: string) => void;
  /** Stands at its end: a control that copies. */
  after?: N | undefined;
  attributes?: Record<string, string>;
}

export interface Press {
  /** `submit` sends the form around it; where the library has no forms it is pressed like any other. */
  kind: 'primary' | 'plain' | 'submit';
  click: () => void;
  attributes?: Record<string, string>;
}

/**
 * What a component library offers for the steps of a scene, in the nodes of its framework. `steps.ts` puts them
 * together; what a library has no component for is made with `tag`.
 */
export interface Parts<N> {
  tag(name: string, attributes: Record<string, string>, ...children: Child<N>[]): N;
  /** An element that the page makes itself, outside the framework. */
  raw(make: () => HTMLElement): N;
  form(attributes: Record<string, string>, submit: () => void, ...children: Child<N>[]): N;
  /** A button whose words or other content can be seen. */
  button(content: Child<N>[], press: Press): N;
  /** A button with a sign only. */
  iconButton(label: string | undefined, tip: string | undefined, click: () => void): N;
  /** The sign for copying, beside words in a button. */
  copySign(): N;
  field(field: Field<N>): N;
  /** A container with a title, content and a row of buttons. */
  hold(holding: Holding, body: Child<N>[], foot: N[]): N;
  heading(level: number, text: string): N;
  chip(text: string): N;
  table(head: string[], rows: Child<N>[][], attributes?: Record<string, string>): N;
  /** A message that stands out. */
  notice(kind: 'info' | 'warning' | 'error', text: string): N;
  spinner(): N;
}

/** What a step keeps while it is shown. */
export interface Memory {
  name: string;
  /** Draws again after a change. */
  redraw(): void;
}

/** Makes the parts of one scene; kits choose among ways of drawing by `scene.variant`. */
export type PartsOf<N> = (scene: Scene) => Parts<N>;
