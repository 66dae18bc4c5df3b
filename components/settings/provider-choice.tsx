import { useEffect, useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ProviderCard } from '../../lib/messaging/shapes';
import { listHosts } from '../state/watchable';
import { SetByPolicy } from './set-by-policy';

/** A provider, or a site of the organisation, that can be watched. */
export interface Choice extends Pick<ProviderCard, 'id' | 'name' | 'matches'> {
  /** Once it is watched, the user cannot stop that. */
  fixed?: boolean;
  /** It is watched always: the extension came with permission for its pages. */
  builtIn?: boolean;
}

interface Props {
  choices: readonly Choice[];
  /** Hosts that are watched now. */
  hosts: readonly string[];
  /** Called in the click itself, with the hosts that come in and those that go. */
  onSave: (on: string[], off: string[]) => void;
}

/** Chooses the providers whose pages are watched; each says which hosts that takes. */
export function ProviderChoice({ choices, hosts, onSave }: Props) {
  const id = useId();
  const watched = new Set(hosts);
  const isOn = (card: Choice) => card.builtIn || listHosts(card).every((host) => watched.has(host));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const before = choices.filter(isOn).map((card) => card.id);
  // What was granted or withdrawn elsewhere shows here.
  useEffect(() => setChosen(new Set(before)), [before.join()]);
  const free = choices.filter(({ builtIn }) => !builtIn);
  const changed = free.filter((card) => chosen.has(card.id) !== isOn(card));

  function choose(card: Choice, on: boolean) {
    const next = new Set(chosen);
    if (on) next.add(card.id);
    else next.delete(card.id);
    setChosen(next);
  }

  function save() {
    const kept = new Set(free.filter((card) => chosen.has(card.id)).flatMap(listHosts));
    const on = [...kept].filter((host) => !watched.has(host));
    const off = changed
      .filter(isOn)
      .flatMap(listHosts)
      .filter((host) => !kept.has(host));
    onSave(on, off);
  }

  return (
    <div class="stack">
      <ul class="choices">
        {choices.map((card) => (
          <li key={card.id} class="tick">
            <input
              id={`${id}-${card.id}`}
              type="checkbox"
              checked={card.builtIn || chosen.has(card.id)}
              disabled={card.builtIn || (card.fixed === true && isOn(card))}
              aria-describedby={`${id}-${card.id}-hosts${card.fixed ? ` ${id}-${card.id}-set` : ''}`}
              onChange={(event) => choose(card, event.currentTarget.checked)}
            />
            <div>
              <label for={`${id}-${card.id}`}>{card.name}</label>
              <Hosts id={`${id}-${card.id}-hosts`} card={card} />
              {card.fixed && <SetByPolicy id={`${id}-${card.id}-set`} />}
            </div>
          </li>
        ))}
      </ul>
      {free.length > 0 && (
        <div>
          <button type="button" class="button" aria-disabled={changed.length === 0} onClick={save}>
            {i18n.t('choice.save')}
          </button>
        </div>
      )}
    </div>
  );
}

/** The first host, and the others on demand; of what is built in, only that it is. */
function Hosts({ id, card }: { id: string; card: Choice }) {
  const [first = '', ...others] = listHosts(card);
  if (card.builtIn || others.length === 0) {
    return (
      <p id={id} class="small soft">
        {card.builtIn ? i18n.t('choice.builtIn') : first}
      </p>
    );
  }
  return (
    <details class="small soft">
      <summary id={id}>{i18n.t('choice.hosts', others.length, [String(others.length), first])}</summary>
      {[first, ...others].join(', ')}
    </details>
  );
}
