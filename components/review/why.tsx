import { i18n } from '#i18n';
import type { Reason } from '../../lib/review/reasons';
import { AgeLine } from '../kit/age-line';
import type { ReviewItem } from '../state/review-store';
import { dateWords, dayWords } from '../text/ages';
import { listProtocols } from '../text/protocols';

const whys: Record<Reason, (item: ReviewItem) => string> = {
  retired: ({ retiredFor }) =>
    retiredFor ? i18n.t('review.why.retiredFor', [listProtocols(retiredFor)]) : i18n.t('review.why.retired'),
  'to-revoke': () => i18n.t('review.why.toRevoke'),
  replacing: ({ step }) =>
    step === 'move' ? i18n.t('review.why.replacing.move') : i18n.t('review.why.replacing.make'),
  unused: ({ unusedDays = 0 }) => i18n.t('review.why.unused', [dayWords(unusedDays)]),
  'kept-until': ({ from }) => i18n.t('review.why.keptUntil', [dateWords(from)]),
  'too-old': ({ isOrdered, limitDays }) =>
    isOrdered
      ? i18n.t('review.why.tooOldOrdered', [dayWords(limitDays)])
      : i18n.t('review.why.tooOld', [dayWords(limitDays)]),
  'soon-too-old': ({ isOrdered, limitDays, ageDays }) => {
    // Kept since: it is older than its limit already, and was not asked about for that.
    if (ageDays >= limitDays) return i18n.t('review.why.keptLong', [dayWords(limitDays)]);
    return isOrdered
      ? i18n.t('review.why.soonOrdered', [dayWords(limitDays)])
      : i18n.t('review.why.soon', [dayWords(limitDays)]);
  },
};

/** Why a review is due, said once, and the age of the app password against its limit. */
export function Why({ item }: { item: ReviewItem }) {
  const { reason, ageDays, limitDays, row } = item;
  const isWorse = reason === 'retired' || reason === 'to-revoke';
  return (
    <div class="review-why">
      <p>
        <span class={isWorse ? 'mark mark-worse' : 'mark'}>{whys[reason](item)}</span>
        <span class="soft">
          {' '}
          · {ageDays > 0 ? i18n.t('age.old', [dayWords(ageDays)]) : i18n.t('age.today')}
        </span>
      </p>
      <AgeLine ageDays={ageDays} limitDays={limitDays} kind={row.status === 'active' ? 'asked' : 'fine'} />
    </div>
  );
}

/** The suggested answer with its evidence, in words. */
export function suggestionWords({ suggestion, retiredFor, unusedDays = 0 }: ReviewItem): string | undefined {
  switch (suggestion?.because) {
    case 'retired':
      return retiredFor
        ? i18n.t('review.suggest.retiredFor', [listProtocols(retiredFor)])
        : i18n.t('review.suggest.retired');
    case 'decided':
      return i18n.t('review.suggest.decided');
    case 'never-used':
      return i18n.t('review.suggest.neverUsed');
    case 'unused':
      return i18n.t('review.suggest.unused', [dayWords(unusedDays)]);
    case 'policy':
      return i18n.t('review.suggest.policy');
    case 'used':
      return i18n.t('review.suggest.used');
    case undefined:
      return undefined;
  }
}
