import type { AppPassword } from '../../lib/model';
import { reload } from '../own-pages/entries';
import { ask, attempt } from '../own-pages/session';
import { putBack, sayDone } from './undo';

/** Answers the review of several entries alike, says so, and offers to take all of it back. */
export async function answerMany(
  ids: readonly string[],
  kind: 'revoke' | 'revoked',
  said: string,
): Promise<void> {
  const before: AppPassword[] = [];
  await attempt(async () => {
    for (const id of ids) before.push((await ask('review.answer', { id, answer: { kind } })).before);
  });
  await reload();
  if (before.length === 0) return;
  sayDone(said, async () => {
    for (const entry of before) await putBack(entry);
  });
}
