import { browser } from '../../browser';
import { createSerialQueue } from '../serial-queue';

const FRESH = 'fresh-saves';
/** When what was saved in a page has to be sent; only a poke. */
export const FRESH_ALARM = 'fresh-saves';
/** How long (ms) the user can undo what was saved in a page, while it stays out of password managers. */
export const WHILE = 120_000;
/** Most remembered; a page cannot have more than a few. */
const MOST = 50;

/** An entry that was saved in a page a moment ago. */
export interface FreshSave {
  entryId: string;
  captureId: string;
  /** Until when (ms) the user can undo it. */
  until: number;
}

/**
 * What was saved in pages a moment ago, where no guard is perfect: until its owner has had time to see it in our own
 * pages it can be undone, and is sent to no password manager. In memory only.
 */
export interface FreshSaves {
  note(saved: Omit<FreshSave, 'until'>): Promise<void>;
  /** Those whose while has not passed. */
  all(): Promise<FreshSave[]>;
  /** Ends the while of an entry; answers what it was, if it had one. */
  end(entryId: string): Promise<FreshSave | undefined>;
}

export function createFreshSaves(now: () => number): FreshSaves {
  const enqueue = createSerialQueue();
  async function all(): Promise<FreshSave[]> {
    const stored = await browser.storage.session.get(FRESH);
    const saves = (stored[FRESH] as FreshSave[] | undefined) ?? [];
    // A clock that was set back does not make a while longer.
    return saves.filter(({ until }) => until > now() && until - now() <= WHILE);
  }
  const write = (saves: FreshSave[]) => browser.storage.session.set({ [FRESH]: saves });
  return {
    all,
    note: (saved) =>
      enqueue(async () => {
        const until = now() + WHILE;
        const others = (await all()).filter(({ entryId }) => entryId !== saved.entryId);
        await write([...others, { ...saved, until }].slice(-MOST));
        await browser.alarms.create(FRESH_ALARM, { when: until + 1_000 });
      }),
    end: (entryId) =>
      enqueue(async () => {
        const saves = await all();
        await write(saves.filter((one) => one.entryId !== entryId));
        return saves.find((one) => one.entryId === entryId);
      }),
  };
}
