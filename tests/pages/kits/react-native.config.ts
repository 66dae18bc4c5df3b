import type { InlineConfig } from 'vite';

/** React's production build has no development elements; the library asks whether this is one. */
export const config: InlineConfig = {
  esbuild: { jsxDev: false },
  define: { __DEV__: 'false', global: 'globalThis' },
};
