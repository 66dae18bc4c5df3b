import type { VNode } from 'vue';
import { createGettext } from 'vue3-gettext';
import type { Kit } from '../kit.ts';
import { type Components, ocParts } from './oc.ts';
import type { Special } from './vue.ts';
import { vue3Kit } from './vue3.ts';

/** A kit of one of the two design systems, whose components translate their few words themselves. */
export function ocKit(name: string, components: Components, special: Special<VNode>): Kit {
  return vue3Kit(
    name,
    (scene) => ocParts(components, scene),
    special,
    (app) => {
      app.use(createGettext({ translations: {}, silent: true }));
      // What the components look up by name.
      app.component('OcButton', components.OcButton);
      app.component('OcIcon', { render: () => null });
      app.component('OcContextualHelper', { render: () => null });
      app.directive('oc-tooltip', {});
    },
  );
}
