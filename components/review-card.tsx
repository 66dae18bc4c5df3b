import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Reason } from '../lib/verdicts';
import { dayWords, spanWords } from './age-words';
import { DueMark } from './due-mark';
import { factWords } from './fact-list';
import type { DueItem } from './shapes';

export type ReviewChoice = 'keep' | 'replace' | 'revoke' | 'later' | 'gone';

interface Props {
  item: DueItem;
  providerName: string;
  /** The provider's page where it is taken back, where known. */
  revokeHref: string | undefined;
  href: string;
  onChoose: (choice: Exclude<ReviewChoice, 'later'>) => void;
  onLater: (days: number) => void;
}

const whys: Record<Reason, (age: string, unused: string) => string> = {
  retired: (age) => i18n.t('review.whyRetired', [age]),
  unused: (_, unused) => i18n.t('review.whyUnused', [unused]),
  'to-revoke': (age) => i18n.t('review.whyToRevoke', [age]),
  'too-old': (age) => i18n.t('review.whyTooOld', [age]),
  'soon-too-old': (age) => i18n.t('review.whySoon', [age]),
};

/** One question: is it still needed? Keys K, R, V and L answer while the card has the focus. */
export function ReviewCard({ item, providerName, revokeHref, href, onChoose, onLater }: Props) {
  const id = useId();
  const [putOff, setPutOff] = useState(false);
  const { row, reason, ageDays, fact } = item;
  const waiting = row.status === 'to-revoke';
  const asked = whys[reason](spanWords(ageDays), dayWords(item.unusedDays ?? 0));
  const why = fact ? `${asked} ${factWords(fact)}` : asked;
  const used = [row.client, row.device].filter(Boolean).join(', ');

  function answer(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLInputElement) return;
    const key = event.key.toLowerCase();
    if (key === 'k') onChoose('keep');
    else if (key === 'l') setPutOff(true);
    else if (key === 'r' && !waiting) onChoose('replace');
    else if (key === 'v') onChoose(waiting ? 'gone' : 'revoke');
    else return;
    event.preventDefault();
  }

  return (
    <li>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the card takes the focus so that one key answers it */}
      <article class="review-card stack-tight" aria-labelledby={id} tabIndex={0} onKeyDown={answer}>
        <header class="line">
          <h2 id={id}>
            <a href={href}>{row.label || i18n.t('entry.unnamed')}</a>
          </h2>
          <span class="small">
            <DueMark row={row} />
          </span>
        </header>
        <p class="soft">{[providerName, row.account, row.site].filter(Boolean).join(' · ')}</p>
        <p>{why}</p>
        {used && <p class="small soft">{i18n.t('review.usedIn', [used])}</p>}
        {row.lastUsed && (
          <p class="small soft">
            {i18n.t('review.lastUsed', [[row.lastUsed, row.lastPlace].filter(Boolean).join(' · ')])}
          </p>
        )}
        {waiting && (
          <p class="small">
            {i18n.t('review.goThere')}{' '}
            {revokeHref && (
              <a href={revokeHref} target="_blank" rel="noreferrer">
                {i18n.t('review.openPage', [providerName])}
              </a>
            )}
          </p>
        )}
        {putOff ? (
          <div class="line">
            <span>{i18n.t('review.laterHow')}</span>
            <LaterButton words={i18n.t('review.tomorrow')} focus onClick={() => onLater(1)} />
            <LaterButton words={i18n.t('review.week')} onClick={() => onLater(7)} />
            <LaterButton words={i18n.t('review.month')} onClick={() => onLater(30)} />
            <LaterButton words={i18n.t('review.back')} onClick={() => setPutOff(false)} />
          </div>
        ) : (
          <div class="line">
            {waiting && (
              <Choice words={i18n.t('review.gone')} letter="V" main onClick={() => onChoose('gone')} />
            )}
            <Choice words={i18n.t('review.keep')} letter="K" onClick={() => onChoose('keep')} />
            {!waiting && (
              <Choice words={i18n.t('review.replace')} letter="R" onClick={() => onChoose('replace')} />
            )}
            {!waiting && (
              <Choice words={i18n.t('review.revoke')} letter="V" onClick={() => onChoose('revoke')} />
            )}
            <Choice words={i18n.t('review.later')} letter="L" onClick={() => setPutOff(true)} />
          </div>
        )}
      </article>
    </li>
  );
}

function Choice(props: { words: string; letter: string; main?: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      class={props.main ? 'button button-main' : 'button'}
      aria-keyshortcuts={props.letter}
      onClick={props.onClick}
    >
      {props.words}
      <span class="keycap" aria-hidden="true">
        {props.letter}
      </span>
    </button>
  );
}

function LaterButton({ words, focus, onClick }: { words: string; focus?: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      class="button"
      ref={(button) => {
        if (focus) button?.focus();
      }}
      onClick={onClick}
    >
      {words}
    </button>
  );
}
