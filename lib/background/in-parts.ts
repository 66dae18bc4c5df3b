import { AppError } from '../errors';

/** How long (ms) parts wait for the next: they hold secrets, and a caller at work does not take so long. */
const WAITS = 60_000;

/** A part of a request that is too large for one message. */
export interface Part {
  /** Which of them it is, from 0. */
  part?: number | undefined;
  /** There are others after it. */
  more?: true | undefined;
  /** What those that belong together share, so that two pages at once do not mix theirs. */
  run?: string | undefined;
}

/**
 * Makes what collects the parts of one request: it answers all of them with the last, nothing before. They are lost with
 * the worker, and then have to be sent again.
 * @throws AppError `message-unanswered` from what it makes, when a part before is gone
 */
export function createCollector<Request extends Part>(): (request: Request) => Request[] | undefined {
  let collected: Request[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (request) => {
    const { part = 0, more, run } = request;
    clearTimeout(timer);
    if (part === 0) collected = [];
    const isNext = part === collected.length && (part === 0 || collected[0]?.run === run);
    const all = isNext ? [...collected, request] : [];
    collected = more ? all : [];
    if (!isNext) throw new AppError('message-unanswered', 'a part before it is gone');
    timer = setTimeout(() => {
      collected = [];
    }, WAITS);
    return more ? undefined : all;
  };
}
