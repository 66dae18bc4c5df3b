import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { StateReport } from '../../lib/messaging/review-shapes';
import { DueMark } from '../entry/due-mark';
import { EntryLinks } from '../entry/links';
import { Monogram } from '../kit/monogram';
import type { Given, ReviewItem } from '../state/review-store';
import type { MonogramLook } from '../text/monogram';
import type { Queue } from './queue';

interface Props {
  queue: Queue;
  /** How many there are to answer. */
  open: number;
  /** How many are decided and not done yet. */
  unfinished: number;
  /** Id of the one that is shown beside it. */
  shown: string | undefined;
  /** Where that one is among today's reviews, in words; in a narrow window they stand for the whole queue. */
  position: string;
  atDevice: StateReport['atDevice'];
  done: readonly Given[];
  monogramOf: (row: ReviewItem['row']) => MonogramLook;
  labelOf: (id: string) => string;
  hrefOf: (id: string) => string;
  onChoose: (id: string) => void;
  onThere: (ids: readonly string[]) => void;
  onUndo: (one: Given) => void;
}

const gave: Record<Given['kind'], () => string> = {
  keep: () => i18n.t('review.gave.keep'),
  later: () => i18n.t('review.gave.later'),
  replace: () => i18n.t('review.gave.replace'),
  revoke: () => i18n.t('review.gave.revoke'),
  revoked: () => i18n.t('review.gave.revoked'),
};

/** All reviews at a glance: a map to choose from, what waits for a device, and today's answers with the way back. */
export function QueueList(props: Props) {
  const { queue, open, unfinished, atDevice, done } = props;
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const waiting = atDevice.reduce((sum, { ids }) => sum + ids.length, 0);
  const choose = (chosen: string) => {
    setOpen(false);
    props.onChoose(chosen);
  };
  return (
    <nav class="queue" aria-label={i18n.t('review.queue')} data-open={isOpen || undefined}>
      <button
        type="button"
        class="button queue-line"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {props.position}
        <span aria-hidden="true">▾</span>
      </button>
      <div id={id} class="queue-parts">
        <Part title={i18n.t('review.toAnswer')} count={open}>
          {open === 0 && <p class="small soft">{i18n.t('review.noneToAnswer')}</p>}
          <Choices {...props} items={queue.toAnswer} hidden={queue.hidden.toAnswer} onChoose={choose} />
        </Part>
        {unfinished > 0 && (
          <Part title={i18n.t('review.toFinish')} count={unfinished}>
            <Choices {...props} items={queue.toFinish} hidden={queue.hidden.toFinish} onChoose={choose} />
          </Part>
        )}
        {waiting > 0 && (
          <Part title={i18n.t('review.atDeviceGroup')} count={waiting}>
            <p class="small soft">{i18n.t('review.waitsAtWhy')}</p>
            <ul class="plain-list">
              {atDevice.map(({ name, ids }) => (
                <li key={name} class="queue-wait">
                  <details>
                    <summary>
                      {name || i18n.t('review.noDevice')}{' '}
                      <span class="small soft">{i18n.t('review.waitsCount', ids.length)}</span>
                    </summary>
                    <EntryLinks ids={ids} labelOf={props.labelOf} hrefOf={props.hrefOf} />
                  </details>
                  <button type="button" class="button button-small" onClick={() => props.onThere(ids)}>
                    {i18n.t('review.amThere')}
                  </button>
                </li>
              ))}
            </ul>
          </Part>
        )}
        {done.length > 0 && (
          <Part title={i18n.t('review.doneToday')} count={done.length}>
            <ul>
              {done.map((one) => (
                <li key={one.id} class="queue-done">
                  <span class="queue-label">{one.label || i18n.t('entry.unnamed')}</span>
                  <span class="small soft">{gave[one.kind]()}</span>
                  <button
                    type="button"
                    class="button button-bare button-small"
                    aria-label={i18n.t('review.undoOf', [one.label || i18n.t('entry.unnamed')])}
                    onClick={() => props.onUndo(one)}
                  >
                    {i18n.t('undo.action')}
                  </button>
                </li>
              ))}
            </ul>
          </Part>
        )}
      </div>
    </nav>
  );
}

function Part(props: { title: string; count: number; children: ComponentChildren }) {
  return (
    <section class="queue-part">
      <h2>
        {props.title} <span class="queue-count">{props.count}</span>
      </h2>
      {props.children}
    </section>
  );
}

function Choices(
  props: Pick<Props, 'shown' | 'monogramOf' | 'onChoose'> & { items: readonly ReviewItem[]; hidden: number },
) {
  return (
    <>
      {props.items.length > 0 && (
        <ul>
          {props.items.map(({ row, reason }) => (
            <li key={row.id}>
              <button
                type="button"
                class="queue-choice"
                data-review={row.id}
                aria-current={row.id === props.shown ? 'true' : undefined}
                onClick={() => props.onChoose(row.id)}
              >
                <Monogram look={props.monogramOf(row)} />
                <span class="queue-label">{row.label || i18n.t('entry.unnamed')}</span>
                <span class="small">
                  <DueMark row={{ ...row, reason }} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {props.hidden > 0 && <p class="small soft">{i18n.t('review.more', props.hidden)}</p>}
    </>
  );
}
