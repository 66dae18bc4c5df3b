import { BUTTONS, COPY, DIALOGS, findMain, fold, isHidden } from './dom';
import { all, type Fit, FRESH, findFits, HELD, is, SHAPE, textOf, walk } from './general-places';
import { isKnown, isMade, isName, isNamed, isOther, isOtherLabel, isWhose, spell } from './general-words';
import type { Reader, Reading, Site } from './provider';

const TITLES = 'h1,h2,h3,[role=heading]';
const ROWS = 'li,tr,[role=row]';
/** What asks for something. */
const TYPED = ':read-write,select';
/** A page at work. */
const BUSY = '[aria-busy=true],[role=progressbar]';
/** Addresses of pages that explain. */
const MANUAL = /[./](docs?|help|wiki)[./]/;

const site: Site = { id: 'other', matches: [], access: 'self-hosted', shape: { shown: SHAPE, ignored: '' } };

/** What the title nearest above the value says. */
function titleOf({ place, way, root }: Fit): string {
  let anchor = place;
  for (const scope of way) {
    if (scope !== root && scope.nodeType !== 11) continue;
    // 4: the other one follows.
    const title = all(scope, TITLES)
      .filter((one) => one.compareDocumentPosition(anchor) === 4)
      .sort((one, other) => (one.compareDocumentPosition(other) === 4 ? -1 : 1))
      .findLast((one) => !isHidden(one));
    if (title) return spell(title.textContent);
    anchor = (scope as ShadowRoot).host;
  }
  return spell(root.getAttribute('aria-label'));
}

/** All that a small area says besides the value; a large one, or one that is not seen whole, says too much. */
function saidIn(area: Element | undefined, { text }: Fit): string | undefined {
  const parts = area ? [...walk(area)] : [];
  if (!area || parts.length > 200 || parts.some((one) => one.shadowRoot)) return undefined;
  // Not its plain text, which has no blanks between what stands side by side.
  const said = spell(area.innerHTML.replace(/<[^>]*>/g, ' ').replace(text, ''));
  return said.length < 400 ? said : undefined;
}

/** True when what is around the place speaks for an app password. */
function isOne(fit: Fit, { href }: URL, page: Document): boolean {
  const { place, text, way, root } = fit;
  const dialog = is(root, DIALOGS);
  const zone = dialog ? root : way.find((at): at is Element => is(at, FRESH));
  // Those of a row in a list delete it.
  const near = way.slice(0, 12).find((at) => !is(at, 'body') && at.querySelector(BUTTONS));
  const buttons = near ? all(near, BUTTONS) : [];
  const copied = buttons.some((one) => COPY.test(one.outerHTML));
  const named = way.slice(0, 4).find((at) => (at as Element).previousElementSibling);
  if (
    !isMade(text) ||
    root.querySelector(BUSY) ||
    isOtherLabel(spell((named as Element | undefined)?.previousElementSibling?.textContent))
  )
    return false;
  const title = titleOf(fit);
  const said = saidIn(zone, fit);
  const clear = said !== undefined && !isOther(`${title} ${said}`);
  const inRow = way.some((at) => is(at, ROWS));
  const beside = [place.previousSibling, place.nextSibling];
  const inSentence = beside.some((one) => one?.nodeType === 3 && fold(one.textContent));
  const alone = dialog && clear && !inRow && !inSentence && isKnown(text) && !root.querySelector(TYPED);
  if (isNamed(title)) {
    // A dialog that asks before it deletes has two buttons.
    const ends = buttons.filter((one) => /\p{L}/u.test(`${one.textContent}`)).length === 1;
    if (zone) return copied || (alone && ends) || (!inRow && way.some((at) => is(at, HELD)));
    // On a page of many words it would be a sample.
    return is(place, 'input') || (copied && findMain(page).querySelectorAll('p,li').length < 9);
  }
  if (!zone || !copied || !clear) return false;
  if (isNamed(said)) return true;
  // Programmers say in English what it is, in any language; that an element is "code" says nothing.
  const marks = spell(`${href} ${page.title} ${zone.outerHTML.replace(text, '').replace(/<.?code/g, '')}`);
  return alone && !isOther(marks) && !isWhose(said);
}

/** The one name that a field or a row around the secret gives it. */
function labelOf({ place, root }: Fit): string {
  const scope = is(root, DIALOGS) ? root : (place.closest('section,form,table,dl') ?? place);
  const [label, other] = all<HTMLLabelElement>(scope, 'label,dt,tbody th')
    .filter((one) => isName(spell(one.textContent)))
    .map((one) => one.control ?? one.nextElementSibling ?? one);
  return label && !other ? textOf(label) : '';
}

function read(url: URL, page: Document): Reading | undefined {
  if (MANUAL.test(url.href)) return undefined;
  const [one, other] = findFits(page);
  if (!one || other || !isOne(one, url, page)) return undefined;
  const label = labelOf(one);
  return { kind: 'created', ...(label && { label }), secret: one.text };
}

/**
 * Finds a fresh app password on a page of nobody that is known, once the user asks to look at it: the one that the
 * page shows for copying, under or beside words for it, or alone in a dialog that says nothing else of it. What is in
 * an editable field is left alone. A missed secret can be selected by hand, a wrong one does harm.
 */
export const reader: Reader = { ...site, asked: true, read };
