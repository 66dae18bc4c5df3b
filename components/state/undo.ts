import { effect, signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { Undo } from '../../lib/model';
import { reload } from './entries';
import { ask, attempt, unlocked } from './session';

const KEPT_FOR = 30_000;

/** What was just done, with the way to undo it. */
export const done = signal<{ said: string; undo?: () => Promise<void> }>();

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Says what was done and offers to undo it for 30 seconds; answers what it said.
 * @param how what the action changed, or what undoes it
 */
export function sayDone(said: string, how?: Undo | (() => Promise<unknown>)): typeof done.value {
  clearTimeout(timer);
  done.value = how ? { said, undo: () => undoNow(how) } : { said };
  timer = setTimeout(() => (done.value = undefined), KEPT_FOR);
  return done.value;
}

/** Undoes what was done, loads all again, and says so where some of it was changed meanwhile. */
export async function undoNow(how: Undo | (() => Promise<unknown>)): Promise<void> {
  done.value = undefined;
  const answered = await attempt(() => (typeof how === 'function' ? how() : ask('entry.undo', how)));
  await reload();
  const { left = 0 } = (answered ?? {}) as { left?: number };
  if (left > 0) sayDone(i18n.t('undo.left', left));
}

/** Forgets what was done when the vault locks: from then on it names nothing and undoes nothing. */
export function followUndo(): void {
  effect(() => {
    if (!unlocked.value) done.value = undefined;
  });
}
