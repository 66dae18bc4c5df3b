import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Incidents } from '../../components/incidents';
import type { Response } from '../../lib/messaging/protocol';
import { entries, nameProvider, reload } from '../own-pages/entries';
import { ask, attempt } from '../own-pages/session';
import { putBack, sayDone } from './undo';

/** What happened outside, and what it means for the app passwords, wired. */
export function IncidentSection({ labelOf }: { labelOf: (id: string) => string }) {
  const [groups, setGroups] = useState<Response<'state.groups'>>();
  const loaded = entries.value;
  useEffect(() => {
    void attempt(async () => setGroups(await ask('state.groups', {})));
  }, [loaded]);
  if (!groups) return null;
  const { devices, accounts, owners } = groups;

  async function mark(ids: readonly string[], kind: 'revoke' | 'revoked') {
    const before: Parameters<typeof putBack>[0][] = [];
    await attempt(async () => {
      for (const id of ids) before.push((await ask('review.answer', { id, answer: { kind } })).before);
    });
    await reload();
    sayDone(i18n.t(kind === 'revoke' ? 'incident.marked' : 'undo.revoked'), async () => {
      for (const entry of before) await putBack(entry);
    });
  }

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
      onMark={mark}
    />
  );
}
