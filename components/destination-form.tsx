import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Destination, Settings } from '../lib/model';
import type { Manager } from './shapes';

type Destinations = Pick<Settings, 'destination' | 'destinations'>;

interface Props extends Destinations {
  managers: readonly Manager[];
  providers: readonly { id: string; name: string }[];
  onSave: (destinations: Destinations) => void;
}

/** Where new app passwords go: in general, and from single providers. */
export function DestinationForm(props: Props) {
  const id = useId();
  const { managers, providers, onSave } = props;
  const [destination, setDestination] = useState(props.destination);
  const [others, setOthers] = useState(props.destinations);
  const free = providers.filter((one) => !others.some(({ provider }) => provider === one.id));
  const nameOf = (provider: string) => providers.find((one) => one.id === provider)?.name ?? provider;
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ destination, destinations: others });
      }}
    >
      <Choice
        name={i18n.t('destination.all')}
        id={`${id}-all`}
        value={destination}
        managers={managers}
        onChange={setDestination}
      />
      {others.map((other) => (
        <div key={other.provider} class="stack-tight">
          <Choice
            name={i18n.t('destination.from', [nameOf(other.provider)])}
            id={`${id}-${other.provider}`}
            value={other}
            managers={managers}
            onChange={(value) =>
              setOthers(others.map((one) => (one === other ? { ...value, provider: other.provider } : one)))
            }
          />
          <div>
            <button
              type="button"
              class="button button-small button-bare"
              aria-label={i18n.t('destination.removeNamed', [nameOf(other.provider)])}
              onClick={() => setOthers(others.filter((one) => one !== other))}
            >
              {i18n.t('destination.remove')}
            </button>
          </div>
        </div>
      ))}
      {free.length > 0 && (
        <div class="field">
          <label for={`${id}-more`}>{i18n.t('destination.more')}</label>
          <select
            id={`${id}-more`}
            class="input"
            value=""
            onChange={(event) => {
              const provider = event.currentTarget.value;
              event.currentTarget.value = '';
              if (provider) setOthers([...others, { ...destination, provider }]);
            }}
          >
            <option value="">{i18n.t('destination.choose')}</option>
            {free.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
      )}
      <div>
        <button type="submit" class="button button-main">
          {i18n.t('destination.save')}
        </button>
      </div>
    </form>
  );
}

function Choice(props: {
  name: string;
  id: string;
  value: Destination;
  managers: readonly Manager[];
  onChange: (value: Destination) => void;
}) {
  const { id, value, managers, onChange } = props;
  return (
    <div class="stack-tight">
      <div class="field">
        <label for={id}>{props.name}</label>
        <select
          id={id}
          class="input"
          value={value.to}
          onChange={(event) => onChange({ to: event.currentTarget.value, keep: value.keep })}
        >
          <option value="vault">{i18n.t('destination.vault')}</option>
          {managers.map((manager) => (
            <option key={manager.id} value={manager.id}>
              {manager.name}
            </option>
          ))}
        </select>
      </div>
      {value.to !== 'vault' && (
        <div class="tick">
          <input
            id={`${id}-keep`}
            type="checkbox"
            checked={value.keep}
            onChange={(event) => onChange({ to: value.to, keep: event.currentTarget.checked })}
          />
          <label for={`${id}-keep`}>{i18n.t('destination.keep')}</label>
        </div>
      )}
    </div>
  );
}
