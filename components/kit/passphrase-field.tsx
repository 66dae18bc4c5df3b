import type { Ref } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  label: string;
  inputRef: Ref<HTMLInputElement>;
  /** What the browser may offer: nothing, or help with a new one. */
  autoComplete: 'off' | 'new-password' | 'current-password';
  hint?: string | undefined;
  error?: string | undefined;
  mono?: boolean;
  /** True where typing right matters more than onlookers, as with a code from paper. */
  startVisible?: boolean;
  onInput?: (value: string) => void;
}

/** A field for something secret, with show and hide and a word when caps lock is on. It never keeps what is typed. */
export function PassphraseField({
  label,
  inputRef,
  autoComplete,
  hint,
  error,
  mono,
  startVisible,
  onInput,
}: Props) {
  const id = useId();
  const [visible, setVisible] = useState(startVisible ?? false);
  const [capsLock, setCapsLock] = useState(false);
  const notes = [error && `${id}-error`, hint && `${id}-hint`, capsLock && `${id}-caps`]
    .filter(Boolean)
    .join(' ');
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="with-button">
        <input
          id={id}
          ref={inputRef}
          class={mono ? 'input input-mono' : 'input'}
          {...(visible ? { type: 'text' } : { type: 'password' })}
          autoComplete={autoComplete}
          autocapitalize="none"
          spellcheck={false}
          maxLength={1024}
          aria-invalid={error !== undefined}
          {...(notes ? { 'aria-describedby': notes } : {})}
          onInput={(event) => onInput?.(event.currentTarget.value)}
          onKeyDown={watchCapsLock}
          onKeyUp={watchCapsLock}
          onBlur={() => setCapsLock(false)}
        />
        <button
          type="button"
          class="button"
          aria-label={
            visible ? i18n.t('passphrase.hideNamed', [label]) : i18n.t('passphrase.showNamed', [label])
          }
          onClick={() => setVisible(!visible)}
        >
          {visible ? i18n.t('passphrase.hide') : i18n.t('passphrase.show')}
        </button>
      </div>
      {error && (
        <p id={`${id}-error`} class="field-error" role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
      {capsLock && (
        <p id={`${id}-caps`} class="field-hint" role="status">
          {i18n.t('passphrase.capsLock')}
        </p>
      )}
    </div>
  );
}
