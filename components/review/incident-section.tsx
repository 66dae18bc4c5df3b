import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Response } from '../../lib/messaging/protocol';
import { answerMany } from '../state/answer-many';
import { entries, nameProvider, providers, reloads } from '../state/entries';
import { ask, attempt, load } from '../state/session';
import { Incidents } from './incidents';

type Groups = Response<'state.groups'>;

/** What is in use by device and by account; `undefined` until the list is there, too. */
export function useGroups(): Groups | undefined {
  const [groups, setGroups] = useState<Groups>();
  const isLoaded = entries.value !== undefined;
  useEffect(() => {
    if (isLoaded) void load(async () => setGroups(await ask('state.groups', {})));
  }, [isLoaded, reloads.value]);
  return isLoaded ? groups : undefined;
}

/** What happened outside, and what it means for the app passwords, wired. */
export function IncidentSection({ groups, labelOf }: { groups: Groups; labelOf: (id: string) => string }) {
  const { devices, accounts, owners } = groups;

  return (
    <Incidents
      devices={devices}
      accounts={accounts}
      owners={owners.map(({ provider, site, account }) =>
        [nameProvider(provider), account, site].filter(Boolean).join(' · '),
      )}
      labelOf={labelOf}
      hrefOf={(id) => `#/entry/${id}`}
      onChanged={async (place) => {
        const owner = owners[place];
        return owner && attempt(() => ask('state.changed', owner));
      }}
      factsOf={(place) => {
        const id = owners[place]?.provider;
        return providers.value.find((card) => card.id === id)?.facts ?? [];
      }}
      onMark={(ids, kind) =>
        answerMany(ids, kind, i18n.t(kind === 'revoke' ? 'incident.marked' : 'undo.revoked'))
      }
    />
  );
}
