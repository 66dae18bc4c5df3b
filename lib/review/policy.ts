import { type AppPassword, type Due, type Reason, type ReviewAnswer, reasons, type Settings } from '../model';
import type { Fact } from '../providers/provider';

/** One UTC day in ms; UTC has no summer time and JavaScript's has no leap seconds, so every day is as long. */
export const DAY = 86_400_000;

/** The settings that decide when an entry is asked about. */
export type Limits = Pick<Settings, 'limitDays' | 'leadDays'>;

/** The facts of a provider, by its id; none for a provider we do not know. */
export type FactsOf = (provider: string) => readonly Fact[];

/** A question about one entry and the instant (ms) from which it stands. */
interface Question {
  reason: Reason;
  from: number;
  fact?: string;
}

/**
 * Lists what should be asked about at `now` (ms), each entry once and for its worst reason; worst reason
 * first, within a reason what has waited longest, then what is oldest.
 *
 * Ages and facts count in whole UTC days: an entry is `too-old` from the UTC midnight at which its age
 * reaches `limitDays`. "Keep" restarts the waiting, but `ageDays` still counts from the secret's last change.
 * Revoked and deleted entries are never due, snoozed ones not before the snooze ends.
 */
export function findDue(
  entries: readonly AppPassword[],
  settings: Limits,
  facts: FactsOf,
  now: number,
): Due[] {
  const due: Due[] = [];
  for (const entry of entries) {
    const standing = listQuestions(entry, settings, facts).filter(({ from }) => from <= now);
    const worst = standing.sort(compare)[0];
    if (worst !== undefined) due.push({ id: entry.id, ...worst, ageDays: countAge(entry, now) });
  }
  return due.sort((a, b) => compare(a, b) || b.ageDays - a.ageDays);
}

/**
 * Finds the next instant (ms, after `now`) at which an entry that is not yet due becomes due.
 * `undefined` when nothing is ahead.
 */
export function findNext(
  entries: readonly AppPassword[],
  settings: Limits,
  facts: FactsOf,
  now: number,
): number | undefined {
  let next: number | undefined;
  for (const entry of entries) {
    const start = findStart(entry, settings, facts);
    if (start !== undefined && start > now && (next === undefined || start < next)) next = start;
  }
  return next;
}

/**
 * Finds the instant (ms) from which an entry is due, and stays due until it is answered or changed.
 * `undefined` for revoked and deleted entries.
 */
export function findStart(entry: AppPassword, settings: Limits, facts: FactsOf): number | undefined {
  const starts = listQuestions(entry, settings, facts).map(({ from }) => from);
  return starts.length === 0 ? undefined : Math.min(...starts);
}

/**
 * Applies the answer of a review at `now` (ms) and returns the changed entry; the given one stays as it is.
 * `keep` also takes an entry back that was waiting to be revoked.
 */
export function answer(entry: AppPassword, given: ReviewAnswer, now: number): AppPassword {
  if (given.kind === 'later') return { ...entry, snoozedUntil: now + given.days * DAY };
  const { snoozedUntil: _, ...awake } = entry;
  switch (given.kind) {
    case 'keep':
      return { ...awake, confirmed: now, status: entry.status === 'to-revoke' ? 'active' : entry.status };
    case 'replace':
    case 'revoke':
      return { ...awake, status: 'to-revoke' };
    case 'revoked':
      return { ...awake, status: 'revoked' };
  }
}

/** Lists everything that is or will be asked about an entry unless it changes; independent of the clock. */
function listQuestions(entry: AppPassword, settings: Limits, facts: FactsOf): Question[] {
  if (entry.status === 'revoked' || entry.deleted !== undefined) return [];
  const questions =
    // The user has decided already: whatever else is true of it, what remains is to take it back.
    entry.status === 'to-revoke'
      ? [{ reason: 'to-revoke', from: startOfDay(entry.secretChanged) } satisfies Question]
      : listOpenQuestions(entry, settings, facts);
  const awake = entry.snoozedUntil ?? 0;
  return questions.map((question) => ({ ...question, from: Math.max(question.from, awake) }));
}

/** Lists the questions about an entry in use: that it is retired, that it grows old. */
function listOpenQuestions(entry: AppPassword, settings: Limits, facts: FactsOf): Question[] {
  const limit = entry.limitDays ?? settings.limitDays;
  // A lead as long as a short limit would ask again the moment "Keep" was answered.
  const lead = Math.min(settings.leadDays, Math.floor(limit / 2));
  const restarted = startOfDay(Math.max(entry.secretChanged, entry.confirmed ?? 0));
  const tooOld = restarted + limit * DAY;

  const questions: Question[] = [{ reason: 'too-old', from: tooOld }];
  let answered = false;
  for (const fact of facts(entry.provider)) {
    if (!retires(fact, entry)) continue;
    const since = Math.max(Date.parse(`${fact.date}T00:00:00Z`), startOfDay(entry.secretChanged));
    const known = entry.confirmed !== undefined && entry.confirmed >= since;
    if (known) answered = true;
    questions.push({ reason: 'retired', from: known ? tooOld : since, fact: fact.id });
  }
  // Who has said "Keep" to a retired one is left alone until its whole limit is over.
  if (!answered) questions.push({ reason: 'soon-too-old', from: tooOld - lead * DAY });
  return questions;
}

/** Whether a fact, once it holds, ends everything that the entry is known to be used for. */
function retires(fact: Fact, entry: AppPassword): boolean {
  if (fact.effect !== 'retired') return false;
  const ended = fact.protocols;
  if (ended === undefined) return true;
  return entry.protocols.length > 0 && entry.protocols.every((protocol) => ended.includes(protocol));
}

/** Counts whole UTC days since the secret changed. */
function countAge(entry: AppPassword, now: number): number {
  return (startOfDay(now) - startOfDay(entry.secretChanged)) / DAY;
}

function startOfDay(instant: number): number {
  return Math.floor(instant / DAY) * DAY;
}

function compare(a: Pick<Question, 'reason' | 'from'>, b: Pick<Question, 'reason' | 'from'>): number {
  return reasons.indexOf(a.reason) - reasons.indexOf(b.reason) || a.from - b.from;
}
