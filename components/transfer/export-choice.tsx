import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { leftBehindWords } from '../text/manager-status';

/** A kind of file that can be made. */
export interface ExportFormat {
  id: string;
  name: string;
  carries: ReadonlySet<string>;
  encrypted: boolean;
}

interface Props {
  formats: readonly ExportFormat[];
  chosen: ExportFormat;
  /** Entries whose secret is in the vault, and elsewhere. */
  here: number;
  elsewhere: number;
  onChoose: (id: string) => void;
}

/** Chooses the kind of file, and says what it holds, what it leaves behind and who can read it. */
export function ExportChoice({ formats, chosen, here, elsewhere, onChoose }: Props) {
  const id = useId();
  const left = leftBehindWords([...chosen.carries]);
  const group = (encrypted: boolean) =>
    formats
      .filter((format) => format.encrypted === encrypted)
      .map((format) => (
        <option key={format.id} value={format.id}>
          {format.name}
        </option>
      ));
  return (
    <div class="stack-tight">
      <div class="field">
        <label for={id}>{i18n.t('export.format')}</label>
        <select
          id={id}
          class="input"
          value={chosen.id}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          <optgroup label={i18n.t('export.sealed')}>{group(true)}</optgroup>
          {group(false).length > 0 && <optgroup label={i18n.t('export.open')}>{group(false)}</optgroup>}
        </select>
      </div>
      <p>
        {i18n.t('export.count', here)} {elsewhere > 0 ? i18n.t('export.elsewhere', elsewhere) : ''}
      </p>
      <p class="soft">{left ? i18n.t('export.leftBehind', [left]) : i18n.t('export.takesAll')}</p>
      {!chosen.encrypted && <p class="banner banner-warn">{i18n.t('export.warning')}</p>}
    </div>
  );
}
