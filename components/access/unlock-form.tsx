import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { PassphraseField } from '../kit/passphrase-field';

interface Props {
  busy: boolean;
  error?: string | undefined;
  /** Captures that wait for an answer. */
  waiting: number;
  forgotHref: string;
  /** True where the link leads out of the page, as in the popup. */
  forgotInNewTab?: boolean;
  onUnlock: (passphrase: string) => void;
}

/** Asks for the passphrase. */
export function UnlockForm({ busy, error, waiting, forgotHref, forgotInNewTab, onUnlock }: Props) {
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (error) field.current?.select();
  }, [error]);

  function unlock(event: Event) {
    event.preventDefault();
    const passphrase = field.current?.value ?? '';
    if (passphrase && !busy) onUnlock(passphrase);
    else field.current?.focus();
  }

  return (
    <form class="stack" noValidate onSubmit={unlock}>
      <PassphraseField
        label={i18n.t('passphrase.label')}
        inputRef={field}
        autoComplete="current-password"
        error={error}
      />
      <button type="submit" class="button button-main button-wide" aria-disabled={busy}>
        {i18n.t('unlock.action')}
      </button>
      {busy && <div class="progress" />}
      <div class="unlock-foot small">
        <span class="soft" role="status">
          {busy ? i18n.t('unlock.busy') : waiting > 0 ? i18n.t('unlock.waiting', waiting) : ''}
        </span>
        <a href={forgotHref} {...(forgotInNewTab ? { target: '_blank', rel: 'noreferrer' } : {})}>
          {i18n.t('unlock.forgot')}
        </a>
      </div>
    </form>
  );
}
