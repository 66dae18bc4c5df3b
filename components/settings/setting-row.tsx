import type { ComponentChildren } from 'preact';

interface Props {
  label: string;
  /** Id of the field that the label names; without one, the label is a heading over what is below it. */
  field?: string | undefined;
  hint?: string | undefined;
  /** Id for the hint, by which the field names it. */
  hintId?: string | undefined;
  /** What stands beside the label: a field, a button, a word. */
  control?: ComponentChildren;
  /** What needs the whole width. */
  children?: ComponentChildren;
}

/** One row of the settings: label, control, and at most one line of help. */
export function SettingRow({ label, field, hint, hintId, control, children }: Props) {
  return (
    <div class="setting">
      <div class="setting-line">
        <div class="setting-words">
          {field ? <label for={field}>{label}</label> : <h3>{label}</h3>}
          {hint && (
            <p id={hintId} class="field-hint">
              {hint}
            </p>
          )}
        </div>
        {control && <div class="setting-control">{control}</div>}
      </div>
      {children}
    </div>
  );
}
