import { useId } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Offers to change the vault's key beside what unlocks it, and says what an old copy opens until then. */
export function KeyTick({ checked, onChange }: Props) {
  const id = useId();
  return (
    <div class="stack-tight">
      <p class="soft">{i18n.t('key.oldCopy')}</p>
      <div class="tick">
        <input
          id={id}
          type="checkbox"
          checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <label for={id}>{i18n.t('key.also')}</label>
      </div>
      {checked && (
        <p class="soft">
          {i18n.t('key.what')} {i18n.t('key.still')}
        </p>
      )}
    </div>
  );
}
