import { i18n } from '#i18n';
import type { Review, ReviewItem } from '../state/review-store';
import { dateWords } from '../text/ages';
import { groupToRevoke, type Queue } from './queue';

interface Props {
  queue: Queue;
  next: Review['next'];
  /** Whether something was answered today. */
  isAnswered: boolean;
  nameOf: (provider: string) => string;
  revokeHrefOf: (item: ReviewItem) => string | undefined;
}

/** Nothing is left to answer: when the next review is due, and what is still to be done at providers. */
export function ReviewEnd({ queue, next, isAnswered, nameOf, revokeHrefOf }: Props) {
  return (
    <div class="review-end stack-tight">
      <h2 tabIndex={-1}>
        {isAnswered || queue.all.length > 0 ? i18n.t('review.allAnswered') : i18n.t('review.nothing')}
      </h2>
      <p class="soft">
        {next
          ? i18n.t('review.nextIs', [dateWords(next.at), next.label || i18n.t('entry.unnamed')])
          : i18n.t('review.nothingNext')}
      </p>
      {groupToRevoke(queue).map(({ item, count }) => {
        const href = revokeHrefOf(item);
        const name = nameOf(item.row.provider);
        return (
          <p key={`${item.row.provider} ${item.row.site}`} class="line">
            <span>{i18n.t('review.leftAt', count, [String(count), name])}</span>
            {href && (
              <a class="button button-small" href={href} target="_blank" rel="noreferrer">
                {i18n.t('review.openPage', [name])}
              </a>
            )}
          </p>
        );
      })}
    </div>
  );
}
