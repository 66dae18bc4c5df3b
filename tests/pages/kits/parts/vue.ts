import type { NamingStep, Scene, Step } from '../../scene.ts';
import type { Handlers } from '../kit.ts';
import type { Child, Memory, Parts } from './parts.ts';

export interface Given<N> {
  props?: Record<string, unknown>;
  attributes?: Record<string, string>;
  on?: Record<string, (...values: never[]) => void>;
  slots?: Record<string, () => (N | string)[]>;
}

/** How one version of Vue makes nodes, so that a library's two versions can be drawn alike. */
export interface Made<N> extends Pick<Parts<N>, 'tag' | 'raw' | 'form'> {
  component(component: unknown, given: Given<N>): N;
  element(
    name: string,
    attributes: Record<string, string>,
    on: Record<string, (event: Event) => void>,
    children: Child<N>[],
  ): N;
  /** Calls `then` with a wrapper around the node when it is in the page. */
  onceThere(node: N, then: (place: HTMLElement) => void): N;
  filled(children: Child<N>[]): (N | string)[];
}

/** Draws a step whose markup is known, or nothing. */
export type Special<N> = (
  parts: Parts<N>,
  step: Step,
  scene: Scene,
  on: Handlers,
  memory: Memory,
) => N | undefined;

export function startName(step: Step): string {
  return (step as Partial<NamingStep>).filled ?? '';
}

/** Sets a field's value as a property, a moment after it is there. */
export function setLater(place: HTMLElement, text: string): void {
  setTimeout(() => {
    const field = place.querySelector('input');
    if (field !== null) field.value = text;
  }, 30);
}
