/// <reference types="vite/client" />

/** The kit that the build puts in. */
declare module 'kit-of-this-page' {
  export const kit: import('../kits/kit.ts').Kit;
}

/** Kits bring the sheets of their libraries; the build collects them. */
declare module '*.css';
