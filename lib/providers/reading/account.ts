import { columnOf } from './around';
import { isDrawn } from './eye';
import { nameOf } from './see';
import { ADDRESS, fold, spell } from './text';
import type { Frame, Mark, View } from './view';
import { marks, partsIn, says } from './vocabulary';

/** Finds whose account a page is about. */

const MOST = 60;

/** The address in a text, without what a sentence puts after it. */
function addressIn(text: string | null | undefined): string | undefined {
  return text?.includes('@') ? ADDRESS.exec(fold(text))?.[0].replace(/[.…]+$/, '') : undefined;
}

/** The name with which one signs in, where a page gives one that is no address: after words that say so, or as "@name". */
function nameIn(
  { kind, element, text }: Mark,
  isInHeader: () => boolean,
  label: () => string,
): string | undefined {
  const [, lead = '', tail = ''] = partsIn('told', text);
  const [, at = '', name] = partsIn('login', tail || text);
  if (!name) return undefined;
  if (at && isInHeader()) return name;
  const isOne = /text|held/.test(kind) && name === (tail || text);
  if (!isOne || !(tail || element.closest(marks.value))) return undefined;
  return says('login', `· ${spell(tail ? lead : nameOf(element) || label())}:`) ? name : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The address of the account: from beside the secret, from the page's header or what it calls its picture, from the
 * address of the page, else the only one that the page shows; where it shows none, the name to sign in with.
 * `undefined` where two are as likely.
 */
export function findAccount(
  view: View,
  page: Document,
  url: URL,
  step: Frame | undefined,
): string | undefined {
  const ranks = new Map<string, number>();
  const note = (address: string | undefined, rank: number) => {
    if (address) ranks.set(address, Math.max(rank, ranks.get(address) ?? 0));
  };
  let label = '';
  view.marks.forEach((mark, at) => {
    const address = addressIn(mark.text);
    const isInStep = step && at >= step.start && at < step.end;
    // An element around the whole step is no header.
    const isInHeader = () =>
      mark.frames.some(
        ({ element, start, end }) =>
          element.matches(marks.header) && !(step && start <= step.start && end >= step.end),
      );
    const column = () => spell(columnOf(mark.element));
    const rank = isInStep ? 0.8 : 0.5;
    if (!address)
      note(
        nameIn(mark, isInHeader, () => column() || label),
        rank,
      );
    else if (mark.kind !== 'title') {
      const beside = [label, column(), spell(mark.text).replace(spell(address), '')];
      const isOwn = isInStep && beside.some((words) => says('user', words));
      if (isOwn && !says('recovery', label)) note(address, 4);
      else if (isInHeader()) note(address, 3);
      else if (
        beside.some((words) => says('login', words)) ||
        (!mark.frames.some(({ element }) => element.matches(marks.others)) && mark.kind !== 'field')
      )
        note(address, 1);
    }
    label = mark.kind === 'text' ? spell(mark.text) : '';
  });
  for (const element of [...page.querySelectorAll(marks.addressed)].slice(0, MOST)) {
    const named =
      element.getAttribute('aria-label') ?? element.getAttribute('title') ?? element.getAttribute('alt');
    const isRow = element.closest(marks.row) && !element.closest(marks.header);
    if (!isRow && isDrawn(element)) note(addressIn(named), element.matches('input') ? 1 : 3);
  }
  for (const part of `${url.pathname}${url.search}${url.hash}`.split(/[/?&#=]/))
    note(addressIn(decode(part)), 2);
  const [[best, rank] = [undefined, 0], second] = [...ranks].sort((one, other) => other[1] - one[1]);
  return second?.[1] === rank ? undefined : best;
}
