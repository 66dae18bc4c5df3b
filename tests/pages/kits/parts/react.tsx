import { createElement, type ReactElement, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Scene, Step } from '../../scene.ts';
import type { Handlers, Kit } from '../kit.ts';
import { el } from '../place.ts';
import type { Child, Memory, Parts } from './parts.ts';
import { drawStep } from './steps.ts';
import { startName } from './vue.ts';

export type Draw<N> = (
  parts: Parts<N>,
  step: Step,
  scene: Scene,
  on: Handlers,
  memory: Memory,
) => N | undefined;

/** Attributes as they are written in HTML, for React. */
export function props(attributes: Record<string, string>): Record<string, unknown> {
  const renamed: Record<string, string> = {
    class: 'className',
    for: 'htmlFor',
    tabindex: 'tabIndex',
    contenteditable: 'contentEditable',
    colspan: 'colSpan',
    cellpadding: 'cellPadding',
  };
  const result: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(attributes)) {
    if (name === 'style') result['style'] = css(text);
    else result[renamed[name] ?? name] = text;
  }
  if (attributes['contenteditable'] !== undefined) result['suppressContentEditableWarning'] = true;
  return result;
}

function css(text: string): Record<string, string> {
  const declarations = text.split(';').filter((part) => part.includes(':'));
  return Object.fromEntries(
    declarations.map((part) => {
      const [name = '', value = ''] = part.split(/:(.*)/s);
      return [name.trim().replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()), value.trim()];
    }),
  );
}

export function tag(
  name: string,
  attributes: Record<string, string>,
  ...children: Child<ReactElement>[]
): ReactElement {
  return make(name, props(attributes), ...children);
}

/** An element with properties and handlers as React names them, and children that need no keys. */
export function make(
  name: string,
  given: Record<string, unknown>,
  ...children: Child<ReactElement>[]
): ReactElement {
  return createElement(name, given, ...children);
}

export function raw(make: () => HTMLElement): ReactElement {
  return <Foreign make={make} />;
}

function Foreign({ make }: { make: () => HTMLElement }) {
  const place = useRef<HTMLDivElement>(null);
  const made = useRef(make);
  made.current = make;
  useEffect(() => {
    place.current?.replaceChildren(made.current());
  });
  return <div ref={place} />;
}

export function form(
  attributes: Record<string, string>,
  submit: () => void,
  ...children: Child<ReactElement>[]
): ReactElement {
  return createElement(
    'form',
    {
      ...props(attributes),
      onSubmit: (event: { preventDefault(): void }) => {
        event.preventDefault();
        submit();
      },
    },
    ...children,
  );
}

/** A kit whose parts are React elements. `special` draws pages whose markup is known. */
export function reactKit(
  name: string,
  partsOf: (scene: Scene) => Parts<ReactElement>,
  special: Draw<ReactElement> = () => undefined,
): Kit {
  return {
    name,
    mount: (root, first, scene, on) => {
      const host = el('div');
      root.append(host);
      const app = createRoot(host);
      const parts = partsOf(scene);
      let step = first;
      const memory: Memory = { name: startName(first), redraw: () => render() };
      const render = () =>
        flushSync(() =>
          app.render(special(parts, step, scene, on, memory) ?? drawStep(parts, step, scene, on, memory)),
        );
      render();
      return {
        update: (now) => {
          step = now;
          render();
        },
        remove: () => {
          flushSync(() => app.unmount());
          host.remove();
        },
      };
    },
  };
}
