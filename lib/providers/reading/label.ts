import { columnOf, hasWords, lookAround } from './around';
import { nameOf } from './see';
import { fold, QUOTED, spell } from './text';
import { inside, type Mark, type Shown, type View } from './view';
import { marks as marked, partsIn, says } from './vocabulary';

/** Finds the name that stands beside a secret, on pages of no known provider. */

/**
 * The name that a step shows beside a secret: as "Name: Scanner", in a row or column of its own, in quotes or set off
 * in a sentence before it, or still in the field where it was given; empty where it shows none, or several.
 * @param account the account's name, which is no label
 */
export function labelIn(view: View, shown: Shown | undefined, account = ''): string {
  if (!shown) return '';
  const { step } = lookAround(view, shown.element, shown.frames);
  const marks = inside(view, step).filter(({ text }) => text !== shown.text);
  const at = shown.frames[0]?.start ?? 0;
  const isAbout = ({ kind, frames }: Mark) =>
    /text|title/.test(kind) &&
    !frames.some((frame) => !shown.frames.includes(frame) && frame.element.matches(marked.header));
  // A box begins before what is in it.
  const before = marks.filter((mark) => (mark.frames[0]?.start ?? 0) <= at && isAbout(mark));
  const quoted = before.flatMap(({ text }) => [...text.matchAll(QUOTED)].map(([, name = '']) => name.trim()));
  const bare = (text: string) => text.replace(/[\s-]/g, '');
  // The account's name, and a text that contains the secret, is no label.
  const pick = (found: readonly string[]) =>
    onlyOne(found.filter((text) => text !== account && !bare(text).includes(bare(shown.text))));
  return (
    pick(namesIn(marks)) ||
    pick(inRow(marks, shown)) ||
    pick(quoted) ||
    pick(setOff(before)) ||
    pick(inFields(view))
  );
}

/** The one text among them that names no password and is no sentence; empty where there are several. */
function onlyOne(found: readonly string[]): string {
  const names = (text: string) => text && !/[.!?。！？]\s/.test(text) && !says('pass', spell(text));
  const [label = '', other] = new Set(found.filter(names));
  return other === undefined ? label : '';
}

/** What stands after a word for a name. */
function namesIn(marks: readonly Mark[]): string[] {
  const texts = marks.filter(({ kind }) => kind === 'text' || kind === 'held');
  return texts.flatMap(({ kind, element, text }, at) => {
    if (kind === 'held') return isName(nameOf(element) || (texts[at - 1]?.text ?? '')) ? fold(text) : [];
    const [, lead = '', rest = ''] = partsIn('led', text);
    if (isName(lead)) return rest;
    // A field has its own value, if any; and what is beside the head of a column is the next head.
    if ((element as Partial<HTMLLabelElement>).control) return [];
    const next = texts[at + 1];
    const isHead = element.closest(marked.head) && next?.element.closest(marked.head);
    return next?.kind === 'text' && !isHead && isName(text) && !isName(next.text) ? next.text : [];
  });
}

/** What the row of the secret has in the column of the names. */
function inRow(marks: readonly Mark[], { element }: Shown): string[] {
  const row = element.closest(marked.line);
  const found = marks.find(
    (mark) =>
      mark.kind === 'text' &&
      row &&
      mark.element.closest(marked.line) === row &&
      isName(columnOf(mark.element)),
  );
  return found ? [found.text] : [];
}

const SAYING = ['app', 'pass', 'token'] as const;

/** Words that a sentence sets off, as in "The token <b>Scanner</b> was made". */
function setOff(marks: readonly Mark[]): string[] {
  return marks.flatMap(({ element, text }) => {
    const parent = element.parentElement;
    // Asked by its tag first: to look for words around every text of a long page takes long.
    if (!/^(b|strong|em|i|q)$/.test(element.localName) || !hasWords(parent)) return [];
    const rest = spell(parent?.textContent?.replace(text, ''));
    return SAYING.some((kind) => says(kind, rest)) ? text : [];
  });
}

/** What still stands in fields for a name, wherever these are. */
function inFields({ marks }: View): string[] {
  return marks.flatMap(({ kind, element, text }, at) => {
    if (kind !== 'field') return [];
    const label = nameOf(element) || element.getAttribute('placeholder') || (marks[at - 1]?.text ?? '');
    return isName(label) ? fold(text) : [];
  });
}

/** True for the short words beside a name that a person gave, and for nothing that is a password's. */
function isName(text: string): boolean {
  const spelled = spell(text);
  return spelled.length < 30 && says('name', spelled) && !says('pass', spelled) && !says('user', spelled);
}
