// @ts-expect-error: jsdom comes without types, and only a document is wanted of it.
import { JSDOM } from 'jsdom';

/**
 * A window with a page in it, without a browser and so without a layout: what no mark of its own hides from those who
 * listen counts as drawn.
 */
export function openWindow(html: string, url?: string): Window & typeof globalThis {
  const { window } = new JSDOM(html, { url });
  window.Element.prototype.checkVisibility = function (this: Element) {
    return !this.matches('[aria-hidden=true]');
  };
  return window;
}
