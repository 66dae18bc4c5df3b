import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Response } from '../../lib/messaging/protocol';
import { Dialog } from '../kit/dialog';
import { answerMany } from '../state/answer-many';
import { nameProvider, providers } from '../state/entries';
import { ask, attempt } from '../state/session';
import { Affected, type AffectedEntry, type Happened, What, Which } from './incident-steps';

const titles: Record<Happened, () => string> = {
  changed: () => i18n.t('incident.which.changed'),
  lost: () => i18n.t('incident.which.lost'),
  left: () => i18n.t('incident.which.left'),
};

/** What happened outside, which account or device it concerns, and what becomes of the app passwords: three steps. */
export function IncidentDialog(props: { labelOf: (id: string) => string; onClose: () => void }) {
  const { onClose } = props;
  const step = useRef<HTMLDivElement>(null);
  const [groups, setGroups] = useState<Response<'state.groups'>>();
  const [happened, setHappened] = useState<Happened>();
  const [affected, setAffected] = useState<{ provider?: string; entries: readonly AffectedEntry[] }>();

  useEffect(() => {
    // What was answered a moment ago may have changed what is in use.
    void attempt(() => ask('state.groups', {})).then((found) => (found ? setGroups(found) : onClose()));
  }, []);

  const place = affected ? 3 : happened ? 2 : 1;

  // Each step begins at its first control.
  useEffect(() => {
    step.current?.querySelector<HTMLElement>('button, select, input')?.focus();
  }, [groups, place]);

  if (!groups) return null;
  const { owners } = groups;
  const named = { lost: groups.devices, left: groups.accounts };
  const choices = {
    changed: owners.map(({ provider, site, account }) =>
      [nameProvider(provider), account, site].filter(Boolean).join(' · '),
    ),
    lost: groups.devices.flatMap(({ name }) => name || []),
    left: groups.accounts.flatMap(({ name }) => name || []),
  };

  /** @param place the place of the choice among those of what happened */
  async function choose(place: number) {
    if (happened === 'changed') {
      const owner = owners[place];
      const found = owner && (await attempt(() => ask('state.changed', owner)));
      if (!found) return;
      const become = (ids: readonly string[], fate: AffectedEntry['fate']) =>
        ids.map((id) => ({ id, label: props.labelOf(id), fate }));
      const { ended, alive, unsure } = found;
      const entries = [...become(ended, 'revoked'), ...become(alive, 'alive'), ...become(unsure, 'unsure')];
      setAffected({ provider: owner.provider, entries });
    } else if (happened) {
      const ids = named[happened].filter(({ name }) => name !== '')[place]?.ids ?? [];
      setAffected({ entries: ids.map((id) => ({ id, label: props.labelOf(id), fate: 'alive' })) });
    }
  }

  async function mark(ids: readonly string[], how: 'revoke' | 'revoked') {
    const said = i18n.t(how === 'revoke' ? 'incident.marked' : 'undo.revoked');
    const rest = (affected?.entries ?? []).filter(({ id }) => !ids.includes(id));
    if (rest.some(({ fate }) => (fate === 'revoked') !== (how === 'revoked'))) {
      setAffected({ ...affected, entries: rest });
    } else {
      onClose();
    }
    await answerMany(ids, how, said);
  }

  const title = affected
    ? i18n.t('incident.affected')
    : happened
      ? titles[happened]()
      : i18n.t('incident.what');
  return (
    <Dialog title={title} onClose={onClose}>
      <p class="small soft">{i18n.t('incident.step', [place])}</p>
      <div ref={step} class="stack">
        {!happened && <What onChoose={setHappened} />}
        {happened && !affected && (
          <Which
            label={
              happened === 'changed'
                ? i18n.t('incident.whose')
                : happened === 'lost'
                  ? i18n.t('incident.device')
                  : i18n.t('field.account')
            }
            names={choices[happened]}
            onChoose={choose}
          />
        )}
        {affected && (
          <Affected
            entries={affected.entries}
            facts={providers.value.find(({ id }) => id === affected.provider)?.facts ?? []}
            onMark={mark}
          />
        )}
        <div class="line">
          {happened && (
            <button
              type="button"
              class="button button-bare"
              onClick={() => (affected ? setAffected(undefined) : setHappened(undefined))}
            >
              {i18n.t('incident.back')}
            </button>
          )}
          <button type="button" class="button button-bare" onClick={onClose}>
            {i18n.t('incident.cancel')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
