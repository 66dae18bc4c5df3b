import type { DueItem, Review } from '../messaging/review-shapes';
import type { AppPassword } from '../model';
import { providerById } from '../providers';
import { groupLive } from '../review/incidents';
import { findLimit, type Limits } from '../review/limits';
import { type State, sumUp } from '../review/overview';
import type { Due } from '../review/reasons';
import { stepOf } from '../review/replace';
import { isOrdered, suggest } from '../review/suggest';
import { isHereAmong, rowOf } from './entry-row';
import { factsOf } from './provider-info';
import type { Services } from './services';
import { compareInventory } from './services/inventories';

/** Most questions sent at once: more than a user answers before the list is read again. */
const MOST = 200;
/** Most bars of the picture: more than a user looks at. */
const MOST_BARS = 500;
/** Most ids sent in a sample. */
const MOST_LISTED = 200;

/** All that is asked, as the page shows it, and what the reminders need of it: `starts` and `unfinished` of `State`. */
export interface Survey extends Pick<State, 'starts' | 'unfinished'> {
  review: Review;
}

/** Looks over all entries once: what is due, and how everything stands. */
export async function survey(
  { inventories, now }: Pick<Services, 'inventories' | 'now'>,
  entries: readonly AppPassword[],
  settings: Limits,
): Promise<Survey> {
  const at = now();
  const seen = await inventories.all();
  const { due, starts, unfinished, next, bars, needless, ...state } = sumUp({
    entries,
    settings,
    facts: factsOf,
    servers: (provider) => providerById(provider)?.servers ?? [],
    lists: seen.map((one) => ({ name: one.provider, found: compareInventory(entries, one) })),
    now: at,
  });
  // What is decided and not done yet comes after what is still to be answered.
  const isDecided = ({ reason }: Due) => reason === 'to-revoke' || reason === 'replacing';
  const open = due.filter((item) => !isDecided(item));
  const asked = [...open, ...due.filter(isDecided)].slice(0, MOST);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const isHere = isHereAmong(entries);
  let left = MOST_BARS;
  const shown = bars.map(({ provider, entries: all }) => {
    const some = all.slice(0, left);
    left -= some.length;
    return { provider, count: all.length, bars: some };
  });
  const review: Review = {
    due: asked.flatMap((item) => {
      const entry = byId.get(item.id);
      return entry ? [itemOf(entry, item, { isHere, settings, at })] : [];
    }),
    open: open.length,
    total: due.length,
    ...(open.length === 0 && next && { next: { at: next.at, label: byId.get(next.id)?.label ?? '' } }),
    state: {
      ...{ retired: sampleOf(state.retired), gone: sampleOf(state.gone), toRevoke: sampleOf(state.toRevoke) },
      ...{ neverConfirmed: sampleOf(state.neverConfirmed) },
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
  return { review, starts, unfinished };
}

interface Circumstances {
  isHere: (id: string) => boolean;
  settings: Limits;
  /** Milliseconds since 1970. */
  at: number;
}

function itemOf(entry: AppPassword, due: Due, { isHere, settings, at }: Circumstances): DueItem {
  const { protocols, lastCopied, confirmed } = entry;
  const { id: _, ...asked } = due;
  const step = stepOf(entry, isHere);
  const suggestion = suggest(entry, due, settings, at);
  const named = factsOf(entry.provider).find((fact) => fact.id === due.fact)?.protocols;
  return {
    ...{ row: rowOf(entry), ...asked, protocols, limitDays: findLimit(entry, settings) },
    ...(isOrdered(entry, settings) && { isOrdered: true as const }),
    ...(named && { retiredFor: protocols.filter((protocol) => named.some((one) => one === protocol)) }),
    ...(suggestion && { suggestion }),
    ...(lastCopied !== undefined && { lastCopied }),
    ...(confirmed !== undefined && { confirmed }),
    ...(step !== undefined && { step }),
  };
}

function sampleOf(ids: readonly string[]): { count: number; ids: string[] } {
  return { count: ids.length, ids: ids.slice(0, MOST_LISTED) };
}
