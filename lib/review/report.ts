import type { AppPassword } from '../model';
import { DAY } from '../time';
import { countAge } from './due';
import { findDeadline, findLimit, type Limits } from './limits';
import { type ComplianceStatus, complianceStatuses } from './reasons';
import type { AuditReport, ReportAnswer, ReportRow } from './report-shape';

const decisions = ['reviewed', 'replaced', 'revoked', 'edited'] as const;
/** Fields that hold answers. */
const answered = /\b(?:status|confirmed|snoozedUntil|keepUntil|replacing|replacedBy)\b/;
const ranks = Object.fromEntries(complianceStatuses.map((standing, rank) => [standing, rank]));

/** Makes the report at `now` (ms); deleted entries are not in it. @param nameOf what people call a provider, by its id */
export function makeReport(
  entries: readonly AppPassword[],
  settings: Limits,
  nameOf: (provider: string) => string,
  now: number,
): AuditReport {
  const present = entries.filter(({ deleted }) => deleted === undefined);
  const rows = present.map((entry) => readRow(entry, settings, nameOf, now));
  const totals = Object.fromEntries(complianceStatuses.map((one) => [one, 0])) as Record<
    ComplianceStatus,
    number
  >;
  for (const { standing } of rows) totals[standing]++;
  const rankOf = ({ standing }: ReportRow) => ranks[standing] ?? 0;
  return {
    made: now,
    limitDays: settings.limitDays,
    totals,
    rows: rows.sort(
      (a, b) => rankOf(a) - rankOf(b) || b.overdueDays - a.overdueDays || b.ageDays - a.ageDays,
    ),
    answers: present.flatMap((entry) => listAnswers(entry, nameOf)).sort((a, b) => b.at - a.at),
  };
}

function readRow(
  entry: AppPassword,
  settings: Limits,
  nameOf: (provider: string) => string,
  now: number,
): ReportRow {
  const { id, label, site, account, client, device, status, custody, created, secretChanged } = entry;
  const limitDays = findLimit(entry, settings);
  const age = countAge(entry, now);
  // What was confirmed on a day that is still to come proves nothing.
  const confirmed = (entry.confirmed ?? now + 1) > now ? undefined : entry.confirmed;
  const { confirmed: _, ...unconfirmed } = entry;
  const believed = confirmed === undefined ? unconfirmed : entry;
  const over = Math.floor(now / DAY) - findDeadline(believed, settings).at / DAY;
  const standing = toStatus(status, age, over < 0, limitDays);
  return {
    ...{ id, label, provider: nameOf(entry.provider), site, account, client, device, status, custody },
    ...{ created, secretChanged, ageDays: Math.max(0, age), limitDays, standing },
    overdueDays: standing === 'overdue' ? over : 0,
    ...(confirmed !== undefined && { confirmed }),
    forgotten: entry.log?.earlier ?? 0,
  };
}

function toStatus(
  status: AppPassword['status'],
  age: number,
  isKept: boolean,
  limit: number,
): ComplianceStatus {
  if (status === 'revoked') return 'over';
  if (age < 0) return 'misdated';
  if (age < limit) return 'within';
  return isKept ? 'confirmed' : 'overdue';
}

function listAnswers(entry: AppPassword, nameOf: (provider: string) => string): ReportAnswer[] {
  const { id, label, account, confirmed, log } = entry;
  const about = { id, label, account, provider: nameOf(entry.provider) };
  const told = (log?.items ?? []).flatMap(({ at, kind, detail = '' }) => {
    const decision = decisions.find((one) => one === kind);
    const counts = kind !== 'edited' || answered.test(detail);
    return decision && counts ? [{ ...about, at, kind: decision, detail }] : [];
  });
  // An entry may have been answered before there were logs.
  const known =
    confirmed === undefined || told.some(({ kind, at }) => kind === 'reviewed' && at >= confirmed);
  return known ? told : [{ ...about, at: confirmed, kind: 'reviewed', detail: 'keep' }, ...told];
}
