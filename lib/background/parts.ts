import type { Vault } from '../vault/vault';
import type { Captures } from './captures';
import type { Clipboard } from './clipboard';
import type { FreshSaves } from './fresh-saves';
import type { Handovers } from './handover';
import type { Lists } from './lists';
import type { PageNotes } from './page-notes';
import type { Reminders } from './reminders';
import type { Session } from './session';
import type { Sites } from './sites';

/** What the handlers work with; put together once, when the background starts. */
export interface Parts {
  vault: Vault;
  session: Session;
  captures: Captures;
  fresh: FreshSaves;
  reminders: Reminders;
  clipboard: Clipboard;
  sites: Sites;
  lists: Lists;
  pageNotes: PageNotes;
  handovers: Handovers;
  /** Opens one of our own pages, or brings it to the front where it is open. */
  openPage(path: string, options?: { behind?: boolean }): Promise<void>;
  /** Sets the alarm that removes deleted entries for good. */
  schedulePurge(at: number): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
}
