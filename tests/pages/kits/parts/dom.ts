import type { Scene, Step } from '../../scene.ts';
import type { Handlers, Kit } from '../kit.ts';
import { copyIcon, el, freshId } from '../place.ts';
import type { Child, Field, Memory, Parts } from './parts.ts';
import { drawStep } from './steps.ts';
import { startName } from './vue.ts';

/** What one mounted step of a kit without a framework keeps. */
export interface Life {
  /** The container over the page, which an update fills again. */
  over?: { fill(...children: Child<Node>[]): void };
  cleanup: (() => void)[];
  /** Sets the typed field to what is remembered. */
  refresh: (name: string) => void;
}

export function tag(
  name: string,
  attributes: Record<string, string>,
  ...children: Child<Node>[]
): HTMLElement {
  return el(name, attributes, ...children);
}

export function form(
  attributes: Record<string, string>,
  submit: () => void,
  ...children: Child<Node>[]
): HTMLElement {
  const made = el('form', attributes, ...children);
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  return made;
}

export function pressed(
  name: string,
  attributes: Record<string, string>,
  click: (() => void) | undefined,
  ...children: Child<Node>[]
): HTMLElement {
  const made = el(name, attributes, ...children);
  if (click !== undefined) made.addEventListener('click', click);
  return made;
}

export const sign = (): Node => copyIcon();

/** The input or text area of a field, without its label. */
export function control(field: Field<Node>, life: Life, className: string, variant: number): HTMLElement {
  const { kind, value } = field;
  const given: Record<string, string> = { id: freshId('in'), class: className, ...field.attributes };
  if (field.placeholder !== undefined) given['placeholder'] = field.placeholder;
  if (kind === 'readonly' || kind === 'property' || kind === 'lines') given['readonly'] = '';
  if (kind === 'disabled') given['disabled'] = '';
  if (kind === 'lines') {
    const area = el('textarea', { rows: '1', ...given });
    area.value = value;
    return area;
  }
  const input = el('input', { type: 'text', ...given });
  if (kind === 'typed') {
    input.maxLength = 120;
    input.autocomplete = 'off';
    input.addEventListener('input', () => field.input?.(input.value));
    life.refresh = (name) => {
      if (input.value !== name) input.value = name;
    };
  }
  if (kind === 'property') {
    // The timer is never cleared: what opens over the page cleans up while this waits.
    setTimeout(() => {
      input.value = value;
    }, 30);
  } else if (variant % 3 === 0) input.value = value;
  else input.setAttribute('value', value);
  return input;
}

/** Draws a step whose markup is known, or nothing. */
export type DomSpecial = (
  parts: Parts<Node>,
  step: Step,
  scene: Scene,
  on: Handlers,
  memory: Memory,
  life: Life,
) => Node | undefined;

/** A kit whose parts are nodes of the document. */
export function domKit(
  name: string,
  partsOf: (scene: Scene, life: Life) => Parts<Node>,
  special: DomSpecial = () => undefined,
): Kit {
  return {
    name,
    mount: (root, first, scene, on) => {
      const life: Life = { cleanup: [], refresh: () => undefined };
      const memory: Memory = { name: startName(first), redraw: () => life.refresh(memory.name) };
      const parts = partsOf(scene, life);
      const draw = (step: Step) =>
        special(parts, step, scene, on, memory, life) ?? drawStep(parts, step, scene, on, memory);
      let shown = draw(first) as ChildNode;
      root.append(shown);
      return {
        update: (step) => {
          const anew = draw(step) as ChildNode;
          shown.replaceWith(anew);
          shown = anew;
        },
        remove: () => {
          for (const clean of life.cleanup) clean();
          shown.remove();
        },
      };
    },
  };
}
