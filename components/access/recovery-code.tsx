import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { dateWords, dayField } from '../text/ages';

interface Props {
  /** Shown as it comes: the vault prints it in groups. */
  code: string;
  /** When it was made (ms), for the paper it is printed on. */
  made: number;
  onCopy: () => void;
  onPrint: () => void;
  onContinue: () => void;
}

/** Shows a recovery code once, and continues when the user has put it away. */
export function RecoveryCode({ code, made, onCopy, onPrint, onContinue }: Props) {
  const tickId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [safe, setSafe] = useState(false);
  const [reminded, setReminded] = useState(false);
  const [copied, setCopied] = useState(false);
  const [file, setFile] = useState<string>();

  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    const text = `${i18n.t('recovery.sheetTitle')}\n\n${code}\n\n${i18n.t('recovery.sheetMade', [dateWords(made)])}\n${i18n.t('recovery.sheetUse')}\n`;
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    setFile(address);
    return () => URL.revokeObjectURL(address);
  }, [code, made]);

  function goOn() {
    if (safe) onContinue();
    else setReminded(true);
  }

  return (
    <section class="stack recovery">
      <h1 ref={heading} tabIndex={-1}>
        {i18n.t('recovery.heading')}
      </h1>
      <p>{i18n.t('recovery.why')}</p>
      <div class="sheet">
        <p class="print-only">{i18n.t('recovery.sheetTitle')}</p>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, this is one text with a name */}
        <p class="recovery-code" role="group" aria-label={i18n.t('recovery.code')}>
          <code>
            {code.split(/(?<=[-\s])/).map((group, position) => (
              <span key={position}>{group}</span>
            ))}
          </code>
        </p>
        <p class="print-only">{i18n.t('recovery.sheetMade', [dateWords(made)])}</p>
        <p class="print-only">{i18n.t('recovery.sheetUse')}</p>
      </div>
      <div class="line">
        <button
          type="button"
          class="button"
          onClick={() => {
            onCopy();
            setCopied(true);
          }}
        >
          {i18n.t('recovery.copy')}
        </button>
        <button type="button" class="button" onClick={onPrint}>
          {i18n.t('recovery.print')}
        </button>
        <a
          class="button"
          {...(file ? { href: file } : {})}
          download={`spare-key-recovery-${dayField(made)}.txt`}
        >
          {i18n.t('recovery.file')}
        </a>
        <span class="soft small" role="status">
          {copied ? i18n.t('recovery.copied') : ''}
        </span>
      </div>
      <div class="tick">
        <input
          id={tickId}
          type="checkbox"
          checked={safe}
          onChange={(event) => {
            setSafe(event.currentTarget.checked);
            setReminded(false);
          }}
        />
        <label for={tickId}>{i18n.t('recovery.safe')}</label>
      </div>
      {reminded && (
        <p class="field-error" role="alert">
          {i18n.t('recovery.tickFirst')}
        </p>
      )}
      <div>
        <button type="button" class="button button-main" onClick={goOn}>
          {i18n.t('recovery.continue')}
        </button>
      </div>
    </section>
  );
}
