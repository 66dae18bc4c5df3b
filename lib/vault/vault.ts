/** The front door of the vault: what can be done while it is locked, and the ways to open it. */
import { toBase64url } from '../base64';
import { AppError, codeOf } from '../errors';
import { Capture } from '../model';
import type { RollbackCounter, Vault } from './contract';
import { wipe } from './crypto';
import { FORMAT } from './envelope';
import { digestHeader, type Header, readHeaders } from './header';
import { Answer, sealAnswerBoxes, sealCaptureBoxes, WAITING_MS } from './inbox';
import { type Expected, type Memo, sealManifest } from './manifest';
import { drawKey } from './new-key';
import { openVault } from './open-vault';
import { proveReadable } from './proof';
import { keepRollbackCounter } from './rollback-counter';
import { type Change, connectStore, type InboxRow, type Snapshot } from './store';
import { unlock } from './unlock';

export type { Edit, NewEntry, OpenVault, RollbackCounter, Vault } from './contract';

/** The vault in the database `name` (default "spare-key"), opened when first used. `now` in ms. */
export function connectVault(
  options: { name?: string; rollbackCounter?: RollbackCounter; now?: () => number } = {},
): Vault {
  const store = connectStore(options.name ?? 'spare-key');
  const now = options.now ?? Date.now;
  let ahead: Promise<Snapshot> | undefined;

  /** One, or two that differ. @throws AppError `vault-missing` */
  async function readStored(): Promise<[Header, ...Header[]]> {
    const [first, ...others] = readHeaders(await store.readMeta());
    if (!first) throw new AppError('vault-missing', 'there is no vault');
    return [first, ...others];
  }

  /** Runs `act` for the stored vault, and again when its key was changed meanwhile, which makes it another vault. */
  async function forVault(act: (headers: Header[], vaultId: string) => Promise<void>): Promise<void> {
    for (;;) {
      const headers = await readStored();
      const [{ vaultId }] = headers;
      try {
        return await act(headers, vaultId);
      } catch (error) {
        const stored = codeOf(error) === 'vault-missing' ? readHeaders(await store.readMeta()) : [];
        if (stored.length === 0 || stored.some((header) => header.vaultId === vaultId)) throw error;
      }
    }
  }

  return {
    async status() {
      const [header] = readHeaders(await store.readMeta());
      return header ? { exists: true, vaultId: header.vaultId } : { exists: false };
    },

    async create(passphrase) {
      const stored = await store.readMeta();
      if (readHeaders(stored).length > 0) throw new AppError('vault-exists', 'there is a vault');
      const { key, keys, vaultId, recoveryCode, slots } = await drawKey(passphrase);
      const publicKey = toBase64url(keys.publicKey);
      const header: Header = { format: FORMAT, vaultId, publicKey, slots, created: now() };
      const place = { vaultId, counter: 1 };
      const expected: Expected = new Map();
      // A user who quits before the code was shown has none.
      const memo: Memo = { notes: [{ kind: 'recovery-code-unseen' }] };
      const change: Change = {
        expect: { vaultId: undefined, counter: stored.counter },
        header,
        counter: 1,
        manifest: await sealManifest(keys.manifest, place, expected, digestHeader(header), memo),
        put: new Map(),
        remove: [],
        setAside: [],
      };
      try {
        await proveReadable(keys, change, expected, memo, new Map());
        if (!(await store.commit(change))) throw new AppError('vault-exists', 'another page made a vault');
      } catch (error) {
        wipe(key);
        throw error;
      }
      await keepRollbackCounter(options.rollbackCounter, keys, vaultId).write(1);
      return { key, recoveryCode };
    },

    unlock: async (credential) => unlock(await readStored(), credential),

    prepare() {
      ahead = store.readSnapshot();
      // The caller of `open` gets the error then.
      ahead.catch(() => undefined);
    },

    async open(key) {
      const read = await ahead?.catch(() => undefined);
      ahead = undefined;
      const isFresh = read?.counter !== undefined && read.counter === (await store.readMeta()).counter;
      return openVault(
        { store, rollbackCounter: options.rollbackCounter, now },
        key,
        isFresh ? read : undefined,
      );
    },

    async sealCapture(capture) {
      const parsed = Capture.safeParse(capture);
      if (!parsed.success) throw new AppError('capture-invalid', 'the capture does not fit the model');
      await forVault(async (headers, vaultId) => {
        const [sealed, other] = await sealCaptureBoxes(headers, parsed.data);
        const row = { id: capture.id, received: now(), state: 'waiting', sealed } as const;
        const whole = other ? { ...row, other } : row;
        await store.editCapture(capture.id, (stored) => stored ?? whole, vaultId);
      });
    },

    async inboxCount() {
      const count = { waiting: 0, kept: 0 };
      for (const { state } of await store.readInbox()) count[state === 'kept' ? 'kept' : 'waiting']++;
      return count;
    },

    async hasCapture(id) {
      const row = (await store.readInbox()).find((other) => other.id === id);
      return row && (row.state === 'kept' ? 'kept' : 'waiting');
    },

    async keepCapture(id, answer) {
      if (!Answer.safeParse(answer).success) throw new AppError('capture-invalid', 'the answer does not fit');
      await forVault(async (headers, vaultId) => {
        const [sealed, other] = await sealAnswerBoxes(headers, id, answer);
        const keep = (row: InboxRow | undefined) => {
          if (!row) throw new AppError('capture-gone', 'the capture is gone');
          return { ...row, state: 'kept' as const, answer: sealed, ...(other && { otherAnswer: other }) };
        };
        await store.editCapture(id, keep, vaultId);
      });
    },

    discardCapture: (id) => store.editCapture(id, () => undefined),

    expireCaptures: (at) =>
      store.sweepInbox(({ state, received }) => state !== 'kept' && received <= at - WAITING_MS),

    erase() {
      ahead = undefined;
      return store.erase();
    },
    close: () => store.close(),
  };
}
