import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { PassphraseField } from '../kit/passphrase-field';
import { type PasteFinding, pasteWords } from '../text/paste-check';

interface Props {
  findings: readonly PasteFinding[] | undefined;
  onCheck: (pasted: string) => void;
  /** Called when what was found no longer belongs to what the field holds. */
  onChange: () => void;
}

/** "Check what you typed": says why a program refuses a password, without showing it. */
export function PasteCheck({ findings, onCheck, onChange }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (open) field.current?.focus();
  }, [open]);
  return (
    <section class="stack-tight">
      <h2>{i18n.t('paste.heading')}</h2>
      <p class="soft">{i18n.t('paste.why')}</p>
      {open ? (
        <form
          class="stack-tight"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onCheck(field.current?.value ?? '');
          }}
        >
          <PassphraseField
            label={i18n.t('paste.field')}
            inputRef={field}
            autoComplete="off"
            mono
            onInput={onChange}
          />
          <div>
            <button type="submit" class="button">
              {i18n.t('paste.action')}
            </button>
          </div>
        </form>
      ) : (
        <div>
          <button type="button" class="button" onClick={() => setOpen(true)}>
            {i18n.t('paste.open')}
          </button>
        </div>
      )}
      <div role="status">
        {findings && (
          <ul class="stack-tight">
            {findings.map((found) => (
              <li key={found.kind}>
                {pasteWords(found)}
                {found.fact && (
                  <>
                    {' '}
                    <a href={found.fact.source} target="_blank" rel="noreferrer">
                      {i18n.t('paste.source')}
                    </a>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
