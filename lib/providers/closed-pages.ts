import { BUTTONS, COPY, DIALOGS, findMain, fold, isHidden, readSteps, spell } from './dom';
import type { Reading, Site } from './provider';

/**
 * Reading of pages that only their owners know: what `readSteps` finds counts when the place where it is found
 * speaks for it as well. A missed secret can be pasted by hand, a wrong one does harm.
 */

const TITLES = 'h1,h2,h3,h4,h5,h6,[role=heading],legend';
const NAME_FIELDS = 'input[type=text],input:not([type])';
/** What shows a value to take along. */
export const HELD =
  'input[readonly]:not([type=password]),textarea[readonly],code,kbd,samp,pre,output,[style*=monospace]';
/** The newest open dialog; without any, the part of the page that is there for its content; none that is huge. */
function findRoot(page: Document): Element | undefined {
  const dialogs = [...page.querySelectorAll(DIALOGS)].slice(-20).reverse();
  const root = dialogs.find((dialog) => !isHidden(dialog)) ?? findMain(page);
  return root.querySelectorAll('*').length > 5000 ? undefined : root;
}

/** True when a title that the place is under, or that of its dialog, has one of the names, separated by commas. */
function isTitled(root: Element, place: Element, names: string): boolean {
  const labels = (root.getAttribute('aria-labelledby') ?? '').split(' ');
  const texts = labels.map((id) => root.ownerDocument.getElementById(id)?.textContent);
  texts.push(root.getAttribute('aria-label') ?? '');
  let level = 7;
  for (const title of [...root.querySelectorAll(TITLES)].slice(0, 50).reverse()) {
    // 4: the place follows it.
    if (!(title.compareDocumentPosition(place) & 4) || isHidden(title)) continue;
    const own = +(title.getAttribute('aria-level') ?? /\d/.exec(title.localName)?.[0] ?? 2);
    if (own >= level) continue;
    level = own;
    texts.push(title.textContent);
  }
  const title = spell(texts.join(' '));
  return spell(names)
    .split(',')
    .some((name) => title.includes(name));
}

function textOf(place: Element): string {
  return fold(place.matches('input,textarea') ? (place as HTMLInputElement).value : place.textContent);
}

/** True when the controls nearest to the place, those of one container, copy; those of a row in a list delete it. */
function isCopied(root: Element, place: Element): boolean {
  let at: Element | null = place;
  for (let climbed = 0; at && climbed < 4; climbed++) {
    // A dialog is one container, the content of a whole page is many.
    if (at === root && !at.matches(DIALOGS)) return false;
    const buttons = [...at.querySelectorAll(BUTTONS)];
    if (buttons.length) return buttons.some((button) => COPY.test(button.outerHTML));
    at = at === root ? null : at.parentElement;
  }
  return false;
}

/** The places in the step that hold a value, under one of the names; none while the step is at work. */
function findHeld(root: Element, names: string | undefined, held: string): Element[] {
  if (root.querySelector('[aria-busy=true],[role=progressbar]')) return [];
  return [...root.querySelectorAll(held)]
    .slice(0, 50)
    .filter(
      (place) => !place.querySelector(held) && !isHidden(place) && (!names || isTitled(root, place, names)),
    );
}

/**
 * The secret that the one place of its form holds, even beside a picture to scan; only in a step that speaks of
 * copying and asks for nothing.
 * @param names without it the address says that this is about app passwords.
 */
export function readHeld(
  { shape }: Site,
  page: Document,
  names: string | undefined,
  held: string,
): Reading | undefined {
  const root = findRoot(page);
  if (!root) return undefined;
  const asks = [...root.querySelectorAll<HTMLInputElement>('input,textarea')].some(
    (field) => !field.readOnly && !/^(checkbox|radio|hidden|button|submit)$/.test(field.type),
  );
  const texts = findHeld(root, names, held)
    .map(textOf)
    .filter((text) => shape.shown.test(text));
  const [secret, other] = new Set(texts);
  return secret && !other && !asks && COPY.test(root.innerHTML) ? { kind: 'created', secret } : undefined;
}

/**
 * Reads the step that asks for a name and the one that shows a secret.
 * @param names what an app password may be called in titles, separated by commas.
 * @param own nothing but app passwords is at this address, so that titles may be in any language.
 * @throws AppError `provider-page-changed` when something to copy is held under one of the names, but of another form.
 */
export function readClosedPage(site: Site, page: Document, names: string, own: boolean): Reading | undefined {
  const root = findRoot(page);
  if (!root) return undefined;
  const needed = own ? undefined : names;
  const isAbout = (place: Element) => !needed || isTitled(root, place, needed);
  let reading: Reading | undefined;
  try {
    reading = readSteps(site, page, root, names);
  } catch (error) {
    // Server names and customer numbers are held too, but elsewhere.
    if (findHeld(root, names, HELD).some((place) => isCopied(root, place))) throw error;
  }
  if (reading?.kind === 'naming') {
    const field = [...root.querySelectorAll(NAME_FIELDS)].find((one) => !isHidden(one));
    // What has a secret's form may be one, in a field that happens to be editable.
    return field && isAbout(field) && !site.shape.shown.test(reading.label) ? reading : undefined;
  }
  if (reading?.kind !== 'created') return undefined;
  const { secret } = reading;
  const shown = [...root.querySelectorAll('*')].filter((place) => textOf(place).includes(secret)).pop();
  if (!shown || !isAbout(shown)) return undefined;
  if (isCopied(root, shown)) return reading;
  // Without a control that copies, only what alone is held.
  const [held, other] = findHeld(root, needed, HELD);
  return held && !other && held.contains(shown) ? reading : undefined;
}
