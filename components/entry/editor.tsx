import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { LONG, numberSettings, SHORT } from '../../lib/bounds';
import type { ProviderCard } from '../../lib/messaging/shapes';
import type { AppPassword, EntryChanges } from '../../lib/model';
import { dayField, fromDayField } from '../text/ages';
import { protocolName, protocols } from '../text/protocols';
import { ProviderField } from './provider-field';

interface Props {
  entry: AppPassword;
  providers: readonly ProviderCard[];
  now: number;
  onSave: (changes: EntryChanges) => void;
  onCancel: () => void;
}

/** Fewest and most days of an own limit. */
const LIMIT = numberSettings.limitDays;

function isLimit(days: number): boolean {
  return Number.isInteger(days) && days >= LIMIT[0] && days <= LIMIT[1];
}

/** Changes an entry in place. */
export function EntryEditor({ entry, providers, now, onSave, onCancel }: Props) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [provider, setProvider] = useState(entry.provider);
  const [wrongLimit, setWrongLimit] = useState(false);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  function save(event: Event) {
    event.preventDefault();
    if (!form.current) return;
    const data = new FormData(form.current);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const created = text('created') === dayField(entry.created) ? undefined : fromDayField(text('created'));
    const limit = form.current.elements.namedItem('limitDays') as HTMLInputElement;
    // What is no number leaves the value empty, and says so apart.
    const emptied = limit.value === '' && !limit.validity.badInput;
    const limitDays = Number(limit.value);
    if (!emptied && !isLimit(limitDays)) {
      setWrongLimit(true);
      limit.focus();
      return;
    }
    onSave({
      provider,
      label: text('label'),
      account: text('account'),
      site: text('site'),
      client: text('client'),
      device: text('device'),
      notes: text('notes'),
      tags: text('tags')
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean)
        .slice(0, 50),
      protocols: protocols.filter((protocol) => data.has(`protocol-${protocol}`)),
      ...(created === undefined ? {} : { created: Math.min(created, now) }),
      limitDays: emptied ? null : limitDays,
    });
  }

  const field = (name: 'label' | 'account' | 'site' | 'client' | 'device', hint?: string) => (
    <div class="field">
      <label for={`${id}-${name}`}>{i18n.t(`field.${name}`)}</label>
      <input
        id={`${id}-${name}`}
        name={name}
        class="input"
        defaultValue={entry[name]}
        maxLength={SHORT}
        autoComplete="off"
        placeholder={hint ?? ''}
      />
    </div>
  );

  return (
    <form ref={form} class="stack" noValidate onSubmit={save}>
      <h1>{i18n.t('entry.editHeading')}</h1>
      {field('label')}
      {field('account')}
      <ProviderField providers={providers} value={provider} onChoose={setProvider} />
      {field('site')}
      {field('client', i18n.t('entry.clientExample'))}
      {field('device', i18n.t('entry.deviceExample'))}
      <fieldset class="field ticks">
        <legend class="field-label">{i18n.t('field.protocols')}</legend>
        {protocols.map((protocol) => (
          <div key={protocol} class="tick">
            <input
              id={`${id}-${protocol}`}
              name={`protocol-${protocol}`}
              type="checkbox"
              defaultChecked={entry.protocols.includes(protocol)}
            />
            <label for={`${id}-${protocol}`}>{protocolName(protocol)}</label>
          </div>
        ))}
      </fieldset>
      <div class="field">
        <label for={`${id}-tags`}>{i18n.t('field.tags')}</label>
        <input
          id={`${id}-tags`}
          name="tags"
          class="input"
          defaultValue={entry.tags.join(', ')}
          autoComplete="off"
        />
        <p class="field-hint">{i18n.t('entry.tagsHint')}</p>
      </div>
      <div class="field">
        <label for={`${id}-notes`}>{i18n.t('field.notes')}</label>
        <textarea id={`${id}-notes`} name="notes" class="input" maxLength={LONG} defaultValue={entry.notes} />
      </div>
      <div class="field">
        <label for={`${id}-created`}>{i18n.t('field.created')}</label>
        <input
          id={`${id}-created`}
          name="created"
          class="input"
          type="date"
          defaultValue={dayField(entry.created)}
          max={dayField(now)}
        />
      </div>
      <div class="field">
        <label for={`${id}-limit`}>{i18n.t('field.limitDays')}</label>
        <input
          id={`${id}-limit`}
          name="limitDays"
          class="input input-short"
          type="number"
          min={LIMIT[0]}
          max={LIMIT[1]}
          aria-invalid={wrongLimit}
          aria-describedby={`${id}-limit-hint`}
          onInput={() => setWrongLimit(false)}
          defaultValue={entry.limitDays === undefined ? '' : String(entry.limitDays)}
        />
        <p
          id={`${id}-limit-hint`}
          class={wrongLimit ? 'field-error' : 'field-hint'}
          role={wrongLimit ? 'alert' : undefined}
        >
          {wrongLimit ? i18n.t('settings.between', [LIMIT[0], LIMIT[1]]) : i18n.t('entry.limitHint')}
        </p>
      </div>
      <div class="line">
        <button type="submit" class="button button-main">
          {i18n.t('entry.save')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {i18n.t('entry.cancel')}
        </button>
      </div>
    </form>
  );
}
