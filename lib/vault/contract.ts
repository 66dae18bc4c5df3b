/** What the vault promises to those who use it. */
import type { AppPassword, Capture, CaptureState, Warning } from '../model';
import type { Answer, OpenedInboxItem } from './inbox';

/** Remembers, outside the database, how far the vault had come: a whole database put back in time shows. */
export interface RollbackCounter {
  /** The value that is kept; `undefined` when there is none. Another program may have written it. */
  read(): Promise<unknown>;
  /** `mac`: HMAC-SHA-256 under a key of the vault's own, 32 bytes as base64url. */
  write(seen: { vaultId: string; counter: number; mac: string }): Promise<void>;
}

export interface VaultStatus {
  exists: boolean;
  vaultId?: string;
}

export type Credential = { kind: 'passphrase'; passphrase: string } | { kind: 'recovery'; code: string };

/** All functions but `erase` and `close` throw AppError `vault-too-new` and touch nothing when a later version wrote the vault. */
export interface Vault {
  status(): Promise<VaultStatus>;
  /** @returns the 32-byte vault key, and the recovery code to show once; until it is confirmed, a warning says it was not seen. @throws AppError `vault-exists`, `vault-weak-passphrase`, `vault-full` */
  create(passphrase: string): Promise<{ key: Uint8Array; recoveryCode: string }>;
  /**
   * The 32-byte vault key. Writes nothing.
   * @throws AppError `vault-missing`, `vault-wrong-passphrase`, `vault-wrong-recovery-code`, `vault-mistyped-recovery-code` when its check characters do not fit, `vault-corrupt` when the slot's parameters are out of bounds
   */
  unlock(credential: Credential): Promise<Uint8Array>;
  /**
   * Starts to read, still sealed, what the next `open` needs, while the passphrase is being stretched.
   * What it read is used once, and only if nothing was written since.
   */
  prepare(): void;
  /** @param key copied, not kept. @throws AppError `vault-missing`, `vault-wrong-passphrase` when the key does not fit */
  open(key: Uint8Array): Promise<OpenVault>;
  /**
   * Works while locked; on disk when it resolves. A second call for the same id changes nothing.
   * @throws AppError `vault-missing`, `vault-full`, `capture-invalid`
   */
  sealCapture(capture: Capture): Promise<void>;
  inboxCount(): Promise<{ waiting: number; kept: number }>;
  /** `undefined` when there is none: it never was, or was discarded, has expired, or was taken. */
  hasCapture(id: string): Promise<CaptureState | undefined>;
  /** Seals the answer and marks the capture to be kept. @throws AppError `capture-gone`, `vault-missing`, `vault-full`, `capture-invalid` */
  keepCapture(id: string, answer: Answer): Promise<void>;
  /** Deletes a capture; does nothing when there is none. */
  discardCapture(id: string): Promise<void>;
  /** Deletes captures that have waited for 7 days, never kept ones. @param now ms. @returns how many */
  expireCaptures(now: number): Promise<number>;
  /** Deletes everything, also a vault of a later version. @throws AppError `vault-blocked` */
  erase(): Promise<void>;
  close(): void;
}

export interface KeyChange {
  /** Notes kept outside, as `sealNote` made them: carried over, so that `openNote` still answers their values. */
  outside?: readonly { name: string; sealed: Uint8Array }[];
  /** Called with how many of all steps are done; all of them are once the change is committed. */
  progress?: (done: number, total: number) => void;
}

/** An entry before it has an id. */
export type NewEntry = Omit<AppPassword, 'id'>;

/** A changed entry, as it was and as it is. */
export interface Edit {
  before: AppPassword;
  entry: AppPassword;
}

