import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));

/** One Vue 2 for the kit and for the library, which would bring its own; and what picks a Vue at install picks this. */
export const config: InlineConfig = {
  resolve: {
    alias: [
      { find: /^vue(-of-nextcloud-8)?$/, replacement: `${modules}vue2/dist/vue.runtime.esm.js` },
      {
        find: /^vue-demi$/,
        replacement: `${modules}nextcloud-vue-8/node_modules/@vueuse/core/node_modules/vue-demi/lib/v2.7/index.mjs`,
      },
    ],
  },
};
