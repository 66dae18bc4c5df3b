import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { codeOf } from '../../lib/errors';
import { KeyProgress } from '../access/key-progress';
import { KeyTick } from '../access/key-tick';
import { NewPassphrase } from '../access/new-passphrase';
import { ratePassphrase } from '../access/strength';
import { Disclosure } from '../kit/disclosure';
import { PassphraseField } from '../kit/passphrase-field';
import { policy } from '../state/policy';
import { ask, refreshVault } from '../state/session';
import { sayDone } from '../state/undo';
import { errorWords } from '../text/errors';
import { SettingRow } from './setting-row';

interface Props {
  /** There is a new recovery code to be shown. */
  onMade: (code: string) => void;
}

/** The passphrase, and the way to another. */
export function PassphraseRow({ onMade }: Props) {
  return (
    <SettingRow label={i18n.t('settings.passphraseHeading')}>
      <Disclosure action={i18n.t('settings.passphraseOpen')}>
        {(close) => <ChangePassphrase onMade={onMade} onDone={close} />}
      </Disclosure>
    </SettingRow>
  );
}

/** The recovery code, and the way to a new one. */
export function RecoveryRow({ onMade }: Props) {
  return (
    <SettingRow label={i18n.t('settings.recoveryHeading')} hint={i18n.t('settings.recoveryWhy')}>
      <Disclosure action={i18n.t('settings.recoveryOpen')}>
        {() => <RenewRecoveryCode onMade={onMade} />}
      </Disclosure>
    </SettingRow>
  );
}

/** The key of the vault, and the way to another. */
export function KeyRow({ onMade }: Props) {
  return (
    <SettingRow label={i18n.t('key.heading')}>
      <Disclosure action={i18n.t('key.open')}>{() => <ChangeKey onMade={onMade} />}</Disclosure>
    </SettingRow>
  );
}

interface ChangeProps extends Props {
  /** The passphrase is changed, and nothing more to be asked. */
  onDone: () => void;
}

/** Changes the passphrase, and the key if others may know the old one; asks for the current passphrase first. */
function ChangePassphrase({ onMade, onDone }: ChangeProps) {
  const current = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [withKey, setWithKey] = useState(false);

  async function change(next: string) {
    setBusy(true);
    setWrong(undefined);
    const passphrase = current.current?.value ?? '';
    try {
      if (withKey) onMade((await ask('vault.change-key', { passphrase, next })).recoveryCode);
      else await ask('vault.change-passphrase', { current: passphrase, next });
      sayDone(withKey ? i18n.t('key.changed') : i18n.t('settings.passphraseChanged'));
      onDone();
      return;
    } catch (error) {
      setWrong(errorWords(codeOf(error)));
      current.current?.select();
    }
    setBusy(false);
  }

  return (
    <NewPassphrase
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
      <KeyTick checked={withKey} onChange={setWithKey} />
      {busy && withKey && <KeyProgress />}
    </NewPassphrase>
  );
}

/** Makes a new recovery code, which takes the passphrase. */
function RenewRecoveryCode({ onMade }: Props) {
  const [withKey, setWithKey] = useState(false);
  return (
    <WithPassphrase
      label={i18n.t('passphrase.label')}
      action={i18n.t('settings.renewRecovery')}
      changesKey={withKey}
      act={async (passphrase) => {
        const name = withKey ? 'vault.change-key' : 'vault.renew-recovery-code';
        onMade((await ask(name, { passphrase })).recoveryCode);
      }}
    >
      <KeyTick checked={withKey} onChange={setWithKey} />
    </WithPassphrase>
  );
}

/** Changes the key alone, for when an attacker may have a copy of the vault and what opened it. */
function ChangeKey({ onMade }: Props) {
  return (
    <WithPassphrase
      label={i18n.t('key.passphrase')}
      action={i18n.t('key.action')}
      changesKey
      act={async (passphrase) => onMade((await ask('vault.change-key', { passphrase })).recoveryCode)}
    >
      <p>{i18n.t('key.oldCopy')}</p>
      <p>{i18n.t('key.what')}</p>
      <p>{i18n.t('key.still')}</p>
    </WithPassphrase>
  );
}

/** One button that takes the passphrase. */
function WithPassphrase(props: {
  label: string;
  action: string;
  changesKey: boolean;
  act: (passphrase: string) => Promise<void>;
  children: ComponentChildren;
}) {
  const passphrase = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();

  async function act(event: Event) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setWrong(undefined);
    try {
      await props.act(passphrase.current?.value ?? '');
    } catch (error) {
      setWrong(errorWords(codeOf(error)));
      passphrase.current?.select();
      await refreshVault();
    }
    setBusy(false);
  }

  return (
    <form class="stack" noValidate onSubmit={act}>
      {props.children}
      <PassphraseField
        label={props.label}
        inputRef={passphrase}
        autoComplete="current-password"
        error={wrong}
      />
      <div class="line">
        <button type="submit" class="button" aria-disabled={busy}>
          {props.action}
        </button>
        <span role="status" class="soft">
          {busy ? i18n.t('welcome.creating') : ''}
        </span>
      </div>
      {busy && props.changesKey && <KeyProgress />}
    </form>
  );
}
