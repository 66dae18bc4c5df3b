import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { resolveLink } from '../entry/provider-links';
import { answerMany } from '../state/answer-many';
import { entries, listWanted, nameProvider, providers, reloads } from '../state/entries';
import {
  type CardPlace,
  closeReview,
  enterReview,
  focusPlace,
  isSlow,
  loadReview,
  type ReviewItem,
  review,
  undoAnswer,
} from '../state/review-store';
import { now } from '../state/session';
import { singleKeys } from '../state/settings';
import { dateWords, whenWords } from '../text/ages';
import { DeviceWaits } from './device-waits';
import { IncidentSection, useGroups } from './incident-section';
import { ReviewList } from './list';
import { StatePicture, StateSummary } from './overview';
import { RecordsSection } from './records-section';

/**
 * Gives the focus to the card in a place. Keys mean something else below the questions, so after the last of these it
 * goes to the heading there.
 */
function focusCard(list: HTMLElement, { at, asks }: CardPlace): void {
  const questions = list.querySelectorAll<HTMLElement>('.questions article');
  const cards = asks ? questions : list.querySelectorAll<HTMLElement>('article');
  const next = cards[Math.min(at, cards.length - 1)] ?? list.querySelector<HTMLElement>('h2[tabindex]');
  next?.focus();
}

/** Z undoes the last answer of this page, while the focus is among the cards. */
function undoByKey({ key, ctrlKey, altKey, metaKey, target }: KeyboardEvent): void {
  if (!singleKeys.value || key.toLowerCase() !== 'z' || ctrlKey || altKey || metaKey) return;
  if (!(target instanceof HTMLInputElement)) undoAnswer();
}

function linkOf({ row }: ReviewItem): string | undefined {
  const card = providers.value.find(({ id }) => id === row.provider);
  return resolveLink(card?.links.revoke, row.site);
}

/** How everything stands, and what is due, one question each. */
export function ReviewPage() {
  const list = useRef<HTMLDivElement>(null);
  const [groups, refreshGroups] = useGroups();
  const due = review.value;
  const place = focusPlace.value;

  useEffect(() => {
    enterReview();
    return closeReview;
  }, []);

  useEffect(() => {
    void loadReview().then(() => requestAnimationFrame(() => setTimeout(() => (listWanted.value = true))));
  }, [reloads.value]);

  useEffect(() => {
    if (!due || !place) return;
    if (list.current) focusCard(list.current, place);
    focusPlace.value = undefined;
  }, [due, place]);

  const labels = new Map(entries.value?.rows.map(({ id, label }) => [id, label]));
  const about = {
    nameOf: nameProvider,
    labelOf: (id: string) => labels.get(id) || i18n.t('entry.unnamed'),
    hrefOf: (id: string) => `#/entry/${id}`,
    listsHref: '#/lists',
  };

  return (
    <div class="stack">
      <h1>{i18n.t('review.heading')}</h1>
      {due && <StateSummary {...about} state={due.state} />}
      {/* Always there, so that what it says is heard. */}
      <p class={isSlow.value ? 'soft' : 'unseen'} role="status">
        {isSlow.value ? i18n.t('review.saving') : ''}
      </p>
      {due?.total === 0 && (
        <div ref={list} class="nothing stack-tight">
          <h2 tabIndex={-1}>{i18n.t('review.nothing')}</h2>
          <p class="soft">
            {due.next === undefined
              ? i18n.t('review.nothingNext')
              : i18n.t('review.nothingUntil', [dateWords(due.next), whenWords(due.next, now.value)])}
          </p>
        </div>
      )}
      {due && due.total > 0 && (
        // biome-ignore lint/a11y/noStaticElementInteractions: one key for the cards inside
        <div ref={list} class="stack" onKeyDown={undoByKey}>
          <ReviewList
            due={due}
            now={now.value}
            nameOf={nameProvider}
            hrefOf={about.hrefOf}
            revokeHrefOf={linkOf}
            factsOf={(provider) => providers.value.find(({ id }) => id === provider)?.facts ?? []}
          />
        </div>
      )}
      {due && (
        <DeviceWaits
          {...about}
          groups={due.state.atDevice}
          onThere={(ids) => answerMany(ids, 'wake', i18n.t('review.awake'))}
        />
      )}
      {due && groups && (
        <>
          <StatePicture {...about} state={due.state} />
          <IncidentSection groups={groups} labelOf={about.labelOf} onOpen={refreshGroups} />
          <RecordsSection />
        </>
      )}
    </div>
  );
}
