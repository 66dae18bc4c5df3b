import { i18n } from '#i18n';
import type { AppPassword } from '../../lib/model';
import { reload } from './entries';
import { ask, leaveFailure, load } from './session';
import { putBack, sayDone } from './undo';

/** Answers the review of several entries alike, says so, and offers to take all of it back. */
export function answerMany(ids: readonly string[], kind: 'revoke' | 'revoked', said: string): Promise<void> {
  return changeMany(ids, said, (id) => ask('review.answer', { id, answer: { kind } }));
}

/** Asks about entries now that were put off. */
export function wake(ids: readonly string[]): Promise<void> {
  return changeMany(ids, i18n.t('review.awake'), (id) =>
    ask('entry.update', { id, changes: { snoozedUntil: null, snoozedFor: null } }),
  );
}

async function changeMany(
  ids: readonly string[],
  said: string,
  change: (id: string) => Promise<{ before: AppPassword }>,
): Promise<void> {
  leaveFailure();
  const before: AppPassword[] = [];
  // One that is gone meanwhile keeps the others from nothing.
  for (const id of ids) {
    const changed = await load(() => change(id));
    if (changed) before.push(changed.before);
  }
  await reload();
  const failed = ids.length - before.length;
  const words = failed > 0 ? i18n.t('undo.unchanged', failed) : '';
  if (before.length === 0) return void sayDone(words);
  sayDone([said, words].filter(Boolean).join(' '), async () => {
    for (const entry of before) await putBack(entry);
  });
}
