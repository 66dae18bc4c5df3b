import { type Judged, judge, type Known } from './evidence';
import { isDrawn, isSeen } from './eye';
import { type Fits, ROWS, type View } from './see';
import { sumOf } from './vocabulary';
import { APART, ENOUGH } from './weights';

/** Chooses among all texts of a page that may be a fresh app password. */

/** True for texts in rows of one list. */
function areRows(one: Element, other: Element): boolean {
  const row = one.closest(ROWS);
  const list = row?.closest('ul,ol,[role=list]');
  return !!list && row !== other.closest(ROWS) && list === other.closest('ul,ol,[role=list]');
}

/** Most texts that are judged; a page that shows more in a secret's form shows none. */
const MOST = 30;

/** All texts of a page that may be a fresh app password, the likeliest first; what nobody sees is left out. */
export function judgeAll(view: View, known: Known, fits: Fits): Judged[] {
  // A name in the form of a secret is still a name.
  const fitting = view.shown
    .filter(({ text }) => fits(text) && text !== known.named)
    .filter(({ element }) => !known.typed?.(element) && !known.drafts);
  if (fitting.length > MOST) return [];
  const judged = fitting.map((shown) => judge(view, shown, known));
  const texts = new Set(fitting.map(({ text }) => text));
  // What one place calls something else is something else wherever it stands, and so are the rows below it.
  for (const one of judged) {
    const isSame = ({ shown }: Judged) =>
      (shown.text === one.shown.text && !one.titled) || areRows(shown.element, one.shown.element);
    const other = judged.find((other) => other.against.length && isSame(other));
    if (!other || one.against.length) continue;
    one.observations.push('elsewhere');
    one.sum = sumOf('text', one.observations);
    one.against = other.against;
  }
  for (const one of judged) {
    if (texts.size > 1) continue;
    one.observations.push('only');
    one.sum = sumOf('text', one.observations);
  }
  judged.sort((one, other) => other.sum - one.sum);
  // Only what would count is worth a layout.
  const isThere = view.cut ? isDrawn : isSeen;
  return judged.filter(({ shown, sum }, at) => sum < ENOUGH - APART || (at < 6 && isThere(shown.element)));
}

/** The fresh app password among them; none where two are as likely. */
export function decide(judged: readonly Judged[]): Judged | undefined {
  const [first, ...rest] = judged;
  if (!first || first.sum < ENOUGH) return undefined;
  const second = rest.find(({ shown }) => shown.text !== first.shown.text);
  return second && first.sum - second.sum < APART ? undefined : first;
}
