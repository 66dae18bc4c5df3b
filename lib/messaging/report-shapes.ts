/** The report for auditors: numbers, times (ms) and texts of entries, never a secret. */
import * as z from 'zod/mini';
import { count, instant } from './shapes';

const ReportRow = z.object({
  label: z.string(),
  provider: z.string(),
  site: z.string(),
  account: z.string(),
  client: z.string(),
  device: z.string(),
  status: z.enum(['active', 'to-revoke', 'revoked']),
  custody: z.string(),
  created: instant,
  secretChanged: instant,
  ageDays: count,
  limitDays: count,
  standing: z.enum(['overdue', 'misdated', 'confirmed', 'within', 'over']),
  overdueDays: count,
  confirmed: z.optional(instant),
  forgotten: count,
});

const ReportAnswer = z.object({
  at: instant,
  label: z.string(),
  provider: z.string(),
  account: z.string(),
  kind: z.enum(['reviewed', 'replaced', 'revoked', 'edited']),
  detail: z.string(),
});

/** How each entry stands to its limit, worst first, and what was answered, newest first. */
export const AuditReport = z.object({
  made: instant,
  limitDays: count,
  totals: z.object({ overdue: count, misdated: count, confirmed: count, within: count, over: count }),
  rows: z.array(ReportRow),
  answers: z.array(ReportAnswer),
});
