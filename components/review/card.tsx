import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { browser } from '../../lib/browser';
import type { FactCard } from '../../lib/messaging/shapes';
import type { Suggestion } from '../../lib/review/reasons';
import { FactList } from '../entry/fact-list';
import { Monogram } from '../kit/monogram';
import { answer, type GivenAnswer, leaveAt, type ReviewItem } from '../state/review-store';
import { attempt } from '../state/session';
import { singleKeys } from '../state/settings';
import { dateWords, whenWords } from '../text/ages';
import type { MonogramLook } from '../text/monogram';
import { protocolName } from '../text/protocols';
import { KeepUntil, PutOff } from './panels';
import { suggestionWords, Why } from './why';

interface Props {
  item: ReviewItem;
  /** Its place in the queue. */
  place: number;
  now: number;
  providerName: string;
  monogram: MonogramLook;
  /** The provider's page where it is revoked, where known. */
  revokeHref: string | undefined;
  href: string;
  /** What is known of its provider. */
  facts: readonly FactCard[];
}

/** One question: is it still needed? Keys K, U, R, V, G and L answer while it has the focus. */
export function ReviewCard(props: Props) {
  const { item, place, now, providerName, monogram, revokeHref, href, facts } = props;
  const id = useId();
  const hintId = useId();
  const card = useRef<HTMLElement>(null);
  const [panel, setPanel] = useState<'later' | 'until'>();
  const { row, reason } = item;
  const isBehind = (fact: FactCard) => fact.id === item.fact;
  const isWaiting = reason === 'to-revoke';
  const isReplacing = reason === 'replacing';
  const hint = suggestionWords(item);
  const choices: Choice[] = [
    ...(isWaiting ? [makeChoice('G', i18n.t('review.gone'), { kind: 'revoked' })] : []),
    ...(isReplacing ? [{ letter: 'R', words: i18n.t('review.goOn'), main: true, choose: goOn }] : []),
    makeChoice('K', i18n.t('review.keep'), { kind: 'keep' }),
    makeOpener('U', i18n.t('review.keepUntil'), 'until'),
    ...(isWaiting || isReplacing ? [] : [makeChoice('R', i18n.t('review.replace'), { kind: 'replace' })]),
    ...(isWaiting ? [] : [makeChoice('V', i18n.t('review.revoke'), { kind: 'revoke' })]),
    makeOpener('L', i18n.t('review.later'), 'later'),
  ];

  function makeChoice(
    letter: string,
    words: string,
    given: GivenAnswer & { kind: Suggestion['answer'] },
  ): Choice {
    return { letter, words, main: item.suggestion?.answer === given.kind, choose: () => give(given) };
  }

  /** A choice that needs to know a day first. */
  function makeOpener(letter: string, words: string, opens: 'later' | 'until'): Choice {
    const isOpen = panel === opens;
    return { letter, words, isOpen, choose: () => (isOpen ? close() : setPanel(opens)) };
  }

  function goOn() {
    leaveAt(item, place);
    location.assign(`#/replace/${row.id}`);
  }

  async function give(given: GivenAnswer) {
    if (!(await answer(item, place, given))) return;
    if (given.kind === 'replace') goOn();
    if (given.kind === 'revoke' && revokeHref) await attempt(() => browser.tabs.create({ url: revokeHref }));
  }

  /** The keys go to the card again, not to a button that is gone. */
  function close() {
    setPanel(undefined);
    card.current?.focus();
  }

  function press(event: KeyboardEvent) {
    // A key that is held down answers one card, not all that come up below it.
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape' && panel) return close();
    if (event.target instanceof HTMLInputElement || !singleKeys.value) return;
    const chosen = choices.find(({ letter }) => letter === event.key.toUpperCase());
    if (!chosen) return;
    event.preventDefault();
    chosen.choose();
  }

  return (
    <article
      ref={card}
      class="review-card"
      aria-labelledby={id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the card takes the focus so that one key answers it
      tabIndex={0}
      onKeyDown={press}
    >
      <header class="line">
        <Monogram look={monogram} large />
        <div class="review-title">
          <h2 id={id}>
            <a href={href}>{row.label || i18n.t('entry.unnamed')}</a>
          </h2>
          <p class="soft">{[providerName, row.account, row.site].filter(Boolean).join(' · ')}</p>
        </div>
      </header>
      <Why item={item} />
      <FactList {...(isWaiting ? { facts, about: 'revoking' } : { facts: facts.filter(isBehind) })} />
      <dl class="review-facts">
        {listDetails(item, now).map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {isWaiting && (
        <p>
          {i18n.t('review.closesItself')}{' '}
          {revokeHref && (
            <a href={revokeHref} target="_blank" rel="noreferrer">
              {i18n.t('review.openPage', [providerName])}
            </a>
          )}
        </p>
      )}
      <div class="stack-tight">
        {!isWaiting && !isReplacing && <h3>{i18n.t('review.question')}</h3>}
        <div class="line">
          {choices.map((choice) => (
            <ChoiceButton
              key={choice.letter}
              {...choice}
              describedBy={hint && choice.main ? hintId : undefined}
            />
          ))}
        </div>
        {hint && (
          <p id={hintId} class="small soft">
            {hint}
          </p>
        )}
        {panel === 'later' && (
          <PutOff
            device={row.device}
            onLater={(days, at) => give({ kind: 'later', days, ...(at && { for: at }) })}
            onBack={close}
          />
        )}
        {panel === 'until' && (
          <KeepUntil now={now} onKeep={(until) => give({ kind: 'keep', until })} onBack={close} />
        )}
      </div>
    </article>
  );
}

/** What helps to answer: where it is used, and when it was last of use. */
function listDetails({ row, protocols, lastCopied, confirmed }: ReviewItem, now: number) {
  const details: [string, string][] = [
    [i18n.t('review.usedIn'), [row.client, row.device].filter(Boolean).join(', ')],
    [i18n.t('review.usedFor'), protocols.map(protocolName).join(', ')],
    [i18n.t('review.lastUsed'), [row.lastUsed, row.lastPlace].filter(Boolean).join(' · ')],
    [i18n.t('review.lastCopied'), lastCopied ? whenWords(lastCopied, now) : i18n.t('entry.never')],
    [i18n.t('review.lastKept'), confirmed ? dateWords(confirmed) : ''],
  ];
  return details.filter(([, value]) => value !== '');
}

interface Choice {
  letter: string;
  words: string;
  main?: boolean;
  /** Whether what it opens is open, for those that open something. */
  isOpen?: boolean;
  choose: () => void;
}

function ChoiceButton(props: Choice & { describedBy: string | undefined }) {
  const { letter, words, main, isOpen, choose, describedBy } = props;
  return (
    <button
      type="button"
      class={main ? 'button button-main' : 'button'}
      {...(singleKeys.value ? { 'aria-keyshortcuts': letter } : {})}
      aria-expanded={isOpen}
      aria-describedby={describedBy}
      onClick={choose}
    >
      {words}
      {singleKeys.value && (
        <span class="keycap" aria-hidden="true">
          {letter}
        </span>
      )}
    </button>
  );
}
