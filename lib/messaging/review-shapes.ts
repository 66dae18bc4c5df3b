/** What messages about the review, and about providers' own lists, are made of. */
import * as z from 'zod/mini';
import { ProviderId } from '../model';
import { conditions, doubts, evidence, reasons, replaceSteps, suggestedAnswers } from '../review/reasons';
import { count, instant, Row, short } from './shapes';

/** How far a replacement is. */
export const ReplaceStep = z.enum(replaceSteps);

export const DueItem = z.object({
  row: Row,
  reason: z.enum(reasons),
  from: instant,
  ageDays: count,
  limitDays: count,
  /** Set where the organisation has set this limit. */
  isOrdered: z.optional(z.literal(true)),
  fact: z.optional(z.string()),
  /** Services (protocols) that the fact behind `retired` names, of those it is used for; absent where it names none. */
  retiredFor: z.optional(z.array(z.string())),
  unusedDays: z.optional(count),
  protocols: z.array(z.string()),
  lastCopied: z.optional(instant),
  confirmed: z.optional(instant),
  step: z.optional(ReplaceStep),
  /** The answer that the evidence speaks for, where there is any. */
  suggestion: z.optional(z.object({ answer: z.enum(suggestedAnswers), because: z.enum(evidence) })),
});
export type DueItem = z.infer<typeof DueItem>;

/** One entry in the picture of the review: how old it is and how it stands. */
const Bar = z.object({
  id: z.string(),
  label: z.string(),
  ageDays: count,
  limitDays: count,
  condition: z.enum(conditions),
});

/** Entries (ids) that have a text in common; its name is empty for those that have none. */
export const EntryGroup = z.object({ name: z.string(), ids: z.array(z.string()) });

/** How many there are, and the first of them (ids). */
const Sample = z.object({ count, ids: z.array(z.string()) });

/** How everything stands; entries are ids. */
const StateReport = z.object({
  retired: Sample,
  gone: Sample,
  toRevoke: Sample,
  neverConfirmed: Sample,
  unknown: z.array(z.object({ list: z.string(), count })),
  nearLimit: z.array(z.object({ list: z.string(), count, limit: count })),
  /** Not revoked, and not needed; and how many of these open or send mail. */
  needless: count,
  openMail: count,
  /** By provider, the oldest first; `count` tells how many there are where not all are shown. */
  picture: z.array(z.object({ provider: z.string(), count, bars: z.array(Bar) })),
  /** What was put off until its owner is at its device, by device. */
  atDevice: z.array(EntryGroup),
});
export type StateReport = z.infer<typeof StateReport>;

/**
 * The first questions: those still to be answered before those that are decided and not done yet. `open`, `total`: how
 * many there are of the former, and of both. `next`: when the next becomes due, and its label, where nothing is left to
 * answer and any ever does.
 */
export const Review = z.object({
  due: z.array(DueItem),
  open: count,
  total: count,
  next: z.optional(z.object({ at: instant, label: z.string() })),
  state: StateReport,
});
export type Review = z.infer<typeof Review>;

/** An account at a provider, and on a site where that makes a difference. */
export const Owner = z.strictObject({ provider: ProviderId, site: short, account: short });

const ReportedEntry = z.object({ id: z.string(), label: z.string(), created: instant });
/** `place` is its index in the page's list; `details` when it was made and used, as the page says it. */
const InventoryItemCard = z.object({ place: count, label: z.string(), details: z.array(z.string()) });
export type ReportedEntry = z.infer<typeof ReportedEntry>;
export type InventoryItemCard = z.infer<typeof InventoryItemCard>;

/** How what a provider's page listed and the vault differ. */
export const InventoryReport = z.object({
  /** Which list it is, for `list.adopt`. */
  name: z.string(),
  provider: z.string(),
  site: z.string(),
  account: z.string(),
  /** When it was seen. */
  at: instant,
  /** False when the page may not have shown all. */
  complete: z.boolean(),
  /** App passwords there are, and may be; `isNearlyFull` from three quarters. */
  count,
  limit: z.optional(count),
  isNearlyFull: z.boolean(),
  /** How many were found in the vault. */
  matched: count,
  unknown: z.array(InventoryItemCard),
  gone: z.array(ReportedEntry),
  doubtful: z.array(
    z.object({ reason: z.enum(doubts), entries: z.array(ReportedEntry), rows: z.array(InventoryItemCard) }),
  ),
});
export type InventoryReport = z.infer<typeof InventoryReport>;
