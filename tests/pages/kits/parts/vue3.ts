import { type Component, createApp, h, shallowRef, type VNode } from 'vue';
import type { Scene, Step } from '../../scene.ts';
import type { Kit } from '../kit.ts';
import { el } from '../place.ts';
import type { Child, Memory, Parts } from './parts.ts';
import { drawStep } from './steps.ts';
import { type Made, type Special, startName } from './vue.ts';

/** Elements and components of Vue 3. */
export const vue3: Made<VNode> = {
  tag: (name, attributes, ...children) => h(name, attributes, filled(children)),
  raw: (make) => {
    const fill = ({ el: place }: VNode) => (place as HTMLElement).replaceChildren(make());
    return h('div', { onVnodeMounted: fill, onVnodeUpdated: fill });
  },
  form: (attributes, submit, ...children) =>
    h('form', { ...attributes, onSubmit: prevented(submit) }, filled(children)),
  component: (component, { props = {}, attributes = {}, on = {}, slots = {} }) => {
    const listeners = Object.entries(on).map(([name, listener]) => [handlerName(name), listener]);
    return h(component as Component, { ...attributes, ...props, ...Object.fromEntries(listeners) }, slots);
  },
  element: (name, attributes, on, children) => {
    const listeners = Object.entries(on).map(([event, listener]) => [handlerName(event), listener]);
    return h(name, { ...attributes, ...Object.fromEntries(listeners) }, filled(children));
  },
  onceThere: (node, then) =>
    h(
      'div',
      {
        style: 'display:contents',
        onVnodeMounted: ({ el: place }: VNode) => then(place as HTMLElement),
        // What comes late is a change of what is there.
        onVnodeUpdated: ({ el: place }: VNode) => then(place as HTMLElement),
      },
      [node],
    ),
  filled,
};

function handlerName(event: string): string {
  return `on${event.slice(0, 1).toUpperCase()}${event.slice(1)}`;
}

function prevented(submit: () => void) {
  return (event: Event) => {
    event.preventDefault();
    submit();
  };
}

function filled(children: Child<VNode>[]): (VNode | string)[] {
  return children.filter((child) => child !== undefined);
}

/** A kit whose parts are nodes of Vue 3. `install` prepares the app, `special` draws pages whose markup is known. */
export function vue3Kit(
  name: string,
  partsOf: (scene: Scene) => Parts<VNode>,
  special: Special<VNode>,
  install: (app: ReturnType<typeof createApp>) => void = () => undefined,
): Kit {
  return {
    name,
    mount: (root, first, scene, on) => {
      const before = new Set<Element>(document.body.children);
      const host = el('div');
      root.append(host);
      const parts = partsOf(scene);
      const step = shallowRef<Step>(first);
      const turn = shallowRef(0);
      const memory: Memory = {
        name: startName(first),
        redraw: () => {
          turn.value += 1;
        },
      };
      const app = createApp({
        render: () => {
          void turn.value;
          return (
            special(parts, step.value, scene, on, memory) ?? drawStep(parts, step.value, scene, on, memory)
          );
        },
      });
      install(app);
      app.mount(host);
      return {
        update: (now) => {
          step.value = now;
        },
        remove: () => {
          app.unmount();
          host.remove();
          // A library fades its dialog out; to the stage it is gone.
          for (const left of [...document.body.children])
            if (!before.has(left) && left.matches('[class*=modal]')) left.remove();
        },
      };
    },
  };
}
