import type { AppPassword, Undo } from '../model';
import { findStep } from '../review/undo';
import type { Services } from './services';

/** Changes an entry and what follows from it; answers what it is now, and what undoes the change. */
export type ChangeEntry = (
  id: string,
  work: (entry: AppPassword) => AppPassword,
) => Promise<{ entry: AppPassword; undo: Undo }>;

export function createChange({ session, reminders }: Pick<Services, 'session' | 'reminders'>): ChangeEntry {
  return async (id, work) => {
    const open = await session.use();
    const edits = await open.updateAll([id], work);
    const entry = await open.get(id);
    await reminders.update(await open.entries());
    return { entry, undo: { changed: edits.map((edit) => findStep(edit.before, edit.entry)), added: [] } };
  };
}
