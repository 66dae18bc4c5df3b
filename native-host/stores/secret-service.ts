/**
 * The Secret Service of the desktop (freedesktop.org Secret Service API 0.2): GNOME Keyring, KWallet, KeePassXC.
 * `secret-tool` writes and reads; `dbus-send` asks whether a collection is open and what is in it, which shows no
 * dialog. Not covered: choosing another collection than the default one.
 */

import { AppError } from '../../lib/errors';
import type { Capabilities, HostEntry } from '../../lib/managers/native-host/protocol';
import { findProgram, run } from '../run';
import { compareSecrets, doubt, excuse, explainState, ID, LIMITS, listFields, type Store } from './store';

const SERVICE = '/org/freedesktop/secrets';

/** Asks the service and returns the answer in the notation of `dbus-send`; `undefined` when it does not answer. */
async function ask(path: string, method: string, ...parameters: string[]): Promise<string | undefined> {
  const fixed = ['--session', '--print-reply', '--reply-timeout=1500', '--dest=org.freedesktop.secrets'];
  const { code, output } = await run('dbus-send', [...fixed, path, method, ...parameters], {
    limit: LIMITS.look,
  });
  return code === 0 ? output : undefined;
}

function askCollection(path: string, property: string): Promise<string | undefined> {
  const collection = 'string:org.freedesktop.Secret.Collection';
  return ask(path, 'org.freedesktop.DBus.Properties.Get', collection, `string:${property}`);
}

async function look(): Promise<Capabilities> {
  if (findProgram('secret-tool') === undefined || findProgram('dbus-send') === undefined) {
    return { state: 'absent' };
  }
  try {
    const alias = await ask(SERVICE, 'org.freedesktop.Secret.Service.ReadAlias', 'string:default');
    if (alias === undefined) return { state: 'silent' };
    const path = /object path "(\/[\w/]+)"/.exec(alias)?.[1];
    // No default collection: none was made yet, or the database that would be it is closed.
    if (path === undefined) return { state: 'locked' };
    const [locked, label] = await Promise.all([askCollection(path, 'Locked'), askCollection(path, 'Label')]);
    const name = /string "(.*)"/.exec(label ?? '')?.[1]?.slice(0, 200);
    const where = name === undefined || name === '' ? {} : { where: name };
    if (locked === undefined) return { state: 'broken', ...where };
    return { state: /boolean true/.test(locked) ? 'locked' : 'ready', ...where };
  } catch {
    return { state: 'silent' };
  }
}

/** Whether an entry with this id is there, in an open collection or in a locked one. */
async function find(id: string): Promise<'open' | 'locked' | undefined> {
  const search = 'org.freedesktop.Secret.Service.SearchItems';
  const answer = await ask(SERVICE, search, `dict:string:string:${ID},${id}`);
  if (answer === undefined) throw new AppError('bridge-silent', 'the service does not search');
  const [, open = '', locked = ''] = answer.split('array [');
  if (open.includes('object path')) return 'open';
  return locked.includes('object path') ? 'locked' : undefined;
}

function listAttributes(entry: HostEntry): string[] {
  // KeePassXC takes the first three as the entry's own fields.
  const own: [string, string][] = [
    ['UserName', entry.account],
    ['URL', entry.url],
    ['Notes', entry.notes],
    ['kind', 'app-password'],
  ];
  return [...own, ...listFields(entry)].filter(([, value]) => value !== '').flat();
}

export const secretService: Store = {
  name: 'Secret Service',
  look,
  async store(entry) {
    const capabilities = await look();
    const problem = explainState(capabilities);
    if (problem !== undefined) throw problem;
    const place = `${capabilities.where ?? 'Secret Service'}/${entry.label}`;
    const stored = { place, pointer: entry.id };
    if ((await find(entry.id)) !== undefined) return { ...stored, already: true };
    const parameters = ['store', `--label=${entry.label}`, '--', ...listAttributes(entry)];
    const { code, complaint } = await run('secret-tool', parameters, {
      input: entry.secret,
      limit: LIMITS.write,
    }).catch(doubt);
    if (code === 0) return { ...stored, already: false };
    const refused = /dismissed|denied|cancel/i.test(complaint);
    throw new AppError(refused ? 'bridge-refused' : 'bridge-failed', 'secret-tool did not store it');
  },
  async verify(pointer, secret) {
    if (!/^[\w-]{8,80}$/.test(pointer)) throw new AppError('message-invalid', 'not an id of an entry');
    const found = await find(pointer);
    if (found === undefined) return { finding: 'gone' };
    // Reading would ask to unlock it.
    if (found === 'locked') throw new AppError('bridge-locked', 'the collection is locked');
    const options = { limit: LIMITS.read };
    const result = await run('secret-tool', ['lookup', '--', ID, pointer], options).catch(excuse);
    if (result?.code !== 0) return { finding: 'unreadable' };
    return compareSecrets(result.output, secret);
  },
};
