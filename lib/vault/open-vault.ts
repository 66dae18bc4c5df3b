/** The vault while its key is at hand. */
import { AppError } from '../errors';
import type { AppPassword, Warning } from '../model';
import { type Plan, prepareChange } from './change';
import { type Contents, loadContents, openPromised, openRows, type SecretRecord } from './contents';
import type { OpenVault, Witness } from './contract';
import { type Bytes, randomId, toBase64url, wipe } from './crypto';
import { checkSecrets, collectDamaged, planRepair } from './damage';
import { open, seal } from './envelope';
import type { Header, Slot } from './header';
import { type OpenedCapture, openCapture } from './inbox';
import { deriveEntryId, deriveKeys } from './keys';
import { nameOf } from './manifest';
import { drawRecoveryCode, makePassphraseSlot, makeRecoverySlot } from './slots';
import type { Snapshot, Store } from './store';

const MOST_TRIES = 50;
const healing: ReadonlySet<Warning['kind']> = new Set(['manifest-damaged', 'public-key-replaced']);

/** @param vaultKey 32 bytes, copied. @param snapshot the rows, where they were read a moment ago. @throws AppError `vault-wrong-passphrase` when it does not fit, and as `loadContents` */
export async function openVault(
  store: Store,
  vaultKey: Uint8Array,
  witness: Witness | undefined,
  snapshot?: Snapshot,
): Promise<OpenVault> {
  const key: Bytes = new Uint8Array(vaultKey);
  const keys = await deriveKeys(key);
  const publicKey = toBase64url(keys.publicKey);
  /** Found at opening and repaired since, or about the database as a whole. */
  const lasting: Warning[] = [];
  let contents: Contents | undefined = await loadContents(store, keys, publicKey, snapshot);
  let closed = false;
  let queue: Promise<unknown> = Promise.resolve();
  const { vaultId } = contents.header;

  const seen = await readWitness();
  if (contents.counter < seen) lasting.push({ kind: 'rolled-back' });
  else await report(contents.counter);
  // The next write heals these, so they are said for as long as the vault stays open.
  lasting.push(...contents.warnings.filter(({ kind, id }) => id === 'header' || healing.has(kind)));
  if (contents.header.publicKey !== publicKey) {
    await write(async ({ header }) => ({ header: { ...header, publicKey }, result: undefined }));
  }

  async function readWitness(): Promise<number> {
    const found = await witness?.read();
    return found?.vaultId === vaultId && Number.isSafeInteger(found.counter) ? found.counter : 0;
  }

  // The write it reports is done; a witness that cannot be written only makes a later rollback harder to see.
  async function report(counter: number): Promise<void> {
    await witness?.write({ vaultId, counter }).catch(() => undefined);
  }

  /** A copy to work with: `close` wipes ours, and may come between any two steps. */
  function copyKey(): Bytes {
    if (closed) throw new AppError('vault-locked', 'the vault was closed');
    return key.slice();
  }

  async function read(): Promise<Contents> {
    if (closed) throw new AppError('vault-locked', 'the vault was closed');
    const { header, counter } = await store.readMeta();
    const same = (header as Partial<Header> | undefined)?.vaultId === vaultId;
    if (!same) throw new AppError('vault-missing', 'the vault was erased');
    if (!contents || contents.storedCounter !== counter) {
      contents = await loadContents(store, keys, publicKey);
    }
    return contents;
  }

  /** One after the other here; against other pages, compared inside the transaction and tried again. */
  function write<T>(plan: (contents: Contents) => Promise<Plan<T>>): Promise<T> {
    const run = async (): Promise<T> => {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const current = await read();
        const planned = await plan(current);
        if (isEmpty(planned)) return planned.result;
        const prepared = await prepareChange(current, keys, planned, await readWitness());
        if (await store.commit(prepared.change)) {
          // Where something was wrong, reading again says what still is.
          if (current.warnings.length > 0) contents = undefined;
          else prepared.apply();
          await report(prepared.change.counter);
          return planned.result;
        }
        contents = undefined;
      }
      throw new AppError('vault-blocked', 'others keep changing the vault');
    };
    const done = queue.then(run, run);
    queue = done.catch(() => undefined);
    return done;
  }

  const openRow = openRows(keys, vaultId, store.readRecord);

  async function openSecret(current: Contents, id: string): Promise<string | undefined> {
    const row = await openPromised(current, nameOf('secret', id), openRow);
    return row && !row.stale ? (row.value as SecretRecord).secret : undefined;
  }

  function find(current: Contents, id: string): AppPassword {
    const found = current.entries.get(id);
    if (!found) throw new AppError('entry-gone', 'there is no such entry');
    return found.entry;
  }

  async function openInbox(): Promise<OpenedCapture[]> {
    return Promise.all((await store.readInbox()).map((row) => openCapture(vaultId, keys, row)));
  }

  async function collectWarnings(current: Contents): Promise<Warning[]> {
    const captures = (await openInbox()).filter(({ damaged }) => damaged);
    const warnings = [
      ...lasting,
      ...current.warnings,
      ...captures.map(
        ({ id, capture }): Warning => ({
          kind: 'capture-damaged',
          id,
          ...(capture && { label: capture.label }),
        }),
      ),
    ];
    const distinct = new Map(warnings.map((warning) => [`${warning.kind} ${warning.id}`, warning]));
    return [...distinct.values()];
  }

  async function replaceSlot(kind: Slot['kind'], make: (vaultKey: Bytes) => Promise<Slot>): Promise<void> {
    const vaultKeyCopy = copyKey();
    const slot = await make(vaultKeyCopy);
    wipe(vaultKeyCopy);
    await write(async ({ header }) => {
      const slots = [...header.slots.filter((other) => other.kind !== kind), slot];
      return { header: { ...header, slots }, result: undefined };
    });
  }

  const vault: OpenVault = {
    async list() {
      const current = await read();
      const entries = Array.from(current.entries.values(), ({ entry }) => entry);
      return { entries, warnings: await collectWarnings(current) };
    },

    get: async (id) => find(await read(), id),

    async secret(id) {
      for (let tries = 0; tries < 2; tries++) {
        const current = await read();
        find(current, id);
        const secret = await openSecret(current, id);
        if (secret !== undefined) return secret;
        // It may have been rewritten by another page a moment ago: read() notices, once.
      }
      throw new AppError('vault-corrupt', 'the secret does not open');
    },

    async add(entry, secret) {
      const [added] = await vault.addAll([{ entry, secret }]);
      if (!added) throw new AppError('bug', 'nothing was added');
      return added;
    },

    async addAll(items) {
      const entries = items.map(({ entry }): AppPassword => ({ ...entry, id: randomId() }));
      const secrets = new Map(entries.map(({ id }, i) => [id, items[i]?.secret ?? '']));
      await write(async () => ({ entries, secrets, result: undefined }));
      return entries;
    },

    update: (id, change) =>
      write(async (current) => {
        const before = find(current, id);
        const entry: AppPassword = { ...change(structuredClone(before)), id };
        const named = (['provider', 'site', 'label', 'account', 'created'] as const).some(
          (field) => before[field] !== entry[field],
        );
        const secret = named ? await openSecret(current, id) : undefined;
        return {
          entries: [entry],
          ...(secret !== undefined && { secrets: new Map([[id, secret]]) }),
          result: entry,
        };
      }),

    replaceSecret: (id, secret, change = (entry) => entry) =>
      write(async (current) => {
        const entry: AppPassword = { ...change(structuredClone(find(current, id))), id };
        // Opened first so that, where it is damaged, its bytes are known to be worth keeping.
        await openSecret(current, id);
        return { entries: [entry], secrets: new Map([[id, secret]]), result: entry };
      }),

    async sealNote(name, value) {
      await read();
      return seal(keys.records, { vaultId, kind: 'note', id: name, revision: 0 }, value);
    },

    async openNote(name, sealed) {
      await read();
      return open(keys.records, { vaultId, kind: 'note', id: name, revision: 0 }, sealed);
    },

    remove: (ids) =>
      write(async (current) => {
        const remove = ids.filter((id) => current.entries.has(id));
        return remove.length > 0 ? { remove, result: undefined } : { result: undefined };
      }),

    async inbox() {
      await read();
      return (await openInbox()).flatMap(({ capture, state, answer }) =>
        capture ? [{ capture, state, ...(answer && { answer }) }] : [],
      );
    },

    takeCapture: (id, entry) =>
      write(async (current) => {
        const entryId = deriveEntryId(copyKey(), id);
        const row = (await store.readInbox()).find((other) => other.id === id);
        const taken = current.entries.get(entryId)?.entry;
        if (taken) return row ? { capture: id, result: taken } : { result: taken };
        if (!row) throw new AppError('capture-gone', 'the capture is gone');
        const { capture } = await openCapture(vaultId, keys, row);
        if (!capture) throw new AppError('vault-corrupt', 'the capture does not open');
        const result: AppPassword = { ...entry, id: entryId };
        return { entries: [result], secrets: new Map([[entryId, capture.secret]]), capture: id, result };
      }),

    changePassphrase: (next) =>
      replaceSlot('passphrase', (vaultKeyCopy) => makePassphraseSlot(vaultId, vaultKeyCopy, next)),

    async renewRecoveryCode() {
      const code = drawRecoveryCode();
      await replaceSlot('recovery', (vaultKeyCopy) => makeRecoverySlot(vaultId, vaultKeyCopy, code.bytes));
      wipe(code.bytes);
      return code.text;
    },

    async check() {
      const current = await read();
      await checkSecrets(current, keys, store);
      return collectWarnings(current);
    },

    async exportDamaged() {
      const current = await read();
      await checkSecrets(current, keys, store);
      return collectDamaged(current, keys, store);
    },

    repair: () => write(async (current) => planRepair(current)),

    close() {
      closed = true;
      contents = undefined;
      wipe(key);
    },
  };
  return vault;
}

function isEmpty({ result: _, ...changes }: Plan<unknown>): boolean {
  return Object.keys(changes).length === 0;
}
