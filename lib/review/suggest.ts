import type { AppPassword } from '../model';
import { DAY } from '../time';
import { readDay } from './dates';
import { findLimit, findOrder, type Limits } from './limits';
import type { Due, Suggestion } from './reasons';

/** Days back that count as lately. */
const LATELY = 90;
/** What a provider's list says in the place of a last use where there was none: a dash, or the word. */
const NEVER = /^(?:[^\p{L}\p{N}]+|never\b.*)$/iu;

/**
 * Suggests at `now` (ms) the answer to a question for which there is evidence; `undefined` where there is none, because
 * a suggestion without evidence would be a habit. That Spare Key knows of no use is no evidence: most providers never
 * say when an app password was used.
 */
export function suggest(
  entry: AppPassword,
  { reason }: Pick<Due, 'reason'>,
  settings: Limits,
  now: number,
): Suggestion | undefined {
  if (reason === 'retired') return { answer: 'revoke', because: 'retired' };
  if (reason === 'to-revoke') return { answer: 'revoked', because: 'decided' };
  if (reason === 'replacing') return undefined;
  if (isNeverUsed(entry)) return { answer: 'revoke', because: 'never-used' };
  const wasUsed = isLately(entry.lastCopied, now) || isLately(readDay(entry.lastUsed)?.[1], now);
  if (reason === 'unused') return wasUsed ? undefined : { answer: 'revoke', because: 'unused' };
  if (reason !== 'too-old') return undefined;
  if (isOrdered(entry, settings)) return { answer: 'replace', because: 'policy' };
  return wasUsed ? { answer: 'keep', because: 'used' } : undefined;
}

/** Whether the organisation has set the limit that holds for an entry. */
export function isOrdered(entry: Pick<AppPassword, 'provider' | 'limitDays'>, settings: Limits): boolean {
  const ordered = findOrder(entry, settings)?.limitDays ?? settings.ordered?.limitDays;
  return ordered !== undefined && findLimit(entry, settings) === ordered;
}

function isNeverUsed({ lastCopied, lastUsed }: AppPassword): boolean {
  return lastCopied === undefined && lastUsed !== undefined && NEVER.test(lastUsed.trim());
}

function isLately(instant: number | undefined, now: number): boolean {
  return instant !== undefined && instant > now - LATELY * DAY;
}
