/** Undo is the inverse of what was done: it knows the fields that an action changed, and touches nothing else. */
import type { AppPassword, EntryFields, EntryStep } from '../model';
import { record, recordEdit } from './log';

/** What an action may change and Undo restores; a field that is missing here does not compile. */
const undoable: Record<keyof EntryFields, true> = {
  provider: true,
  site: true,
  label: true,
  account: true,
  client: true,
  device: true,
  protocols: true,
  notes: true,
  tags: true,
  created: true,
  secretChanged: true,
  status: true,
  confirmed: true,
  keepUntil: true,
  snoozedUntil: true,
  snoozedFor: true,
  replacedBy: true,
  replacing: true,
  limitDays: true,
  deleted: true,
};
const fields = Object.keys(undoable) as (keyof EntryFields)[];

/** What adds an entry, and what may happen to one that the user has not changed since. */
const untouched: readonly string[] = ['imported', 'adopted', 'shown', 'copied'];

/** What an action changed, by its fields. */
export function findStep(before: AppPassword, after: AppPassword): EntryStep {
  const changed = fields.filter((name) => print(before[name]) !== print(after[name]));
  const read = (entry: AppPassword) =>
    Object.fromEntries(changed.map((name) => [name, entry[name] ?? null])) as EntryFields;
  return { id: before.id, were: read(before), are: read(after) };
}

/** Undoes at `now` (ms) what an action changed; `undefined` where one of its fields was changed again since. */
export function undoStep(entry: AppPassword, { were, are }: EntryStep, now: number): AppPassword | undefined {
  const names = Object.keys(are) as (keyof EntryFields)[];
  if (names.some((name) => print(entry[name]) !== print(are[name]))) return undefined;
  const undone: AppPassword = { ...entry };
  for (const name of names) {
    const value = were[name] ?? null;
    if (value === null) Reflect.deleteProperty(undone, name);
    else Object.assign(undone, { [name]: value });
  }
  const isRestored = entry.deleted !== undefined && undone.deleted === undefined;
  return isRestored ? record(undone, now, 'restored') : recordEdit(entry, undone, now);
}

/** Removes at `now` (ms) an entry that an action added; `undefined` where it was changed since. */
export function undoAdding(entry: AppPassword, now: number): AppPassword | undefined {
  if (entry.deleted !== undefined) return entry;
  const isOwn = (entry.log?.items ?? []).every(({ kind }) => untouched.includes(kind));
  const isSent = entry.handover !== undefined && entry.handover.state !== 'wanted';
  if (!isOwn || isSent || entry.log?.earlier !== undefined) return undefined;
  return record({ ...entry, deleted: now }, now, 'deleted');
}

/** A text that is the same for the same value, in any order of its fields. */
function print(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
