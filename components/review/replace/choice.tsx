import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { dateWords } from '../../text/ages';
import type { Candidate } from './steps';

/** Names the new app password where it was not linked by itself. */
export function ReplacementChoice(props: { candidates: readonly Candidate[]; onLink: (id: string) => void }) {
  const { candidates, onLink } = props;
  const id = useId();
  const [chosen, setChosen] = useState('');
  const current = candidates.find((one) => one.id === chosen) ?? candidates[0];
  return (
    <details class="fold">
      <summary>{i18n.t('replace.alreadyHere')}</summary>
      {current ? (
        <div class="stack-tight">
          <div class="field">
            <label for={id}>{i18n.t('replace.which')}</label>
            <select
              id={id}
              class="input"
              value={current.id}
              onChange={(event) => setChosen(event.currentTarget.value)}
            >
              {candidates.map(({ id: value, label, made }) => (
                <option key={value} value={value}>
                  {`${label} (${dateWords(made)})`}
                </option>
              ))}
            </select>
          </div>
          <div>
            <button type="button" class="button" onClick={() => onLink(current.id)}>
              {i18n.t('replace.choose')}
            </button>
          </div>
        </div>
      ) : (
        <p class="soft">{i18n.t('replace.noneHere')}</p>
      )}
    </details>
  );
}
