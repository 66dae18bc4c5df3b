import type { Reading } from '../providers/provider';
import { fold } from '../providers/reading/text';
import type { Fresh } from './seen';

/** Secrets that a page shows before its form is sent: each counts once the server took it. */

/** A secret that counts once its form was sent, and the server took it. */
export type Drafted = { found: Fresh } & Pick<
  Extract<Reading, { kind: 'drafted' }>,
  'secret' | 'send' | 'taken' | 'refused'
>;

/** True when the page says a text as a whole, as a list does. */
function lists(page: Document, text: string): boolean {
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const isIt = fold(node.textContent) === text;
    if (isIt && node.parentElement?.checkVisibility()) return true;
  }
  return false;
}

/** True when the page shows an element that fits the selector. */
function shows(page: Document, selector: string): boolean {
  return [...page.querySelectorAll(selector)].some((one) => one.checkVisibility());
}

/** A server that has said nothing for this long (ms) after a draft was sent counts as having taken it. */
const ANSWER = 10_000;

export interface Drafts {
  /** What the page shows now as a draft, if anything: a draft counts as long as it is there. */
  show(draft: Drafted | undefined): void;
  /** True while the page shows a draft. */
  shown(): boolean;
  /** The user did something there: perhaps it sends the form. */
  press(event: Event, pressed: Element | undefined): void;
  /**
   * Reports a draft that was sent once the page took it, and forgets one that it refused.
   * @param leaving the page will say no more; one report too many is better than a lost secret.
   */
  settle(leaving?: true): void;
}

/** @param report is called once for each draft that was taken */
export function createDrafts(page: Document, report: (found: Fresh) => void): Drafts {
  let drafted: Drafted | undefined;
  /** A draft that was sent, until the page shows what became of it. */
  let sent: Drafted | undefined;
  let sentAt = 0;
  /** The form of the draft that was sent has gone since. */
  let isGone = false;

  return {
    show(draft) {
      drafted = draft;
    },
    shown: () => drafted !== undefined,
    press(event, pressed) {
      if (!drafted || !pressed) return;
      const { send } = drafted;
      // A click in a field sends nothing.
      const isField = event.type === 'click' && pressed.matches('input:not([type=submit],[type=button])');
      if (typeof send === 'string' ? !pressed.closest(send) : isField || !send(event.composedPath())) return;
      sent = drafted;
      sentAt = performance.now();
      isGone = false;
    },
    settle(leaving) {
      if (!sent) return;
      const { refused, taken } = sent;
      const isSame = drafted?.secret === sent.secret;
      // A form that comes back with the same secret was refused. One that stays with another secret may only have made
      // a new one, where its buttons are not known; any other new secret is the next one's, and the first was taken.
      const isBack = drafted && (isGone ? isSame : !isSame && typeof sent.send !== 'string');
      isGone ||= !drafted;
      // A form of unknown markup that is still there may not have been sent at all.
      const isStill = isSame && typeof sent.send !== 'string';
      const isLate = leaving || (drafted && !isSame) || (!isStill && performance.now() - sentAt > ANSWER);
      if (isBack || (refused && shows(page, refused))) sent = undefined;
      else if (isLate || (isGone && lists(page, sent.found.label)) || (taken && shows(page, taken))) {
        const found = { ...sent.found, ...(leaving && { leaving }) };
        sent = undefined;
        report(found);
      }
    },
  };
}
