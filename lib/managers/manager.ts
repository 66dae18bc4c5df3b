/** What of an entry a place may keep; the secret itself arrives everywhere. */
export const parts = [
  'label',
  'account',
  'provider',
  'url',
  'notes',
  'tags',
  'created',
  'review',
  'fields',
] as const;
/**
 * `provider` as folder, group or attribute; `created` as a date of its own, not only in the notes; `review` the day of
 * the next check; `fields` client, device and protocols, each by its name.
 */
export type Part = (typeof parts)[number];

/** An entry on its way to a manager or into a file: plain text, with its secret. */
export interface Item {
  /** Id of the entry. */
  id: string;
  /** In the form that clients need, 1 to 200 characters. */
  secret: string;
  label: string;
  account: string;
  /** Id of the provider. */
  provider: string;
  providerName: string;
  /** Path of the group that its provider's group is in, with slashes between; where a manager has groups. */
  folder?: string | undefined;
  /** Host of the site where it was seen; empty when unknown. */
  site: string;
  /** Address of the page where the user revokes it; empty when unknown. */
  url: string;
  client: string;
  device: string;
  protocols: readonly string[];
  notes: string;
  tags: readonly string[];
  /** Milliseconds since 1970. */
  created: number;
  secretChanged: number;
  /** When it is asked about next (ms); absent for what never is. */
  review?: number | undefined;
}

/** A line to a native messaging host. One message is one JSON value. */
export interface NativePort {
  send(message: unknown): void;
  /** Called for each message, in order. */
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when the other side ends it; `reason` is the browser's own text, for telling a missing host from one that ended. */
  onEnd(listener: (reason: string) => void): void;
  end(): void;
}

/** All that a live bridge may touch. */
export interface ManagerContext {
  /** Opens a line to the native messaging host of this name; a host that is not there ends it. */
  connect(host: string): NativePort;
  /** What the bridge remembers, sealed in the vault: at most 4,000 characters of JSON. */
  recall(): Promise<unknown>;
  remember(memory: unknown): Promise<void>;
  /** Resolves after so many ms; rejects when aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** Random bytes for keys and nonces. */
  random(length: number): Uint8Array<ArrayBuffer>;
}

/**
 * How a manager stands: `ready`; or what keeps it from taking anything, each with its own words and next step.
 * `absent`: its host is not installed. `silent`: not running, or its browser integration is off. `locked`.
 * `unpaired`: we are not known to it yet. `unchecked`: something answers that was not shown to be this user's.
 * `too-old`, `too-new`: it speaks another version. `broken`: anything else.
 */
export interface ManagerStatus {
  state:
    | 'ready'
    | 'absent'
    | 'silent'
    | 'locked'
    | 'unpaired'
    | 'unchecked'
    | 'too-old'
    | 'too-new'
    | 'broken';
  /** The manager's version, where it says so. */
  version?: string;
  /** Which database, collection or account it would go to, in the manager's own words. */
  where?: string;
}

/** Where something was put, so that people can find it, and the bridge too. */
export interface Delivery {
  /** As people find it: "App passwords/Example · Scanner". */
  place: string;
  /** What the bridge needs to find it again; never a secret. At most 200 characters. */
  pointer: string;
  /** True when it was read back, or looked up, and is what was sent. */
  verified: boolean;
}

/** A running password manager that entries are sent to. */
export interface LiveBridge {
  /** Stable, lower case, the name of its file; stored as the custody of entries, so never rename it. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'live';
  /** Which parts of an entry arrive; the screen names what is left behind. */
  readonly carries: ReadonlySet<Part>;
  /** Looks how the manager stands; never asks the user anything. Takes 20 s at most, and about one as a rule. */
  look(context: ManagerContext): Promise<ManagerStatus>;
  /** Makes us known to it, which the user confirms there; absent where nothing is to be confirmed. @throws AppError `bridge-*` */
  pair?(context: ManagerContext, signal: AbortSignal): Promise<ManagerStatus>;
  /**
   * Sends one entry, and resolves once the other side has it.
   * @throws AppError `bridge-*`; `bridge-unknown-outcome` when it may have arrived: then nothing is sent again by itself.
   */
  deliver(item: Item, context: ManagerContext): Promise<Delivery>;
  /** Copies a secret back; absent where the other side never gives one. @throws AppError `bridge-*`, `bridge-gone` */
  fetch?(delivery: { pointer: string; account: string }, context: ManagerContext): Promise<string>;
}

/** What a file is made with. */
export interface WriteOptions {
  /** For encrypted files. */
  passphrase: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** A file that other programs import. */
export interface FileFormat {
  /** Stable, lower case, the name of its file. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'file';
  readonly carries: ReadonlySet<Part>;
  /** Whether it is made with a passphrase; else all who have the file can read the secrets. */
  readonly encrypted: boolean;
  /** End of the file's name, without dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** @throws AppError `file-*` */
  write(items: readonly Item[], options: WriteOptions): Promise<Uint8Array<ArrayBuffer>>;
}

/** Something that a file of another program holds and that may be an app password. */
export interface Found {
  label: string;
  account: string;
  secret: string;
  url: string;
  notes: string;
  tags: readonly string[];
  /** Path of its group or folder; empty without one. */
  folder: string;
  /** Milliseconds since 1970, where the file says so. */
  created?: number;
  /** Of ours, where it was written by us. */
  client?: string;
  device?: string;
  protocols?: readonly string[];
  /** Milliseconds since 1970. */
  secretChanged?: number;
  /** Id of the provider; only a backup says it. */
  provider?: string;
}

/** Reads files of one format. */
export interface Importer {
  readonly id: string;
  readonly name: string;
  /** Ends of names, without dot, by which a file is recognised first. */
  readonly extensions: readonly string[];
  /** True when the beginning of a file (up to 64 kB) looks like this format; decides where names do not. */
  recognises(head: Uint8Array): boolean;
  /** True when this file cannot be read without a passphrase. */
  isLocked(file: Uint8Array): boolean;
  /**
   * Reads the whole file or nothing.
   * @param file at most 32 MiB
   * @throws AppError `file-invalid`, `file-wrong-passphrase`, `file-too-large`, `file-too-new`
   */
  read(file: Uint8Array<ArrayBuffer>, passphrase: string): Promise<Found[]>;
}
