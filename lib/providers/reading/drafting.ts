import type { Drafting, Moment, Reading } from '../provider';
import { lookAround } from './around';
import { findAccount, findName, isCopy, stepOf, weigh } from './steps';
import { spell } from './text';
import { inside, type Mark, type View } from './view';
import { says, sumOf } from './vocabulary';
import { ENOUGH } from './weights';

/** Reads forms that show the secret before they are sent; only readers of software that has such bring this along. */

/**
 * A form that shows the secret before it is sent: field and name in one part of the page, with a button that is
 * neither for copying nor for giving up.
 */
export function readDraft(
  view: View,
  { pages, secretOf }: Drafting,
  url: URL,
  page: Document,
  moment?: Moment,
): Reading | undefined {
  const fits = (text: string) => secretOf(text) !== undefined;
  const { drafts: _, ...all } = pages;
  const { weighed, known } = weigh(view, fits, page, all, moment);
  const name = findName(view, {
    own: known.own,
    called: known.called,
    fits,
    strict: true,
    typed: known.typed,
  });
  // What a form with a name has filled in by itself needs no word beside it, but may have none of something else.
  const found = weighed.find(({ shown, observations }) => {
    if (!shown.editable) return false;
    const { caption } = lookAround(view, shown.element, shown.frames);
    const all = new Set<string>(observations).add('named');
    if (!caption || says('pass', caption)) all.delete('unsaidField');
    return sumOf('text', [...all]) >= ENOUGH;
  });
  if (!found || !name?.label || name.label === found.shown.text) return undefined;
  const { text, frames } = found.shown;
  const isSend = (mark: Mark) => !isCopy(mark) && !says('cancel', spell(mark.text));
  const form = frames.find(
    (frame) =>
      name.frames.some(({ element }) => element === frame.element) &&
      inside(view, frame, 'control').some(isSend),
  );
  if (!form) return undefined;
  const sends = inside(view, form, 'control').filter(isSend);
  // Enter in a field sends, too.
  const send = (path: readonly EventTarget[]) =>
    sends.some(({ element }) => path.includes(element)) ||
    ((path[0] as Partial<Element>).matches?.('input:not([type=button],[type=submit],[type=image])') &&
      path.includes(form.element)) === true;
  const whose = findAccount(view, page, url, stepOf(frames));
  return {
    kind: 'drafted',
    ...(whose && { account: whose }),
    label: name.label,
    secret: secretOf(text) ?? text,
    send,
  };
}
