/** Another vault key: everything that opens is sealed again, under a new vault id, for one commit. */
import { toBase64url } from '../base64';
import type { AppPassword, Warning } from '../model';
import { BUCKET_SIZE } from './change';
import type { Contents } from './contents';
import { type Bytes, randomBytes, randomId, wipe } from './crypto';
import { type Kind, seal } from './envelope';
import { digestHeader, type Header } from './header';
import { openCapture, sealAnswerBoxes, sealCaptureBoxes } from './inbox';
import { deriveKeys, type VaultKeys } from './keys';
import { type Expected, keyOf, type Memo, nameOf, readKey, sealManifest } from './manifest';
import { proveReadable } from './proof';
import { findLost } from './rescue';
import { openExpected, openRows, type SecretRecord } from './rows';
import { drawRecoveryCode, makePassphraseSlot, makeRecoverySlot } from './slots';
import type { Change, InboxRow, Store } from './store';

/** How many records are sealed or opened between two calls of `progress`. */
const STEP = 250;
const FIRST = 1;

/** Called with how many of all steps are done: each record is sealed and opened once more, then all are committed. */
export type Progress = (done: number, total: number) => void;

/** What is carried over that is no record. */
export interface Carried {
  warnings: readonly Warning[];
  moved: NonNullable<Memo['moved']>;
  progress: Progress;
}

export interface NewKey {
  /** 32 bytes, which the caller wipes. */
  key: Bytes;
  keys: VaultKeys;
  vaultId: string;
  recoveryCode: string;
}

/** Draws what a new vault starts with: a key, and the slots that unlock it. */
export async function drawKey(passphrase: string): Promise<NewKey & { slots: Header['slots'] }> {
  const key = randomBytes(32);
  const code = drawRecoveryCode();
  const vaultId = randomId();
  try {
    const slots = [
      await makePassphraseSlot(vaultId, key, passphrase),
      await makeRecoverySlot(vaultId, key, code.bytes),
    ];
    return { key, keys: await deriveKeys(key), vaultId, recoveryCode: code.text, slots };
  } catch (error) {
    wipe(key);
    throw error;
  } finally {
    wipe(code.bytes);
  }
}

/**
 * The commit that changes the key. What does not open is set aside as it is; entries without their secret stay entries.
 * @param warnings to be kept as notes. @param moved what notes outside the vault say
 */
