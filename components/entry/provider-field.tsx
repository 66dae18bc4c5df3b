import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ProviderCard } from '../../lib/messaging/shapes';

/** Id that stands for places we cannot read. */
export const OTHER = 'other';

interface Props {
  providers: readonly ProviderCard[];
  /** Id of the chosen one. */
  value: string;
  onChoose: (id: string) => void;
}

/** Chooses the provider of an app password; the last choice is none of them. */
export function ProviderField({ providers, value, onChoose }: Props) {
  const id = useId();
  // Of a later version, or switched off by now: it stays what it is until another is chosen.
  const unknown = value !== OTHER && !providers.some((card) => card.id === value);
  return (
    <div class="field">
      <label for={id}>{i18n.t('field.provider')}</label>
      <select id={id} class="input" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {providers.map((card) => (
          <option key={card.id} value={card.id}>
            {card.name}
          </option>
        ))}
        {unknown && <option value={value}>{value}</option>}
        <option value={OTHER}>{i18n.t('provider.other')}</option>
      </select>
    </div>
  );
}
