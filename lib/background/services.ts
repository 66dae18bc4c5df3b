import type { Vault } from '../vault/vault';
import type { Captures } from './services/captures';
import type { Clipboard } from './services/clipboard';
import type { Deliveries } from './services/deliveries';
import type { FreshSaves } from './services/fresh-saves';
import type { Inventories } from './services/inventories';
import type { PageNotes } from './services/page-notes';
import type { Reminders } from './services/reminders';
import type { Session } from './services/session';
import type { Sites } from './services/sites';

/** What the handlers work with; put together once, when the background starts. */
export interface Services {
  vault: Vault;
  session: Session;
  captures: Captures;
  fresh: FreshSaves;
  reminders: Reminders;
  clipboard: Clipboard;
  sites: Sites;
  inventories: Inventories;
  pageNotes: PageNotes;
  deliveries: Deliveries;
  /** Opens one of our own pages, or brings it to the front where it is open. */
  openPage(path: string, options?: { behind?: boolean }): Promise<void>;
  /** Sets the alarm that removes deleted entries for good. */
  schedulePurge(at: number): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
}
