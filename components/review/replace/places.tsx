import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { SHORT } from '../../../lib/bounds';
import type { Replacing } from '../../../lib/model';

type Places = Replacing['places'];

/** Most places; as many as the vault takes. */
const MOST = 50;

interface Props {
  places: Places;
  onPlaces: (places: Places) => void;
}

/** The checklist of the places where the old one is in use. */
export function ReplacePlaces({ places, onPlaces }: Props) {
  const id = useId();
  const [name, setName] = useState('');
  const isKnown = places.some((place) => place.name === name.trim());

  function add(event: Event) {
    event.preventDefault();
    if (name.trim() === '' || isKnown) return;
    onPlaces([...places, { name: name.trim(), moved: false }]);
    setName('');
  }

  return (
    <div class="stack-tight">
      {places.length === 0 && <p class="soft">{i18n.t('replace.noPlaces')}</p>}
      <ul class="plain-list">
        {places.map((place, at) => (
          <li key={place.name} class="line">
            <div class="tick">
              <input
                id={`${id}-${at}`}
                type="checkbox"
                checked={place.moved}
                onChange={({ currentTarget: { checked } }) =>
                  onPlaces(places.map((one, other) => (other === at ? { ...one, moved: checked } : one)))
                }
              />
              <label for={`${id}-${at}`}>{place.name}</label>
            </div>
            <button
              type="button"
              class="button button-bare button-small"
              aria-label={i18n.t('replace.removePlace', [place.name])}
              onClick={() => onPlaces(places.filter((_, other) => other !== at))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {places.length < MOST && (
        <form class="line" onSubmit={add}>
          <label for={id} class="unseen">
            {i18n.t('replace.place')}
          </label>
          <input
            id={id}
            class="input input-grow"
            maxLength={SHORT}
            placeholder={i18n.t('replace.place')}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <button type="submit" class="button">
            {i18n.t('replace.addPlace')}
          </button>
        </form>
      )}
    </div>
  );
}
