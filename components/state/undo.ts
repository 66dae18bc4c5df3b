import { effect, signal } from '@preact/signals';
import type { AppPassword, EntryChanges } from '../../lib/model';
import { reload } from './entries';
import { ask, attempt, unlocked } from './session';

const KEPT_FOR = 30_000;

/** What was just done, with the way to take it back. */
export const done = signal<{ said: string; undo?: () => Promise<void> }>();

let timer: ReturnType<typeof setTimeout> | undefined;

/** Says what was done and offers to take it back for 30 seconds; answers what it said. */
export function sayDone(said: string, undo?: () => Promise<unknown>): typeof done.value {
  clearTimeout(timer);
  done.value = undo
    ? {
        said,
        undo: async () => {
          done.value = undefined;
          await attempt(undo);
          await reload();
        },
      }
    : { said };
  timer = setTimeout(() => (done.value = undefined), KEPT_FOR);
  return done.value;
}

/** Puts an entry back as it was before an update or an answer. */
export function putBack(before: AppPassword): Promise<unknown> {
  const changes: EntryChanges = {
    provider: before.provider,
    site: before.site,
    label: before.label,
    account: before.account,
    client: before.client,
    device: before.device,
    protocols: before.protocols,
    notes: before.notes,
    tags: before.tags,
    created: before.created,
    status: before.status,
    // An absent field would mean "unchanged".
    confirmed: before.confirmed ?? null,
    keepUntil: before.keepUntil ?? null,
    snoozedUntil: before.snoozedUntil ?? null,
    snoozedFor: before.snoozedFor ?? null,
    replacedBy: before.replacedBy ?? null,
    replacing: before.replacing ?? null,
    limitDays: before.limitDays ?? null,
  };
  return ask('entry.update', { id: before.id, changes });
}

/** Forgets what was done when the vault locks: it names nothing and takes nothing back from then on. */
export function followUndo(): void {
  effect(() => {
    if (!unlocked.value) done.value = undefined;
  });
}
