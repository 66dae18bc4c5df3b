/**
 * Makes a whole vault of what can be read. That includes what early versions lost sight of: a counter driven beyond 32
 * bits made them seal records that they could not open later, though the bytes are sound.
 */
import type { AppPassword, Warning } from '../model';
import type { Plan } from './change';
import type { Contents } from './contents';
import { encodeCanonical, MOST_REVISION } from './envelope';
import { openCapture } from './inbox';
import type { VaultKeys } from './keys';
import { keyOf, nameOf, readKey } from './manifest';
import { completeCopy, openExpected, openRows, type SecretRecord } from './rows';
import type { Store } from './store';

/** Kinds of warnings that a repair does not end. */
const lasting = /^(?:rolled-back|recovery-code-unseen|witness-.*|record-.*)$/;

/** What is in the database and not among the entries. */
export interface Lost {
  /** By entry id, where the vault has none that opens. */
  secrets: Map<string, string>;
  /** Entries of these secrets, and better copies of entries that are there. */
  entries: Map<string, AppPassword>;
  /** Keys of set-aside bytes that are not needed once these are put back. */
  unneeded: string[];
}

interface Sealed {
  key: string;
  bytes: unknown;
  /** Key among the set-aside bytes, if it lies there. */
  aside?: string;
}

/** Looks for records of revisions that were driven too high: among unexpected rows and bytes that were set aside. */
export async function findLost(contents: Contents, keys: VaultKeys, store: Store): Promise<Lost> {
  const lost: Lost = { secrets: new Map(), entries: new Map(), unneeded: [] };
  if (contents.memo.rescued) return lost;
  const { secrets, lists } = await openHigh(await collectHigh(contents, store), contents, keys);
  if (secrets.size === 0 && lists.length === 0) return lost;

  const openSecret = openRows(keys, contents.header.vaultId, store.readRecord);
  for (const [id, { record, aside }] of secrets) {
    const own = await openExpected(contents, nameOf('secret', id), openSecret);
    if (contents.expected.has(nameOf('secret', id)) && own && !own.stale) continue;
    lost.secrets.set(id, record.secret);
    if (aside !== undefined) lost.unneeded.push(aside);
    const known = contents.entries.get(id)?.entry;
    lost.entries.set(id, known ?? completeCopy(id, record.copy));
  }
  for (const { entries } of lists.sort((a, b) => b.revision - a.revision)) {
    for (const entry of entries) {
      const known = lost.entries.get(entry.id) ?? contents.entries.get(entry.id)?.entry;
      if (known && isBare(known) && !isBare(entry)) lost.entries.set(entry.id, entry);
    }
  }
  return lost;
}

/** What is lost and can be put back, as warnings. */
export function nameLost({ secrets, entries }: Lost): Warning[] {
  return [...secrets.keys()].map((id) => ({
    kind: 'record-found',
    id,
    label: entries.get(id)?.label ?? '',
  }));
}

/** Plans what makes the readable part a whole vault again. The result is how many secrets are put back. */
export async function planRepair(contents: Contents, keys: VaultKeys, store: Store): Promise<Plan<number>> {
  const { warnings, entries, buckets, expected, differences, memo } = contents;
  const lost = await findLost(contents, keys, store);
  const high = await readHigh(contents, keys, store);
  // The user has read the warnings above the repair button; a rollback is confirmed by itself.
  const notes = (memo.notes ?? []).filter(({ kind, id }) => lasting.test(kind) && id !== 'header');
  const isSeen = notes.length < (memo.notes?.length ?? 0);
  const clear = await findUnopened(contents, keys, store);
  const found = lost.entries.size + high.size + clear.length;
  if (warnings.length === 0 && found === 0 && !isSeen) return { result: 0 };

  const named = new Set(warnings.map(({ id }) => id));
  const { absent, unexpected, unknownKeys } = differences;
  const isHigh = (bucket: string) => (expected.get(nameOf('list', bucket)) ?? 0) > MOST_REVISION;
  const rewrite = [...entries.values()].filter(
    ({ entry, bucket }) => bucket === undefined || named.has(entry.id) || isHigh(bucket),
  );
  const forget = [...expected.keys()].filter(
    (name) => name.startsWith('list/') && !buckets.has(name.slice('list/'.length)),
  );
  // An unexpected revision in place of an expected record is its only copy: it goes when that record is written again.
  const isBack = (name: string) => lost.secrets.has(name.slice('secret/'.length));
  const unasked = [...unexpected].filter(([name]) => !absent.has(name) && !isBack(name));
  const sweep = unasked.flatMap(([name, revisions]) => revisions.map((revision) => keyOf(name, revision)));
  const all = new Map([...rewrite.map(({ entry }) => [entry.id, entry] as const), ...lost.entries]);
  return {
    entries: [...all.values()],
    secrets: new Map([...high, ...lost.secrets]),
    forget,
    sweep: [...sweep, ...unknownKeys],
    unneeded: lost.unneeded,
    clear,
    memo: { notes, rescued: true },
    result: lost.secrets.size,
  };
}

