/**
 * KeePassXC (2.7 on), through its own `keepassxc-proxy`. Read in its source (2.7.4, and the state of October 2024),
 * tried with 2.7.4:
 *
 * - The title of an entry is always the host of its address, so the label goes into the address's fragment.
 * - `get-logins` by path gives only what lies in our own group, never the user's sign-in password for the same site.
 * - A new entry may be read without asking under the hosts of `url` and `submitUrl`; `by-path` as the latter makes
 *   reading back silent. From 2.7.11 on nothing is allowed by itself (its change log, not tried), and KeePassXC asks.
 * - With several databases open it asks which one to use, and reports success when that was cancelled, too.
 * - "Success" means in memory; the file is written a moment later, unless its user has switched that off.
 */

import * as z from 'zod/mini';
import { toBase64 } from '../../base64';
import { AppError, codeOf, type ErrorCode } from '../../errors';
import type { Delivery, Item, LiveBridge, ManagerContext, ManagerStatus } from '../manager';
import { describeDelivery, Entry, isSame, type LoginPayload, packItem, readPointer, Uuid } from './entry';
import { BOX_KEY_SIZE, makeKeyPair } from './nacl-box';
import {
  Association,
  addPairing,
  classifyVersion,
  Database,
  describeDatabase,
  openPaired,
  type Pairing,
  recallPairings,
} from './pairing';
import { openSession, type Session } from './protocol';

/** Most ms that looking may take. */
const LOOK_MS = 3_000;
/** Most ms that a person is given to answer a question of KeePassXC, and to name the connection. */
const PERSON_MS = 120_000;
const PAIR_MS = 300_000;
/** Most ms for reading back, for which most versions do not ask the user. */
const READ_BACK_MS = 30_000;
const NewGroup = z.object({ uuid: Uuid });
const Stored = z.object({ error: z.literal('success') });
const Logins = z.object({ entries: z.array(Entry) });

export const bridge: LiveBridge = {
  id: 'keepassxc',
  name: 'KeePassXC',
  kind: 'live',
  carries: new Set(['label', 'account', 'provider', 'url']),
  look,
  pair,
  deliver: (item, context) => enqueue(() => deliver(item, context)),
  fetch: fetchSecret,
};

const states: Partial<Record<ErrorCode, ManagerStatus['state']>> = {
  'bridge-not-installed': 'absent',
  'bridge-silent': 'silent',
  'bridge-locked': 'locked',
  'bridge-not-paired': 'unpaired',
  'bridge-too-old': 'too-old',
};

/** Three requests at most: change-public-keys, get-databasehash, test-associate. */
async function look(context: ManagerContext): Promise<ManagerStatus> {
  const pairings = await recallPairings(context);
  const session = await openSession(context);
  const found: Omit<ManagerStatus, 'state'> = {};
  const inspect = async (): Promise<ManagerStatus['state']> => {
    found.version = await session.greet();
    const strange = classifyVersion(found.version);
    if (strange !== undefined) return strange;
    const { hash } = await session.ask('get-databasehash', {}, Database);
    const pairing = pairings.find((one) => one.hash === hash);
    found.where = describeDatabase(hash, pairing?.id);
    if (pairing === undefined) return 'unpaired';
    await session.ask('test-associate', { id: pairing.id, key: pairing.key }, Association);
    return 'ready';
  };
  // Who greets and then does not answer runs, so it is not silent in our sense.
  const late = () => new AppError(found.version ? 'bridge-timeout' : 'bridge-silent', 'looked too long');
  try {
    return { state: await session.within(LOOK_MS, late, inspect), ...found };
  } catch (error) {
    return { state: states[codeOf(error)] ?? 'broken', ...found };
  } finally {
    session.end();
  }
}

/** The user names the connection in a dialog of KeePassXC, which stays open there even when it is called off here. */
async function pair(context: ManagerContext, signal: AbortSignal): Promise<ManagerStatus> {
  const status = await look(context);
  if (status.state !== 'unpaired') return status;
  const session = await openSession(context);
  const callOff = () => session.end(new AppError('bridge-refused', 'called off'));
  signal.addEventListener('abort', callOff);
  try {
    if (signal.aborted) callOff();
    const version = await session.greet();
    // Its secret half has no use: the protocol has no challenge, knowing the public one is all.
    const key = toBase64((await makeKeyPair(context.random(BOX_KEY_SIZE))).publicKey);
    const request = { key: session.publicKey, idKey: key };
    const { hash, id } = await session.ask('associate', request, Association, PAIR_MS);
    await addPairing(context, { hash, id, key });
    return { state: 'ready', version, where: describeDatabase(hash, id) };
  } finally {
    signal.removeEventListener('abort', callOff);
    session.end();
  }
}

let last: Promise<unknown> = Promise.resolve();

/** One delivery after the other: two at once would ask twice for the same group. */
function enqueue<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}

/**
 * Six requests: change-public-keys, test-associate, get-logins (is it there already?), create-new-group (which
 * gives back an existing one and asks for nothing), set-login, get-logins (did it arrive?). One more, get-databasehash, for
 * who is paired with several databases. The proxy takes up to 0.1 s for each but the first.
 */