/** All functions throw AppError `vault-missing` once the vault was erased, `vault-locked` after `close`, and, when they write, `vault-full`, or `vault-unreadable` when what would be written could not be opened again. */
export interface OpenVault {
  /** All entries, deleted ones too (`deleted` is set). Opens no secret and no capture. The entries are frozen. */
  entries(): Promise<AppPassword[]>;
  /** The same, and what was found wrong; for that it looks into captures that it does not know yet. */
  list(): Promise<{ entries: AppPassword[]; warnings: Warning[] }>;
  /** @throws AppError `entry-gone` */
  get(id: string): Promise<AppPassword>;
  /** @throws AppError `entry-gone`, `vault-corrupt` when its record is missing, damaged or an older one */
  secret(id: string): Promise<string>;
  add(entry: NewEntry, secret: string): Promise<AppPassword>;
  /** Adds many in one commit: all or none. */
  addAll(items: readonly { entry: NewEntry; secret: string }[]): Promise<AppPassword[]>;
  /**
   * Brings back entries of a backup under new ids, with the links between them, and captures that waited, in one
   * commit. Links to entries that are not among them are left out; captures that are there already stay as they are.
   * @throws AppError `vault-exists` when there are entries that are not deleted
   */
  restore(
    items: readonly { entry: AppPassword; secret: string }[],
    captures: readonly Capture[],
  ): Promise<AppPassword[]>;
  /** `change` may run more than once; the id stays. @throws AppError `entry-gone`, `bug` when the result does not fit the model */
  update(id: string, change: (entry: AppPassword) => AppPassword): Promise<AppPassword>;
  /**
   * Changes many in one commit: all or none. Ids that are unknown, and entries that `change` answers as it got them, are
   * passed over.
   * @returns what was changed, as it was and as it is
   */
  updateAll(ids: readonly string[], change: (entry: AppPassword) => AppPassword): Promise<Edit[]>;
  /** `change` is made in the same transaction. @throws AppError `entry-gone` */
  replaceSecret(
    id: string,
    secret: string,
    change?: (entry: AppPassword) => AppPassword,
  ): Promise<AppPassword>;
  /** Seals a JSON value that is kept outside the vault, under a name; it opens under this name in this vault only. */
  sealNote(name: string, value: unknown): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * For a note that was carried over when the key was changed, its value then.
   * @throws AppError `vault-corrupt` for anything but what `sealNote` made for this name
   */
  openNote(name: string, sealed: Uint8Array): Promise<unknown>;
  /** The highest serial number that `raiseSerial` was given for a name; 0 when none was. */
  readSerial(name: string): Promise<number>;
  /** Notes how often what is kept outside under a name was changed; never lower than before. */
  raiseSerial(name: string, serial: number): Promise<void>;
  /** Removes for good. Unknown ids are passed over. */
  remove(ids: readonly string[]): Promise<void>;
  /** Captures not yet taken; damaged ones are among the warnings of `list`. */
  inbox(): Promise<OpenedInboxItem[]>;
  /** All that `list` and `inbox` answer; the inbox is opened once for both. */
  listAll(): Promise<{ entries: AppPassword[]; warnings: Warning[]; inbox: OpenedInboxItem[] }>;
  /**
   * Makes an entry of a capture, which is opened once, both in one transaction. Done twice it gives the same entry.
   * @param make what becomes of it; may run more than once
   * @throws AppError `capture-gone`, `vault-corrupt` when the capture does not open
   */
  takeCapture(
    id: string,
    make: (item: OpenedInboxItem) => NewEntry | Promise<NewEntry>,
  ): Promise<AppPassword>;
  /** @throws AppError `vault-weak-passphrase` below 8 characters */
  changePassphrase(next: string): Promise<void>;
  /** A fresh recovery code; the one before stops working. A warning stays until the user confirms having seen it. */
  renewRecoveryCode(): Promise<string>;
  /**
   * A new passphrase and a fresh recovery code in one commit: the code that let its owner in is spent from the moment the
   * new passphrase works. A warning stays until the user confirms having seen the fresh one.
   * @returns the recovery code to show once. @throws AppError `vault-weak-passphrase` below 8 characters
   */
  recover(next: string): Promise<string>;
  /**
   * Draws a new vault key and id, and seals everything again in one commit, captures that wait among it: an attacker
   * with an old copy and its passphrase or code opens nothing that is saved from then on. Only the slots of the
   * passphrase and the recovery code remain. A warning stays until the user confirms having seen the code. This vault
   * is closed to reads and writes afterwards: open it with the new key.
   * @param passphrase unlocks the new key
   * @returns the 32-byte vault key, and the recovery code to show once. @throws AppError `vault-weak-passphrase`
   */
  changeKey(passphrase: string, options?: KeyChange): Promise<{ key: Uint8Array; recoveryCode: string }>;
  /** Opens every secret's record, which `list` does not, and answers all warnings. 10,000 records take about 0.3 s. */
  check(): Promise<Warning[]>;
  /** The raw bytes of all that did not open or does not belong: `kind` is `list`, `secret`, `manifest` or `capture`. */
  exportDamaged(): Promise<{ id: string; kind: string; bytes: Uint8Array }[]>;
  /**
   * Makes a whole vault of what can be read: entries known from their secrets' records are listed properly, and what
   * does not open or belong is set aside for `exportDamaged`. A warning names each missing secret until it is replaced
   * or its entry is removed. Secrets that a counter driven too high had hidden are put back.
   * @returns how many secrets were put back
   */
  repair(): Promise<number>;
  /** The user has seen these warnings: the notes that repeat them are forgotten. Others stay. */
  confirmWarnings(seen: readonly Pick<Warning, 'kind' | 'id'>[]): Promise<void>;
  /** Whether this is the 32-byte vault key that it was opened with. @throws AppError `vault-locked` */
  isKey(key: Uint8Array): boolean;
  /** Forgets keys and entries. */
  close(): void;
}
