import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  /** Entries that the user would lose; `undefined` while the vault is locked and they cannot be counted. */
  entries: number | undefined;
  busy: boolean;
  onErase: () => void;
  /** Given while it is about to be done, and can still be stopped. */
  onStop?: (() => void) | undefined;
}

/** Erases the vault: says what is lost, and asks for a tick first. */
export function ConfirmErase({ entries, busy, onErase, onStop }: Props) {
  const id = useId();
  const [understood, setUnderstood] = useState(false);
  const [reminded, setReminded] = useState(false);
  if (onStop) {
    return (
      <div class="stack">
        <p class="banner banner-warn" role="alert">
          {i18n.t('erase.soon')}
        </p>
        <div>
          <button type="button" class="button" onClick={onStop}>
            {i18n.t('erase.stop')}
          </button>
        </div>
      </div>
    );
  }
  return (
    <div class="stack">
      <p>{entries === undefined ? i18n.t('erase.lostAll') : i18n.t('erase.lost', entries)}</p>
      <p>{i18n.t('erase.goesOn')}</p>
      <div class="tick">
        <input
          id={id}
          type="checkbox"
          checked={understood}
          onChange={(event) => {
            setUnderstood(event.currentTarget.checked);
            setReminded(false);
          }}
        />
        <label for={id}>{i18n.t('erase.understood')}</label>
      </div>
      {reminded && (
        <p class="field-error" role="alert">
          {i18n.t('erase.tickFirst')}
        </p>
      )}
      <div>
        <button
          type="button"
          class="button button-danger"
          aria-disabled={busy}
          onClick={() => {
            if (!understood) setReminded(true);
            else if (!busy) onErase();
          }}
        >
          {i18n.t('erase.action')}
        </button>
      </div>
    </div>
  );
}
