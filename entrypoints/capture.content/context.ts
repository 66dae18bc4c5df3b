/**
 * Stands in for WXT's content script context (see `wxt.config.ts`): that one announces itself to the page
 * by `window.postMessage`, and ours needs none of what it offers.
 */
export class ContentScriptContext {}
