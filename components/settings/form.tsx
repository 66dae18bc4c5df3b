import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Settings } from '../../lib/model';
import { SetByPolicy } from './set-by-policy';

type NumberName = 'autoLockMinutes' | 'limitDays' | 'leadDays' | 'reminderHour';

const bounds: Record<NumberName, [number, number]> = {
  autoLockMinutes: [1, 480],
  limitDays: [1, 3650],
  leadDays: [0, 365],
  reminderHour: [0, 23],
};
const names = Object.keys(bounds) as NumberName[];

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
  const [wrong, setWrong] = useState<NumberName>();

  function save(event: Event) {
    event.preventDefault();
    if (!form.current) return;
    const data = new FormData(form.current);
    const next: Settings = { ...settings, notify: data.has('notify') };
    for (const name of names.filter((one) => !locked.includes(one))) {
      const [least, most] = bounds[name];
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
            min={bounds[name][0]}
            max={bounds[name][1]}
            defaultValue={String(settings[name])}
            disabled={locked.includes(name)}
            aria-invalid={wrong === name}
            {...(wrong === name ? { 'aria-describedby': `${id}-wrong` } : {})}
            {...(locked.includes(name) ? { 'aria-describedby': `${id}-${name}-set` } : {})}
          />
          {locked.includes(name) && <SetByPolicy id={`${id}-${name}-set`} />}
          {wrong === name && (
            <p id={`${id}-wrong`} class="field-error" role="alert">
              {i18n.t('settings.between', bounds[name])}
            </p>
          )}
        </div>
      ))}
      <div class="tick">
        <input
          id={`${id}-notify`}
          name="notify"
          type="checkbox"
          defaultChecked={settings.notify}
          aria-describedby={`${id}-quiet`}
        />
        <div>
          <label for={`${id}-notify`}>{i18n.t('settings.notify')}</label>
          <p id={`${id}-quiet`} class="field-hint">
            {i18n.t('settings.quiet')}
          </p>
        </div>
      </div>
      <div>
        <button type="submit" class="button button-main">
          {i18n.t('settings.save')}
        </button>
      </div>
    </form>
  );
}
