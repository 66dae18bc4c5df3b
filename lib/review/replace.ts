/**
 * Replacing an app password without an outage: make a new one, move every place to it, then take the old one back.
 * How far a replacement is, is never stored: it follows from the entry, so it can be left and taken up at any step.
 */

import { SHORT } from '../bounds';
import type { AppPassword, Replacing } from '../model';
import { HOUR } from '../time';
import { toName } from './names';
import type { ReplaceStep } from './reasons';

/** How long (ms) a new app password under another label is taken for the one that the page was opened for. */
const FRESH = HOUR;

/**
 * How far the replacement of an entry is; `undefined` where there is none.
 * @param isHere whether an entry of this id is there: a new one that was deleted has to be made again
 */
export function stepOf(
  { status, replacing, replacedBy }: AppPassword,
  isHere: (id: string) => boolean,
): ReplaceStep | undefined {
  if (replacing === undefined) return undefined;
  if (status !== 'active') return status === 'revoked' ? 'done' : 'revoke';
  return replacedBy !== undefined && isHere(replacedBy) ? 'move' : 'make';
}

/** Begins a replacement at `now` (ms), without what replaced it before, or leaves the one that is under way as it is. */
export function startReplacing(entry: AppPassword, places: readonly string[], now: number): AppPassword {
  if (entry.replacing !== undefined) return entry;
  const { replacedBy: _, ...rest } = entry;
  return { ...rest, replacing: { since: now, places: places.map((name) => ({ name, moved: false })) } };
}

/** A replacement of which no place was moved yet: what was moved, was moved to another new one. */
export function resetPlaces(replacing: Replacing): Replacing {
  return { ...replacing, places: replacing.places.map(({ name }) => ({ name, moved: false })) };
}

/**
 * Where an entry is in use, as far as the user has said: the places to which it was moved when it took the place of
 * another, else its own client and device.
 */
export function listPlaces(entry: AppPassword, entries: readonly AppPassword[]): string[] {
  const before = entries.find(({ replacedBy }) => replacedBy === entry.id);
  const moved = before?.replacing?.places.map(({ name }) => name) ?? [];
  const named = [entry.client, entry.device].filter((text) => text !== '').join(', ');
  const own = named.slice(0, SHORT).replace(/[\uD800-\uDBFF]$/, '');
  return moved.length > 0 || own === '' ? moved : [own];
}

/** What is known of an app password that has just been made. */
export type Fresh = Pick<AppPassword, 'id' | 'provider' | 'site' | 'label' | 'account' | 'secretChanged'>;

/**
 * Finds the entry (of one provider and account, and of one site for self-hosted software) whose replacement waits for
 * exactly this new one: it has its label, or the page for it was opened within the hour. `undefined` when it may be
 * several.
 */
export function findReplaced(
  entries: readonly AppPassword[],
  fresh: Fresh,
  isSiteOfOne: boolean,
): AppPassword | undefined {
  const [name, person] = [toName(fresh.label), toName(fresh.account)];
  const present = new Set(entries.flatMap(({ id, deleted }) => (deleted === undefined ? [id] : [])));
  const waiting = entries.filter((entry) => {
    if (
      stepOf(entry, (id) => present.has(id)) !== 'make' ||
      entry.id === fresh.id ||
      entry.deleted !== undefined
    )
      return false;
    if (entry.provider !== fresh.provider || (isSiteOfOne && entry.site !== fresh.site)) return false;
    return person === '' || ['', person].includes(toName(entry.account));
  });
  const [namesake, other] = waiting.filter(({ label }) => name !== '' && toName(label) === name);
  if (namesake) return other ? undefined : namesake;
  const [recent, another] = waiting.filter(({ replacing }) => {
    const passed = fresh.secretChanged - (replacing?.opened ?? Number.NaN);
    return passed >= 0 && passed < FRESH;
  });
  return another ? undefined : recent;
}

/** Gives a new app password what was known of the old one and is not yet known of it. */
export function inherit(fresh: AppPassword, old: AppPassword): AppPassword {
  const { client, device, protocols, tags, notes, account, limitDays } = fresh;
  const limit = limitDays ?? old.limitDays;
  return {
    ...fresh,
    client: client || old.client,
    device: device || old.device,
    account: account || old.account,
    notes: notes || old.notes,
    protocols: protocols.length > 0 ? protocols : old.protocols,
    tags: tags.length > 0 ? tags : old.tags,
    ...(limit !== undefined && { limitDays: limit }),
  };
}