export async function prepareNewKey(
  contents: Contents,
  old: { keys: VaultKeys; store: Store },
  next: Awaited<ReturnType<typeof drawKey>>,
  { warnings, moved, progress }: Carried,
): Promise<Change> {
  const { store, keys: oldKeys } = old;
  const { vaultId, keys } = next;
  const lost = await findLost(contents, oldKeys, store);
  const known = [...contents.entries.values()].map(({ entry }) => [entry.id, entry] as const);
  const entries = [...new Map([...known, ...lost.entries]).values()];
  const secrets = await openSecrets(contents, old, lost.secrets);

  const put = new Map<string, Bytes>();
  const values = new Map<string, unknown>();
  const expected: Expected = new Map();
  // Each is sealed, and opened once more; the last step is the commit, which the caller makes and reports.
  const total = 2 * (secrets.size + Math.ceil(entries.length / BUCKET_SIZE)) + 1;
  let done = 0;
  const advance = () => {
    done += 1;
    if (done % STEP === 0) progress(done, total);
  };
  const write = async (kind: Extract<Kind, 'list' | 'secret'>, id: string, value: unknown) => {
    const name = nameOf(kind, id);
    expected.set(name, FIRST);
    put.set(keyOf(name, FIRST), await seal(keys.records, { vaultId, kind, id, revision: FIRST }, value));
    values.set(keyOf(name, FIRST), value);
    advance();
  };
  progress(0, total);
  for (let at = 0; at < entries.length; at += BUCKET_SIZE) {
    await write('list', randomId(), entries.slice(at, at + BUCKET_SIZE));
  }
  for (const entry of entries) {
    const secret = secrets.get(entry.id);
    if (secret !== undefined) await write('secret', entry.id, makeRecord(entry, secret));
    // Expected, so that the manifest shows it as missing.
    else expected.set(nameOf('secret', entry.id), FIRST);
  }

  const header: Header = {
    ...contents.header,
    vaultId,
    publicKey: toBase64url(keys.publicKey),
    slots: next.slots,
  };
  // No rollback counter is noted: the stored one is the old vault's until the next is written.
  const unseen: Warning = { kind: 'recovery-code-unseen' };
  const memo: Memo = {
    // A user who quits before the code was shown has none: the one from before went with the old key.
    notes: [...warnings.filter(({ kind }) => kind !== unseen.kind), unseen],
    rescued: true,
    ...(moved.length > 0 && { moved: [...moved] }),
    ...(contents.memo.serials && { serials: contents.memo.serials }),
  };
  const inbox = await store.readInbox();
  const place = { vaultId, counter: FIRST };
  const change: Change = {
    expect: { vaultId: contents.header.vaultId, counter: contents.storedCounter, inbox },
    header,
    counter: FIRST,
    manifest: await sealManifest(keys.manifest, place, expected, digestHeader(header), memo),
    put,
    remove: [],
    setAside: [...contents.damaged, ...contents.differences.unknownKeys],
    afresh: true,
    inbox: await sealInbox(contents.header.vaultId, oldKeys, header, inbox),
    forget: await findOpenable(contents, old),
  };
  await proveReadable(keys, change, expected, memo, values, advance);
  progress(total - 1, total);
  return change;
}

/** By entry id, the secrets that open, and those that were found again. */
async function openSecrets(
  contents: Contents,
  { keys, store }: { keys: VaultKeys; store: Store },
  found: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const { keys: rowKeys, values } = await store.readSecrets();
  const rows = new Map(rowKeys.map((key, i) => [key, values[i]]));
  const openRow = openRows(keys, contents.header.vaultId, async (key) => rows.get(key));
  const secrets = new Map(found);
  for (const id of contents.entries.keys()) {
    const name = nameOf('secret', id);
    const row = secrets.has(id) ? undefined : await openExpected(contents, name, openRow);
    if (row && !row.stale) secrets.set(id, (row.value as SecretRecord).secret);
  }
  return secrets;
}

function makeRecord(entry: AppPassword, secret: string): SecretRecord {
  const { provider, site, label, account, created } = entry;
  return { secret, copy: { provider, site, label, account, created } };
}

/** Seals waiting captures to the new public key. Those that do not open stay as they are. */
async function sealInbox(
  oldId: string,
  oldKeys: VaultKeys,
  header: Header,
  rows: readonly InboxRow[],
): Promise<InboxRow[]> {
  const sealed = await Promise.all(
    rows.map(async (row) => {
      const { capture, answer } = await openCapture(oldId, oldKeys, row);
      if (!capture) return [];
      const { other: _, otherAnswer: __, answer: ___, ...rest } = row;
      const [box] = await sealCaptureBoxes([header], capture);
      const [reply] = answer ? await sealAnswerBoxes([header], row.id, answer) : [];
      return [{ ...rest, sealed: box, ...(reply && { answer: reply }) }];
    }),
  );
  return sealed.flat();
}

/** Finds set-aside bytes that the old key opens: none of them may stay. */
async function findOpenable(
  contents: Contents,
  { keys, store }: { keys: VaultKeys; store: Store },
): Promise<string[]> {
  const aside = await store.readDamaged();
  const openable = await Promise.all(
    aside.map(async ({ key, bytes }) => {
      const row = key.slice(0, Math.max(0, key.lastIndexOf('@')));
      if (!readKey(row)) return [];
      const openRow = openRows(keys, contents.header.vaultId, async () => bytes);
      return openRow(row).then(
        () => [key],
        () => [],
      );
    }),
  );
  return openable.flat();
}
