import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { numberSettings, type SwitchSetting, switchSettings } from '../../lib/bounds';
import type { Settings } from '../../lib/model';
import { SetByPolicy } from './set-by-policy';

const names = Object.keys(numberSettings) as (keyof typeof numberSettings)[];
/** What a switch does not say in its label. */
const hints: Partial<Record<SwitchSetting, () => string>> = { notify: () => i18n.t('settings.quiet') };

/** When the vault locks, and when to be reminded. */
export function SettingsForm({
  settings,
  locked,
  onSave,
}: {
  settings: Settings;
  /** Names of those that the organisation has set. */
  locked: readonly string[];
  onSave: (settings: Settings) => void;
}) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState<(typeof names)[number]>();

  function save(event: Event) {
    event.preventDefault();
    if (!form.current) return;
    const data = new FormData(form.current);
    const next: Settings = { ...settings };
    for (const name of switchSettings) next[name] = data.has(name);
    for (const name of names.filter((one) => !locked.includes(one))) {
      const [least, most] = numberSettings[name];
      const text = String(data.get(name) ?? '').trim();
      const value = Number(text);
      if (text === '' || !Number.isInteger(value) || value < least || value > most) {
        setWrong(name);
        form.current.querySelector<HTMLInputElement>(`[name=${name}]`)?.focus();
        return;
      }
      next[name] = value;
    }
    setWrong(undefined);
    onSave(next);
  }

  return (
    <form ref={form} class="stack" noValidate onSubmit={save}>
      {names.map((name) => (
        <div key={name} class="field">
          <label for={`${id}-${name}`}>{i18n.t(`settings.${name}`)}</label>
          <input
            id={`${id}-${name}`}
            name={name}
            class="input input-short"
            type="number"
            min={numberSettings[name][0]}
            max={numberSettings[name][1]}
            defaultValue={String(settings[name])}
            disabled={locked.includes(name)}
            aria-invalid={wrong === name}
            {...(wrong === name ? { 'aria-describedby': `${id}-wrong` } : {})}
            {...(locked.includes(name) ? { 'aria-describedby': `${id}-${name}-set` } : {})}
          />
          {locked.includes(name) && <SetByPolicy id={`${id}-${name}-set`} />}
          {wrong === name && (
            <p id={`${id}-wrong`} class="field-error" role="alert">
              {i18n.t('settings.between', [...numberSettings[name]])}
            </p>
          )}
        </div>
      ))}
      {switchSettings.map((name) => (
        <div key={name} class="tick">
          <input
            id={`${id}-${name}`}
            name={name}
            type="checkbox"
            defaultChecked={settings[name]}
            {...(hints[name] ? { 'aria-describedby': `${id}-${name}-hint` } : {})}
          />
          <div>
            <label for={`${id}-${name}`}>{i18n.t(`settings.${name}`)}</label>
            {hints[name] && (
              <p id={`${id}-${name}-hint`} class="field-hint">
                {hints[name]?.()}
              </p>
            )}
          </div>
        </div>
      ))}
      <div>
        <button type="submit" class="button button-main">
          {i18n.t('settings.save')}
        </button>
      </div>
    </form>
  );
}
