import { AppError } from '../errors';
import type { Handlers } from '../messaging/serve';
import type { DueItem, Row } from '../messaging/shapes';
import type { AppPassword, EntryChanges } from '../model';
import { canonical, providerById } from '../providers';
import { record, recordEdit } from '../review/log';
import { answer, findDue, findNext, listStarts } from '../review/policy';
import type { OpenVault } from '../vault/vault';
import { blankEntry } from './captures';
import { countNews } from './list-handlers';
import { checkAllowed, checkProvider } from './managed';
import type { Parts } from './parts';
import { cardOf, factsOf } from './provider-cards';
import { readSettings } from './settings';
import { cleanText } from './texts';

/** How long (ms) a deleted entry can be restored. */
const UNDO = 60_000;
export const PURGE_ALARM = 'purge';

type EntryMessage = Extract<keyof Handlers, `entry.${string}` | `review.${string}` | 'clipboard.copied'>;

/** Finding, reading, changing and reviewing entries. */
export function entryHandlers(parts: Parts): Pick<Handlers, EntryMessage> {
  const { session, reminders, clipboard, lists, now, schedulePurge } = parts;

  async function present(open: OpenVault): Promise<AppPassword[]> {
    return (await open.list()).entries.filter((entry) => entry.deleted === undefined);
  }

  /** Changes an entry and what follows from it; answers both states, so that it can be undone. */
  async function change(
    id: string,
    work: (entry: AppPassword) => AppPassword,
  ): Promise<{ entry: AppPassword; before: AppPassword }> {
    const open = await session.use();
    const before = await open.get(id);
    const entry = await open.update(id, work);
    await reminders.update((await open.list()).entries);
    return { entry, before };
  }

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
      const { entries, warnings } = await open.list();
      const due = new Map(
        findDue(entries, await readSettings(), factsOf, now()).map((item) => [item.id, item.reason]),
      );
      const inbox = await open.inbox();
      return {
        rows: entries
          .filter((entry) => entry.deleted === undefined)
          .map((entry) => rowOf(entry, due.get(entry.id))),
        waiting: inbox
          .filter((item) => item.state === 'waiting')
          .map(({ capture: { secret: _, ...shown } }) => shown)
          // The newest is the one that somebody has before their eyes.
          .sort((a, b) => b.captured - a.captured),
        warnings,
        news: countNews(await lists.all(), entries),
      };
    },
    'entry.get': async ({ id }) => {
      const entry = await (await session.use()).get(id);
      const provider = providerById(entry.provider);
      const [start] = listStarts([entry], await readSettings(), factsOf);
      return {
        entry,
        ...(provider === undefined ? {} : { provider: cardOf(provider) }),
        ...(start === undefined ? {} : { next: Math.max(start, now()) }),
      };
    },
    'entry.secret': async ({ id, purpose }) => {
      if (purpose === 'copy') await checkAllowed('clipboard');
      const secret = await readSecret(id);
      const open = await session.use();
      if (purpose === 'copy')
        await open.update(id, (entry) => record({ ...entry, lastCopied: now() }, now(), 'copied'));
      // A full disk must not keep anybody from their secret.
      else await open.update(id, (entry) => record(entry, now(), 'shown')).catch(() => undefined);
      return secret;
    },
    'entry.add': async ({ entry: given, secret }) => {
      await checkProvider(given.provider);
      const open = await session.use();
      const entry = await open.add(
        {
          ...record(blankEntry(Math.min(given.created ?? now(), now())), now(), 'added'),
          provider: given.provider,
          site: cleanText(given.site),
          label: cleanText(given.label),
          account: cleanText(given.account),
          notes: given.notes,
        },
        checkSecret(secret),
      );
      await reminders.update((await open.list()).entries);
      return { entry };
    },
    'entry.complete': async ({ id, secret }) => {
      const open = await session.use();
      const complete = (entry: AppPassword) =>
        record({ ...entry, custody: 'vault' }, now(), 'added', 'secret');
      return { entry: await open.replaceSecret(id, checkSecret(secret), complete) };
    },
    'entry.update': ({ id, changes }) =>
      change(id, (entry) => recordEdit(entry, applyChanges(entry, changes), now())),
    'entry.remove': async ({ id }) => {
      await change(id, (entry) => record({ ...entry, deleted: now() }, now(), 'deleted'));
      await schedulePurge(now() + UNDO);
      return {};
    },
    'entry.restore': async ({ id }) => {
      const { entry } = await change(id, ({ deleted: _, ...kept }) => record(kept, now(), 'restored'));
      return { entry };
    },
    'clipboard.copied': async ({ id }) => {
      await checkAllowed('clipboard');
      const secret = await readSecret(id);
      return { clearsItself: await clipboard.copied(secret.canonical, now()) };
    },
    'review.list': async () => {
      const entries = await present(await session.use());
      const byId = new Map(entries.map((entry) => [entry.id, entry]));
      const settings = await readSettings();
      const due: DueItem[] = [];
      for (const { id, ...item } of findDue(entries, settings, factsOf, now())) {
        const entry = byId.get(id);
        if (entry !== undefined) due.push({ row: rowOf(entry), ...item });
      }
      const next = findNext(entries, settings, factsOf, now());
      return { due, ...(next === undefined ? {} : { next }) };
    },
    'review.answer': ({ id, answer: given }) => {
      const at = now();
      return change(id, (entry) => record(answer(entry, given, at), at, 'reviewed', given.kind));
    },
  };
}