/** Captures that the vault cannot open: the user cannot answer them, so they would wait for ever. */
async function findUnopened({ header }: Contents, keys: VaultKeys, store: Store): Promise<string[]> {
  const opened = (await store.readInbox()).map((row) => openCapture(header.vaultId, keys, row));
  return (await Promise.all(opened)).flatMap(({ id, capture }) => (capture ? [] : [id]));
}

/** Expected secrets whose revision was driven too high: they open, and are sealed at one of ours. */
async function readHigh(contents: Contents, keys: VaultKeys, store: Store): Promise<Map<string, string>> {
  const openSecret = openRows(keys, contents.header.vaultId, store.readRecord);
  const high = new Map<string, string>();
  for (const [name, revision] of contents.expected) {
    if (revision <= MOST_REVISION || !name.startsWith('secret/')) continue;
    const id = name.slice('secret/'.length);
    const row = contents.entries.has(id) ? await openExpected(contents, name, openSecret) : undefined;
    if (row && !row.stale) high.set(id, (row.value as SecretRecord).secret);
  }
  return high;
}

async function collectHigh({ differences }: Contents, store: Store): Promise<Sealed[]> {
  const unexpected = [...differences.unexpected].flatMap(([name, revisions]) =>
    revisions.filter((revision) => revision > MOST_REVISION).map((revision) => keyOf(name, revision)),
  );
  const stored = await Promise.all(
    unexpected.map(async (key) => ({ key, bytes: await store.readRecord(key) })),
  );
  const aside = (await store.readDamaged()).flatMap(({ key: aside, bytes }): Sealed[] => {
    const key = aside.slice(0, Math.max(0, aside.lastIndexOf('@')));
    return (readKey(key)?.revision ?? 0) > MOST_REVISION ? [{ key, bytes, aside }] : [];
  });
  return [...stored, ...aside];
}

/** Opens them; of each secret the latest counts. */
async function openHigh(sealed: readonly Sealed[], { header }: Contents, keys: VaultKeys) {
  const secrets = new Map<string, { revision: number; record: SecretRecord; aside: string | undefined }>();
  const lists: { revision: number; entries: AppPassword[] }[] = [];
  for (const { key, bytes, aside } of sealed) {
    const row = await openRows(keys, header.vaultId, async () => bytes)(key).catch(() => undefined);
    const place = readKey(key);
    if (!row || !place || row.revision !== place.revision) continue;
    const { id, kind, revision } = place;
    if (kind === 'list') lists.push({ revision, entries: row.value as AppPassword[] });
    else if (revision >= (secrets.get(id)?.revision ?? 0)) {
      secrets.set(id, { revision, record: row.value as SecretRecord, aside });
    }
  }
  return { secrets, lists };
}

/** Whether an entry has nothing beyond what its secret's record repeats. */
function isBare(entry: AppPassword): boolean {
  const { id, provider, site, label, account, created } = entry;
  return (
    encodeCanonical(entry) === encodeCanonical(completeCopy(id, { provider, site, label, account, created }))
  );
}
