import { parentOf } from './see';
import { hasForm } from './vocabulary';

/**
 * Judges as a person's eye would whether an element is to be seen. It asks the browser for styles and for one layout,
 * so it is asked of candidates alone; where there is no layout (tests without a browser) everything counts as seen.
 */

/** A person cannot read text with less than this part of its ink. */
const FAINT = 0.1;
/** A person cannot read what is smaller than this (CSS pixels, either side). */
const TINY = 3;

/** True when the element is drawn at all: cheap, without a layout. */
export function isDrawn(element: Element): boolean {
  let box = element;
  // What has no box of its own is drawn where the one around it is.
  const isBoxless = () => element.ownerDocument.defaultView?.getComputedStyle(box).display === 'contents';
  for (let up = parentOf(box); up && isBoxless(); up = parentOf(box)) box = up;
  return box.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

/** True when a clip path leaves nothing, or next to nothing. */
function isClippedAway(path: string, clip: string): boolean {
  return hasForm('clipped', path) || hasForm('clipped', clip);
}

/** True when a person who scrolls there can read the element. */
export function isSeen(element: Element): boolean {
  if (!isDrawn(element)) return false;
  const view = element.ownerDocument.defaultView;
  // Where nothing is ever laid out, as in tests without a browser, what is drawn counts as seen.
  if (!view?.CSS) return true;
  const page = element.ownerDocument.scrollingElement ?? element.ownerDocument.documentElement;
  let { left, top, right, bottom } = boxOf(element);
  const isTiny = () => right - left < TINY || bottom - top < TINY;
  if (isTiny()) return false;
  // A person cannot scroll beyond the left or the upper edge; beyond the others there must be something to scroll to.
  const x = view.scrollX;
  const y = view.scrollY;
  if (right + x <= 0 || bottom + y <= 0) return false;
  if (left + x >= Math.max(page.scrollWidth, view.innerWidth)) return false;
  if (top + y >= Math.max(page.scrollHeight, view.innerHeight)) return false;
  const { color, fontSize } = view.getComputedStyle(element);
  if (hasForm('faint', color) || Number.parseFloat(fontSize) < TINY) return false;
  let ink = 1;
  // Boxes cut off what is in them, but not what is positioned by something around them.
  let held: 'all' | 'positioned' | 'none' = 'all';
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const style = view.getComputedStyle(at);
    ink *= Number(style.opacity);
    if (ink < FAINT || isClippedAway(style.clipPath, style.clip) || hasForm('faint', style.filter))
      return false;
    const isPositioned = style.position !== 'static';
    const cuts = held === 'all' || (held === 'positioned' && isPositioned);
    const isFrame = at === element || at === page || at.localName === 'body' || style.display === 'contents';
    if (cuts && !isFrame && /hidden|clip/.test(style.overflow)) {
      const box = at.getBoundingClientRect();
      left = Math.max(left, box.left);
      right = Math.min(right, box.right);
      top = Math.max(top, box.top);
      bottom = Math.min(bottom, box.bottom);
      if (isTiny()) return false;
    }
    if (style.position === 'fixed') held = 'none';
    else if (held !== 'none' && style.position === 'absolute') held = 'positioned';
    else if (held === 'positioned' && isPositioned) held = 'all';
  }
  return true;
}

/** Where an element, or what is in one without a box of its own, is drawn. */
function boxOf(element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  if (box.width || box.height || !element.firstChild) return box;
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}
