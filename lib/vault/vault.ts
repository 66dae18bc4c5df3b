/** The front door of the vault: what can be done while it is locked, and the ways to open it. */
import { AppError } from '../errors';
import { Capture } from '../model';
import type { Vault, Witness } from './contract';
import { type Bytes, randomBytes, randomId, toBase64url, wipe } from './crypto';
import { FORMAT } from './envelope';
import { digestHeader, type Header, readHeader, readPublicKey, type Slot } from './header';
import { Answer, sealAnswerBox, sealCaptureBox, WAITING_MS } from './inbox';
import { deriveKeys } from './keys';
import { sealManifest } from './manifest';
import { openVault } from './open-vault';
import {
  drawRecoveryCode,
  makePassphraseSlot,
  makeRecoverySlot,
  openPassphraseSlot,
  openRecoverySlot,
  readRecoveryCode,
} from './slots';
import { connectStore, type Snapshot } from './store';

export type { NewEntry, OpenVault, Vault, Witness } from './contract';

/** The vault in the database `name` (default "spare-key"), opened when first used. `now` in ms. */
export function connectVault(options: { name?: string; witness?: Witness; now?: () => number } = {}): Vault {
  const store = connectStore(options.name ?? 'spare-key');
  const now = options.now ?? Date.now;
  let ahead: Promise<Snapshot> | undefined;

  async function readStored(): Promise<Header> {
    const header = readHeader((await store.readMeta()).header);
    if (!header) throw new AppError('vault-missing', 'there is no vault');
    return header;
  }

  return {
    async status() {
      const header = readHeader((await store.readMeta()).header);
      return header ? { exists: true, vaultId: header.vaultId } : { exists: false };
    },

    async create(passphrase) {
      const stored = await store.readMeta();
      if (stored.header !== undefined) {
        readHeader(stored.header);
        throw new AppError('vault-exists', 'there is a vault');
      }
      const key = randomBytes(32);
      const code = drawRecoveryCode();
      const vaultId = randomId();
      const keys = await deriveKeys(key);
      const slots = [
        await makePassphraseSlot(vaultId, key, passphrase),
        await makeRecoverySlot(vaultId, key, code.bytes),
      ];
      wipe(code.bytes);
      const publicKey = toBase64url(keys.publicKey);
      const header: Header = { format: FORMAT, vaultId, publicKey, slots, created: now() };
      const manifest = await sealManifest(keys.manifest, vaultId, 1, new Map(), digestHeader(header));
      const made = await store.commit({
        expect: { vaultId: undefined, counter: stored.counter },
        header,
        counter: 1,
        manifest,
        put: new Map(),
        remove: [],
        setAside: [],
      });
      if (!made) throw new AppError('vault-exists', 'another page made a vault');
      await options.witness?.write({ vaultId, counter: 1 }).catch(() => undefined);
      return { key, recoveryCode: code.text };
    },

    async unlock(credential) {
      const header = await readStored();
      const key =
        credential.kind === 'passphrase'
          ? await tryPassphrase(header, credential.passphrase)
          : await tryRecovery(header, credential.code);
      if (key) return key;
      throw credential.kind === 'passphrase'
        ? new AppError('vault-wrong-passphrase', 'no slot opens with this passphrase')
        : new AppError('vault-wrong-recovery-code', 'no slot opens with this code');
    },

    prepare() {
      ahead = store.readSnapshot();
      // Whoever opens the vault hears of it then.
      ahead.catch(() => undefined);
    },

    async open(key) {
      const read = await ahead?.catch(() => undefined);
      ahead = undefined;
      const isFresh = read !== undefined && read.counter === (await store.readMeta()).counter;
      return openVault(store, key, options.witness, isFresh ? read : undefined);
    },

    async sealCapture(capture) {
      const parsed = Capture.safeParse(capture);
      if (!parsed.success) throw new AppError('capture-invalid', 'the capture does not fit the model');
      const header = await readStored();
      const sealed = await sealCaptureBox(header.vaultId, readPublicKey(header), parsed.data);
      const row = { id: capture.id, received: now(), state: 'waiting', sealed } as const;
      await store.editCapture(capture.id, (stored) => stored ?? row, header.vaultId);
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
      const header = await readStored();
      const sealed = await sealAnswerBox(header.vaultId, readPublicKey(header), id, answer);
      const keep = (row: Parameters<Parameters<typeof store.editCapture>[1]>[0]) => {
        if (!row) throw new AppError('capture-gone', 'the capture is gone');
        return { ...row, state: 'kept' as const, answer: sealed };
      };
      await store.editCapture(id, keep, header.vaultId);
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

function tryPassphrase(header: Header, passphrase: string): Promise<Bytes | undefined> {
  return tryEach(header, 'passphrase', (slot) => openPassphraseSlot(header.vaultId, slot, passphrase));
}

async function tryRecovery(header: Header, text: string): Promise<Bytes | undefined> {
  const code = readRecoveryCode(text);
  if (!code) throw new AppError('vault-mistyped-recovery-code', 'the check characters do not fit');
  const key = await tryEach(header, 'recovery', (slot) => openRecoverySlot(header.vaultId, slot, code));
  wipe(code);
  return key;
}

async function tryEach(
  header: Header,
  kind: string,
  open: (slot: Slot) => Promise<Bytes | undefined>,
): Promise<Bytes | undefined> {
  for (const slot of header.slots) {
    const key = slot.kind === kind ? await open(slot) : undefined;
    if (key) return key;
  }
  return undefined;
}
