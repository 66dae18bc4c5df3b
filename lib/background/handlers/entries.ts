import { AppError } from '../../errors';
import { bridgeById } from '../../managers';
import type { Handlers } from '../../messaging/serve';
import type { AppPassword, EntryChanges, Replacing } from '../../model';
import { newEntry } from '../../new-entry';
import { canonical, endedAt, providerById } from '../../providers';
import { findDue, listStarts } from '../../review/due';
import { findLimit } from '../../review/limits';
import { record, recordEdit } from '../../review/log';
import { resetPlaces, stepOf } from '../../review/replace';
import { undoAdding, undoStep } from '../../review/undo';
import type { OpenVault } from '../../vault/vault';
import { createChange } from '../change-entry';
import { isHereAmong, rowOf } from '../entry-row';
import { cardOf, factsOf } from '../provider-info';
import { linkFresh } from '../replacements';
import type { Services } from '../services';
import type { FreshSave } from '../services/fresh-saves';
import { checkAllowed } from '../services/policy';
import { areSettingsChanged, readSettings } from '../services/settings';
import { cleanText } from '../services/texts';
import { countNews } from './inventories';

/** How long (ms) a deleted entry can be restored. */
export const UNDO = 60_000;
export const PURGE_ALARM = 'purge';

type EntryMessage = Extract<keyof Handlers, `entry.${string}`>;

/** Finding, reading and changing entries. */
export function entryHandlers(services: Services): Pick<Handlers, EntryMessage> {
  const { session, reminders, clipboard, inventories, fresh, now, schedulePurge } = services;

  const change = createChange(services);

  async function readSecret(id: string): Promise<{ shown: string; canonical: string }> {
    const open = await session.use();
    const entry = await open.get(id);
    if (entry.custody !== 'vault') throw new AppError('entry-without-secret', 'the secret is not here');
    const shown = await open.secret(id);
    const provider = providerById(entry.provider);
    return { shown, canonical: provider === undefined ? shown : canonical(provider.shape, shown) };
  }

  return {
    'entry.list': async () => {
      const open = await session.use();
      const { entries, warnings, inbox } = await open.listAll();
      const due = new Map(
        findDue(entries, await readSettings(), factsOf, now()).map((item) => [item.id, item.reason]),
      );
      return {
        rows: entries
          .filter((entry) => entry.deleted === undefined)
          .map((entry) => rowOf(entry, due.get(entry.id))),
        removed: entries.filter((entry) => entry.deleted !== undefined).map((entry) => rowOf(entry)),
        // What was kept while it was locked is an entry by now, unless something forbids it.
        waiting: inbox
          .map(({ capture: { secret: _, ...shown } }) => shown)
          // The newest is the one that the user has before their eyes.
          .sort((a, b) => b.captured - a.captured),
        fresh: listFresh(await fresh.all(), entries),
        warnings: (await areSettingsChanged()) ? [...warnings, { kind: 'settings-changed' }] : warnings,
        news: countNews(await inventories.all(), entries),
      };
    },
    'entry.get': async ({ id }) => {
      const open = await session.use();
      const entry = await open.get(id);
      const provider = providerById(entry.provider);
      const entries = await open.entries();
      const step = stepOf(entry, isHereAmong(entries));
      const settings = await readSettings();
      const [start] = listStarts([entry], settings, factsOf);
      return {
        entry,
        limitDays: findLimit(entry, settings),
        ...(provider === undefined ? {} : { provider: cardOf(provider, now()) }),
        ...(start === undefined ? {} : { next: Math.max(start, now()) }),
        ...(step === undefined ? {} : { step }),
      };
    },
    'entry.secret': async ({ id, purpose }) => {
      if (purpose === 'copy') await checkAllowed('clipboard');
      const secret = await readSecret(id);
      const open = await session.use();
      if (purpose === 'copy') {
        await open.update(id, (entry) => record({ ...entry, lastCopied: now() }, now(), 'copied'));
        // Armed before it is copied: where the page fails to, the clipboard holds something else, which is left alone.
        return { ...secret, clearsItself: await clipboard.copied(secret.canonical, now()) };
      }
      // A full disk must not keep users from their secrets.
      await open.update(id, (entry) => record(entry, now(), 'shown')).catch(() => undefined);
      return secret;
    },
    'entry.add': async ({ entry: given, secret: typed }) => {
      const [site, secret] = [cleanText(given.site), checkSecret(typed)];
      const ended = given.provider === 'other' ? endedAt(site, secret) : undefined;
      const provider = ended?.id ?? given.provider;
      const created = Math.round(Math.min(Math.max(given.created ?? now(), 0), now()));
      const open = await session.use();
      const entry = await open.add(
        {
          ...record(newEntry(created), now(), 'added'),
          provider,
          site,
          label: cleanText(given.label),
          account: cleanText(given.account),
          notes: given.notes,
        },
        secret,
      );
      // It is kept by now; what it replaces can be named later, too.
      await linkFresh(open, entry, now()).catch(() => undefined);
      await reminders.update(await open.entries());
      return { entry };
    },
    'entry.complete': async ({ id, secret }) => {
      const open = await session.use();
      const complete = (entry: AppPassword) =>
        record({ ...entry, custody: 'vault' }, now(), 'added', 'secret');
      return { entry: await open.replaceSecret(id, checkSecret(secret), complete) };
    },
    'entry.update': async ({ id, changes }) => {
      const open = await session.use();
      const { replacedBy } = changes;
      // It has to be there; what Undo restores may name one that is gone.
      if (replacedBy && (await open.get(id)).replacedBy !== replacedBy) await open.get(replacedBy);
      const at = now();
      return change(id, (entry) => recordEdit(entry, applyChanges(entry, changes), at));
    },
    'entry.remove': async ({ id }) => {
      const at = now();
      const { undo } = await change(id, (entry) => record({ ...entry, deleted: at }, at, 'deleted'));
      await schedulePurge(at + UNDO);
      return { undo };
    },
    'entry.restore': async ({ id }) => {
      const { entry } = await change(id, ({ deleted: _, ...kept }) => record(kept, now(), 'restored'));
      return { entry };
    },
    'entry.undo': async ({ changed, added }) => {
      const open = await session.use();
      const at = now();
      const steps = new Map(changed.map((step) => [step.id, step]));
      const left = new Set(steps.keys());
      let isRemoved = false;
      await open.updateAll([...steps.keys(), ...added], (entry) => {
        const step = steps.get(entry.id);
        const undone = step ? undoStep(entry, step, at) : undoAdding(entry, at);
        if (undone) left.delete(entry.id);
        else left.add(entry.id);
        isRemoved ||= undone?.deleted !== undefined;
        return undone ?? entry;
      });
      if (isRemoved) await schedulePurge(at + UNDO);
      await reminders.update(await open.entries());
      return { left: left.size };
    },
  };
}

