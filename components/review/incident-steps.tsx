import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { FactCard } from '../../lib/messaging/shapes';
import { FactList } from '../entry/fact-list';

/** What happened outside. */
export type Happened = 'changed' | 'lost' | 'left';

/** An app password that something happened to: the change has revoked it, it still works, or Spare Key cannot tell. */
export interface AffectedEntry {
  id: string;
  label: string;
  fate: 'revoked' | 'alive' | 'unsure';
}

const fates: Record<AffectedEntry['fate'], () => string> = {
  revoked: () => i18n.t('incident.isRevoked'),
  alive: () => i18n.t('incident.isAlive'),
  unsure: () => i18n.t('incident.isUnsure'),
};

/** The first step: what happened. */
export function What({ onChoose }: { onChoose: (happened: Happened) => void }) {
  const choices: [Happened, string][] = [
    ['changed', i18n.t('incident.changed')],
    ['lost', i18n.t('incident.lost')],
    ['left', i18n.t('incident.left')],
  ];
  return (
    <ul class="stack-tight">
      {choices.map(([happened, words]) => (
        <li key={happened}>
          <button type="button" class="button button-wide" onClick={() => onChoose(happened)}>
            {words}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The second step: which account or device. */
export function Which(props: { label: string; names: readonly string[]; onChoose: (place: number) => void }) {
  const id = useId();
  const [place, setPlace] = useState(0);
  if (props.names.length === 0) return <p>{i18n.t('incident.noneNamed')}</p>;
  return (
    <form
      class="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        props.onChoose(place);
      }}
    >
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
        <button type="submit" class="button button-main">
          {i18n.t('incident.see')}
        </button>
      </div>
    </form>
  );
}

/** The third step: what becomes of each app password, all ticked, and one button for those that are. */
export function Affected(props: {
  entries: readonly AffectedEntry[];
  facts: readonly FactCard[];
  onMark: (ids: readonly string[], how: 'revoke' | 'revoked') => Promise<void>;
}) {
  const { entries, facts, onMark } = props;
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const ticked = entries.filter(({ id }) => !off.has(id));
  const isOver = ({ fate }: AffectedEntry) => fate === 'revoked';
  const over = ticked.filter(isOver).map(({ id }) => id);
  const toRevoke = ticked.filter((entry) => !isOver(entry)).map(({ id }) => id);
  const flip = (id: string) => {
    const next = new Set(off);
    if (!next.delete(id)) next.add(id);
    setOff(next);
  };
  return (
    <>
      <p>{i18n.t('incident.affects', entries.length)}</p>
      <FactList facts={facts} about="password" />
      <ul class="incident-list">
        {entries.map((entry) => (
          <Tick key={entry.id} entry={entry} isOn={!off.has(entry.id)} onFlip={() => flip(entry.id)} />
        ))}
      </ul>
      <div class="line">
        {entries.some(isOver) && (
          <button
            type="button"
            class="button button-main"
            disabled={over.length === 0}
            onClick={() => onMark(over, 'revoked')}
          >
            {over.length === 0 ? i18n.t('entry.markRevoked') : i18n.t('incident.markRevoked', over.length)}
          </button>
        )}
        {entries.some((entry) => !isOver(entry)) && (
          <button
            type="button"
            class={entries.some(isOver) ? 'button' : 'button button-main'}
            disabled={toRevoke.length === 0}
            onClick={() => onMark(toRevoke, 'revoke')}
          >
            {i18n.t('incident.plan', toRevoke.length)}
          </button>
        )}
      </div>
    </>
  );
}

function Tick(props: { entry: AffectedEntry; isOn: boolean; onFlip: () => void }) {
  const id = useId();
  const { label, fate } = props.entry;
  return (
    <li class="tick">
      <input id={id} type="checkbox" checked={props.isOn} onChange={props.onFlip} />
      <label for={id}>
        {label} <span class={fate === 'revoked' ? 'mark mark-quiet' : 'mark'}>{fates[fate]()}</span>
      </label>
    </li>
  );
}
