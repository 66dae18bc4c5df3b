import type { AppPassword } from '../model';
import type { Protocol, ServerSettings } from '../providers/provider';
import { countAge, type FactsOf, isDecided, prepareAsking, sortDue } from './due';
import type { Reconciled } from './inventory/reconcile';
import { findLimit, type Limits } from './limits';
import type { Condition, Due, Reason } from './reasons';

const MAIL: readonly Protocol[] = ['imap', 'pop', 'smtp', 'eas'];

/** Not revoked yet, and not needed. */
const needless: readonly Condition[] = ['to-revoke', 'retired', 'replaced', 'unused'];

/** A provider's list and how it differs from the vault. */
export interface ComparedInventory {
  /** Which list it is. */
  name: string;
  found: Pick<Reconciled, 'gone' | 'unknown' | 'usage'>;
}

export interface StateQuestion {
  entries: readonly AppPassword[];
  settings: Limits;
  facts: FactsOf;
  /** None for a provider we do not know. */
  servers: (provider: string) => readonly ServerSettings[];
  /** One comparison for each list that was seen. */
  lists: readonly ComparedInventory[];
  /** Milliseconds since 1970. */
  now: number;
}

/** One entry in the picture. */
export interface Bar {
  id: string;
  label: string;
  /** Whole UTC days since its secret changed, 0 for dates in the future. */
  ageDays: number;
  limitDays: number;
  condition: Condition;
}

/** The state at a glance. Entries are ids; revoked and deleted ones are in none of it. */
export interface State {
  /** What the review asks about now, sorted as `findDue` sorts it. */
  due: Due[];
  /** The instants (ms) from which something is asked about entries, as `listStarts` lists them; not about decided ones. */
  starts: number[];
  /** The same of those that are decided and not done yet. */
  unfinished: number[];
  /** What is asked about next, and from when (ms); absent when nothing is ahead. */
  next?: { id: string; at: number };
  /** Those to which "Keep" was answered since are left out until they are asked about again. */
  retired: string[];
  gone: string[];
  toRevoke: string[];
  /** In use, and neither their owner nor the provider's list has ever said so. */
  neverConfirmed: string[];
  /** Rows that the vault does not know, by list; lists without any are left out. */
  unknown: { list: string; count: number }[];
  /** Lists from three quarters of the provider's maximum on. */
  nearLimit: { list: string; count: number; limit: number }[];
  /** The picture: providers with most entries first, within each the oldest first. */
  bars: { provider: string; entries: Bar[] }[];
  /** Not revoked, and not needed: the sentence on top. `openMail` are those of them that open or send mail. */
  needless: { ids: string[]; openMail: string[] };
}

/** Sums up how all entries stand, and what is due, in one pass over them. Takes about 1 ms per 1,000 entries. */
export function sumUp({ entries, settings, facts, servers, lists, now }: StateQuestion): State {
  const alive = entries.filter(({ status, deleted }) => status !== 'revoked' && deleted === undefined);
  const byId = new Map(alive.map((entry) => [entry.id, entry]));
  const ask = prepareAsking(settings, facts, now);
  const goneIds = new Set(lists.flatMap(({ found }) => found.gone.map(({ id }) => id)));
  const opensMail = findMail(facts, servers, now);

  const state: State = {
    ...{ due: [], starts: [], unfinished: [], retired: [], gone: [], toRevoke: [], neverConfirmed: [] },
    unknown: lists.flatMap(({ name, found }) => {
      const count = found.unknown.length;
      return count > 0 ? [{ list: name, count }] : [];
    }),
    nearLimit: lists.flatMap(({ name, found: { usage } }) =>
      usage.high && usage.limit !== undefined ? [{ list: name, count: usage.count, limit: usage.limit }] : [],
    ),
    bars: [],
    needless: { ids: [], openMail: [] },
  };
  const bars = new Map<string, Bar[]>();
  for (const entry of alive) {
    const { id, label, provider, status, confirmed, lastUsed } = entry;
    const { due, awake, start } = ask(entry);
    if (due) state.due.push(due);
    if (start !== undefined) {
      if (isDecided(entry)) state.unfinished.push(start);
      else state.starts.push(start);
      if (start > now && start < (state.next?.at ?? Number.POSITIVE_INFINITY)) state.next = { id, at: start };
    }
    // An entry for which the user chose "Ask later" is as needless as before; only the question waits.
    const reason = awake?.reason;
    const condition = goneIds.has(id) ? 'gone' : classify(entry, reason, byId);
    const ageDays = Math.max(0, countAge(entry, now));
    const bar: Bar = { id, label, ageDays, limitDays: findLimit(entry, settings), condition };
    const others = bars.get(provider);
    if (others) others.push(bar);
    else bars.set(provider, [bar]);
    if (reason === 'retired') state.retired.push(id);
    if (condition === 'gone') state.gone.push(id);
    if (status === 'to-revoke') state.toRevoke.push(id);
    else if (confirmed === undefined && lastUsed === undefined) state.neverConfirmed.push(id);
    if (!needless.includes(condition)) continue;
    state.needless.ids.push(id);
    if (opensMail(entry)) state.needless.openMail.push(id);
  }
  sortDue(state.due);
  state.bars = Array.from(bars, ([provider, own]) => ({
    provider,
    entries: own.sort((a, b) => b.ageDays - a.ageDays),
  })).sort((a, b) => b.entries.length - a.entries.length || (a.provider < b.provider ? -1 : 1));
  return state;
}

type ById = ReadonlyMap<string, AppPassword>;

function classify(entry: AppPassword, reason: Reason | undefined, byId: ById): Condition {
  // Also one whose secret is dated in the future, which nothing is asked about.
  if (entry.status === 'to-revoke') return 'to-revoke';
  if (reason !== 'retired' && reason !== 'replacing' && isReplaced(entry, byId)) return 'replaced';
  return reason ?? 'fine';
}

/** Whether another took its place, and the user has not kept it on purpose since. */
function isReplaced({ replacedBy, confirmed }: AppPassword, byId: ById): boolean {
  if (replacedBy === undefined) return false;
  const since = byId.get(replacedBy)?.secretChanged;
  return confirmed === undefined || since === undefined || confirmed < since;
}

/**
 * Makes a test whether an entry opens or sends mail: it is known to be used for it, or its provider has a mail server,
 * because most app passwords open more than they are used for. Protocols that a fact has retired count no more.
 */
function findMail(facts: FactsOf, servers: StateQuestion['servers'], now: number) {
  const known = new Map<string, { open: readonly Protocol[]; served: boolean }>();
  const read = (provider: string) => {
    const over = facts(provider).filter(
      ({ effect, date }) => effect === 'retired' && Date.parse(`${date}T00:00:00Z`) <= now,
    );
    const open = MAIL.filter(
      (protocol) => !over.some(({ protocols }) => protocols === undefined || protocols.includes(protocol)),
    );
    return { open, served: servers(provider).some(({ protocol }) => open.includes(protocol)) };
  };
  return ({ provider, protocols }: AppPassword): boolean => {
    const mail = known.get(provider) ?? read(provider);
    known.set(provider, mail);
    return mail.served || protocols.some((protocol) => mail.open.includes(protocol));
  };
}
