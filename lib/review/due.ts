import type { AppPassword, ReviewAnswer } from '../model';
import type { Fact, Protocol } from '../providers/provider';
import { DAY, startOfDay } from '../time';
import { readDay } from './dates';
import { findDeadline, findLimit, findOrder, type Limits } from './limits';
import { type Due, type Reason, reasons } from './reasons';
import { listPlaces, startReplacing } from './replace';

/** Days without use, by the provider's own word, after which it is asked about. */
const UNUSED_DAYS = 90;

/** The facts of a provider, by its id; none for a provider we do not know. */
export type FactsOf = (provider: string) => readonly Fact[];

/** A fact that retires app passwords, from the start of its day (ms). */
interface Ending {
  fact: string;
  from: number;
  protocols: readonly Protocol[] | undefined;
}

/** A question about one entry and the instant (ms) from which it stands. */
interface Question {
  reason: Reason;
  from: number;
  fact?: string;
  unusedDays?: number;
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
  const ask = prepareAsking(settings, facts, now);
  return sortDue(entries.flatMap((entry) => ask(entry).due ?? []));
}

/** Sorts questions: worst reason first, within a reason what has waited longest, then what is oldest. */
export function sortDue(due: Due[]): Due[] {
  return due.sort((a, b) => compare(a, b) || b.ageDays - a.ageDays);
}

/** All that is asked about one entry. */
export interface Asked {
  /** Its worst question now, as `findDue` lists it. */
  due: Due | undefined;
  /** The same, as if it had not been put off. */
  awake: Due | undefined;
  /** The instant (ms) from which it is due, as `listStarts` lists it. */
  start: number | undefined;
}

/** Makes what answers, for one entry after the other, all that is asked about it at `now` (ms). */
export function prepareAsking(settings: Limits, facts: FactsOf, now: number): (entry: AppPassword) => Asked {
  const known = collectKnown(facts);
  const find = (entry: AppPassword, questions: readonly Question[]): Due | undefined => {
    let worst: Question | undefined;
    for (const question of questions) {
      if (question.from <= now && (worst === undefined || compare(question, worst) < 0)) worst = question;
    }
    return worst && { id: entry.id, ...worst, ageDays: countAge(entry, now) };
  };
  return (entry) => {
    const questions = listQuestions(entry, settings, known);
    const awake = find(entry, questions);
    const { snoozedUntil } = entry;
    if (snoozedUntil === undefined) return { due: awake, awake, start: findStart(questions) };
    const later = putOff(questions, snoozedUntil);
    return { due: find(entry, later), awake, start: findStart(later) };
  };
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
  const ahead = listStarts(entries, settings, facts).filter((start) => start > now);
  return ahead.length === 0 ? undefined : ahead.reduce((a, b) => Math.min(a, b));
}

/**
 * Lists, in no order, the instant (ms) from which each entry is due, and stays due until it is answered or changed;
 * none for revoked and deleted entries.
 */
export function listStarts(entries: readonly AppPassword[], settings: Limits, facts: FactsOf): number[] {
  const known = collectKnown(facts);
  return entries.flatMap((entry) => {
    const questions = listQuestions(entry, settings, known);
    const { snoozedUntil } = entry;
    return findStart(snoozedUntil === undefined ? questions : putOff(questions, snoozedUntil)) ?? [];
  });
}

/** The instant (ms) from which the first of some questions stands. */
function findStart(questions: readonly Question[]): number | undefined {
  return questions.length === 0 ? undefined : Math.min(...questions.map(({ from }) => from));
}

/** Questions as they stand once what was put off is asked about again. */
function putOff(questions: readonly Question[], until: number): Question[] {
  return questions.map((question) => ({ ...question, from: Math.max(question.from, until) }));
}

/**
 * Applies the answer of a review at `now` (ms) and returns the changed entry; the given one stays as it is.
 * `keep` also takes an entry back that was waiting to be revoked, and calls its replacement off.
 *
 * @param others all entries, among which `replace` finds where it is in use
 */
export function answer(
  entry: AppPassword,
  given: ReviewAnswer,
  now: number,
  others: readonly AppPassword[] = [],
): AppPassword {
  // The provider has revoked it, perhaps a moment ago: no answer revives it.
  if (entry.status === 'revoked' && given.kind !== 'keep') return entry;
  const { snoozedUntil: _, snoozedFor: __, ...awake } = entry;
  switch (given.kind) {
    case 'later': {
      const put = { ...awake, snoozedUntil: now + given.days * DAY };
      return given.for === undefined ? put : { ...put, snoozedFor: given.for };
    }
    case 'keep': {
      const { keepUntil: ___, ...kept } = callOff(awake);
      const status = entry.status === 'to-revoke' ? 'active' : entry.status;
      const until = given.until === undefined ? {} : { keepUntil: given.until };
      return { ...kept, ...until, confirmed: now, status };
    }
    case 'replace':
      return startReplacing(awake, listPlaces(entry, others), now);
    case 'revoke': {
      const { replacing, ...rest } = awake;
      // Without a new one there is nothing to replace it by.
      const goesOn = replacing !== undefined && awake.replacedBy !== undefined;
      return { ...rest, ...(goesOn && { replacing }), status: 'to-revoke' };
    }
    case 'revoked':
      return { ...awake, status: 'revoked' };
  }
}

