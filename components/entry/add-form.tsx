import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { SHORT } from '../../lib/bounds';
import type { ProviderCard } from '../../lib/messaging/shapes';
import { PassphraseField } from '../kit/passphrase-field';
import { dayField, fromDayField } from '../text/ages';
import { FactList } from './fact-list';
import { OTHER, ProviderField } from './provider-field';

export interface NewEntryFields {
  provider: string;
  site: string;
  label: string;
  account: string;
  notes: string;
  created?: number;
}

interface Props {
  providers: readonly ProviderCard[];
  now: number;
  busy: boolean;
  error?: string | undefined;
  onAdd: (entry: NewEntryFields, secret: string) => void;
  onCancel: () => void;
}

/** What looks wrong with a pasted secret, in words; nothing when it looks like one. */
function doubt(secret: string): string | undefined {
  if (secret.length > 0 && secret.length < 8) return i18n.t('add.looksShort');
  if (/[\r\n\t]/.test(secret) || secret.split(' ').length > 8) return i18n.t('add.looksLong');
  return undefined;
}

/** Adds an app password manually: paste, choose the provider, name it. */
export function AddForm({ providers, now, busy, error, onAdd, onCancel }: Props) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const secretField = useRef<HTMLInputElement>(null);
  const [hint, setHint] = useState<string>();
  const [missing, setMissing] = useState<string>();
  const [provider, setProvider] = useState(OTHER);
  const card = providers.find(({ id: known }) => known === provider);
  const selfHosted = card?.access === 'self-hosted';

  useEffect(() => secretField.current?.focus(), []);

  function add(event: Event) {
    event.preventDefault();
    const secret = secretField.current?.value.trim() ?? '';
    if (!secret) {
      setMissing(i18n.t('add.secretMissing'));
      secretField.current?.focus();
      return;
    }
    if (!form.current || busy) return;
    const data = new FormData(form.current);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const created = fromDayField(text('created'));
    onAdd(
      {
        provider,
        site: text('site')
          .replace(/^https?:\/\//i, '')
          .replace(/\/.*$/, ''),
        label: text('label'),
        account: text('account'),
        notes: '',
        ...(created === undefined ? {} : { created: Math.min(created, now) }),
      },
      secret,
    );
  }

  return (
    <form ref={form} class="stack" noValidate onSubmit={add}>
      <PassphraseField
        label={i18n.t('add.secret')}
        inputRef={secretField}
        autoComplete="off"
        mono
        hint={hint}
        error={missing}
        onInput={(value) => {
          setMissing(undefined);
          setHint(doubt(value));
        }}
      />
      <ProviderField providers={providers} value={provider} onChoose={setProvider} />
      {card?.access === 'ended' && <FactList facts={card.facts} />}
      {(selfHosted || provider === OTHER) && (
        <div class="field">
          <label for={`${id}-site`}>{i18n.t('field.site')}</label>
          <input id={`${id}-site`} name="site" class="input" maxLength={SHORT} autoComplete="off" />
        </div>
      )}
      <div class="field">
        <label for={`${id}-label`}>{i18n.t('field.label')}</label>
        <input
          id={`${id}-label`}
          name="label"
          class="input"
          maxLength={SHORT}
          autoComplete="off"
          placeholder={i18n.t('add.labelExample')}
        />
      </div>
      <div class="field">
        <label for={`${id}-account`}>{i18n.t('field.account')}</label>
        <input
          id={`${id}-account`}
          name="account"
          class="input"
          maxLength={SHORT}
          autoComplete="off"
          spellcheck={false}
        />
      </div>
      <div class="field">
        <label for={`${id}-created`}>{i18n.t('add.created')}</label>
        <input id={`${id}-created`} name="created" class="input" type="date" max={dayField(now)} />
        <p class="field-hint">{i18n.t('add.createdHint')}</p>
      </div>
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
      <div class="line">
        <button type="submit" class="button button-main" aria-disabled={busy}>
          {i18n.t('add.action')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {i18n.t('add.cancel')}
        </button>
      </div>
    </form>
  );
}
