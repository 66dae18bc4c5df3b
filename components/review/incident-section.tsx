import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Response } from '../../lib/messaging/protocol';
import { answerMany } from '../state/answer-many';
import { entries, nameProvider, providers, reloads } from '../state/entries';
import { ask, attempt, load } from '../state/session';
import { Incidents } from './incidents';

type Groups = Response<'state.groups'>;

/** What is in use by device and by account, `undefined` until the list is there, too; and what asks for it again. */
export function useGroups(): [Groups | undefined, refresh: () => void] {
  const [groups, setGroups] = useState<Groups>();
  const isLoaded = entries.value !== undefined;
  const refresh = () => void load(async () => setGroups(await ask('state.groups', {})));
  useEffect(() => {
    if (isLoaded) refresh();
  }, [isLoaded, reloads.value]);
  return [isLoaded ? groups : undefined, refresh];
}

/** What happened outside, and what it means for the app passwords, wired. */
export function IncidentSection(props: {
  groups: Groups;
  labelOf: (id: string) => string;
  /** Called when a question is opened: answers of the review may have changed what is in use. */
  onOpen: () => void;
}) {
  const { devices, accounts, owners } = props.groups;

  return (
    <Incidents
      devices={devices}
      accounts={accounts}
      owners={owners.map(({ provider, site, account }) =>
        [nameProvider(provider), account, site].filter(Boolean).join(' · '),
      )}
      labelOf={props.labelOf}
      onOpen={props.onOpen}
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
