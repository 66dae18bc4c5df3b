import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type NumberSetting, numberSettings, type SwitchSetting } from '../../lib/bounds';
import { policy } from '../state/policy';
import { changeSettings, settings } from '../state/settings';
import { hourWords, unitWords } from '../text/ages';
import { SetByPolicy } from './set-by-policy';
import { SettingRow } from './setting-row';

type Kind = 'minute' | 'day' | 'hour' | 'switch';

interface Description {
  /** Id of the section that has it. */
  section: string;
  /** How it is set. Minutes and days are typed, an hour of the day is chosen. */
  kind: Kind;
}

/** Where each setting is and how it is set, in their order; its label and hint are texts of the same name. */
const descriptions: Record<NumberSetting | SwitchSetting, Description> = {
  autoLockMinutes: { section: 'security', kind: 'minute' },
  limitDays: { section: 'reviews', kind: 'day' },
  leadDays: { section: 'reviews', kind: 'day' },
  notify: { section: 'reviews', kind: 'switch' },
  reminderHour: { section: 'reviews', kind: 'hour' },
  singleKeys: { section: 'keyboard', kind: 'switch' },
  checklist: { section: 'about', kind: 'switch' },
};

/** How long (ms) the arrows of a number may rest before it is saved. */
const REST = 400;

/** The rows of one section that are settings by themselves. */
export function listFields(section: string) {
  const names = Object.keys(descriptions) as (keyof typeof descriptions)[];
  return names
    .filter((name) => descriptions[name].section === section)
    .map((name) => ({
      id: name,
      words: `${i18n.t(`settings.${name}`)}\n${i18n.t(`setting_hint.${name}`)}`,
      draw: () => drawField(name, descriptions[name].kind),
    }));
}

function drawField(name: NumberSetting | SwitchSetting, kind: Kind) {
  if (kind === 'switch') return <SwitchRow name={name as SwitchSetting} />;
  if (kind === 'hour') return <HourRow name={name as NumberSetting} />;
  return <NumberRow name={name as NumberSetting} unit={kind} />;
}

/** The row of a setting, with the label and the hint of its name; the hint's id is that of the field with `-hint`. */
function NamedRow(props: { name: NumberSetting | SwitchSetting; id: string; control: ComponentChildren }) {
  const { name, id, control } = props;
  return (
    <SettingRow
      label={i18n.t(`settings.${name}`)}
      field={id}
      hint={i18n.t(`setting_hint.${name}`)}
      hintId={`${id}-hint`}
      control={control}
    />
  );
}

/** A whole number, saved when it is left, or when its arrows have come to rest. */
function NumberRow({ name, unit }: { name: NumberSetting; unit: 'minute' | 'day' }) {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const [wrong, setWrong] = useState(false);
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; save: () => void }>(undefined);
  const [least, most] = numberSettings[name];
  const isSet = policy.value.locked.includes(name);
  const value = settings.value?.[name];

  function flush() {
    const { timer, save } = pending.current ?? {};
    clearTimeout(timer);
    pending.current = undefined;
    save?.();
  }
  // A user who leaves the page meanwhile has chosen all the same.
  useEffect(() => flush, []);

  function take(text: string) {
    const number = Number(text);
    const isWrong = text.trim() === '' || !Number.isInteger(number) || number < least || number > most;
    setWrong(isWrong);
    clearTimeout(pending.current?.timer);
    pending.current = undefined;
    if (isWrong || number === value) return;
    // What is typed meanwhile stays.
    const leave = () => setDraft((shown) => (shown === text ? undefined : shown));
    const save = () => void changeSettings({ [name]: number }).then(leave);
    pending.current = { timer: setTimeout(flush, REST), save };
  }

  return (
    <NamedRow
      name={name}
      id={id}
      control={
        <>
          <span class="with-unit">
            <input
              id={id}
              class="input input-short"
              type="number"
              min={least}
              max={most}
              value={draft ?? value ?? ''}
              disabled={isSet}
              aria-invalid={wrong}
              aria-describedby={`${id}-unit ${wrong ? `${id}-wrong` : isSet ? `${id}-set` : `${id}-hint`}`}
              onInput={(event) => setDraft(event.currentTarget.value)}
              onChange={(event) => take(event.currentTarget.value)}
            />
            <span id={`${id}-unit`} class="soft">
              {unitWords(unit, Number(draft ?? value ?? 0))}
            </span>
          </span>
          {isSet && <SetByPolicy id={`${id}-set`} />}
          {wrong && (
            <p id={`${id}-wrong`} class="field-error" role="alert">
              {i18n.t('settings.between', [least, most])}
            </p>
          )}
        </>
      }
    />
  );
}

/** An hour of the day. */
function HourRow({ name }: { name: NumberSetting }) {
  const id = useId();
  const isSet = policy.value.locked.includes(name);
  const [least, most] = numberSettings[name];
  const hours = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  return (
    <NamedRow
      name={name}
      id={id}
      control={
        <>
          <select
            id={id}
            class="input input-short"
            value={settings.value?.[name]}
            disabled={isSet}
            aria-describedby={isSet ? `${id}-set` : `${id}-hint`}
            onChange={(event) => void changeSettings({ [name]: Number(event.currentTarget.value) })}
          >
            {hours.map((hour) => (
              <option key={hour} value={hour}>
                {hourWords(hour)}
              </option>
            ))}
          </select>
          {isSet && <SetByPolicy id={`${id}-set`} />}
        </>
      }
    />
  );
}

function SwitchRow({ name }: { name: SwitchSetting }) {
  const id = useId();
  return (
    <NamedRow
      name={name}
      id={id}
      control={
        <input
          id={id}
          class="switch"
          type="checkbox"
          checked={settings.value?.[name] ?? false}
          disabled={!settings.value}
          aria-describedby={`${id}-hint`}
          onChange={(event) => void changeSettings({ [name]: event.currentTarget.checked })}
        />
      }
    />
  );
}