/** Removes for good what was deleted long enough ago. */
export async function purge(open: OpenVault, now: number): Promise<void> {
  const { entries } = await open.list();
  const gone = entries.filter(
    (entry) => entry.deleted !== undefined && Math.abs(now - entry.deleted) >= UNDO,
  );
  if (gone.length > 0) await open.remove(gone.map((entry) => entry.id));
}

/** Made for each of thousands at once, so field by field: spreading costs several times as much. */
function rowOf(entry: AppPassword, reason?: Row['reason']): Row {
  const row: Row = {
    id: entry.id,
    provider: entry.provider,
    site: entry.site,
    label: entry.label,
    account: entry.account,
    client: entry.client,
    device: entry.device,
    tags: entry.tags,
    status: entry.status,
    secretChanged: entry.secretChanged,
    custody: entry.custody,
  };
  if (entry.lastUsed !== undefined) row.lastUsed = entry.lastUsed;
  if (entry.lastPlace !== undefined) row.lastPlace = entry.lastPlace;
  const { handover } = entry;
  if (handover !== undefined && handover.state !== 'done') row.handover = handover.state;
  if (reason !== undefined) row.reason = reason;
  return row;
}

/** Applies what a person changed; texts are made safe to show, and `null` takes a value away. */
function applyChanges(entry: AppPassword, changes: EntryChanges): AppPassword {
  const { limitDays, snoozedUntil, confirmed, ...plain } = changes;
  const changed: AppPassword = { ...entry };
  // Nothing replaced the secret since, so a corrected day is the secret's day too.
  if (plain.created !== undefined && entry.secretChanged === entry.created)
    changed.secretChanged = plain.created;
  for (const [name, value] of Object.entries(plain)) {
    if (value !== undefined) Object.assign(changed, { [name]: clean(name, value) });
  }
  for (const [name, value] of Object.entries({ limitDays, snoozedUntil, confirmed })) {
    if (value === null) Reflect.deleteProperty(changed, name);
    else if (value !== undefined) Object.assign(changed, { [name]: value });
  }
  return changed;
}

function clean(name: string, value: unknown): unknown {
  if (name === 'tags') return (value as string[]).map(cleanText).filter((tag) => tag !== '');
  return typeof value === 'string' && name !== 'notes' ? cleanText(value) : value;
}

/** @throws AppError `capture-invalid` when nothing but white space is left */
function checkSecret(secret: string): string {
  const trimmed = secret.trim();
  if (trimmed === '') throw new AppError('capture-invalid', 'empty secret');
  return trimmed;
}
