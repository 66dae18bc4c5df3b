import { useLayoutEffect, useRef, useState } from 'preact/hooks';
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
import { countAnswered, findPlace, listDone, makeQueue, type Queue } from './queue';
import { QueueList } from './queue-list';

function linkOf({ row }: ReviewItem): string | undefined {
  const card = providers.value.find(({ id }) => id === row.provider);
  return resolveLink(card?.links.revoke, row.site);
}

interface Props {
  due: Review;
  labelOf: (id: string) => string;
  hrefOf: (id: string) => string;
}

/** Which review is shown beside the queue, and where the focus goes when another one is. */
function useShown(due: Review, queue: Queue) {
  const panes = useRef<HTMLDivElement>(null);
  /** The one to show, none for the end; a new object draws the focus to it, or to its line in the queue. */
  const [wanted, show] = useState<{ id: string | undefined; inQueue?: boolean }>();
  const place = focusPlace.value;
  const { toAnswer, all } = queue;
  const found = all.find(({ row }) => row.id === wanted?.id);
  // It is there no longer, without an answer here: another takes its place.
  const isLost = wanted === undefined || wanted.id !== undefined || toAnswer.length > 0;

  // Before anything is painted: a key that is pressed at once means the next one, and finds it.
  useLayoutEffect(() => {
    if (!place) return;
    show({ id: findPlace(queue, place)?.row.id });
    focusPlace.value = undefined;
  }, [due, place]);

  useLayoutEffect(() => {
    if (!wanted) return;
    const line = `[data-review="${wanted.id}"]`;
    const targets = wanted.inQueue ? [line] : ['article', 'h2[tabindex]'];
    const drawn = targets.map((target) => panes.current?.querySelector<HTMLElement>(target));
    drawn.find(Boolean)?.focus();
  }, [wanted]);

  return { panes, shown: found ?? (isLost ? all[0] : undefined), show };
}

/** The queue, and beside it one question at a time. The arrow keys go from one to the next, Z undoes the last answer. */
export function Questions(props: Props) {
  const { due, labelOf, hrefOf } = props;
  const queue = makeQueue(due);
  const { all } = queue;
  const { panes, shown, show } = useShown(due, queue);
  const index = shown ? all.indexOf(shown) : -1;
  const done = listDone(given.value);

  function press(event: KeyboardEvent) {
    const { key, ctrlKey, altKey, metaKey, target } = event;
    if (ctrlKey || altKey || metaKey || !(target instanceof HTMLElement)) return;
    if (target instanceof HTMLInputElement) return;
    if (singleKeys.value && key.toLowerCase() === 'z') return undoAnswer();
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const next = step === undefined ? undefined : all[shown ? index + step : 0];
    if (!next) return;
    event.preventDefault();
    show({ id: next.row.id, inQueue: target.closest('.queue') !== null });
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for what is inside
    <div ref={panes} class="review-panes" onKeyDown={press}>
      {(all.length > 0 || done.length > 0 || due.state.atDevice.length > 0) && (
        <QueueList
          queue={queue}
          open={due.open}
          unfinished={due.total - due.open}
          shown={shown?.row.id}
          position={describePosition(due, queue, shown)}
          atDevice={due.state.atDevice}
          done={done}
          monogramOf={monogramOf}
          labelOf={labelOf}
          hrefOf={hrefOf}
          onChoose={(id) => show({ id })}
          onThere={(ids) => answerMany(ids, 'wake', i18n.t('review.awake'))}
          onUndo={undoGiven}
        />
      )}
      <div class="stack">
        {due.open === 0 && (
          <ReviewEnd
            queue={queue}
            next={due.next}
            isAnswered={countAnswered(given.value, due).answered > 0}
            nameOf={nameProvider}
            revokeHrefOf={linkOf}
          />
        )}
        {shown && <Shown item={shown} place={index} href={hrefOf(shown.row.id)} />}
      </div>
    </div>
  );
}

/** Where the one that is shown is among today's reviews. */
function describePosition(due: Review, { all, toAnswer }: Queue, shown: ReviewItem | undefined): string {
  if (!shown) return i18n.t('review.allAnswered');
  const index = all.indexOf(shown);
  if (index >= toAnswer.length) return i18n.t('review.toFinish');
  const { answered, of } = countAnswered(given.value, due);
  return i18n.t('review.position', [String(answered + index + 1), String(of)]);
}

function Shown({ item, place, href }: { item: ReviewItem; place: number; href: string }) {
  const { row, reason } = item;
  return (
    <>
      <ReviewCard
        key={`${row.id} ${reason}`}
        item={item}
        place={place}
        now={now.value}
        providerName={nameProvider(row.provider)}
        monogram={monogramOf(row)}
        revokeHref={linkOf(item)}
        href={href}
        facts={providers.value.find(({ id }) => id === row.provider)?.facts ?? []}
      />
      {singleKeys.value && <p class="small soft">{i18n.t('review.keys')}</p>}
    </>
  );
}
