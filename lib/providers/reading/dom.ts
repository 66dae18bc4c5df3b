import { AppError } from '../../errors';
import { parentOf, UNSEEN } from './see';
import { marks } from './vocabulary';

/** Helpers for reading pages whose markup is known. They force no layout, and ask for a style where marks may be old. */

export const BUTTONS = 'button,[role=button]';

/** White space runs folded to one space, trimmed. */
export function fold(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

function isUnseen(element: Element): boolean {
  if (element.matches(`${marks.never},svg`) || UNSEEN.test(element.getAttribute('style') ?? '')) return true;
  // Pages forget to take this mark off when they show what it hid.
  return element.matches('[aria-hidden=true]') && !element.checkVisibility();
}

/** True when the element or anything around it is marked as hidden. */
export function isHidden(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) if (isUnseen(at)) return true;
  return false;
}

/** The error of a page that is ours and shows `step`, but without the secret. */
export function changed(id: string, step = 'result'): AppError {
  const details = { provider: id, part: `${step} step: secret` };
  return new AppError('provider-page-changed', id, { details });
}
