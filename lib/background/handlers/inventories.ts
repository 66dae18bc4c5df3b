import type { InventoryReport } from '../../messaging/review-shapes';
import type { Handlers } from '../../messaging/serve';
import type { AppPassword } from '../../model';
import { adopt, type List } from '../../review/inventory/reconcile';
import { record } from '../../review/log';
import { createPace } from '../pace';
import type { Services } from '../services';
import { applyInventory, compareInventory, readRow, type SeenInventory } from '../services/inventories';
import { cleanText } from '../services/texts';
import { pageOf } from './page';

type ListMessage = Extract<keyof Handlers, `list.${string}`>;

/** What providers' own pages list, and what of it is not in the vault. */
export function inventoryHandlers({
  session,
  inventories,
  reminders,
  now,
}: Services): Pick<Handlers, ListMessage> {
  const pace = createPace(now);
  return {
    'list.offer': async ({ provider, pressed, ...list }, context) => {
      const { url, tabId } = pageOf(context);
      // While locked nothing is known outside the vault of providers and labels, so a list is not even remembered.
      const open = await session.peek();
      if (open === undefined) return {};
      const shown = { provider, site: url.host, tabId, at: now(), list: list as List };
      const seen = await inventories.note(shown, pressed);
      await pace(tabId, async () => {
        // It may have been locked while this waited.
        const still = await session.peek();
        if (still && (await applyInventory(still, seen))) await reminders.update(await still.entries());
      });
      return {};
    },
    'list.all': async () => {
      const open = await session.use();
      const entries = await open.entries();
      const seen = await inventories.all();
      return { lists: seen.toReversed().map((one) => reportOf(one, entries)) };
    },
    'list.adopt': async ({ name, rows }) => {
      const open = await session.use();
      const seen = (await inventories.all()).find((one) => one.key === name);
      // The page may have changed since it was shown: what is meant is the row that is still there under this name.
      const chosen = rows.flatMap(({ place, label }) => {
        const row = seen?.list.entries[place];
        return row && cleanText(row.label) === label ? [row] : [];
      });
      if (!seen || chosen.length === 0) return { ids: [] };
      const { provider, site, list, at } = seen;
      const account = cleanText(list.account ?? '');
      const made = await open.addAll(
        chosen.map((row) => ({
          entry: {
            ...record(
              adopt({ ...row, label: cleanText(row.label) }, { provider, site, account, now: now() }),
              now(),
              'adopted',
            ),
            ...readRow(row, list.account !== undefined),
            listed: at,
          },
          secret: '',
        })),
      );
      await reminders.update(await open.entries());
      return { ids: made.map(({ id }) => id) };
    },
  };
}

/** How many things of all lists the vault does not know or knows otherwise. */
export function countNews(seen: readonly SeenInventory[], entries: readonly AppPassword[]): number {
  return seen
    .map((one) => compareInventory(entries, one))
    .reduce((sum, { unknown, gone }) => sum + unknown.length + gone.length, 0);
}

function reportOf(seen: SeenInventory, entries: readonly AppPassword[]): InventoryReport {
  const { key, provider, site, at, list } = seen;
  const { matched, unknown, gone, doubtful, usage } = compareInventory(entries, seen);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const nameEntry = (id: string) => {
    const { label = '', created = 0 } = byId.get(id) ?? {};
    return { id, label, created };
  };
  const nameRow = (row: List['entries'][number]) => {
    const { label, created, expires, lastUsed, lastPlace } = row;
    const details = [created, expires, lastUsed, lastPlace]
      .map((text = '') => cleanText(text))
      .filter(Boolean);
    return { place: list.entries.indexOf(row), label: cleanText(label), details };
  };
  return {
    ...{ name: key, provider, site, at, complete: list.complete, account: cleanText(list.account ?? '') },
    ...{ matched: matched.length, count: usage.count, isNearlyFull: usage.high },
    ...(usage.limit !== undefined && { limit: usage.limit }),
    unknown: unknown.map(nameRow),
    gone: gone.map(({ id }) => nameEntry(id)),
    doubtful: doubtful.map(({ reason, entries: ids, rows }) => ({
      reason,
      entries: ids.map(nameEntry),
      rows: rows.map(nameRow),
    })),
  };
}
