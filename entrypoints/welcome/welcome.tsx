import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { NewPassphrase } from '../../components/access/new-passphrase';
import { RecoveryCode } from '../../components/access/recovery-code';
import { ratePassphrase } from '../../components/access/strength';
import { Mark } from '../../components/kit/mark';
import { confirmCode } from '../../components/state/entries';
import { FailureBanner } from '../../components/state/failure-banner';
import { policy } from '../../components/state/policy';
import { attempt, refreshVault, vault } from '../../components/state/session';
import { errorWords } from '../../components/text/errors';
import { codeOf } from '../../lib/errors';
import { send } from '../../lib/messaging/send';
import { WhatNow } from './what-now';

type Step = 'passphrase' | 'recovery' | 'done';
const steps: readonly Step[] = ['passphrase', 'recovery', 'done'];

/** Set up in three steps: choose a passphrase, put the recovery code away, see what now. */
export function Welcome() {
  const [step, setStep] = useState<Step>('passphrase');
  const [made, setMade] = useState<{ code: string; at: number }>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function create(passphrase: string) {
    setBusy(true);
    setError(undefined);
    try {
      const { recoveryCode } = await send('vault.create', { passphrase });
      setMade({ code: recoveryCode, at: Date.now() });
      setStep('recovery');
      await refreshVault();
    } catch (reason) {
      setError(errorWords(codeOf(reason)));
    }
    setBusy(false);
  }

  async function finish() {
    setMade(undefined);
    setStep('done');
    await refreshVault();
    await confirmCode();
  }

  return (
    <div class="welcome">
      <header class="welcome-head line">
        <Mark />
        <span class="brand">{i18n.t('name')}</span>
        <span class="soft small welcome-step">
          {i18n.t('welcome.step', [steps.indexOf(step) + 1, steps.length])}
        </span>
      </header>
      <main class="stack">
        <FailureBanner />
        {step === 'passphrase' &&
          vault.value &&
          (vault.value.exists ? (
            <AlreadyThere />
          ) : (
            <>
              <div class="stack">
                <h1>{i18n.t('welcome.heading')}</h1>
                <p class="lead">{i18n.t('welcome.what')}</p>
              </div>
              {vault.value.waiting > 0 && (
                <p class="banner banner-warn">{i18n.t('welcome.waiting', vault.value.waiting)}</p>
              )}
              <NewPassphrase
                label={i18n.t('passphrase.label')}
                repeatLabel={i18n.t('passphrase.repeat')}
                action={i18n.t('welcome.create')}
                waiting={i18n.t('welcome.creating')}
                busy={busy}
                error={error}
                focusFirst
                rate={ratePassphrase}
                least={policy.value.least}
                onChoose={create}
              />
            </>
          ))}
        {step === 'recovery' && made && (
          <RecoveryCode
            code={made.code}
            made={made.at}
            onCopy={() => attempt(() => navigator.clipboard.writeText(made.code))}
            onPrint={() => window.print()}
            onContinue={finish}
          />
        )}
        {step === 'done' && <WhatNow />}
      </main>
    </div>
  );
}

function AlreadyThere() {
  return (
    <div class="stack">
      <h1>{i18n.t('welcome.existsHeading')}</h1>
      <p>{i18n.t('welcome.exists')}</p>
      <div>
        <a class="button button-main" href="/app.html">
          {i18n.t('welcome.openVault')}
        </a>
      </div>
    </div>
  );
}
