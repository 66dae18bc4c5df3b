/**
 * 1Password by its command line program `op`, version 2: the item goes in as a template on standard input. Written
 * to its documentation and tried with a stand-in program only, not with a real account.
 */

import { AppError } from '../../lib/errors';
import type { Capabilities, HostEntry } from '../../lib/managers/native-host/protocol';
import { findProgram, run } from '../run';
import {
  compareSecrets,
  doubt,
  excuse,
  explainState,
  ID,
  isRecord,
  LIMITS,
  listFields,
  parseJson,
  type Store,
} from './store';

const TAG = 'spare-key';
/** Most items of the same title that are looked into for one of ours. */
const MOST_SAME = 10;
const variables = [
  'OP_SERVICE_ACCOUNT_TOKEN',
  'OP_CONNECT_HOST',
  'OP_CONNECT_TOKEN',
  'OP_ACCOUNT',
  'OP_BIOMETRIC_UNLOCK_ENABLED',
];

async function ask(parameters: readonly string[], limit: number): Promise<unknown> {
  const { code, output } = await run('op', [...parameters, '--format=json'], { limit, variables });
  return code === 0 ? parseJson(output) : undefined;
}

async function look(): Promise<Capabilities> {
  if (findProgram('op') === undefined) return { state: 'absent' };
  try {
    const version = (await run('op', ['--version'], { limit: 1_000 })).output.trim().slice(0, 40);
    const known = version === '' ? {} : { version };
    const signedIn = await ask(['whoami'], 1_000);
    if (isRecord(signedIn)) return { state: 'ready', ...known, ...readAddress(signedIn) };
    // With the desktop app beside it, `op` is signed in by the app's own question at the first use.
    const accounts = await ask(['account', 'list'], 1_000).catch(() => undefined);
    return { state: Array.isArray(accounts) && accounts.length > 0 ? 'ready' : 'locked', ...known };
  } catch {
    return { state: 'silent' };
  }
}

function readAddress({ email }: Record<string, unknown>): { where?: string } {
  return typeof email === 'string' && email !== '' ? { where: email.slice(0, 200) } : {};
}

function writeItem(entry: HostEntry): unknown {
  const section = { id: 'spare-key', label: 'Spare Key' };
  const own = listFields(entry).map(([name, value]) => ({
    id: name,
    section: { id: section.id },
    type: 'STRING',
    label: name,
    value,
  }));
  return {
    title: entry.label,
    category: 'LOGIN',
    tags: [TAG],
    ...(entry.url === '' ? {} : { urls: [{ href: entry.url }] }),
    sections: [section],
    fields: [
      { id: 'username', type: 'STRING', purpose: 'USERNAME', value: entry.account },
      { id: 'password', type: 'CONCEALED', purpose: 'PASSWORD', value: entry.secret },
      { id: 'notesPlain', type: 'STRING', purpose: 'NOTES', value: entry.notes },
      ...own,
    ],
  };
}

function readField(item: unknown, wanted: string): unknown {
  const fields = isRecord(item) ? item['fields'] : undefined;
  if (!Array.isArray(fields)) return undefined;
  const field: unknown = fields.find(
    (one) => isRecord(one) && (one['id'] === wanted || one['label'] === wanted),
  );
  return isRecord(field) ? field['value'] : undefined;
}

function readId(item: unknown): string | undefined {
  const id = isRecord(item) ? item['id'] : undefined;
  return typeof id === 'string' && isItemId(id) ? id : undefined;
}

function isItemId(text: string): boolean {
  return /^[a-z0-9]{26}$/.test(text);
}

async function findSame(entry: HostEntry): Promise<string | undefined> {
  const listed = await ask(['item', 'list', `--tags=${TAG}`], LIMITS.write);
  if (!Array.isArray(listed)) throw new AppError('bridge-locked', 'op does not list items');
  const same = listed.filter((item) => isRecord(item) && item['title'] === entry.label).slice(0, MOST_SAME);
  for (const one of same) {
    const id = readId(one);
    if (id === undefined) continue;
    if (readField(await ask(['item', 'get', id], LIMITS.write), ID) === entry.id) return id;
  }
  return undefined;
}

export const onePassword: Store = {
  name: '1Password',
  look,
  async store(entry) {
    const capabilities = await look();
    const problem = explainState(capabilities);
    if (problem !== undefined) throw problem;
    const place = capabilities.where === undefined ? entry.label : `${capabilities.where}/${entry.label}`;
    const same = await findSame(entry);
    if (same !== undefined) return { place, pointer: same, already: true };
    const options = { input: JSON.stringify(writeItem(entry)), limit: LIMITS.write, variables };
    const { code, output } = await run('op', ['item', 'create', '--format=json', '-'], options).catch(doubt);
    if (code !== 0) throw new AppError('bridge-failed', 'op did not create the item');
    const pointer = readId(parseJson(output));
    if (pointer === undefined) throw new AppError('bridge-unknown-outcome', 'op named no id');
    return { place, pointer, already: false };
  },
  async verify(pointer, secret) {
    if (!isItemId(pointer)) throw new AppError('message-invalid', 'not an id of an item');
    const problem = explainState(await look());
    if (problem !== undefined) throw problem;
    const options = { limit: LIMITS.read, variables };
    const result = await run('op', ['item', 'get', pointer, '--format=json'], options).catch(excuse);
    if (result === undefined) return { finding: 'unreadable' };
    if (result.code !== 0) {
      const gone = /isn't an item|not found/i.test(result.complaint);
      return { finding: gone ? 'gone' : 'unreadable' };
    }
    const held = readField(parseJson(result.output), 'password');
    return typeof held === 'string' ? compareSecrets(held, secret) : { finding: 'unreadable' };
  },
};
