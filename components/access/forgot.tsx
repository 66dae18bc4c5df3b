import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { codeOf } from '../../lib/errors';
import { send } from '../../lib/messaging/send';
import { PassphraseField } from '../kit/passphrase-field';
import { confirmCode, entries } from '../state/entries';
import { policy } from '../state/policy';
import { ask, attempt, refreshVault } from '../state/session';
import { errorWords } from '../text/errors';
import { ConfirmErase } from './confirm-erase';
import { KeyTick } from './key-tick';
import { NewPassphrase } from './new-passphrase';
import { RecoveryCode } from './recovery-code';
import { prepareRating, ratePassphrase } from './strength';

/** Unlocking with the recovery code, else erasing and starting again. */
export function Forgot() {
  const code = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [withKey, setWithKey] = useState(false);
  const [made, setMade] = useState<{ code: string; at: number }>();
  const [erasesAt, setErasesAt] = useState<number>();

  useEffect(() => {
    code.current?.focus();
    prepareRating();
  }, []);

  async function recover(passphrase: string) {
    const recoveryCode = code.current?.value.trim() ?? '';
    if (!recoveryCode) {
      setWrong(i18n.t('forgot.codeMissing'));
      code.current?.focus();
      return;
    }
    setBusy(true);
    setWrong(undefined);
    try {
      const key = withKey && { key: true as const };
      const answer = await send('vault.recover', { recoveryCode, passphrase, ...key });
      setMade({ code: answer.recoveryCode, at: Date.now() });
      await refreshVault();
    } catch (error) {
      setWrong(errorWords(codeOf(error)));
      code.current?.select();
    }
    setBusy(false);
  }

  async function erase() {
    setBusy(true);
    const answer = await attempt(() => ask('vault.erase-forgotten', { understood: true }));
    if (answer && answer.from === undefined) location.href = '/welcome.html';
    setErasesAt(answer?.from);
    setBusy(false);
  }

  // Announced first, and done only if this page is still there when its time has come.
  useEffect(() => {
    if (erasesAt === undefined) return;
    const timer = setTimeout(erase, Math.max(erasesAt - Date.now(), 0) + 100);
    return () => clearTimeout(timer);
  }, [erasesAt]);

  if (made) {
    return (
      <RecoveryCode
        code={made.code}
        made={made.at}
        onCopy={() => attempt(() => navigator.clipboard.writeText(made.code))}
        onPrint={() => window.print()}
        onContinue={async () => {
          location.hash = '#/';
          await confirmCode();
        }}
      />
    );
  }

  return (
    <div class="stack">
      <h1>{i18n.t('forgot.heading')}</h1>
      <p>{i18n.t('forgot.how')}</p>
      <NewPassphrase
        label={i18n.t('passphrase.new')}
        repeatLabel={i18n.t('passphrase.repeatNew')}
        action={i18n.t('forgot.action')}
        waiting={i18n.t('welcome.creating')}
        busy={busy}
        rate={ratePassphrase}
        least={policy.value.least}
        onChoose={recover}
      >
        <PassphraseField
          label={i18n.t('recovery.code')}
          inputRef={code}
          autoComplete="off"
          mono
          startVisible
          error={wrong}
        />
        <KeyTick checked={withKey} onChange={setWithKey} />
      </NewPassphrase>
      <p>
        <a href="#/">{i18n.t('forgot.back')}</a>
      </p>
      <details class="fold">
        <summary>{i18n.t('forgot.noCode')}</summary>
        <ConfirmErase
          entries={entries.value?.rows.length}
          busy={busy}
          onErase={erase}
          onStop={erasesAt === undefined ? undefined : () => setErasesAt(undefined)}
        />
      </details>
    </div>
  );
}
