import { i18n } from '#i18n';
import type { DueItem } from '../../lib/messaging/review-shapes';
import type { ProviderCard } from '../../lib/messaging/shapes';
import { FactList } from '../entry/fact-list';
import { singleKeys } from '../state/settings';
import { ReviewCard } from './card';

/** Most cards of a kind shown at once; those behind them come up as these are answered. */
const MOST = 15;

interface Props {
  due: { due: readonly DueItem[]; open: number; total: number };
  now: number;
  nameOf: (provider: string) => string;
  hrefOf: (id: string) => string;
  revokeHrefOf: (item: DueItem) => string | undefined;
  factsOf: (provider: string) => ProviderCard['facts'];
}

/** The questions, and below them what is decided and not done yet. The arrow keys go from card to card. */
export function ReviewList({ due: { due, open, total }, ...props }: Props) {
  const questions = due.slice(0, Math.min(open, MOST));
  const decided = due.slice(open, open + MOST);
  const hidden = open - questions.length;

  function walk(event: KeyboardEvent & { currentTarget: HTMLElement }) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement)) return;
    if (event.target instanceof HTMLInputElement) return;
    const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('article')];
    const here = event.target.closest('article');
    const next = cards[here ? cards.indexOf(here) + step : 0];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only moves the focus between the cards inside
    <div class="stack" onKeyDown={walk}>
      <p class="soft">
        {i18n.t('review.lead', open)} {singleKeys.value && <span class="small">{i18n.t('review.keys')}</span>}
      </p>
      <Cards {...props} items={questions} first={0} open />
      {hidden > 0 && <p class="soft">{i18n.t('review.more', hidden)}</p>}
      {decided.length > 0 && <h2 tabIndex={-1}>{i18n.t('review.decided')}</h2>}
      <Cards {...props} items={decided} first={questions.length} />
      {total - open > decided.length && (
        <p class="soft">{i18n.t('review.more', total - open - decided.length)}</p>
      )}
    </div>
  );
}

function Cards(props: Omit<Props, 'due'> & { items: readonly DueItem[]; first: number; open?: boolean }) {
  const { items, first, now, nameOf, hrefOf, revokeHrefOf } = props;
  if (items.length === 0) return null;
  return (
    <ul class={props.open ? 'stack questions' : 'stack'}>
      {items.map((item, index) => (
        <ReviewCard
          key={item.row.id}
          item={item}
          place={first + index}
          now={now}
          providerName={nameOf(item.row.provider)}
          revokeHref={revokeHrefOf(item)}
          href={hrefOf(item.row.id)}
          facts={<Facts item={item} facts={props.factsOf(item.row.provider)} />}
        />
      ))}
    </ul>
  );
}

/** The fact behind the question, or what to know while it is taken back. */
function Facts({ item: { fact, reason }, facts }: { item: DueItem; facts: ProviderCard['facts'] }) {
  if (reason === 'to-revoke') return <FactList facts={facts} about="revoking" />;
  return <FactList facts={facts.filter(({ id }) => id === fact)} />;
}
