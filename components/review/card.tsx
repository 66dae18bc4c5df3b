import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { browser } from '../../lib/browser';
import type { Reason } from '../../lib/review/reasons';
import { DueMark } from '../entry/due-mark';
import { answer, type GivenAnswer, leaveAt, type ReviewItem } from '../state/review-store';
import { attempt } from '../state/session';
import { singleKeys } from '../state/settings';
import { dateWords, dayWords, spanWords, whenWords } from '../text/ages';
import { protocolName } from '../text/protocols';
import { KeepUntil, PutOff } from './panels';

interface Props {
  item: ReviewItem;
  /** Its place among the cards that are shown. */
  place: number;
  now: number;
  providerName: string;
  /** The provider's page where it is taken back, where known. */
  revokeHref: string | undefined;
  href: string;
  /** What there is to know about it now. */
  facts: ComponentChildren;
}

const whys: Record<Exclude<Reason, 'replacing' | 'unused'>, () => string> = {
  retired: () => i18n.t('review.whyRetired'),
  'to-revoke': () => i18n.t('review.whyToRevoke'),
  'kept-until': () => i18n.t('review.whyKeptUntil'),
  'too-old': () => i18n.t('review.whyTooOld'),
  'soon-too-old': () => i18n.t('review.whySoon'),
};

function askWhy({ reason, unusedDays = 0, step }: ReviewItem): string {
  if (reason === 'unused') return i18n.t('review.whyUnused', [dayWords(unusedDays)]);
  if (reason === 'replacing') {
    return step === 'move' ? i18n.t('review.whyReplacing.move') : i18n.t('review.whyReplacing.make');
  }
  return whys[reason]();
}

/** One question: is it still needed? Keys K, U, R, V, G and L answer while the card has the focus. */
export function ReviewCard({ item, place, now, providerName, revokeHref, href, facts }: Props) {
  const id = useId();
  const card = useRef<HTMLElement>(null);
  const [panel, setPanel] = useState<'later' | 'until'>();
  const { row, reason } = item;
  const isWaiting = reason === 'to-revoke';
  const isReplacing = reason === 'replacing';
  const choices: Choice[] = [
    ...(isWaiting ? [makeChoice('G', i18n.t('review.gone'), { kind: 'revoked' }, true)] : []),
    ...(isReplacing ? [{ letter: 'R', words: i18n.t('review.goOn'), main: true, choose: goOn }] : []),
    makeChoice('K', i18n.t('review.keep'), { kind: 'keep' }),
    { letter: 'U', words: i18n.t('review.keepUntil'), choose: () => setPanel('until') },
    ...(isWaiting || isReplacing ? [] : [makeChoice('R', i18n.t('review.replace'), { kind: 'replace' })]),
    ...(isWaiting ? [] : [makeChoice('V', i18n.t('review.revoke'), { kind: 'revoke' })]),
    { letter: 'L', words: i18n.t('review.later'), choose: () => setPanel('later') },
  ];

  function makeChoice(letter: string, words: string, given: GivenAnswer, main = false): Choice {
    return { letter, words, main, choose: () => give(given) };
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
    <li>
      <article
        ref={card}
        class="review-card stack-tight"
        aria-labelledby={id}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the card takes the focus so that one key answers it
        tabIndex={0}
        onKeyDown={press}
      >
        <header class="line">
          <h2 id={id}>
            <a href={href}>{row.label || i18n.t('entry.unnamed')}</a>
          </h2>
          <span class="small">
            <DueMark row={{ ...row, reason }} />
          </span>
        </header>
        <p class="soft">{[providerName, row.account, row.site].filter(Boolean).join(' · ')}</p>
        <p>{askWhy(item)}</p>
        <dl class="review-facts small">
          {listDetails(item, now).map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {isWaiting && (
          <p class="small">
            {i18n.t('review.closesItself')}{' '}
            {revokeHref && (
              <a href={revokeHref} target="_blank" rel="noreferrer">
                {i18n.t('review.openPage', [providerName])}
              </a>
            )}
          </p>
        )}
        {facts}
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
        {panel === undefined && (
          <div class="line">
            {choices.map((choice) => (
              <ChoiceButton key={choice.letter} {...choice} />
            ))}
          </div>
        )}
      </article>
    </li>
  );
}

/** What helps to answer: where it is used, how old it is, when it was last of use to anybody. */
function listDetails({ row, ageDays, protocols, lastCopied, confirmed }: ReviewItem, now: number) {
  const details: [string, string][] = [
    [i18n.t('review.usedIn'), [row.client, row.device].filter(Boolean).join(', ')],
    [i18n.t('review.usedFor'), protocols.map(protocolName).join(', ')],
    [i18n.t('review.age'), i18n.t('review.ageSince', [spanWords(ageDays), dateWords(row.secretChanged)])],
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
  choose: () => void;
}

function ChoiceButton({ letter, words, main, choose }: Choice) {
  return (
    <button
      type="button"
      class={main ? 'button button-main' : 'button'}
      {...(singleKeys.value ? { 'aria-keyshortcuts': letter } : {})}
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
