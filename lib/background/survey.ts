import type { DueItem, Review } from '../messaging/review-shapes';
import type { AppPassword } from '../model';
import { providerById } from '../providers';
import { groupLive } from '../review/incidents';
import type { Limits } from '../review/limits';
import { sumUp } from '../review/overview';
import type { Due } from '../review/reasons';
import { stepOf } from '../review/replace';
import { isHereAmong, rowOf } from './entry-row';
import { factsOf } from './provider-info';
import type { Parts } from './services';
import { compareList } from './services/inventories';

/** Most questions sent at once: more than anybody answers before the list is read again. */
const MOST = 200;
/** Most bars of the picture: more than anybody looks at. */
const MOST_BARS = 500;
/** Most ids sent of a heap. */
const MOST_LISTED = 200;

/** All that is asked, as the page shows it, and what the reminders need of it: the instants (ms) of `listStarts`. */
export interface Survey {
  review: Review;
  starts: number[];
}

/** Looks over all entries once: what is due, and how everything stands. */
export async function survey(
  { lists, now }: Pick<Parts, 'lists' | 'now'>,
  entries: readonly AppPassword[],
  settings: Limits,
): Promise<Survey> {
  const at = now();
  const seen = await lists.all();
  const { due, starts, bars, needless, ...state } = sumUp({
    entries,
    settings,
    facts: factsOf,
    servers: (provider) => providerById(provider)?.servers ?? [],
    lists: seen.map((one) => ({ name: one.provider, found: compareList(entries, one) })),
    now: at,
  });
  // What is decided and not done yet comes after what is still to be answered.
  const open = due.filter((item) => !isDecided(item));
  const asked = [...open, ...due.filter(isDecided)].slice(0, MOST);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const isHere = isHereAmong(entries);
  const next = due.length > 0 ? [] : starts.filter((start) => start > at).sort((a, b) => a - b);
  let left = MOST_BARS;
  const shown = bars.map(({ provider, entries: all }) => {
    const some = all.slice(0, left);
    left -= some.length;
    return { provider, count: all.length, bars: some };
  });
  const review: Review = {
    due: asked.flatMap((item) => {
      const entry = byId.get(item.id);
      return entry ? [itemOf(entry, item, isHere)] : [];
    }),
    open: open.length,
    total: due.length,
    ...(next[0] !== undefined && { next: next[0] }),
    state: {
      ...{ retired: heapOf(state.retired), gone: heapOf(state.gone), toRevoke: heapOf(state.toRevoke) },
      ...{ neverConfirmed: heapOf(state.neverConfirmed) },
      ...{ unknown: state.unknown, nearLimit: state.nearLimit },
      needless: needless.ids.length,
      openMail: needless.openMail.length,
      picture: shown.filter((one) => one.bars.length > 0),
      atDevice: groupLive(
        entries.filter(({ snoozedFor, snoozedUntil = 0 }) => snoozedFor === 'device' && snoozedUntil > at),
        ({ device, client }) => device || client,
      ),
    },
  };
  return { review, starts };
}

function isDecided({ reason }: Due): boolean {
  return reason === 'to-revoke' || reason === 'replacing';
}

function itemOf(entry: AppPassword, { id: _, ...due }: Due, isHere: (id: string) => boolean): DueItem {
  const { protocols, lastCopied, confirmed } = entry;
  const step = stepOf(entry, isHere);
  return {
    ...{ row: rowOf(entry), ...due, protocols },
    ...(lastCopied !== undefined && { lastCopied }),
    ...(confirmed !== undefined && { confirmed }),
    ...(step !== undefined && { step }),
  };
}

function heapOf(ids: readonly string[]): { count: number; ids: string[] } {
  return { count: ids.length, ids: ids.slice(0, MOST_LISTED) };
}
