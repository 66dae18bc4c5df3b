import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { FactCard } from '../../lib/messaging/shapes';
import { FactList } from '../entry/fact-list';
import { EntryLinks } from '../entry/links';

/** Entries that have a device, an account or an owner in common. */
export interface IncidentGroup {
  /** What people read. */
  name: string;
  ids: readonly string[];
}

/** What a changed password means for the app passwords of its account. */
export interface ChangeOutcome {
  ended: readonly string[];
  alive: readonly string[];
  unsure: readonly string[];
}

interface Props {
  devices: readonly IncidentGroup[];
  accounts: readonly IncidentGroup[];
  /** Accounts at one provider each. */
  owners: readonly string[];
  labelOf: (id: string) => string;
  hrefOf: (id: string) => string;
  /** Called when a question is opened. */
  onOpen: () => void;
  /** Asks what the changed password of an owner (its place) means. */
  onChanged: (owner: number) => Promise<ChangeOutcome | undefined>;
  /** What is known of an owner's provider. */
  factsOf: (owner: number) => readonly FactCard[];
  /** Marks entries as to be revoked, or as revoked by the provider. */
  onMark: (ids: readonly string[], how: 'revoke' | 'revoked') => Promise<void>;
}

/** "I changed my password", "I lost a device", "someone left the team": what each means, and what to do about it. */
export function Incidents(props: Props) {
  const { devices, accounts, owners } = props;
  const [outcome, setOutcome] = useState<ChangeOutcome & { owner: number }>();
  if (owners.length === 0) return null;
  /** What is marked no longer is what it was. */
  const mark = (ids: readonly string[], how: 'revoke' | 'revoked') =>
    props.onMark(ids, how).then(() => setOutcome(undefined));
  return (
    <section class="stack-tight">
      <h2>{i18n.t('incident.heading')}</h2>
      <details onToggle={(event) => event.currentTarget.open && props.onOpen()}>
        <summary>{i18n.t('incident.changed')}</summary>
        <Choice
          label={i18n.t('incident.whose')}
          names={owners}
          action={i18n.t('incident.see')}
          onChoose={async (owner) => {
            const means = await props.onChanged(owner);
            setOutcome(means && { ...means, owner });
          }}
        />
        {outcome && (
          <div class="stack-tight">
            <FactList facts={props.factsOf(outcome.owner)} about="password" />
            <Heap {...props} words={i18n.t('incident.ended', outcome.ended.length)} ids={outcome.ended}>
              <Mark words={i18n.t('incident.markEnded')} onClick={() => mark(outcome.ended, 'revoked')} />
            </Heap>
            <Heap {...props} words={i18n.t('incident.alive', outcome.alive.length)} ids={outcome.alive}>
              <Mark words={i18n.t('incident.markAll')} onClick={() => mark(outcome.alive, 'revoke')} />
            </Heap>
            <Heap {...props} words={i18n.t('incident.unsure', outcome.unsure.length)} ids={outcome.unsure}>
              <Mark words={i18n.t('incident.markAll')} onClick={() => mark(outcome.unsure, 'revoke')} />
            </Heap>
          </div>
        )}
      </details>
      <Group {...props} words={i18n.t('incident.lost')} label={i18n.t('incident.device')} groups={devices} />
      <Group {...props} words={i18n.t('incident.left')} label={i18n.t('field.account')} groups={accounts} />
    </section>
  );
}

function Group(props: Props & { words: string; label: string; groups: readonly IncidentGroup[] }) {
  const [chosen, setChosen] = useState<IncidentGroup>();
  const named = props.groups.filter(({ name }) => name !== '');
  const ids = chosen?.ids ?? [];
  return (
    <details onToggle={(event) => event.currentTarget.open && props.onOpen()}>
      <summary>{props.words}</summary>
      {named.length === 0 ? (
        <p class="soft">{i18n.t('incident.noneNamed')}</p>
      ) : (
        <Choice
          label={props.label}
          names={named.map(({ name }) => name)}
          action={i18n.t('incident.see')}
          onChoose={(place) => setChosen(named[place])}
        />
      )}
      {chosen && (
        <Heap {...props} words={i18n.t('incident.these', ids.length)} ids={ids}>
          <Mark
            words={i18n.t('incident.markAll')}
            onClick={() => props.onMark(ids, 'revoke').then(() => setChosen(undefined))}
          />
        </Heap>
      )}
    </details>
  );
}

function Choice(props: {
  label: string;
  names: readonly string[];
  action: string;
  onChoose: (place: number) => void;
}) {
  const id = useId();
  const [place, setPlace] = useState(0);
  return (
    <div class="stack-tight">
      <div class="field">
        <label for={id}>{props.label}</label>
        <select
          id={id}
          class="input"
          value={String(place)}
          onChange={(event) => setPlace(Number(event.currentTarget.value))}
        >
          {props.names.map((name, at) => (
            <option key={name} value={String(at)}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <button type="button" class="button button-small" onClick={() => props.onChoose(place)}>
          {props.action}
        </button>
      </div>
    </div>
  );
}

function Heap(
  props: Pick<Props, 'labelOf' | 'hrefOf'> & {
    words: string;
    ids: readonly string[];
    children: ComponentChildren;
  },
) {
  if (props.ids.length === 0) return null;
  return (
    <div class="stack-tight">
      <p>{props.words}</p>
      <EntryLinks ids={props.ids} labelOf={props.labelOf} hrefOf={props.hrefOf} />
      {props.children}
    </div>
  );
}

function Mark({ words, onClick }: { words: string; onClick: () => void }) {
  return (
    <div>
      <button type="button" class="button button-small" onClick={onClick}>
        {words}
      </button>
    </div>
  );
}
