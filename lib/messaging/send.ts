import { browser } from '../browser';
import { AppError, type ErrorCode } from '../errors';
// Types only: the run-time import would put zod into every page.
import type { Name, Request, Response } from './protocol';

/** What crosses the line: an answer, or the code of what went wrong. */
export type Answer<N extends Name> = { response: Response<N> } | { error: { code: ErrorCode } };

/**
 * Sends a message to the background and resolves with its answer.
 * @throws AppError with the code the background answered; `message-unanswered` when nobody did
 *   (the extension was updated or removed under an open page).
 */
export async function send<N extends Name>(name: N, request: Request<N>): Promise<Response<N>> {
  let answer: Answer<N> | undefined;
  try {
    answer = (await browser.runtime.sendMessage({ name, request })) as Answer<N> | undefined;
  } catch (cause) {
    throw new AppError('message-unanswered', name, { cause });
  }
  if (answer === undefined) throw new AppError('message-unanswered', name);
  if ('error' in answer) throw new AppError(answer.error.code, name);
  return answer.response;
}
