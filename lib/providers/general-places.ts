import { DIALOGS, fold, isHidden } from './dom';
import { isMade } from './general-words';

/** Where the general reader looks for values, however large the page is. */

/** Where a page says what has just happened. */
export const FRESH = '[role=alert],[role=status],[aria-live]';
export const HELD = 'input[readonly],code,kbd,output';
/** Words of the screen, and what is typed or put away. */
const QUIET = 'a,label,nav,footer,pre,input:not([readonly]),[type=password],textarea,.hidden';
/** Prose, in which a value would be a sample. */
const PROSE = 'article,[role=article]';
/** One piece, or four groups and more. */
export const SHAPE =
  /^(app[-_])?([A-Za-z\d]{12,32}|[A-Za-z\d]{3,6}([ -])[A-Za-z\d]{3,6}(\3[A-Za-z\d]{3,6}){2,5})$/;

const ROOTS = `body,${DIALOGS}`;

/** Most elements walked in one go, and most that are looked at of each sort that the browser finds. */
const BUDGET = 700;
const MOST = 200;
/** Most dialogs looked at, and most texts in a secret's form; no page that shows one secret has more. */
const MOST_DIALOGS = 20;
const MOST_TEXTS = 40;

/** A text in a secret's form, with what is around it from the inside out, shadow roots included, up to its root. */
export interface Fit {
  place: Element;
  text: string;
  way: (Element | ShadowRoot)[];
  /** The dialog that shows it, or the page's body. */
  root: Element;
}

export function is(place: Element | ShadowRoot | undefined, selector: string): place is Element {
  return !!(place as Partial<Element> | undefined)?.matches?.(selector);
}

/** The last of what fits, selector by selector, which costs the browser half as much as all in a list. */
export function all<E extends Element = Element>(root: ParentNode, selectors: string): E[] {
  return selectors.split(',').flatMap((selector) => {
    const found = root.querySelectorAll<E>(selector);
    const first = Math.max(0, found.length - MOST);
    return Array.from({ length: found.length - first }, (_, at) => found[first + at] as E);
  });
}

/** The elements below a root from the last to the first, those in open shadow roots among them. */
export function* walk(root: ParentNode, budget = { left: BUDGET }): Generator<Element> {
  for (let at = root.lastElementChild; at && budget.left-- > 0; at = at.previousElementSibling) {
    if (at.shadowRoot) yield* walk(at.shadowRoot, budget);
    yield* walk(at, budget);
    yield at;
  }
}

/** The text of a place whose parts, if it has any, are single characters. */
export function textOf(place: Element): string {
  const isLong = (part: Element) => part.firstElementChild || (part.textContent ?? '').length > 1;
  if ([].some.call(place.children, isLong)) return '';
  return fold(`${(place as HTMLInputElement).value || place.textContent}`);
}

/** The places that may hold the secret, up to the second: of two that are alike nobody knows which it is. */
function pick(places: Element[]): Fit[] {
  const fits = new Map<string, Fit>();
  let texts = 0;
  for (const place of places) {
    const text = textOf(place);
    if (!SHAPE.test(text)) continue;
    if (texts++ > MOST_TEXTS) return [];
    if (fits.has(text)) continue;
    const way: Fit['way'] = [];
    let root = place;
    for (let at: Node | null = place; at && !is(root, ROOTS); at = at.parentNode ?? (at as ShadowRoot).host) {
      root = at as Element;
      way.push(root);
    }
    const unfit = is(root, 'body') ? `${QUIET},${PROSE}` : QUIET;
    const held = is(place, HELD) && /[a-z]/i.test(text);
    if ((held || isMade(text)) && !way.some((at) => is(at, unfit)) && !isHidden(place))
      fits.set(text, { place, text, way, root });
    if (fits.size > 1) break;
  }
  return [...fits.values()];
}

/** What open dialogs show in a secret's form; without any, what the page shows. At most two. */
export function findFits(page: Document): Fit[] {
  const last = [...walk(page.body)];
  const large = last.length >= BUDGET;
  const dialogs = large ? all(page, DIALOGS) : last.filter((one) => is(one, DIALOGS));
  const open = dialogs.slice(-MOST_DIALOGS).filter((dialog) => !isHidden(dialog));
  const walkAll = (roots: Element[], budget = { left: BUDGET }) =>
    roots.flatMap((root) => [...walk(root, budget)]);
  const fits = pick(walkAll(open));
  if (fits.length || !large) return fits.length ? fits : pick(last);
  return pick([...last, ...all(page, HELD), ...walkAll(all(page, FRESH))]);
}
