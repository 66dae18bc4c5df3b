import { i18n } from '#i18n';
import type { ManyAnswer } from '../../lib/model';
import { reload } from './entries';
import { ask, attempt } from './session';
import { sayDone } from './undo';

/** Gives several entries the same answer, says so, and offers to undo all of it. */
export async function answerMany(ids: readonly string[], answer: ManyAnswer, said: string): Promise<void> {
  const answered = await attempt(() => ask('review.answer-all', { ids: [...ids], answer }));
  await reload();
  const missing = answered?.missing ?? ids.length;
  const words = missing > 0 ? i18n.t('undo.unchanged', missing) : '';
  if (!answered || missing === ids.length) sayDone(words);
  else sayDone([said, words].filter(Boolean).join(' '), answered.undo);
}
