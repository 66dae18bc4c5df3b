/** The report for auditors: numbers, times (ms) and texts of entries, never a secret. */
import * as z from 'zod/mini';
import { AppPassword } from '../model';
import { complianceStatuses } from './reasons';

const count = z.number().check(z.int(), z.minimum(0));
const instant = z.number();
const { status } = AppPassword.shape;

const ReportRow = z.object({
  id: z.string(),
  label: z.string(),
  /** What people call the provider. */
  provider: z.string(),
  site: z.string(),
  account: z.string(),
  client: z.string(),
  device: z.string(),
  status,
  custody: z.string(),
  created: instant,
  secretChanged: instant,
  /** Whole UTC days since its secret changed, 0 for one that is `misdated`. */
  ageDays: count,
  limitDays: count,
  /** Its `ComplianceStatus`; the name is that of a column in the files for auditors, and stays. */
  standing: z.enum(complianceStatuses),
  /** Whole days since it should have been answered. */
  overdueDays: count,
  /** When "Keep" was answered last. */
  confirmed: z.optional(instant),
  /** How many things happened to it that are only counted. */
  forgotten: count,
});
/** One entry of the report. */
export type ReportRow = z.infer<typeof ReportRow>;

const ReportAnswer = z.object({
  id: z.string(),
  /** When it was decided. */
  at: instant,
  label: z.string(),
  provider: z.string(),
  account: z.string(),
  /** `edited`: the user changed or undid an answer. */
  kind: z.enum(['reviewed', 'replaced', 'revoked', 'edited']),
  /** The answer of a review, how it is known, or the fields that changed. */
  detail: z.string(),
});
/** What was decided about an entry. */
export type ReportAnswer = z.infer<typeof ReportAnswer>;

/** How each entry stands to its limit, worst first (within it what is longest overdue, then the oldest), and what was answered, newest first. */
export const AuditReport = z.object({
  made: instant,
  limitDays: count,
  /** How many entries stand how. */
  totals: z.object({ overdue: count, misdated: count, confirmed: count, within: count, over: count }),
  rows: z.array(ReportRow),
  answers: z.array(ReportAnswer),
});
export type AuditReport = z.infer<typeof AuditReport>;