/** Ends a replacement: before the new one was everywhere, both stay, and neither is in the place of the other. */
function callOff({ replacing, replacedBy, ...rest }: AppPassword): AppPassword {
  const bothStay = replacing !== undefined && rest.status === 'active';
  return bothStay || replacedBy === undefined ? rest : { ...rest, replacedBy };
}

/** Lists everything that is or will be asked about an entry unless it changes, as if it had not been put off. */
function listQuestions(entry: AppPassword, settings: Limits, known: Known): Question[] {
  if (entry.status === 'revoked' || entry.deleted !== undefined) return [];
  return listDecided(entry) ?? listOpenQuestions(entry, settings, known);
}

/** Whether the user has decided about an entry: nothing more is asked, and something is still to be done. */
export function isDecided({ status, replacing }: Pick<AppPassword, 'status' | 'replacing'>): boolean {
  return status === 'to-revoke' || replacing !== undefined;
}

/** What remains of an entry about which the user has decided, even if more is true of it. */
function listDecided({ status, secretChanged, replacing }: AppPassword): Question[] | undefined {
  if (status === 'to-revoke') return [{ reason: 'to-revoke', from: startOfDay(secretChanged) }];
  return replacing && [{ reason: 'replacing', from: startOfDay(Math.max(replacing.since, secretChanged)) }];
}

/** Lists the questions about an entry in use: that it is retired, that it grows old. */
function listOpenQuestions(entry: AppPassword, settings: Limits, known: Known): Question[] {
  const special = findOrder(entry, settings);
  const { at: tooOld, isPromised } = findDeadline(entry, settings);
  // A lead as long as a short limit would ask again the moment "Keep" was answered.
  const lead = Math.min(special?.leadDays ?? settings.leadDays, Math.floor(findLimit(entry, settings) / 2));
  const questions: Question[] = [{ reason: isPromised ? 'kept-until' : 'too-old', from: tooOld }];
  let answered = false;
  for (const ending of known.endings(entry.provider)) {
    if (!retires(ending, entry)) continue;
    const since = Math.max(ending.from, startOfDay(entry.secretChanged));
    const isAnswered = entry.confirmed !== undefined && entry.confirmed >= since;
    if (isAnswered) answered = true;
    questions.push({ reason: 'retired', from: isAnswered ? tooOld : since, fact: ending.fact });
  }
  const isOpen = entry.keepUntil === undefined;
  if (isOpen) questions.push(...listUnused(entry, known));
  // A user who has said "Keep" to a retired one, or named a day, is left alone until then.
  if (!answered && isOpen) questions.push({ reason: 'soon-too-old', from: tooOld - lead * DAY });
  return questions;
}

/**
 * The question about an entry that the provider's own list, when it was last seen, called unused for long. It says
 * nothing of the time since then.
 */
function listUnused(
  { lastUsed, listed, confirmed = 0, secretChanged }: AppPassword,
  known: Known,
): Question[] {
  if (lastUsed === undefined || listed === undefined) return [];
  const until = known.endOf(lastUsed);
  if (until === undefined) return [];
  const from = startOfDay(Math.max(until, confirmed, secretChanged)) + UNUSED_DAYS * DAY;
  if (from > listed) return [];
  return [{ reason: 'unused', from, unusedDays: Math.floor((listed - until) / DAY) }];
}

/** The fact that has retired an entry at `now` (ms), no matter what was answered; the oldest of several. */
export function findRetirement(entry: AppPassword, facts: FactsOf, now: number): Fact | undefined {
  const [first] = facts(entry.provider)
    .filter((fact) => readEnding(fact).some((ending) => ending.from <= now && retires(ending, entry)))
    .sort((a, b) => a.date.localeCompare(b.date));
  return first;
}

/** Whether an ending leaves nothing of what the entry is known to be used for. */
function retires({ protocols }: Ending, entry: AppPassword): boolean {
  if (protocols === undefined) return true;
  return entry.protocols.length > 0 && entry.protocols.every((protocol) => protocols.includes(protocol));
}

/** What thousands of entries may have in common, read once. */
interface Known {
  endings(provider: string): readonly Ending[];
  /** The end (ms) of the day that a text names. */
  endOf(text: string): number | undefined;
}

function collectKnown(facts: FactsOf): Known {
  return {
    endings: remember((provider) => facts(provider).flatMap(readEnding)),
    endOf: remember((text) => readDay(text)?.[1]),
  };
}

function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { value: T }>();
  return (text) => {
    const found = known.get(text) ?? { value: read(text) };
    known.set(text, found);
    return found.value;
  };
}

function readEnding({ id, date, effect, protocols }: Fact): Ending[] {
  return effect === 'retired' ? [{ fact: id, from: Date.parse(`${date}T00:00:00Z`), protocols }] : [];
}

/** Position of each reason in the order of `reasons`, worst first. */
const ranks = Object.fromEntries(reasons.map((reason, rank) => [reason, rank])) as Record<Reason, number>;

/** Counts whole UTC days since the secret changed; negative for one that changes only in the future. */
export function countAge(entry: Pick<AppPassword, 'secretChanged'>, now: number): number {
  return (startOfDay(now) - startOfDay(entry.secretChanged)) / DAY;
}

function compare(a: Pick<Question, 'reason' | 'from'>, b: Pick<Question, 'reason' | 'from'>): number {
  return ranks[a.reason] - ranks[b.reason] || a.from - b.from;
}
