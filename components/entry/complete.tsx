import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { SHORT } from '../../lib/bounds';

/** Says that the secret of an entry is not here, and takes it from a user who still has it. */
export function CompleteEntry({ onComplete }: { onComplete: (secret: string) => void }) {
  const id = useId();
  const [secret, setSecret] = useState('');
  return (
    <form
      class="banner stack-tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (secret.trim()) onComplete(secret);
      }}
    >
      <p>{i18n.t('complete.why')}</p>
      <div class="field">
        <label for={id}>{i18n.t('complete.field')}</label>
        <input
          id={id}
          class="input input-mono"
          value={secret}
          maxLength={SHORT}
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          onInput={(event) => setSecret(event.currentTarget.value)}
        />
      </div>
      <div>
        <button type="submit" class="button button-small">
          {i18n.t('complete.action')}
        </button>
      </div>
    </form>
  );
}
