import { i18n } from '#i18n';
import type { AppPassword } from '../../lib/model';
import type { Reason } from '../../lib/review/reasons';
import { AgeLine } from '../kit/age-line';
import { dateWords, daysSince, dayWords, whenWords } from '../text/ages';
import { DueMark } from './due-mark';

interface Props {
  entry: Pick<AppPassword, 'status' | 'secretChanged' | 'confirmed' | 'keepUntil'>;
  /** Why its review is due, when it is. */
  reason: Reason | undefined;
  limitDays: number;
  /** When its review is due (ms); absent for one that is revoked. */
  next: number | undefined;
  now: number;
}

/** How an entry stands in the review: its mark, its age against its limit in words and as a line, and what comes next. */
export function StateLine({ entry, reason, limitDays, next, now }: Props) {
  const ageDays = daysSince(entry.secretChanged, now);
  const mark = <DueMark row={{ status: entry.status, reason }} />;
  if (entry.status === 'revoked') return <p>{mark}</p>;
  const isKept = reason === undefined && (entry.keepUntil !== undefined || ageDays > limitDays);
  const isAhead = reason === undefined && next !== undefined && next > now;
  return (
    <div class="entry-state">
      <p class="line">
        {mark}{' '}
        <span>
          {ageDays === 0
            ? i18n.t('entry.newOfLimit', [dayWords(limitDays)])
            : i18n.t('entry.ageOfLimit', [dayWords(ageDays), dayWords(limitDays)])}
        </span>
        {isKept && <span class="soft">{i18n.t('entry.keptOnPurpose')}</span>}
      </p>
      <AgeLine
        ageDays={ageDays}
        limitDays={limitDays}
        kind={reason !== undefined ? 'asked' : isKept ? 'kept' : 'fine'}
      />
      {isAhead && (
        <p class="small soft">{i18n.t('entry.nextReview', [dateWords(next), whenWords(next, now)])}</p>
      )}
    </div>
  );
}
