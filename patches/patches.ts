import type { Plugin } from 'vite';
import type { Patch } from './patch.ts';

/** Texts of packages that may not be in the extension, by reason as `patches/README.md` gives it. */
export const kdbxwebWithoutCode: Patch = {
  name: 'kdbxweb-without-code',
  module: /\/kdbxweb\/dist\/kdbxweb\.js$/,
  from: "new Function('return this')()",
  to: 'globalThis',
  times: 1,
};

export const preactWithoutHtml: Patch = {
  name: 'preact-without-html',
  module: /\/preact\/dist\/preact\.mjs$/,
  from: /\.innerHTML=(?!=)/,
  to: '.textContent=',
  times: 1,
};

/** The first import of WXT's wrapper, of which nothing else is wanted. */
const DEFINITION = /^import definition from .*$/m;

/** Replaces WXT's wrapper around a content script by a call and nothing else. */
export const bareContentScript: Plugin = {
  name: 'bare-content-script',
  transform(code, id) {
    if (!id.includes('virtual:wxt-content-script-isolated-world-entrypoint')) return undefined;
    const [definition] = DEFINITION.exec(code) ?? [];
    if (definition === undefined)
      throw new Error('bare-content-script: another form. Read patches/README.md.');
    return { code: `${definition}\nexport default definition.main();`, map: null };
  },
};
