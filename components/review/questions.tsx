import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { resolveLink } from '../entry/provider-links';
import { answerMany } from '../state/answer-many';
import { monogramOf, nameProvider, providers } from '../state/entries';
import {
  focusPlace,
  given,
  type Review,
  type ReviewItem,
  undoAnswer,
  undoGiven,
} from '../state/review-store';
import { now } from '../state/session';
import { singleKeys } from '../state/settings';
import { ReviewCard } from './card';
import { ReviewEnd } from './end';
import { countAnswered, findPlace, listDone, makeQueue } from './queue';
import { QueueList } from './queue-list';

function linkOf({ row }: ReviewItem): string | undefined {
  const card = providers.value.find(({ id }) => id === row.provider);
  return resolveLink(card?.links.revoke, row.site);
}

/** The queue, and beside it one question at a time. The arrow keys go from one to the next, Z undoes the last answer. */
export function Questions(props: {
  due: Review;
  labelOf: (id: string) => string;
  hrefOf: (id: string) => string;
}) {
  const { due, labelOf, hrefOf } = props;
  const panes = useRef<HTMLDivElement>(null);
  /** The one to show, none for the end; a new object draws the focus to it, or to its line in the queue. */
  const [wanted, setWanted] = useState<{ id: string | undefined; inQueue?: boolean }>();
  const place = focusPlace.value;
  const queue = makeQueue(due);
  const { toAnswer, all } = queue;
  const found = all.find(({ row }) => row.id === wanted?.id);
  // It is there no longer, without an answer here: another takes its place.
  const isLost = wanted === undefined || wanted.id !== undefined || toAnswer.length > 0;
  const shown = found ?? (isLost ? all[0] : undefined);
  const index = shown ? all.indexOf(shown) : -1;
  const done = listDone(given.value);
  const { answered, of } = countAnswered(given.value, due);

  useEffect(() => {
    if (!place) return;
    setWanted({ id: findPlace(queue, place)?.row.id });
    focusPlace.value = undefined;
  }, [due, place]);

  useEffect(() => {
    if (!wanted) return;
    const line = `[data-review="${wanted.id}"]`;
    const targets = wanted.inQueue ? [line] : ['article', 'h2[tabindex]'];
    const found = targets.map((target) => panes.current?.querySelector<HTMLElement>(target));
    found.find(Boolean)?.focus();
  }, [wanted]);

  function press(event: KeyboardEvent) {
    const { key, ctrlKey, altKey, metaKey, target } = event;
    if (ctrlKey || altKey || metaKey || !(target instanceof HTMLElement)) return;
    if (target instanceof HTMLInputElement) return;
    if (singleKeys.value && key.toLowerCase() === 'z') return undoAnswer();
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const next = step === undefined ? undefined : all[shown ? index + step : 0];
    if (!next) return;
    event.preventDefault();
    setWanted({ id: next.row.id, inQueue: target.closest('.queue') !== null });
  }

  const isOpen = index >= 0 && index < toAnswer.length;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for what is inside
    <div ref={panes} class="review-panes" onKeyDown={press}>
      {(all.length > 0 || done.length > 0 || due.state.atDevice.length > 0) && (
        <QueueList
          queue={queue}
          open={due.open}
          unfinished={due.total - due.open}
          shown={shown?.row.id}
          position={
            isOpen
              ? i18n.t('review.position', [String(answered + index + 1), String(of)])
              : i18n.t(shown ? 'review.toFinish' : 'review.allAnswered')
          }
          atDevice={due.state.atDevice}
          done={done}
          monogramOf={monogramOf}
          labelOf={labelOf}
          hrefOf={hrefOf}
          onChoose={(id) => setWanted({ id })}
          onThere={(ids) => answerMany(ids, 'wake', i18n.t('review.awake'))}
          onUndo={undoGiven}
        />
      )}
      <div class="stack">
        {due.open === 0 && (
          <ReviewEnd
            queue={queue}
            next={due.next}
            isAnswered={answered > 0}
            nameOf={nameProvider}
            revokeHrefOf={linkOf}
          />
        )}
        {shown && (
          <ReviewCard
            key={`${shown.row.id} ${shown.reason}`}
            item={shown}
            place={index}
            now={now.value}
            providerName={nameProvider(shown.row.provider)}
            monogram={monogramOf(shown.row)}
            revokeHref={linkOf(shown)}
            href={hrefOf(shown.row.id)}
            facts={providers.value.find(({ id }) => id === shown.row.provider)?.facts ?? []}
          />
        )}
        {shown && singleKeys.value && <p class="small soft">{i18n.t('review.keys')}</p>}
      </div>
    </div>
  );
}