async function deliver(item: Item, context: ManagerContext): Promise<Delivery> {
  const payload = packItem(item);
  const { session, pairing } = await openPaired(context, await recallPairings(context));
  try {
    const known = await findSame(session, payload, pairing, PERSON_MS);
    if (typeof known === 'object') return describeDelivery(payload, known);
    const request = { groupName: payload.groupPath };
    const { uuid } = await session.ask('create-new-group', request, NewGroup, PERSON_MS);
    return await send(session, payload, pairing, uuid, context);
  } finally {
    session.end();
  }
}

/** Codes that say nothing about whether a request was carried out. All others are KeePassXC's own answer. */
const uncertain: readonly ErrorCode[] = ['bridge-silent', 'bridge-timeout', 'bridge-failed'];

/**
 * Sends it, once, and makes sure of the outcome: by reading back, and on a new line when this one fails.
 * @throws AppError `bridge-unknown-outcome` when that could not tell; `bridge-failed` when it is known to be lost
 */
async function send(
  session: Session,
  payload: LoginPayload,
  pairing: Pairing,
  groupUuid: string,
  context: ManagerContext,
): Promise<Delivery> {
  const { url, login, password, group } = payload;
  const request = {
    ...{ url, login, password, group, groupUuid, id: pairing.id },
    // Lets us, and all other paired programs, read it back by its path without asking.
    submitUrl: 'keepassxc://by-path/',
    // Empty for a new entry; any other would overwrite one.
    uuid: '',
    downloadFavicon: 'false',
  };
  let confirmed = false;
  let lost = false;
  let found: Finding;
  try {
    await session.ask('set-login', request, Stored, PERSON_MS);
    confirmed = true;
    found = await findSame(session, payload, pairing, READ_BACK_MS, 'everywhere');
  } catch (error) {
    const code = codeOf(error);
    if (!confirmed && !uncertain.includes(code)) throw error;
    session.end();
    found = await findAgain(payload, pairing, context);
    lost = code === 'bridge-silent';
  }
  if (typeof found === 'object') return describeDelivery(payload, found);
  if (found === 'hidden' && confirmed) return describeDelivery(payload);
  // Without a broken line it is in another database, or the user chose none; KeePassXC does not say which.
  if (found === 'none' && lost) throw new AppError('bridge-failed', 'it did not arrive');
  throw new AppError('bridge-unknown-outcome', 'it may have arrived');
}

/** @throws AppError `bridge-unknown-outcome` when a new line does not reach the same database. */
async function findAgain(payload: LoginPayload, pairing: Pairing, context: ManagerContext): Promise<Finding> {
  try {
    const { session } = await openPaired(context, [pairing]);
    try {
      return await findSame(session, payload, pairing, READ_BACK_MS, 'everywhere');
    } finally {
      session.end();
    }
  } catch (cause) {
    throw new AppError('bridge-unknown-outcome', 'the line broke after sending', { cause });
  }
}

/** `hidden`: there is something, but the user did not allow us to see it. */
type Finding = Entry | 'none' | 'hidden';

/**
 * Finds an entry with the same user name and secret, in our group or, `everywhere`, also for the same host. KeePassXC
 * does not tell addresses; a secret is issued once, so what has the same is the same.
 */
async function findSame(
  session: Session,
  payload: LoginPayload,
  pairing: Pairing,
  limit: number,
  range: 'group' | 'everywhere' = 'group',
): Promise<Finding> {
  const ours = `keepassxc://by-path/${payload.path}`;
  for (const url of range === 'group' ? [ours] : [ours, payload.url]) {
    const entries = await findEntries(session, url, [pairing], limit);
    if (entries?.length === 0) return 'hidden';
    const same = entries?.find((entry) => isSame(payload, entry));
    if (same !== undefined) return same;
  }
  return 'none';
}

/** @returns `undefined` when there is nothing; an empty list when the user did not allow what there is. */
async function findEntries(
  session: Session,
  url: string,
  pairings: readonly Pairing[],
  limit: number,
): Promise<Entry[] | undefined> {
  const keys = pairings.map(({ id, key }) => ({ id, key }));
  try {
    return (await session.ask('get-logins', { url, keys }, Logins, limit)).entries;
  } catch (error) {
    if (codeOf(error) === 'bridge-gone') return undefined;
    throw error;
  }
}

/**
 * Three requests: change-public-keys, test-associate, get-logins by path; one more, by UUID, for an entry that was moved
 * or renamed, about which KeePassXC asks its user.
 */
async function fetchSecret(
  delivery: { pointer: string; account: string },
  context: ManagerContext,
): Promise<string> {
  const { uuid, path } = readPointer(delivery.pointer);
  const pairings = await recallPairings(context);
  const { session } = await openPaired(context, pairings);
  const fits = (entry: Entry) => (uuid ? entry.uuid === uuid : entry.login === delivery.account);
  try {
    for (const url of [path && `keepassxc://by-path/${path}`, uuid && `keepassxc://by-uuid/${uuid}`]) {
      if (!url) continue;
      const entries = await findEntries(session, url, pairings, PERSON_MS);
      if (entries?.length === 0) throw new AppError('bridge-refused', 'not allowed to read it');
      const [entry, ...others] = entries?.filter(fits) ?? [];
      if (entry !== undefined && others.length === 0) return entry.password;
    }
    throw new AppError('bridge-gone', 'no such entry');
  } finally {
    session.end();
  }
}
