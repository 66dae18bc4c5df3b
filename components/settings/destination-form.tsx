import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { SHORT } from '../../lib/bounds';
import type { Destination, Settings } from '../../lib/model';
import type { Manager } from '../state/managers';
import { SetByPolicy } from './set-by-policy';

type Destinations = Pick<Settings, 'destination' | 'destinations' | 'folder'>;

interface Props extends Destinations {
  managers: readonly Manager[];
  providers: readonly { id: string; name: string }[];
  /** What the organisation has set: `destination`, `destinations`, or `keep` alone. */
  locked: readonly string[];
  /** The organisation wants all of them in a password manager. */
  managersOnly: boolean;
  /** Called with each change. */
  onChange: (change: Partial<Destinations>) => void;
}

/** Where new app passwords go: in general, and from single providers. */
export function DestinationForm(props: Props) {
  const id = useId();
  const { managers, providers, locked, managersOnly, onChange } = props;
  const { destination, destinations: others, folder } = props;
  const isSet = locked.includes('destination');
  const rules = { locked, managersOnly };
  const free = isSet ? [] : providers.filter((one) => !others.some(({ provider }) => provider === one.id));
  const nameOf = (provider: string) => providers.find((one) => one.id === provider)?.name ?? provider;
  return (
    <div class="stack">
      <Choice
        name={i18n.t('destination.all')}
        id={`${id}-all`}
        value={destination}
        managers={managers}
        {...rules}
        onChange={(value) => onChange({ destination: value })}
      />
      {others.map((other) => (
        <div key={other.provider} class="stack-tight">
          <Choice
            name={i18n.t('destination.from', [nameOf(other.provider)])}
            id={`${id}-${other.provider}`}
            value={other}
            managers={managers}
            {...rules}
            onChange={(value) =>
              onChange({
                destinations: others.map((one) =>
                  one === other ? { ...value, provider: other.provider } : one,
                ),
              })
            }
          />
          <div>
            <button
              type="button"
              class="button button-small button-bare"
              aria-label={i18n.t('destination.removeNamed', [nameOf(other.provider)])}
              onClick={() => onChange({ destinations: others.filter((one) => one !== other) })}
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
              if (provider) onChange({ destinations: [...others, { ...destination, provider }] });
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
      <div class="field">
        <label for={`${id}-folder`}>{i18n.t('destination.folder')}</label>
        <input
          id={`${id}-folder`}
          class="input"
          defaultValue={folder}
          key={folder}
          maxLength={SHORT}
          autoComplete="off"
          aria-describedby={`${id}-folder-hint`}
          onChange={(event) => onChange({ folder: event.currentTarget.value.trim() })}
        />
        <p id={`${id}-folder-hint`} class="field-hint">
          {i18n.t('destination.folderHint')}
        </p>
      </div>
    </div>
  );
}

function Choice(props: {
  name: string;
  id: string;
  value: Destination;
  managers: readonly Manager[];
  locked: readonly string[];
  managersOnly: boolean;
  onChange: (value: Destination) => void;
}) {
  const { id, value, managers, locked, managersOnly, onChange } = props;
  const isSet = locked.includes('destination');
  return (
    <div class="stack-tight">
      <div class="field">
        <label for={id}>{props.name}</label>
        <select
          id={id}
          class="input"
          value={value.to}
          disabled={isSet}
          {...(isSet || managersOnly ? { 'aria-describedby': `${id}-set` } : {})}
          onChange={(event) => onChange({ to: event.currentTarget.value, keep: value.keep })}
        >
          <option value="vault" disabled={managersOnly}>
            {i18n.t('destination.vault')}
          </option>
          {managers.map((manager) => (
            <option key={manager.id} value={manager.id}>
              {manager.name}
            </option>
          ))}
        </select>
        {isSet && <SetByPolicy id={`${id}-set`} />}
        {managersOnly && (
          <p id={`${id}-set`} class="field-hint">
            {i18n.t('policy.managersOnly')}
          </p>
        )}
      </div>
      {value.to !== 'vault' && (
        <div class="tick">
          <input
            id={`${id}-keep`}
            type="checkbox"
            checked={value.keep}
            disabled={locked.includes('keep')}
            {...(locked.includes('keep') ? { 'aria-describedby': `${id}-keep-set` } : {})}
            onChange={(event) => onChange({ to: value.to, keep: event.currentTarget.checked })}
          />
          <div>
            <label for={`${id}-keep`}>{i18n.t('destination.keep')}</label>
            {locked.includes('keep') && <SetByPolicy id={`${id}-keep-set`} />}
          </div>
        </div>
      )}
    </div>
  );
}
