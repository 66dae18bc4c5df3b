import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { PassphraseField } from '../kit/passphrase-field';
import type { Strength } from './strength';
import { StrengthMeter } from './strength-meter';

interface Props {
  label: string;
  repeatLabel: string;
  action: string;
  /** Shown while the key is derived. */
  waiting: string;
  busy: boolean;
  error?: string | undefined;
  focusFirst?: boolean;
  /** What it needs: characters, and zxcvbn's score. */
  least: { length: number; score: number };
  /** Fields that come before, such as the current passphrase. */
  children?: ComponentChildren;
  rate: (passphrase: string) => Promise<Strength>;
  /** Called only with a passphrase that is long and strong enough and was repeated alike. */
  onChoose: (passphrase: string) => void;
}

/** Chooses a new passphrase: twice alike, long enough, hard enough to guess. */
export function NewPassphrase(props: Props) {
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const [strength, setStrength] = useState<Strength>();
  const [length, setLength] = useState(0);
  const [weak, setWeak] = useState<string>();
  const [different, setDifferent] = useState<string>();

  useEffect(() => {
    if (props.focusFirst) first.current?.focus();
  }, [props.focusFirst]);

  async function updateStrength(passphrase: string) {
    setLength(passphrase.length);
    setWeak(undefined);
    const rated = passphrase ? await props.rate(passphrase) : undefined;
    // A slower answer to an older text must not replace the newer one.
    if (first.current?.value === passphrase) setStrength(rated);
  }

  async function choose(event: Event) {
    event.preventDefault();
    if (props.busy) return;
    const passphrase = first.current?.value ?? '';
    setDifferent(undefined);
    const { least } = props;
    if (passphrase.length < least.length) return refuse(i18n.t('strength.refuseShort', [least.length]));
    if ((await props.rate(passphrase)).score < least.score) return refuse(i18n.t('strength.refuseWeak'));
    if (passphrase !== second.current?.value) {
      setDifferent(i18n.t('passphrase.different'));
      second.current?.focus();
      return;
    }
    props.onChoose(passphrase);
  }

  function refuse(why: string) {
    setWeak(why);
    first.current?.focus();
  }

  return (
    <form class="stack" noValidate onSubmit={choose}>
      {props.children}
      <div class="stack-tight">
        <PassphraseField
          label={props.label}
          inputRef={first}
          autoComplete="new-password"
          error={weak}
          onInput={updateStrength}
        />
        <StrengthMeter
          strength={strength}
          tooShort={length > 0 && length < props.least.length}
          least={props.least.length}
        />
      </div>
      <PassphraseField
        label={props.repeatLabel}
        inputRef={second}
        autoComplete="new-password"
        error={different}
        onInput={() => setDifferent(undefined)}
      />
      {props.error && (
        <p class="field-error" role="alert">
          {props.error}
        </p>
      )}
      <div class="line">
        <button type="submit" class="button button-main" aria-disabled={props.busy}>
          {props.action}
        </button>
        <span role="status" class="soft">
          {props.busy ? props.waiting : ''}
        </span>
      </div>
      {props.busy && <div class="progress" />}
    </form>
  );
}
