import { i18n } from '#i18n';

interface Props {
  /** True when the clipboard is cleared by itself. */
  clearsItself: boolean;
  cleared: boolean;
  onAllow: () => void;
  onClear: () => void;
}

/** What was done with the clipboard, and what can be done about it. */
export function CopiedStatus({ clearsItself, cleared, onAllow, onClear }: Props) {
  if (cleared) return <p class="small copied">{i18n.t('copied.cleared')}</p>;
  if (clearsItself) return <p class="small copied">{i18n.t('copied.clears')}</p>;
  return (
    <div class="copied stack-tight">
      <p class="small">{i18n.t('copied.stays')}</p>
      <div class="line">
        <button type="button" class="button button-small" onClick={onAllow}>
          {i18n.t('copied.allow')}
        </button>
        <button type="button" class="button button-small" onClick={onClear}>
          {i18n.t('copied.clear')}
        </button>
      </div>
    </div>
  );
}
