import { type Known, type Weighed, weighText } from './evidence';
import { isDrawn, isSeen } from './eye';
import type { Fits } from './see';
import { inside, type Shown, type View } from './view';
import { marks, sumOf } from './vocabulary';
import { APART, ENOUGH, type Observation } from './weights';

/** Chooses among all texts of a page that may be a fresh app password. */

/** True for texts in rows of one list. */
function areRows(one: Element, other: Element): boolean {
  const row = one.closest(marks.row);
  const list = row?.closest('ul,ol,[role=list]');
  return !!list && row !== other.closest(marks.row) && list === other.closest('ul,ol,[role=list]');
}

/** Adds an observation that only all texts together show. */
function count(one: Weighed, observation: Observation): void {
  one.observations.push(observation);
  one.sum = sumOf('text', one.observations);
}

/** Most texts that are weighed; a page that shows more in a secret's form shows none. */
const MOST = 30;

/** All texts of a page that may be a fresh app password, the likeliest first, without those that are invisible. */
export function weighTexts(view: View, known: Known, fits: Fits): Weighed[] {
  // A name in the form of a secret is still a name.
  const fitting = view.shown
    .filter(({ text }) => fits(text) && text !== known.named)
    .filter(({ element }) => !known.typed?.(element) && !known.drafts);
  if (fitting.length > MOST) return [];
  const weighed = fitting.map((shown) => weighText(view, shown, known));
  const texts = new Set(fitting.map(({ text }) => text));
  // Of several rows that are nothing but such a text, none is the one that was made.
  const whole = view.shown.filter(({ frames, text }) => {
    const row = frames.find(({ element }) => element.matches(marks.row));
    return row && inside(view, row).every((mark) => mark.text === text);
  });
  for (const one of weighed) {
    const isAlike = ({ element, text }: Shown) =>
      text !== one.shown.text && text !== known.named && areRows(element, one.shown.element);
    if (whole.some(({ element }) => element === one.shown.element) && whole.some(isAlike))
      count(one, 'alike');
  }
  // What one place calls something else is something else wherever it stands, and so are the rows below it.
  for (const one of weighed) {
    const isSame = ({ shown }: Weighed) =>
      (shown.text === one.shown.text && !one.titled) || areRows(shown.element, one.shown.element);
    const other = weighed.find((other) => other.against.length && isSame(other));
    if (!other || one.against.length) continue;
    count(one, 'elsewhere');
    one.against = other.against;
  }
  if (texts.size === 1) for (const one of weighed) count(one, 'only');
  weighed.sort((one, other) => other.sum - one.sum);
  // Only what would count is worth a layout.
  const isThere = view.cut ? isDrawn : isSeen;
  return weighed.filter(({ shown, sum }, at) => sum < ENOUGH - APART || (at < 6 && isThere(shown.element)));
}

/** The fresh app password among them; none where two are as likely. */
export function decide(weighed: readonly Weighed[]): Weighed | undefined {
  const [first, ...rest] = weighed;
  if (!first || first.sum < ENOUGH) return undefined;
  const second = rest.find(({ shown }) => shown.text !== first.shown.text);
  return second && first.sum - second.sum < APART ? undefined : first;
}
