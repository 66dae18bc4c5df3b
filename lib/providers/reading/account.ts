import { isDrawn } from './eye';
import type { Frame, View } from './see';
import { ADDRESS, fold, spell } from './text';
import { says } from './vocabulary';

/** Finds whose account a page is about. */

const HEADER =
  'header,[role=banner],nav,[role=navigation],[role=menubar],[class*=avatar i],[class*=persona i],[class*=account-menu i],[class*=header i],[id*=header i],[class*=topbar i],[class*=navbar i]';
const NAMED = '[aria-label*="@"],[title*="@"],[alt*="@"]';
const ROWS = 'li,tr,[role=row],[role=listitem]';
const MOST = 60;

/** The address in a text, without what a sentence puts after it. */
function addressIn(text: string | null | undefined): string | undefined {
  return ADDRESS.exec(fold(text))?.[0].replace(/[.…]+$/, '');
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
 * address of the page, else the only one that the page shows. `undefined` where two are as likely.
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
    if (address && mark.kind !== 'title') {
      const frames = mark.frames.map(({ element }) => element);
      const isInStep = step && at >= step.start && at < step.end;
      const isOwn =
        isInStep && (says('user', label) || says('user', spell(mark.text).replace(spell(address), '')));
      if (isOwn && !says('recovery', label)) note(address, 4);
      else if (frames.some((one) => one.matches(HEADER))) note(address, 3);
      else if (
        !frames.some((one) => one.matches(`${ROWS},footer,a[href^="mailto:"]`)) &&
        mark.kind !== 'field'
      )
        note(address, 1);
    }
    label = mark.kind === 'text' ? spell(mark.text) : '';
  });
  for (const element of [...page.querySelectorAll(NAMED)].slice(0, MOST)) {
    const named =
      element.getAttribute('aria-label') ?? element.getAttribute('title') ?? element.getAttribute('alt');
    const isRow = element.closest(ROWS) && !element.closest(HEADER);
    if (!isRow && isDrawn(element)) note(addressIn(named), element.matches('input') ? 1 : 3);
  }
  for (const part of `${url.pathname}${url.search}${url.hash}`.split(/[/?&#=]/))
    note(addressIn(decode(part)), 2);
  const [[best, rank] = [undefined, 0], second] = [...ranks].sort((one, other) => other[1] - one[1]);
  return second?.[1] === rank ? undefined : best;
}
