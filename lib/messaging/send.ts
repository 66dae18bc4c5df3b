import { browser } from '../browser';
import { AppError, type ErrorCode } from '../errors';
// Types only: the run-time import would put zod into every page.
import type { Name, Request, Response } from './protocol';

/** What crosses the line: an answer, or the code of what went wrong. */
export type Answer<N extends Name> = { response: Response<N> } | { error: { code: ErrorCode } };

/**
 * Sends a message to the background and resolves with its answer.
 * @throws AppError with the code the background answered; `message-unanswered` when it did not answer
 *   (the extension was updated or removed under an open page).
 */
export async function send<N extends Name>(name: N, request: Request<N>): Promise<Response<N>> {
  const answer: Answer<N> | undefined = await browser.runtime
    .sendMessage({ name, request })
    .catch(() => undefined);
  if (answer === undefined) throw new AppError('message-unanswered', name);
  if ('error' in answer) throw new AppError(answer.error.code, name);
  return answer.response;
}

/** What the background tells the content script of a tab. */
export interface PageTask {
  /** Read the page now, and answer what was found. */
  look?: true;
  /** Id of a capture that was answered elsewhere: its card has nothing left to ask. */
  answered?: string;
}
