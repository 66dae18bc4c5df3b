import type { Handlers } from '../../messaging/serve';
import { providerById } from '../../providers';
import { writeCalendar } from '../../review/calendar';
import { groupLive, sortAfterChange } from '../../review/incidents';
import { sumUp } from '../../review/overview';
import { makeReport } from '../../review/report';
import { dueDays } from '../../review/schedule';
import { factsOf, isSiteOfOne, nameOf } from '../provider-info';
import type { Parts } from '../services';
import { compareList } from '../services/inventories';
import { readSettings } from '../services/settings';

type StateMessage = Extract<keyof Handlers, `state.${string}`>;

/** Most bars of the picture: more than anybody looks at. */
const MOST_BARS = 500;

/** Most ids sent of a heap. */
const MOST_LISTED = 200;

function heapOf(ids: readonly string[]): { count: number; ids: string[] } {
  return { count: ids.length, ids: ids.slice(0, MOST_LISTED) };
}

/** How everything stands, for eyes, for calendars and for auditors. */
export function stateHandlers(
  { vault, session, lists, now }: Parts,
  words: (count: number) => { summary: string; description?: string },
): Pick<Handlers, StateMessage> {
  return {
    'state.get': async () => {
      const { entries } = await (await session.use()).list();
      const seen = await lists.all();
      const { bars, needless, ...state } = sumUp({
        entries,
        settings: await readSettings(),
        facts: factsOf,
        servers: (provider) => providerById(provider)?.servers ?? [],
        lists: seen.map((one) => ({ name: one.provider, found: compareList(entries, one) })),
        now: now(),
      });
      let left = MOST_BARS;
      const shown = bars.map(({ provider, entries: all }) => {
        const some = all.slice(0, left);
        left -= some.length;
        return { provider, count: all.length, bars: some };
      });
      return {
        ...{ retired: heapOf(state.retired), gone: heapOf(state.gone), toRevoke: heapOf(state.toRevoke) },
        ...{ neverConfirmed: heapOf(state.neverConfirmed) },
        ...{ unknown: state.unknown, nearLimit: state.nearLimit },
        needless: needless.ids.length,
        openMail: needless.openMail.length,
        picture: shown.filter((one) => one.bars.length > 0),
        atDevice: groupLive(
          entries.filter(
            ({ snoozedFor, snoozedUntil = 0 }) => snoozedFor === 'device' && snoozedUntil > now(),
          ),
          ({ device, client }) => device || client,
        ),
      };
    },
    'state.groups': async () => {
      const { entries } = await (await session.use()).list();
      const live = entries.filter(({ status, deleted }) => status !== 'revoked' && deleted === undefined);
      const owners = new Map(
        live.map(({ provider, site, account }) => {
          const owner = { provider, site: isSiteOfOne(provider) ? site : '', account };
          return [JSON.stringify(owner).toLowerCase(), owner] as const;
        }),
      );
      return {
        devices: groupLive(entries, ({ device }) => device),
        accounts: groupLive(entries, ({ account }) => account),
        owners: [...owners.values()],
      };
    },
    'state.changed': async (owner) => {
      const { entries } = await (await session.use()).list();
      const { ended, alive, unsure } = sortAfterChange(entries, { ...owner, at: now() }, factsOf);
      return { ended, alive, unsure };
    },
    'state.report': async () => {
      const { entries } = await (await session.use()).list();
      return makeReport(entries, await readSettings(), nameOf, now());
    },
    'state.calendar': async () => {
      const { entries } = await (await session.use()).list();
      const { vaultId = '' } = await vault.status();
      const days = dueDays(entries, await readSettings(), factsOf);
      const text = writeCalendar({ days, words, scope: vaultId, now: now() });
      return text === undefined ? {} : { text };
    },
  };
}
