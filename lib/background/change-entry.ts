import type { AppPassword } from '../model';
import type { Parts } from './services';

/** Changes an entry and what follows from it; answers both states, so that it can be undone. */
export type ChangeEntry = (
  id: string,
  work: (entry: AppPassword) => AppPassword,
) => Promise<{ entry: AppPassword; before: AppPassword }>;

export function createChange({ session, reminders }: Pick<Parts, 'session' | 'reminders'>): ChangeEntry {
  return async (id, work) => {
    const open = await session.use();
    const before = await open.get(id);
    const entry = await open.update(id, work);
    await reminders.update((await open.list()).entries);
    return { entry, before };
  };
}
