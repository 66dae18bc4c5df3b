import { BUDGET, isUnseen, parentOf } from './see';
import { marks } from './vocabulary';

/** Finds the parts of a page to look at. */

/** Most dialogs looked at where the page is larger. */
const MOST_DIALOGS = 10;

/** True for an element that is out of sight by its own marks or those of anything around it. */
function isPutAway(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) if (isUnseen(at)) return true;
  return false;
}

/**
 * The parts of a page to look at: its body; where that is too large, its open dialogs and what it says has just
 * happened, the newest first, as far as these are not.
 */
export function rootsOf(page: Document): Element[] {
  // A page without a body, or with something else that it calls so, shows nothing.
  if (page.body?.nodeType !== 1) return [];
  const isSmall = (root: Element) => root.getElementsByTagName('*').length < BUDGET;
  if (isSmall(page.body)) return [page.body];
  const found = [...page.querySelectorAll(`${marks.dialog},[role=alert],[role=status]`)].slice(-MOST_DIALOGS);
  return found.reverse().filter((root) => isSmall(root) && !isPutAway(root));
}