/** What was saved in a page a moment ago and has not gone anywhere since. */
function listFresh(saves: readonly FreshSave[], entries: readonly AppPassword[]) {
  // The newest is the one that the user has before their eyes.
  return saves.toReversed().flatMap(({ entryId, until }) => {
    const entry = entries.find(({ id }) => id === entryId);
    if (!entry || entry.deleted !== undefined || (entry.handover && entry.handover.state !== 'wanted'))
      return [];
    const to = bridgeById(entry.handover?.bridge ?? '')?.name ?? '';
    return [{ entryId, label: entry.label, site: entry.site, until, to }];
  });
}

/** Removes for good what was deleted long enough ago. */
export async function purge(open: OpenVault, now: number): Promise<void> {
  const entries = await open.entries();
  const gone = entries.filter(
    (entry) => entry.deleted !== undefined && Math.abs(now - entry.deleted) >= UNDO,
  );
  if (gone.length > 0) await open.remove(gone.map((entry) => entry.id));
}

/**
 * Applies what a person changed; texts are made safe to show, and `null` takes a value away.
 * @throws AppError `entry-changed` for what would revive one that is revoked: only Undo does, of exactly that
 */
function applyChanges(entry: AppPassword, changes: EntryChanges): AppPassword {
  if (entry.status === 'revoked' && (changes.status ?? 'revoked') !== 'revoked')
    throw new AppError('entry-changed', 'it is revoked');
  const changed: AppPassword = { ...entry };
  // Nothing replaced the secret since, so a corrected day is the secret's day too.
  if (changes.created !== undefined && entry.secretChanged === entry.created)
    changed.secretChanged = changes.created;
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) Reflect.deleteProperty(changed, name);
    else if (value !== undefined) Object.assign(changed, { [name]: clean(name, value) });
  }
  const { replacing, replacedBy } = changed;
  if (replacing && replacedBy !== entry.replacedBy && changes.replacing === undefined)
    changed.replacing = resetPlaces(replacing);
  return changed;
}

function clean(name: string, value: unknown): unknown {
  if (name === 'tags') return (value as string[]).map(cleanText).filter((tag) => tag !== '');
  if (name === 'replacing') return cleanPlaces(value as Replacing);
  return typeof value === 'string' && name !== 'notes' ? cleanText(value) : value;
}

function cleanPlaces({ places, ...rest }: Replacing): Replacing {
  const named = places.map(({ name, moved }) => ({ name: cleanText(name), moved }));
  return { ...rest, places: named.filter(({ name }) => name !== '') };
}

/** @throws AppError `capture-invalid` when nothing but white space is left */
function checkSecret(secret: string): string {
  const trimmed = secret.trim();
  if (trimmed === '') throw new AppError('capture-invalid', 'empty secret');
  return trimmed;
}
