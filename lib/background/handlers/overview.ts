import type { Handlers } from '../../messaging/serve';
import { writeCalendar } from '../../review/calendar';
import { groupLive, sortAfterChange } from '../../review/incidents';
import { makeReport } from '../../review/report';
import { dueDays } from '../../review/schedule';
import { factsOf, isSiteOfOne, nameOf } from '../provider-info';
import type { Services } from '../services';
import { readSettings } from '../services/settings';

type StateMessage = Extract<keyof Handlers, `state.${string}`>;

/** What happened outside and what it means, and how everything stands for calendars and for auditors. */
export function stateHandlers(
  { vault, session, now }: Services,
  words: (count: number) => { summary: string; description?: string },
): Pick<Handlers, StateMessage> {
  return {
    'state.groups': async () => {
      const entries = await (await session.use()).entries();
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
      const entries = await (await session.use()).entries();
      const { ended, alive, unsure } = sortAfterChange(entries, { ...owner, at: now() }, factsOf);
      return { ended, alive, unsure };
    },
    'state.report': async () => {
      const entries = await (await session.use()).entries();
      return makeReport(entries, await readSettings(), nameOf, now());
    },
    'state.calendar': async () => {
      const entries = await (await session.use()).entries();
      const { vaultId = '' } = await vault.status();
      const days = dueDays(entries, await readSettings(), factsOf);
      const text = writeCalendar({ days, words, scope: vaultId, now: now() });
      return text === undefined ? {} : { text };
    },
  };
}
