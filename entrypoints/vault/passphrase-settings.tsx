import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { errorWords } from '../../components/error-words';
import { NewPassphrase } from '../../components/new-passphrase';
import { PassphraseField } from '../../components/passphrase-field';
import { codeOf } from '../../lib/errors';
import { policy } from '../own-pages/policy';
import { ask } from '../own-pages/session';
import { ratePassphrase } from '../own-pages/strength';
import { sayDone } from './undo';

/** Changes the passphrase; the current one is asked for first. */
export function ChangePassphrase() {
  const current = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [round, setRound] = useState(0);

  async function change(next: string) {
    setBusy(true);
    setWrong(undefined);
    try {
      await ask('vault.change-passphrase', { current: current.current?.value ?? '', next });
      // A new form, so that no field keeps what was typed.
      setRound(round + 1);
      sayDone(i18n.t('settings.passphraseChanged'));
    } catch (error) {
      setWrong(errorWords(codeOf(error)));
      current.current?.select();
    }
    setBusy(false);
  }

  return (
    <NewPassphrase
      key={round}
      label={i18n.t('passphrase.new')}
      repeatLabel={i18n.t('passphrase.repeatNew')}
      action={i18n.t('settings.changePassphrase')}
      waiting={i18n.t('welcome.creating')}
      busy={busy}
      rate={ratePassphrase}
      least={policy.value.least}
      onChoose={change}
    >
      <PassphraseField
        label={i18n.t('passphrase.current')}
        inputRef={current}
        autoComplete="current-password"
        error={wrong}
      />
    </NewPassphrase>
  );
}

/** Makes a new recovery code; the old one stops working. */
export function RenewRecoveryCode({ onMade }: { onMade: (code: string) => void }) {
  const passphrase = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();

  async function renew(event: Event) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setWrong(undefined);
    try {
      const { recoveryCode } = await ask('vault.renew-recovery-code', {
        passphrase: passphrase.current?.value ?? '',
      });
      onMade(recoveryCode);
    } catch (error) {
      setWrong(errorWords(codeOf(error)));
      passphrase.current?.select();
    }
    setBusy(false);
  }

  return (
    <form class="stack" noValidate onSubmit={renew}>
      <p>{i18n.t('settings.recoveryWhy')}</p>
      <PassphraseField
        label={i18n.t('passphrase.label')}
        inputRef={passphrase}
        autoComplete="current-password"
        error={wrong}
      />
      <div class="line">
        <button type="submit" class="button" aria-disabled={busy}>
          {i18n.t('settings.renewRecovery')}
        </button>
        <span role="status" class="soft">
          {busy ? i18n.t('welcome.creating') : ''}
        </span>
      </div>
    </form>
  );
}
