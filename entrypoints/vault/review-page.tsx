import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { dateWords, whenWords } from '../../components/age-words';
import { resolveLink } from '../../components/provider-links';
import { ReviewCard, type ReviewChoice } from '../../components/review-card';
import type { StateReport } from '../../components/shapes';
import { StatePicture, StateSummary } from '../../components/state-view';
import { browser } from '../../lib/browser';
import type { Request, Response } from '../../lib/messaging/protocol';
import { entries, nameProvider, providers, reload } from '../own-pages/entries';
import { ask, attempt, now } from '../own-pages/session';
import { IncidentSection } from './incident-section';
import { RecordsSection } from './records-section';
import { putBack, sayDone } from './undo';

type Item = Response<'review.list'>['due'][number];
type Answer = Request<'review.answer'>['answer'];

const said: Record<Answer['kind'], () => string> = {
  keep: () => i18n.t('undo.kept'),
  later: () => i18n.t('undo.later'),
  replace: () => i18n.t('undo.replace'),
  revoke: () => i18n.t('undo.revoke'),
  revoked: () => i18n.t('undo.revoked'),
};

/** What is due, one question each. */
export function ReviewPage() {
  const list = useRef<HTMLUListElement>(null);
  const focusAt = useRef<number | undefined>(0);
  const [due, setDue] = useState<readonly Item[]>();
  const [next, setNext] = useState<number>();
  const [state, setState] = useState<StateReport>();
  const loaded = entries.value;

  useEffect(() => {
    let current = true;
    void attempt(async () => {
      const [answer, stands] = await Promise.all([ask('review.list', {}), ask('state.get', {})]);
      if (!current) return;
      setState(stands);
      setDue(answer.due);
      setNext(answer.next);
    });
    return () => {
      current = false;
    };
  }, [loaded]);

  useEffect(() => {
    if (!due || focusAt.current === undefined) return;
    const cards = list.current?.querySelectorAll<HTMLElement>('article') ?? [];
    cards[Math.min(focusAt.current, cards.length - 1)]?.focus();
    focusAt.current = undefined;
  }, [due]);

  function linkOf(item: Item, which: 'create' | 'revoke'): string | undefined {
    const card = providers.value.find(({ id }) => id === item.row.provider);
    return resolveLink(card?.links[which], item.row.site);
  }

  async function answer(item: Item, given: Answer) {
    const answered = await attempt(() => ask('review.answer', { id: item.row.id, answer: given }));
    if (!answered) return;
    focusAt.current = due?.indexOf(item);
    await reload();
    sayDone(said[given.kind](), () => putBack(answered.before));
  }

  async function choose(item: Item, choice: Exclude<ReviewChoice, 'later'>) {
    await answer(item, { kind: choice === 'gone' ? 'revoked' : choice });
    const page =
      choice === 'replace'
        ? linkOf(item, 'create')
        : choice === 'revoke'
          ? linkOf(item, 'revoke')
          : undefined;
    if (page) await attempt(() => browser.tabs.create({ url: page }));
  }

  const labels = new Map(loaded?.rows.map(({ id, label }) => [id, label]));
  const about = {
    nameOf: nameProvider,
    labelOf: (id: string) => labels.get(id) || i18n.t('entry.unnamed'),
    hrefOf: (id: string) => `#/entry/${id}`,
    listsHref: '#/lists',
  };

  return (
    <div class="stack">
      <h1>{i18n.t('review.heading')}</h1>
      {state && <StateSummary {...about} state={state} />}
      {due?.length === 0 && (
        <div class="nothing stack-tight">
          <h2>{i18n.t('review.nothing')}</h2>
          <p class="soft">
            {next === undefined
              ? i18n.t('review.nothingNext')
              : i18n.t('review.nothingUntil', [dateWords(next), whenWords(next, now.value)])}
          </p>
        </div>
      )}
      {due && due.length > 0 && (
        <>
          <p class="soft">{i18n.t('review.lead', due.length)}</p>
          <ul ref={list} class="stack">
            {due.map((item) => (
              <ReviewCard
                key={item.row.id}
                item={item}
                providerName={nameProvider(item.row.provider)}
                revokeHref={linkOf(item, 'revoke')}
                href={`#/entry/${item.row.id}`}
                onChoose={(choice) => choose(item, choice)}
                onLater={(days) => answer(item, { kind: 'later', days })}
              />
            ))}
          </ul>
        </>
      )}
      {state && <StatePicture {...about} state={state} />}
      <IncidentSection labelOf={about.labelOf} />
      <RecordsSection />
    </div>
  );
}
