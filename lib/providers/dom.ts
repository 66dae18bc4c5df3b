import { AppError } from '../errors';
import { parentOf } from './reading/see';

/** Helpers for reading pages whose markup is known. They force no layout. */

export const DIALOGS = '[role$=dialog],[aria-modal=true],dialog';
const HIDDEN = '[hidden],[inert],[aria-hidden=true],dialog:not([open],[role]),template,script,style,svg';
/** Inline styles that hide; computed ones would force layout. */
const UNSEEN = /display:\s*none|visibility:\s*hidden/;
export const BUTTONS = 'button,[role=button]';

/** White space runs folded to one blank, trimmed. */
export function fold(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

function isUnseen(element: Element): boolean {
  return element.matches(HIDDEN) || UNSEEN.test(element.getAttribute('style') ?? '');
}

/** True when the element or anything around it is marked as hidden. */
export function isHidden(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) if (isUnseen(at)) return true;
  return false;
}

/** The error of a page that is ours and shows `step`, but without `part`. */
export function changed(id: string, step: string, part: string): AppError {
  return new AppError('provider-page-changed', `${id}: ${step} step: ${part}`);
}
