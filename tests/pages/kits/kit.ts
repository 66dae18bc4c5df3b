import type { Scene, Step } from '../scene.ts';

/**
 * A kit draws steps with one real component library. Rules that keep pages honest:
 *
 * * It draws in `root` (containers `inline`, `unfold`, `page`) or over it, where the library puts such things (`dialog`,
 *   `panel`).
 * * The words of a step are drawn as they are: the driver finds the field as the only visible editable one of the last
 *   step, and buttons by their words, as a person does. Nothing is marked for the driver or the reader.
 * * What differs between versions and forks of a page follows from `scene.variant`, so that a scene is always drawn alike.
 * * A place that the library has no component for comes from `place.ts`, which makes it from plain elements.
 */
export interface Kit {
  /** Name of its file, without extension. */
  name: string;
  mount(root: HTMLElement, step: Step, scene: Scene, on: Handlers): Mounted;
}

/** What a step tells the stage; the stage shows the next step or takes this one away. */
export interface Handlers {
  /** `list`: begin a new one. `naming`: the name was given. */
  next(values: { name?: string }): void;
  /** `naming`: back. `error`: try again. */
  back(): void;
  /** `result`, `other`: done, close. */
  done(): void;
}

export interface Mounted {
  /** Draws the same step with changed content; without it the stage removes the step and mounts it again. */
  update?(step: Step): void;
  remove(): void;
}
