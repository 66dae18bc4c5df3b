import type { DueItem } from '../../messaging/review-shapes';
import type { Handlers } from '../../messaging/serve';
import type { AppPassword, ManyAnswer, ReviewAnswer, Undo } from '../../model';
import { answer, findDue, findNext } from '../../review/due';
import { record, recordEdit } from '../../review/log';
import type { Due } from '../../review/reasons';
import { inherit, stepOf } from '../../review/replace';
import { findWaking } from '../../review/schedule';
import type { OpenVault } from '../../vault/vault';
import { changeEntries } from '../change-entry';
import { isHereAmong, rowOf } from '../entry-row';
import { factsOf } from '../provider-info';
import { findHeirs } from '../replacements';
import type { Parts } from '../services';
import { readClock } from '../services/reminders';
import { readSettings } from '../services/settings';

type ReviewMessage = Extract<keyof Handlers, `review.${string}`>;

/** Most questions sent at once: more than anybody answers before the list is read again. */
const MOST = 200;

/** What is due, and what was answered. */
export function reviewHandlers(parts: Parts): Pick<Handlers, ReviewMessage> {
  const { session, reminders, now } = parts;

  /** Gives entries an answer, in one commit; with "revoke", new ones that have taken over are told what was known of the old. */
  async function giveAll(
    open: OpenVault,
    entries: readonly AppPassword[],
    ids: readonly string[],
    kind: ReviewAnswer['kind'] | ManyAnswer,
    give: (entry: AppPassword) => AppPassword,
  ): Promise<Undo> {
    const heirs = kind === 'revoke' ? findHeirs(entries, ids) : new Map<string, AppPassword>();
    const asked = new Set(ids);
    const undo = await changeEntries(open, [...ids, ...heirs.keys()], (entry) => {
      const old = heirs.get(entry.id);
      const told = old ? inherit(entry, old) : entry;
      return asked.has(entry.id) ? give(told) : told;
    });
    await reminders.update((await open.list()).entries);
    return undo;
  }

  return {
    'review.list': async () => {
      const { entries } = await (await session.use()).list();
      const settings = await readSettings();
      const found = findDue(entries, settings, factsOf, now());
      // What is decided and not done yet comes after what is still to be answered.
      const open = found.filter((item) => !isDecided(item));
      const due = [...open, ...found.filter(isDecided)].slice(0, MOST);
      const byId = new Map(entries.map((entry) => [entry.id, entry]));
      const next = found.length > 0 ? undefined : findNext(entries, settings, factsOf, now());
      return {
        due: due.flatMap((item) => {
          const entry = byId.get(item.id);
          return entry ? [itemOf(entry, item, isHereAmong(entries))] : [];
        }),
        open: open.length,
        total: found.length,
        ...(next === undefined ? {} : { next }),
      };
    },
    'review.answer': async ({ id, answer: given }) => {
      const at = now();
      const open = await session.use();
      const { entries } = await open.list();
      const clock = { settings: await readSettings(), ...readClock(at) };
      const undo = await giveAll(open, entries, [id], given.kind, (entry) => {
        const answered = answer(entry, given, at, entries);
        if (answered === entry) return entry;
        if (given.kind === 'later') answered.snoozedUntil = findWaking(given.days, clock);
        return record(answered, at, 'reviewed', given.kind);
      });
      return { entry: await open.get(id), undo };
    },
    'review.answer-all': async ({ ids, answer: given }) => {
      const at = now();
      const open = await session.use();
      const { entries } = await open.list();
      const known = new Set(entries.map((entry) => entry.id));
      const undo = await giveAll(open, entries, ids, given, (entry) => {
        if (given === 'wake') return wake(entry, at);
        const answered = answer(entry, { kind: given }, at);
        return answered === entry ? entry : record(answered, at, 'reviewed', given);
      });
      return { undo, missing: ids.filter((id) => !known.has(id)).length };
    },
  };
}

/** Asks now about what was put off. */
function wake(entry: AppPassword, at: number): AppPassword {
  const { snoozedUntil, snoozedFor, ...awake } = entry;
  if (snoozedUntil === undefined && snoozedFor === undefined) return entry;
  return recordEdit(entry, awake, at);
}

function isDecided({ reason }: Due): boolean {
  return reason === 'to-revoke' || reason === 'replacing';
}

function itemOf(entry: AppPassword, { id: _, ...due }: Due, isHere: (id: string) => boolean): DueItem {
  const { protocols, lastCopied, confirmed } = entry;
  const step = stepOf(entry, isHere);
  return {
    ...{ row: rowOf(entry), ...due, protocols },
    ...(lastCopied !== undefined && { lastCopied }),
    ...(confirmed !== undefined && { confirmed }),
    ...(step !== undefined && { step }),
  };
}
