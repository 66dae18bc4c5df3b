import type { AppPassword, Undo } from '../model';
import { findStep } from '../review/undo';
import type { OpenVault } from '../vault/vault';
import type { Parts } from './services';

/** Changes an entry and what follows from it; answers what it is now, and what undoes the change. */
export type ChangeEntry = (
  id: string,
  work: (entry: AppPassword) => AppPassword,
) => Promise<{ entry: AppPassword; undo: Undo }>;

export function createChange({ session, reminders }: Pick<Parts, 'session' | 'reminders'>): ChangeEntry {
  return async (id, work) => {
    const open = await session.use();
    const undo = await changeEntries(open, [id], work);
    const entry = await open.get(id);
    await reminders.update((await open.list()).entries);
    return { entry, undo };
  };
}

/** Changes entries in one commit; answers what undoes it. Ids that are unknown are passed over. */
export async function changeEntries(
  open: OpenVault,
  ids: readonly string[],
  work: (entry: AppPassword) => AppPassword,
): Promise<Undo> {
  const edits = await open.updateAll(ids, work);
  return { changed: edits.map(({ before, entry }) => findStep(before, entry)), added: [] };
}
