/**
 * Bitwarden and servers that speak its language, by its own command line client `bw`: a `bw serve` that the user
 * started and unlocked, else `bw` with the `BW_SESSION` of the environment. Spare Key never unlocks it by itself.
 */

import { AppError } from '../../lib/errors';
import type { Capabilities, HostEntry } from '../../lib/managers/native-host/protocol';
import { findProgram } from '../run';
import { type BitwardenWay, openServe, openSession } from './bitwarden-ways';
import { compareSecrets, explainState, ID, isRecord, LIMITS, listFields, type Store } from './store';

const TEXT = 0;
const LOGIN = 1;
/** Never offered for filling in: an app password is not typed into a web page. */
const NEVER = 5;

function writeItem(entry: HostEntry): unknown {
  const { label, account, url, notes, secret } = entry;
  return {
    organizationId: null,
    collectionIds: null,
    folderId: null,
    type: LOGIN,
    name: label,
    notes: notes === '' ? null : notes,
    favorite: false,
    fields: listFields(entry).map(([name, value]) => ({ name, value, type: TEXT })),
    login: {
      uris: url === '' ? [] : [{ match: NEVER, uri: url }],
      username: account === '' ? null : account,
      password: secret,
      totp: null,
    },
    reprompt: 0,
  };
}

function readField(item: unknown, wanted: string): unknown {
  const fields = isRecord(item) ? item['fields'] : undefined;
  if (!Array.isArray(fields)) return undefined;
  const field: unknown = fields.find((one) => isRecord(one) && one['name'] === wanted);
  return isRecord(field) ? field['value'] : undefined;
}

function readId(item: unknown): string {
  const id = isRecord(item) ? item['id'] : undefined;
  if (typeof id !== 'string' || !isItemId(id)) throw new AppError('bridge-unknown-outcome', 'bw named no id');
  return id;
}

/**
 * What to search for an entry's own item with: bw looks into names and addresses, not into fields of one's own, and
 * takes accents off what is searched but not off what is searched in. Empty for all items.
 */
export function chooseSearch({ label, url }: Pick<HostEntry, 'label' | 'url'>): string {
  const words = [...label.matchAll(/[a-z0-9]{2,}/gi)].map(([word]) => word);
  const longest = words.sort((a, b) => b.length - a.length)[0];
  return longest ?? /^https?:\/\/([a-z0-9.-]+)/i.exec(url)?.[1] ?? '';
}

function isItemId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** An unlocked way in; otherwise its state. @param limit milliseconds that `bw serve` may take */
async function open(limit: number): Promise<{ way?: BitwardenWay; capabilities: Capabilities }> {
  const serve = await openServe(limit);
  if (serve?.capabilities.state === 'ready') return serve;
  const session = await openSession();
  if (session !== undefined && (serve === undefined || session.capabilities.state === 'ready'))
    return session;
  if (serve !== undefined) return serve;
  return { capabilities: { state: findProgram('bw') === undefined ? 'absent' : 'locked' } };
}

async function openOrThrow(): Promise<{ way: BitwardenWay; capabilities: Capabilities }> {
  const { way, capabilities } = await open(LIMITS.open);
  if (way !== undefined && capabilities.state === 'ready') return { way, capabilities };
  throw explainState(capabilities) ?? new AppError('bridge-locked', 'no unlocked way to bw');
}

export const bitwarden: Store = {
  name: 'Bitwarden',
  async look() {
    try {
      return (await open(LIMITS.look)).capabilities;
    } catch {
      return { state: 'silent' };
    }
  },
  async store(entry) {
    const { way, capabilities } = await openOrThrow();
    const place = capabilities.where === undefined ? entry.label : `${capabilities.where}/${entry.label}`;
    const same = (await way.search(chooseSearch(entry))).find((item) => readField(item, ID) === entry.id);
    if (same !== undefined) return { place, pointer: readId(same), already: true };
    return { place, pointer: readId(await way.create(writeItem(entry))), already: false };
  },
  async verify(pointer, secret) {
    if (!isItemId(pointer)) throw new AppError('message-invalid', 'not an id of an item');
    const { way } = await openOrThrow();
    const item = await way.get(pointer);
    if (item === undefined) return { finding: 'gone' };
    const login = isRecord(item) ? item['login'] : undefined;
    const held = isRecord(login) ? login['password'] : undefined;
    return typeof held === 'string' ? compareSecrets(held, secret) : { finding: 'unreadable' };
  },
};
