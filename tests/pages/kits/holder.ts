import type { Container, TitleForm } from '../scene.ts';
import { el, freshId } from './place.ts';

/** How a kit spells elements that have no words of their own: ordinary ones, or custom names that say nothing. */
export interface Spelling {
  /** Name of an element that holds a step's content. */
  box: string;
  /** Name of an element that holds a row of buttons. */
  foot: string;
  /** Attributes that the framework leaves on everything. */
  marks: () => Record<string, string>;
  heading: (title: string, id: string, container: Container) => HTMLElement;
}

export interface Held {
  body: HTMLElement;
  foot: HTMLElement;
  remove(): void;
}

interface Holding {
  title: string;
  titleForm: TitleForm;
  container: Container;
}

/** How the container gets its name, and what is visible of it. */
function nameIt(outer: HTMLElement, holding: Holding, spelling: Spelling): HTMLElement | undefined {
  const id = freshId('t');
  switch (holding.titleForm) {
    case 'heading':
      if (holding.container === 'dialog') outer.setAttribute('aria-labelledby', id);
      return spelling.heading(holding.title, id, holding.container);
    case 'aria-labelledby':
      outer.setAttribute('aria-labelledby', id);
      return el('div', { id, class: 'name', ...spelling.marks() }, holding.title);
    case 'aria-label':
      outer.setAttribute('aria-label', holding.title);
      return undefined;
    case 'none':
      return undefined;
  }
}

function dialog(variant: number): HTMLElement {
  if (variant % 3 === 0) return el('dialog', { class: 'dialog' });
  return el('div', {
    role: variant % 3 === 1 ? 'dialog' : 'alertdialog',
    'aria-modal': 'true',
    class: 'dialog',
  });
}

/** Shows an empty container of this kind in `root`, or over the page. */
export function hold(root: HTMLElement, holding: Holding, spelling: Spelling, variant: number): Held {
  const body = el(spelling.box, { class: 'body', ...spelling.marks() });
  const foot = el(spelling.foot, { class: 'foot', ...spelling.marks() });
  const finish = (outer: HTMLElement, place: HTMLElement): Held => {
    const title = nameIt(outer, holding, spelling);
    outer.append(...(title === undefined ? [body, foot] : [title, body, foot]));
    place.append(outer);
    if (outer instanceof HTMLDialogElement) outer.showModal();
    return { body, foot, remove: () => outer.remove() };
  };
  switch (holding.container) {
    case 'dialog': {
      const outer = dialog(variant);
      if (outer instanceof HTMLDialogElement) return finish(outer, document.body);
      const mask = el('div', { class: 'mask' });
      document.body.append(mask);
      const held = finish(outer, mask);
      return { ...held, remove: () => mask.remove() };
    }
    case 'panel':
      return finish(
        el('aside', { class: 'panel', ...(variant % 2 === 0 ? { role: 'dialog' } : {}) }),
        document.body,
      );
    case 'inline':
      return finish(el(variant % 2 === 0 ? 'section' : 'div', { class: 'card', role: 'group' }), root);
    case 'page':
      return finish(el(variant % 2 === 0 ? 'section' : 'div', { class: 'step', role: 'region' }), root);
    case 'unfold':
      return unfold(root, holding, body, foot, variant);
  }
}

function unfold(
  root: HTMLElement,
  { title, titleForm }: Holding,
  body: HTMLElement,
  foot: HTMLElement,
  variant: number,
) {
  const named = titleForm === 'aria-label' || titleForm === 'none' ? '' : title;
  const name: Record<string, string> = titleForm === 'aria-label' ? { 'aria-label': title } : {};
  const id = freshId('u');
  let outer: HTMLElement;
  if (variant % 2 === 0) {
    outer = el(
      'details',
      { open: '', class: 'card' },
      el('summary', name, named === '' ? '…' : named),
      body,
      foot,
    );
  } else {
    const toggle = el(
      'button',
      { type: 'button', 'aria-expanded': 'true', 'aria-controls': id, ...name },
      named,
    );
    outer = el(
      'div',
      { class: 'card' },
      el('h3', {}, toggle),
      el('div', { id, class: 'unfolded' }, body, foot),
    );
  }
  root.append(outer);
  return { body, foot, remove: () => outer.remove() };
}
