import type { DueItem } from '../../messaging/review-shapes';
import type { Handlers } from '../../messaging/serve';
import type { AppPassword } from '../../model';
import { answer, findDue, findNext } from '../../review/due';
import { record, recordEdit } from '../../review/log';
import type { Due } from '../../review/reasons';
import { inherit, stepOf } from '../../review/replace';
import { findWaking } from '../../review/schedule';
import { findStep } from '../../review/undo';
import { createChange } from '../change-entry';
import { isHereAmong, rowOf } from '../entry-row';
import { factsOf } from '../provider-info';
import { findHeirs, passOn } from '../replacements';
import type { Parts } from '../services';
import { readClock } from '../services/reminders';
import { readSettings } from '../services/settings';

type ReviewMessage = Extract<keyof Handlers, `review.${string}`>;

/** Most questions sent at once: more than anybody answers before the list is read again. */
const MOST = 200;

/** What is due, and what was answered. */
export function reviewHandlers(parts: Parts): Pick<Handlers, ReviewMessage> {
  const { session, reminders, now } = parts;
  const change = createChange(parts);
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
      // A new one that is gone keeps nobody from revoking the old one.
      if (given.kind === 'revoke') await passOn(open, await open.get(id)).catch(() => undefined);
      const clock = { settings: await readSettings(), ...readClock(at) };
      return change(id, (entry) => {
        const answered = answer(entry, given, at, entries);
        if (answered === entry) return entry;
        if (given.kind === 'later') answered.snoozedUntil = findWaking(given.days, clock);
        return record(answered, at, 'reviewed', given.kind);
      });
    },
    'review.answer-all': async ({ ids, answer: given }) => {
      const at = now();
      const open = await session.use();
      const { entries } = await open.list();
      const heirs = given === 'revoke' ? findHeirs(entries, ids) : new Map<string, AppPassword>();
      const [asked, known] = [new Set(ids), new Set(entries.map((entry) => entry.id))];
      const edits = await open.updateAll([...ids, ...heirs.keys()], (entry) => {
        const old = heirs.get(entry.id);
        const told = old ? inherit(entry, old) : entry;
        if (!asked.has(entry.id)) return told;
        if (given === 'wake') return wake(told, at);
        const answered = answer(told, { kind: given }, at);
        return answered === told ? told : record(answered, at, 'reviewed', given);
      });
      await reminders.update((await open.list()).entries);
      const changed = edits.map(({ before, entry }) => findStep(before, entry));
      return { undo: { changed, added: [] }, missing: ids.filter((id) => !known.has(id)).length };
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
