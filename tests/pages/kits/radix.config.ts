import type { InlineConfig } from 'vite';

/** React's production build has no development elements. */
export const config: InlineConfig = { esbuild: { jsxDev: false } };
