import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Manager } from '../state/managers';

interface Props {
  managers: readonly Manager[];
  /** Id of the chosen one. */
  chosen: string;
  keep: boolean;
  onChoose: (id: string) => void;
  onKeep: (keep: boolean) => void;
}

/** Chooses the password manager to send to, and whether the vault keeps a copy. */
export function ManagerChoice({ managers, chosen, keep, onChoose, onKeep }: Props) {
  const id = useId();
  return (
    <>
      <div class="field">
        <label for={id}>{i18n.t('handover.to')}</label>
        <select
          id={id}
          class="input"
          value={chosen}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          {managers.map((manager) => (
            <option key={manager.id} value={manager.id}>
              {manager.name}
            </option>
          ))}
        </select>
      </div>
      <div class="tick">
        <input
          id={`${id}-keep`}
          type="checkbox"
          checked={keep}
          onChange={(event) => onKeep(event.currentTarget.checked)}
        />
        <label for={`${id}-keep`}>{i18n.t('destination.keep')}</label>
      </div>
    </>
  );
}
