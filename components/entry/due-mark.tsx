import { i18n } from '#i18n';
import type { Row } from '../../lib/messaging/shapes';
import type { Reason } from '../../lib/review/reasons';

const words: Record<Reason, () => string> = {
  retired: () => i18n.t('due.retired'),
  'to-revoke': () => i18n.t('due.toRevoke'),
  replacing: () => i18n.t('due.replacing'),
  unused: () => i18n.t('due.unused'),
  'kept-until': () => i18n.t('due.keptUntil'),
  'too-old': () => i18n.t('due.tooOld'),
  'soon-too-old': () => i18n.t('due.soon'),
};

/** Whether an entry has a mark: all is not well, or over. */
export function hasMark(row: Pick<Row, 'reason' | 'status'>): boolean {
  return row.status !== 'active' || row.reason !== undefined;
}

/** The state of an entry by word and shape; nothing where all is well. */
export function DueMark({ row }: { row: Pick<Row, 'reason' | 'status'> }) {
  if (row.status === 'revoked') return <span class="mark mark-quiet">{i18n.t('due.revoked')}</span>;
  const reason = row.status === 'to-revoke' ? 'to-revoke' : row.reason;
  if (!reason) return null;
  const worse = reason === 'retired' || reason === 'to-revoke';
  return <span class={worse ? 'mark mark-worse' : 'mark'}>{words[reason]()}</span>;
}
