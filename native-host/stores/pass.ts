/**
 * `pass`, the standard Unix password manager: one GnuPG file per entry. The first line is the secret; then lines of
 * `name: value`, of which `username` and `url` are what programs that fill in look for; then the notes.
 */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { AppError } from '../../lib/errors';
import type { Capabilities, HostEntry } from '../../lib/managers/native-host/protocol';
import { findProgram, run } from '../run';
import { compareSecrets, doubt, excuse, explainState, FOLDER, LIMITS, listFields, type Store } from './store';

const variables = [
  ...['GNUPGHOME', 'PASSWORD_STORE_DIR', 'PASSWORD_STORE_KEY'],
  ...['PASSWORD_STORE_UMASK', 'PASSWORD_STORE_GPG_OPTS'],
];

function findFolder(): string {
  const chosen = process.env['PASSWORD_STORE_DIR'];
  return chosen !== undefined && isAbsolute(chosen) ? chosen : join(homedir(), '.password-store');
}

/** A name for a file that means nothing to a shell's user, an option parser or a file system: at most 60 characters and 120 bytes. */
export function cleanName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[/\\:*?"<>|]/g, '-')
    .replaceAll(/\s+/g, ' ');
  let name = [...plain].slice(0, 60).join('');
  while (Buffer.byteLength(name) > 120) name = [...name].slice(0, -1).join('');
  return name.replaceAll(/^[\s.-]+|[\s.]+$/g, '') || 'unnamed';
}

/**
 * Path of an entry in the store. It ends with a digest of the id, so that a path belongs to one entry: what exists
 * there needs no opening (and no passphrase of a key) to know that it is the same.
 */
export function nameEntry(entry: HostEntry): string {
  const digest = createHash('sha256').update(entry.id).digest('hex').slice(0, 8);
  return `${FOLDER}/${cleanName(entry.provider)}/${cleanName(entry.label)}-${digest}`;
}

/** Whether a path is one that `nameEntry` could have made. */
export function isOurs(path: string): boolean {
  const [folder, provider = '', name = '', ...rest] = path.split('/');
  const [, label = ''] = /^(.+)-[0-9a-f]{8}$/.exec(name) ?? [];
  return (
    folder === FOLDER && rest.length === 0 && cleanName(provider) === provider && cleanName(label) === label
  );
}

/**
 * The file of a path, which lies in the store even when there are symbolic links in it.
 * @throws AppError `bridge-refused` when it would lie elsewhere
 */
export function locate(folder: string, path: string): string {
  const file = join(folder, `${path}.gpg`);
  const root = realpathSync(folder);
  let parent = dirname(file);
  while (!exists(parent)) parent = dirname(parent);
  const real = resolveLink(parent);
  if (real !== root && !real?.startsWith(root + sep)) {
    throw new AppError('bridge-refused', 'the path leads out of the store');
  }
  return file;
}

/** Whether something has this name, be it a link to nowhere. */
function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function resolveLink(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

export function writeText(entry: HostEntry): string {
  const { account, url, label } = entry;
  const lines = Object.entries({ username: account, url, label }).filter(([, value]) => value !== '');
  const named = [...lines, ...listFields(entry)].map(([name, value]) => `${name}: ${value}`);
  return [entry.secret, ...named, ...(entry.notes === '' ? [] : ['', entry.notes]), ''].join('\n');
}

async function look(): Promise<Capabilities> {
  if (findProgram('pass') === undefined) return { state: 'absent' };
  const folder = findFolder();
  if (!existsSync(join(folder, '.gpg-id'))) return { state: 'broken' };
  try {
    const { output } = await run('pass', ['version'], { limit: LIMITS.look, variables });
    const version = /\bv(\d+(?:\.\d+)+)/.exec(output)?.[1];
    return { state: 'ready', where: folder.slice(-200), ...(version === undefined ? {} : { version }) };
  } catch {
    return { state: 'broken' };
  }
}

export const pass: Store = {
  name: 'pass',
  look,
  async store(entry) {
    const problem = explainState(await look());
    if (problem !== undefined) throw problem;
    const path = nameEntry(entry);
    const file = locate(findFolder(), path);
    const stored = { place: path, pointer: path };
    // Without a terminal, pass would replace what is there without a question.
    if (exists(file)) return { ...stored, already: true };
    const options = { input: writeText(entry), limit: LIMITS.write, variables };
    const { code } = await run('pass', ['insert', '--multiline', '--', path], options).catch(doubt);
    if (code === 0) return { ...stored, already: false };
    // The file may be there although a later step of `pass`, such as its commit, failed.
    if (exists(file)) throw new AppError('bridge-unknown-outcome', 'pass wrote a file and then failed');
    throw new AppError('bridge-failed', 'pass did not store it');
  },
  async verify(pointer, secret) {
    if (!isOurs(pointer)) throw new AppError('message-invalid', 'not a path of ours');
    const problem = explainState(await look());
    if (problem !== undefined) throw problem;
    if (!exists(locate(findFolder(), pointer))) return { finding: 'gone' };
    const options = { limit: LIMITS.read, variables };
    const result = await run('pass', ['show', '--', pointer], options).catch(excuse);
    if (result?.code !== 0) return { finding: 'unreadable' };
    return compareSecrets(result.output.split('\n', 1)[0] ?? '', secret);
  },
};
