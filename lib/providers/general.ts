import { BUTTONS, COPY, DIALOGS, findMain, fold, isHidden } from './dom';
import type { Reader, Reading, Site } from './provider';

/** Where a page says what has just happened. */
const FRESH = '[role=alert],[role=status],[aria-live]';
const HELD = 'input[readonly],code,kbd,output';
/** Words of the screen, what is typed or put away, and prose, in which it would be a sample. */
const QUIET =
  'a,label,footer,pre,input:not([readonly]),[type=password],textarea,.hidden,article,[role=article]';
/** A page at work. */
const BUSY = '[aria-busy=true],[role=progressbar]';
/** Addresses of pages that explain. */
const MANUAL = /[./](docs?|help|wiki)[./]/;

/** App passwords by name. */
const NAMED =
  /\b(app(li[ck]\S*)?|anwendung\S*)s?( sp\S+)? ?(pass|kenn|wacht)|(passe|contras\S+|senha|has\S{2,3}|password (dell|per|spec)\S*|парол\S)( \S{1,3}| p\S{3}| e?sp\S+| внеш\S+)* (app(?!u)|apl|прил)|uygulama\S* (şif|par)|アプリ\S* ?パス|([应應专專]用|客户端)\S*密|مرور \S*تطبيق/;
/** What a person's own name for it is called. */
const NAME = /^(app ?)?(na+me?|no(m|mbr)e?|имя|ad|名前|名称|bezeichnung)$/;

const site: Site = {
  id: 'other',
  matches: [],
  access: 'self-hosted',
  // One piece, or four groups and more.
  shape: {
    shown: /^(app[-_])?([A-Za-z\d]{12,32}|[A-Za-z\d]{3,6}([ -])[A-Za-z\d]{3,6}(\3[A-Za-z\d]{3,6}){2,5})$/,
    ignored: '',
  },
};

/** Lower case, with one blank for what joins words. */
function spell(text: string | null | undefined): string {
  return fold(text?.toLowerCase().replace(/[\s'’‑_-]+/g, ' '));
}

/** The last of what fits; no page that shows one secret has more. */
function all<E extends Element = Element>(root: ParentNode, selector: string): E[] {
  return [...root.querySelectorAll<E>(selector)].slice(-300);
}

function textOf(place: Element): string {
  return fold(`${(place as HTMLInputElement).value || place.textContent}`);
}

/** True when a text is due to chance: no word, number, or sample. */
function isMade(text: string): boolean {
  const low = spell(text);
  const plain = low.replace(/ /g, '');
  // Words have vowels, and consonants that get along.
  return (
    !/^[\da-f]+$|(..?)\1{3}|abc|123|pass|word/.test(plain) &&
    plain.replace(/\d/g, '').length * 2 >= plain.length &&
    /\d\D+\d|[^aeiouy\d ]{5}|\b[^aeiouy\d ]{4}\b|[jvx][^aeiouylrtpc ]|[^aeiouylnr ][jx]/.test(low)
  );
}

/** A text in a secret's form, and the dialog that shows it, or the page's main part. */
interface Fit {
  place: Element;
  text: string;
  root: Element;
}

/** True when what is around the place speaks for an app password. */
function isOne({ place, text, root }: Fit): boolean {
  const zone = root.matches(DIALOGS) ? root : place.closest(FRESH);
  // Those of a row in a list delete it.
  const controls = all(place.closest(`:has(${BUTTONS})`) ?? root, BUTTONS);
  const copied = controls.some((one) => COPY.test(one.outerHTML));
  const titles = all(root, 'h1,h2,h3,[role=heading]');
  // 4: the place follows it. A title that speaks of something else is the last word.
  const title = titles.findLast((one) => one.compareDocumentPosition(place) === 4 && !isHidden(one)) ?? zone;
  const name = spell(title?.getAttribute('aria-label') ?? title?.textContent);
  if (!isMade(text) || root.querySelector(BUSY) || !NAMED.test(name)) return false;
  // On a page of many words it would be a sample.
  if (zone) return copied || !!place.closest(HELD);
  return place.localName === 'input' || (copied && root.querySelectorAll('p,li').length < 9);
}

/** The one name that a field or a row around the secret gives it. */
function labelOf({ place, root }: Fit): string {
  const scope = root.matches(DIALOGS) ? root : (place.closest('section,form,table,dl') ?? place);
  const [label, other] = all<HTMLLabelElement>(scope, 'label,dt,tbody th')
    .filter((one) => NAME.test(spell(one.textContent)))
    .map((one) => one.control ?? one.nextElementSibling ?? one);
  return label && !other ? textOf(label) : '';
}

function read({ href }: URL, page: Document): Reading | undefined {
  if (MANUAL.test(href)) return undefined;
  const main = findMain(page);
  const areas = [...all(page, DIALOGS), ...all(page, FRESH)];
  // Held, said a moment ago, or before a button.
  const places = [
    ...all(page, HELD),
    ...areas.flatMap((area) => all(area, '*')),
    ...all(page, BUTTONS).map((button) => button.previousElementSibling),
  ];
  const fits = new Map<string, Fit>();
  for (const place of places) {
    if (!place || place.firstElementChild) continue;
    const text = textOf(place);
    if (!site.shape.shown.test(text) || place.closest(QUIET) || isHidden(place)) continue;
    if (isMade(text) || place.matches(HELD))
      fits.set(text, { place, text, root: place.closest(DIALOGS) ?? main });
  }
  // Of two that are alike nobody knows which it is.
  const [one, other] = fits.values();
  if (!one || other || !isOne(one)) return undefined;
  const label = labelOf(one);
  return { kind: 'created', ...(label && { label }), secret: one.text };
}

/**
 * Finds a fresh app password on a page of nobody that is known, once the user asks to look at it: the one that the
 * page shows for copying, under words for it. Shadow roots are not looked into, and what is in an editable field is
 * left alone. A missed secret can be selected by hand, a wrong one does harm.
 */
export const reader: Reader = { ...site, asked: true, read };
