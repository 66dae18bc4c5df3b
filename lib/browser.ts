/** The one door to the extension API; no other file of `lib` reaches it by itself. */
export { browser } from 'wxt/browser';
