import { AppError } from '../../errors';
import type { Handlers } from '../../messaging/serve';
import type { AppPassword, ManyAnswer, ReviewAnswer, Undo } from '../../model';
import { answer } from '../../review/due';
import { record, recordEdit } from '../../review/log';
import { inherit } from '../../review/replace';
import { findWaking } from '../../review/schedule';
import { findStep } from '../../review/undo';
import type { Edit, OpenVault } from '../../vault/vault';
import { rowOf } from '../entry-row';
import { findHeirs } from '../replacements';
import type { Services } from '../services';
import { readClock } from '../services/reminders';
import { readSettings } from '../services/settings';
import { survey } from '../survey';

type ReviewMessage = Extract<keyof Handlers, `review.${string}`>;

/** What is due, and what was answered. */
export function reviewHandlers(services: Services): Pick<Handlers, ReviewMessage> {
  const { session, reminders, now } = services;
  return {
    'review.list': async () => {
      const entries = await (await session.use()).entries();
      return (await survey(services, entries, await readSettings())).review;
    },
    'review.answer': async ({ id, answer: given }) => {
      const at = now();
      const open = await session.use();
      const [entries, settings] = await Promise.all([open.entries(), readSettings()]);
      if (!entries.some((entry) => entry.id === id)) throw new AppError('entry-gone', 'nothing to answer');
      const edits = await giveAll(open, entries, [id], given.kind, (entry) => {
        const answered = answer(entry, given, at, entries);
        if (answered === entry) return entry;
        if (given.kind === 'later')
          answered.snoozedUntil = findWaking(given.days, { settings, ...readClock(at) });
        return record(answered, at, 'reviewed', given.kind);
      });
      const { review, starts, unfinished } = await survey(services, await open.entries(), settings);
      await reminders.note(starts, unfinished);
      const reasons = new Map(review.due.map(({ row, reason }) => [row.id, reason]));
      return {
        ...review,
        rows: edits.map(({ entry }) => rowOf(entry, reasons.get(entry.id))),
        undo: undoOf(edits),
      };
    },
    'review.answer-all': async ({ ids, answer: given }) => {
      const at = now();
      const open = await session.use();
      const entries = await open.entries();
      const known = new Set(entries.map((entry) => entry.id));
      const edits = await giveAll(open, entries, ids, given, (entry) => {
        if (given === 'wake') return wake(entry, at);
        const answered = answer(entry, { kind: given }, at);
        return answered === entry ? entry : record(answered, at, 'reviewed', given);
      });
      await reminders.update(await open.entries());
      return { undo: undoOf(edits), missing: ids.filter((id) => !known.has(id)).length };
    },
  };
}

/** Gives entries an answer, in one commit; with "revoke", new ones that have taken over are told what was known of the old. */
async function giveAll(
  open: OpenVault,
  entries: readonly AppPassword[],
  ids: readonly string[],
  kind: ReviewAnswer['kind'] | ManyAnswer,
  give: (entry: AppPassword) => AppPassword,
): Promise<Edit[]> {
  const heirs = kind === 'revoke' ? findHeirs(entries, ids) : new Map<string, AppPassword>();
  const asked = new Set(ids);
  return open.updateAll([...ids, ...heirs.keys()], (entry) => {
    const old = heirs.get(entry.id);
    const told = old ? inherit(entry, old) : entry;
    return asked.has(entry.id) ? give(told) : told;
  });
}

function undoOf(edits: readonly Edit[]): Undo {
  return { changed: edits.map(({ before, entry }) => findStep(before, entry)), added: [] };
}

/** Asks now about what was put off. */
function wake(entry: AppPassword, at: number): AppPassword {
  const { snoozedUntil, snoozedFor, ...awake } = entry;
  if (snoozedUntil === undefined && snoozedFor === undefined) return entry;
  return recordEdit(entry, awake, at);
}
