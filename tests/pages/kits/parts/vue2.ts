import Vue, { h, type VNode } from 'vue-of-nextcloud-8';
import type { Scene, Step } from '../../scene.ts';
import type { Kit } from '../kit.ts';
import { el } from '../place.ts';
import type { Child, Memory, Parts } from './parts.ts';
import { drawStep } from './steps.ts';
import { type Made, type Special, startName } from './vue.ts';

/** Elements and components of Vue 2. */
export const vue2: Made<VNode> = {
  tag: (name, attributes, ...children) => create(name, attributes, {}, children),
  raw: (make) => {
    const fill = (node: VNode) => (node.elm as HTMLElement).replaceChildren(make());
    return h('div', { hook: { insert: fill, postpatch: (_old: VNode, node: VNode) => fill(node) } });
  },
  form: (attributes, submit, ...children) => {
    const stopped = (event: Event) => {
      event.preventDefault();
      submit();
    };
    return create('form', attributes, { submit: stopped }, children);
  },
  component: (component, { props = {}, attributes = {}, on = {}, slots = {} }) => {
    const { class: classes, style, ...attrs } = attributes;
    const children = Object.entries(slots).flatMap(([name, fill]): (VNode | string)[] =>
      name === 'default' ? fill() : [h('template', { slot: name }, fill())],
    );
    // Vue takes what the component declares out of the attributes.
    return h(component, { attrs: { ...attrs, ...props }, class: classes, style, on }, children);
  },
  element: create,
  onceThere: (node, then) =>
    h(
      'div',
      {
        style: 'display:contents',
        hook: {
          insert: (place: VNode) => then(place.elm as HTMLElement),
          // What comes late is a change of what is there.
          postpatch: (_old: VNode, place: VNode) => then(place.elm as HTMLElement),
        },
      },
      [node],
    ),
  filled,
};

function create(
  name: string,
  { class: classes, style, ...attrs }: Record<string, string>,
  on: Record<string, (event: Event) => void>,
  children: Child<VNode>[],
): VNode {
  return h(name, { attrs, class: classes, style, on }, filled(children));
}

function filled(children: Child<VNode>[]): (VNode | string)[] {
  return children.filter((child) => child !== undefined);
}

/** A kit whose parts are nodes of Vue 2. */
export function vue2Kit(name: string, partsOf: (scene: Scene) => Parts<VNode>, special: Special<VNode>): Kit {
  return {
    name,
    mount: (root, first, scene, on) => {
      const before = new Set<Element>(document.body.children);
      // Vue 2 takes the place of the element that it is given.
      const host = el('div');
      root.append(host);
      const parts = partsOf(scene);
      const memory: Memory = { name: startName(first), redraw: () => app.$forceUpdate() };
      let step: Step = first;
      const app = new Vue({
        render: () => special(parts, step, scene, on, memory) ?? drawStep(parts, step, scene, on, memory),
      });
      app.$mount(host);
      return {
        update: (now) => {
          step = now;
          app.$forceUpdate();
        },
        remove: () => {
          app.$destroy();
          app.$el.remove();
          for (const left of [...document.body.children])
            if (!before.has(left) && left.matches('[class*=modal], .vue-portal-target')) left.remove();
        },
      };
    },
  };
}
