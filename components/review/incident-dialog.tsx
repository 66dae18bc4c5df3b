import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Response } from '../../lib/messaging/protocol';
import { Dialog } from '../kit/dialog';
import { answerMany } from '../state/answer-many';
import { nameProvider, providers } from '../state/entries';
import { ask, attempt } from '../state/session';
import { Affected, type AffectedEntry, type Happened, What, Which } from './incident-steps';

type Groups = Response<'state.groups'>;

const titles: Record<Happened, () => string> = {
  changed: () => i18n.t('incident.which.changed'),
  lost: () => i18n.t('incident.which.lost'),
  left: () => i18n.t('incident.which.left'),
};

const labels: Record<Happened, () => string> = {
  changed: () => i18n.t('incident.whose'),
  lost: () => i18n.t('incident.device'),
  left: () => i18n.t('field.account'),
};

interface Affect {
  provider?: string;
  entries: readonly AffectedEntry[];
}

/** What a choice means: the app passwords of an account whose password changed, or of a device or an account. */
async function findAffected(
  happened: Happened,
  place: number,
  { owners, devices, accounts }: Groups,
  labelOf: (id: string) => string,
): Promise<Affect | undefined> {
  const list = (ids: readonly string[], fate: AffectedEntry['fate']) =>
    ids.map((id) => ({ id, label: labelOf(id), fate }));
  if (happened !== 'changed') {
    const group = (happened === 'lost' ? devices : accounts).filter(({ name }) => name !== '')[place];
    return { entries: list(group?.ids ?? [], 'alive') };
  }
  const owner = owners[place];
  const found = owner && (await attempt(() => ask('state.changed', owner)));
  if (!found) return undefined;
  const sure = [...list(found.ended, 'revoked'), ...list(found.alive, 'alive')];
  return { provider: owner.provider, entries: [...sure, ...list(found.unsure, 'unsure')] };
}

/** The names among which the second step chooses. */
function listNames(happened: Happened, { owners, devices, accounts }: Groups): string[] {
  if (happened !== 'changed')
    return (happened === 'lost' ? devices : accounts).flatMap(({ name }) => name || []);
  return owners.map(({ provider, site, account }) =>
    [nameProvider(provider), account, site].filter(Boolean).join(' · '),
  );
}

/** What happened outside, which account or device it concerns, and what becomes of the app passwords: three steps. */
export function IncidentDialog(props: { labelOf: (id: string) => string; onClose: () => void }) {
  const { labelOf, onClose } = props;
  const step = useRef<HTMLDivElement>(null);
  const [groups, setGroups] = useState<Groups>();
  const [happened, setHappened] = useState<Happened>();
  const [affected, setAffected] = useState<Affect>();
  const place = affected ? 3 : happened ? 2 : 1;

  useEffect(() => {
    // What was answered a moment ago may have changed what is in use.
    void attempt(() => ask('state.groups', {})).then((found) => (found ? setGroups(found) : onClose()));
  }, []);

  // Each step begins at its first control.
  useEffect(() => {
    step.current?.querySelector<HTMLElement>('button, select, input')?.focus();
  }, [groups, place]);

  async function mark(ids: readonly string[], how: 'revoke' | 'revoked') {
    const rest = (affected?.entries ?? []).filter(({ id }) => !ids.includes(id));
    const others = rest.filter(({ fate }) => (fate === 'revoked') !== (how === 'revoked'));
    if (others.length > 0) setAffected({ ...affected, entries: others });
    else onClose();
    await answerMany(ids, how, i18n.t(how === 'revoke' ? 'incident.marked' : 'undo.revoked'));
  }

  if (!groups) return null;
  const back = () => (affected ? setAffected(undefined) : setHappened(undefined));
  const facts = providers.value.find(({ id }) => id === affected?.provider)?.facts ?? [];
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
            label={labels[happened]()}
            names={listNames(happened, groups)}
            onChoose={async (at) => setAffected(await findAffected(happened, at, groups, labelOf))}
          />
        )}
        {affected && <Affected entries={affected.entries} facts={facts} onMark={mark} />}
        <div class="line">
          {happened && <Bare words={i18n.t('incident.back')} onClick={back} />}
          <Bare words={i18n.t('incident.cancel')} onClick={onClose} />
        </div>
      </div>
    </Dialog>
  );
}

function Bare({ words, onClick }: { words: string; onClick: () => void }) {
  return (
    <button type="button" class="button button-bare" onClick={onClick}>
      {words}
    </button>
  );
}
