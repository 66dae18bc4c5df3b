/** The vault while its key is in memory. */
import { AppError } from '../errors';
import type { AppPassword, Warning } from '../model';
import type { Contents } from './contents';
import type { OpenVault, RollbackCounter } from './contract';
import { type Bytes, equalBytes, randomId, wipe } from './crypto';
import { checkSecrets, collectDamaged } from './damage';
import { planEdits, planReturn } from './edits';
import { open, seal } from './envelope';
import type { Slot } from './header';
import { createInboxCheck, type OpenedCapture, openCapture, readItem, sealWaiting } from './inbox';
import { deriveEntryId, deriveKeys } from './keys';
import { openLedger } from './ledger';
import { nameOf } from './manifest';
import { drawKey, prepareNewKey } from './new-key';
import { findLost, nameLost, planRepair } from './rescue';
import { keepRollbackCounter } from './rollback-counter';
import { openExpected, openRows, type SecretRecord } from './rows';
import { drawRecoveryCode, makePassphraseSlot, makeRecoverySlot } from './slots';
import type { Snapshot, Store } from './store';

/** What an open vault works with. */
interface Surroundings {
  store: Store;
  rollbackCounter: RollbackCounter | undefined;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** @param vaultKey 32 bytes, copied. @param snapshot the rows, where they were read a moment ago. @throws AppError `vault-wrong-passphrase` when it does not fit, and as `loadContents` */
export async function openVault(
  { store, rollbackCounter, now }: Surroundings,
  vaultKey: Uint8Array,
  snapshot?: Snapshot,
): Promise<OpenVault> {
  const keys = await deriveKeys(vaultKey);
  const ledger = await openLedger(store, keys, rollbackCounter, snapshot);
  const { vaultId, read, write } = ledger;
  const key: Bytes = new Uint8Array(vaultKey);

  /** A copy to work with, to be wiped: `close` wipes ours, and may come between any two steps. */
  function copyKey(): Bytes {
    ledger.checkOpen();
    return key.slice();
  }

  const openRow = openRows(keys, vaultId, store.readRecord);
  const findDamaged = createInboxCheck(vaultId, keys);

  async function openSecret(current: Contents, id: string): Promise<string | undefined> {
    const row = await openExpected(current, nameOf('secret', id), openRow);
    return row && !row.stale ? (row.value as SecretRecord).secret : undefined;
  }

  function serialOf({ memo }: Contents, name: string): number {
    return memo.serials?.find((one) => one.name === name)?.serial ?? 0;
  }

  function find(current: Contents, id: string): AppPassword {
    const found = current.entries.get(id);
    if (!found) throw new AppError('entry-gone', 'there is no such entry');
    return found.entry;
  }

  function listEntries({ entries }: Contents): AppPassword[] {
    return Array.from(entries.values(), ({ entry }) => entry);
  }

  async function openInbox(): Promise<OpenedCapture[]> {
    return Promise.all((await store.readInbox()).map((row) => openCapture(vaultId, keys, row)));
  }

  async function collectWarnings(current: Contents): Promise<Warning[]> {
    return warn(current, await findDamaged(await store.readInbox()));
  }

  function warn(current: Contents, damaged: readonly { id: string; label: string | undefined }[]): Warning[] {
    const captures = damaged.map(({ id, label }): Warning => {
      return { kind: 'capture-damaged', id, ...(label !== undefined && { label }) };
    });
    return [...ledger.warnings(current), ...captures];
  }

  /** Opens every secret's record, and remembers which do not open. */
  async function openAll(current: Contents): Promise<void> {
    const found = await checkSecrets(current, keys, store);
    // One by one: there may be more of them than a call takes arguments.
    for (const warning of found) current.warnings.push(warning);
    // Noted, because the next opening has to warn of them, too: a restarted worker looks at no secret.
    await ledger.noteSecrets(found);
  }

  /** @param note warnings that hold from the same commit on */
  async function replaceSlots(make: (vaultKey: Bytes) => Promise<Slot[]>, ...note: Warning[]): Promise<void> {
    const copy = copyKey();
    const made = await make(copy).finally(() => wipe(copy));
    await write(async ({ header, memo }) => {
      const slots = [...header.slots.filter((old) => made.every(({ kind }) => kind !== old.kind)), ...made];
      const others = (memo.notes ?? []).filter((one) => note.every((other) => other.kind !== one.kind));
      const notes = note.length > 0 && { memo: { notes: [...others, ...note] } };
      return { header: { ...header, slots }, ...notes, result: undefined };
    });
  }

  /** A fresh recovery code in place of the one from before, and of the passphrase where another is given. */
  async function renewCode(passphrase?: string): Promise<string> {
    const code = drawRecoveryCode();
    const make = async (copy: Bytes) => [
      ...(passphrase === undefined ? [] : [await makePassphraseSlot(vaultId, copy, passphrase)]),
      await makeRecoverySlot(vaultId, copy, code.bytes),
    ];
    // Until the code is shown the user has none: this commit ends the one from before.
    const unseen: Warning = { kind: 'recovery-code-unseen' };
    await replaceSlots(make, unseen).finally(() => wipe(code.bytes));
    return code.text;
  }

  const vault: OpenVault = {
    entries: async () => listEntries(await read()),

    async list() {
      const current = await read();
      return { entries: listEntries(current), warnings: await collectWarnings(current) };
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

    restore: (items, captures) =>
      write(async (current) => {
        const back = planReturn(current, items);
        const inbox = await sealWaiting(current.header, captures, await store.readInbox(), now());
        return { ...back, inbox, result: back.entries };
      }),

    update: (id, change) =>
      write(async (current) => {
        const before = find(current, id);
        const plan = await planEdits(current, [id], change, (one) => openSecret(current, one));
        return { ...plan, result: plan.result[0]?.entry ?? before };
      }),

    updateAll: (ids, change) =>
      write((current) => planEdits(current, ids, change, (one) => openSecret(current, one))),

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
      const { memo } = await read();
      try {
        return await open(keys.records, { vaultId, kind: 'note', id: name, revision: 0 }, sealed);
      } catch (error) {
        const moved = memo.moved?.find((note) => note.name === name);
        if (moved) return moved.value;
        throw error;
      }
    },

    readSerial: async (name) => serialOf(await read(), name),

    raiseSerial: (name, serial) =>
      write(async (current) => {
        if (serial <= serialOf(current, name)) return { result: undefined };
        const others = (current.memo.serials ?? []).filter((one) => one.name !== name);
        return { memo: { serials: [...others, { name, serial }] }, result: undefined };
      }),

    remove: (ids) =>
      write(async (current) => {
        const remove = ids.filter((id) => current.entries.has(id));
        return remove.length > 0 ? { remove, result: undefined } : { result: undefined };
      }),

    async inbox() {
      await read();
      return (await openInbox()).flatMap(readItem);
    },

    async listAll() {
      const current = await read();
      const opened = await openInbox();
      const damaged = opened.filter((one) => one.damaged);
      const warnings = warn(
        current,
        damaged.map(({ id, capture }) => ({ id, label: capture?.label })),
      );
      return { entries: listEntries(current), warnings, inbox: opened.flatMap(readItem) };
    },

    takeCapture: (id, make) =>
      write(async (current) => {
        const copy = copyKey();
        const entryId = deriveEntryId(copy, id);
        wipe(copy);
        const row = await store.readCapture(id);
        const taken = current.entries.get(entryId)?.entry;
        if (taken) return row ? { capture: id, result: taken } : { result: taken };
        if (!row) throw new AppError('capture-gone', 'the capture is gone');
        const [item] = readItem(await openCapture(vaultId, keys, row));
        if (!item) throw new AppError('vault-corrupt', 'the capture does not open');
        const result: AppPassword = { ...(await make(item)), id: entryId };
        return { entries: [result], secrets: new Map([[entryId, item.capture.secret]]), capture: id, result };
      }),

    changePassphrase: (next) => replaceSlots(async (copy) => [await makePassphraseSlot(vaultId, copy, next)]),

    renewRecoveryCode: () => renewCode(),

    recover: (passphrase) => renewCode(passphrase),

    async changeKey(passphrase, { outside = [], progress = () => undefined } = {}) {
      ledger.checkOpen();
      const opened = outside.map(async ({ name, sealed }) => [
        { name, value: await vault.openNote(name, sealed) },
      ]);
      const moved = (await Promise.all(opened.map((note) => note.catch(() => [])))).flat();
      const next = await drawKey(passphrase);
      try {
        let steps = 0;
        const counted = (done: number, total: number) => {
          steps = total;
          progress(done, total);
        };
        await ledger.leave((current, warnings) =>
          prepareNewKey(current, { keys, store }, next, { warnings, moved, progress: counted }),
        );
        progress(steps, steps);
      } catch (error) {
        wipe(next.key);
        throw error;
      }
      await keepRollbackCounter(rollbackCounter, next.keys, next.vaultId).write(1);
      return { key: next.key, recoveryCode: next.recoveryCode };
    },

    async check() {
      const current = await read();
      await openAll(current);
      for (const lost of nameLost(await findLost(current, keys, store))) current.warnings.push(lost);
      return collectWarnings(current);
    },

    async exportDamaged() {
      const current = await read();
      await openAll(current);
      return collectDamaged(current, keys, store);
    },

    repair: () => write((current) => planRepair(current, keys, store)),

    confirmWarnings: ledger.confirm,

    isKey(other) {
      ledger.checkOpen();
      return equalBytes(other, key);
    },

    close() {
      ledger.close();
      wipe(key);
    },
  };
  return vault;
}
