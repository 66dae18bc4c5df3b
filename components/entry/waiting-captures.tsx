import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { SHORT } from '../../lib/bounds';
import type { WaitingCapture } from '../../lib/messaging/shapes';
import { whenWords } from '../text/ages';

interface Props {
  captures: readonly WaitingCapture[];
  now: number;
  nameOf: (provider: string) => string;
  onKeep: (capture: WaitingCapture, label: string, account: string) => void;
  onDiscard: (capture: WaitingCapture) => void;
}

/** The region "Not saved yet": every capture that waits for an answer, to be corrected, saved or discarded. */
export function WaitingCaptures({ captures, ...rest }: Props) {
  const id = useId();
  if (captures.length === 0) return null;
  return (
    <section class="waiting stack-tight" aria-labelledby={id}>
      <h2 id={id} class="waiting-heading">
        {i18n.t('waiting.heading')}
      </h2>
      {captures.map((capture) => (
        <WaitingItem key={capture.id} capture={capture} {...rest} />
      ))}
    </section>
  );
}

function WaitingItem({
  capture,
  now,
  nameOf,
  onKeep,
  onDiscard,
}: Omit<Props, 'captures'> & { capture: WaitingCapture }) {
  const id = useId();
  const [label, setLabel] = useState(capture.label);
  const [account, setAccount] = useState(capture.account);
  const [asking, setAsking] = useState(false);
  return (
    <form
      class="waiting-item stack-tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onKeep(capture, label.trim(), account.trim());
      }}
    >
      <p class="small soft">
        {[nameOf(capture.provider), capture.site, whenWords(capture.captured, now)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div class="field">
        <label for={`${id}-label`}>{i18n.t('field.label')}</label>
        <input
          id={`${id}-label`}
          class="input"
          value={label}
          maxLength={SHORT}
          autoComplete="off"
          onInput={(event) => setLabel(event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for={`${id}-account`}>{i18n.t('field.account')}</label>
        <input
          id={`${id}-account`}
          class="input"
          value={account}
          maxLength={SHORT}
          autoComplete="off"
          spellcheck={false}
          onInput={(event) => setAccount(event.currentTarget.value)}
        />
      </div>
      {asking ? (
        <div class="stack-tight" role="alert">
          <p class="small">{i18n.t('waiting.reallyDiscard')}</p>
          <div class="line">
            <button
              type="button"
              class="button button-small button-danger"
              onClick={() => onDiscard(capture)}
            >
              {i18n.t('waiting.discardForGood')}
            </button>
            <button
              type="button"
              class="button button-small"
              // The button that was pressed is gone; the safe answer takes its focus.
              ref={(button) => button?.focus()}
              onClick={() => setAsking(false)}
            >
              {i18n.t('waiting.keepWaiting')}
            </button>
          </div>
        </div>
      ) : (
        <div class="line">
          <button type="submit" class="button button-small button-main">
            {i18n.t('waiting.save')}
          </button>
          <button type="button" class="button button-small button-bare" onClick={() => setAsking(true)}>
            {i18n.t('waiting.discard')}
          </button>
        </div>
      )}
    </form>
  );
}
