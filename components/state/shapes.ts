import type { AppPassword } from '../../lib/model';
import type { Condition, Doubt, Reason } from '../../lib/review/reasons';

/** One row of the list of entries. */
export type Row = Pick<
  AppPassword,
  | 'id'
  | 'provider'
  | 'site'
  | 'label'
  | 'account'
  | 'client'
  | 'device'
  | 'tags'
  | 'status'
  | 'secretChanged'
  | 'custody'
> & {
  lastCopied?: number | undefined;
  lastUsed?: string | undefined;
  lastPlace?: string | undefined;
  handover?: 'wanted' | 'sent' | undefined;
  reason?: Reason | undefined;
};

/** Rows that stand together in a list; without a name they have no heading. */
export interface RowGroup {
  id: string;
  name: string;
  rows: readonly Row[];
}

/** What was saved in a page a moment ago. */
export interface FreshSave {
  entryId: string;
  label: string;
  site: string;
  /** Until when (ms) it can be taken back. */
  until: number;
  /** Name of the password manager that is to get it; empty when none. */
  to: string;
}

/** A capture that waits for an answer; its secret stays sealed. */
export interface WaitingCapture {
  id: string;
  provider: string;
  site: string;
  label: string;
  account: string;
  /** Milliseconds since 1970. */
  captured: number;
}

export interface Server {
  protocol: string;
  host: string;
  port?: number | undefined;
  security?: 'tls' | 'starttls' | undefined;
  user: 'address' | 'local-part' | 'account';
}

/** A fact as a person sees it: whether its day is ahead, nobody has looked at it for a year, and words say what to do. */
export interface FactCard {
  id: string;
  /** UTC day `YYYY-MM-DD`. */
  date: string;
  source: string;
  effect: 'retired' | 'note';
  /** When it matters. */
  about: 'using' | 'making' | 'revoking' | 'password';
  isAhead: boolean;
  isStale: boolean;
  hasTodo: boolean;
}

/** A provider as a person sees it. */
export interface ProviderCard {
  id: string;
  name: string;
  /** One or two letters that stand for it. */
  monogram: string;
  access: 'built-in' | 'optional' | 'self-hosted' | 'practice' | 'ended';
  /** Match patterns of its pages. */
  matches: string[];
  /** What a secret looks like: the source of a regular expression, and what sign-in ignores. */
  shape: { form: string; ignored: string };
  links: {
    create?: string | undefined;
    revoke: string;
    signIns?: string | undefined;
    help?: string | undefined;
  };
  servers: Server[];
  facts: FactCard[];
}

/** How a password manager stands; `not-allowed` while the browser does not let us talk to any. */
export type BridgeState =
  | 'not-allowed'
  | 'ready'
  | 'absent'
  | 'silent'
  | 'locked'
  | 'unpaired'
  | 'unchecked'
  | 'too-old'
  | 'too-new'
  | 'broken';

/** A password manager that entries can be handed to, and how it stood when it was looked at. */
export interface Manager {
  id: string;
  name: string;
  carries: string[];
  pairs: boolean;
  givesBack: boolean;
  /** `undefined` while it is being looked at. */
  state?: BridgeState | undefined;
  version?: string | undefined;
  where?: string | undefined;
}

/** One question of the review. */
export interface DueItem {
  row: Row;
  reason: Reason;
  from: number;
  ageDays: number;
  fact?: string | undefined;
  /** How long it was not used, as far as the provider's list last told. */
  unusedDays?: number | undefined;
  protocols: string[];
  lastCopied?: number | undefined;
  /** When "Keep" was answered last. */
  confirmed?: number | undefined;
  step?: ReplaceStep | undefined;
}

/** How far a replacement is. */
export type ReplaceStep = 'make' | 'move' | 'revoke' | 'done';

/** One row of a provider's list; `details` when it was made and used, as the page says it. */
export interface ListedRow {
  place: number;
  label: string;
  details: string[];
}

/** An entry that is not found on the page, or not for sure. */
export interface ListedEntry {
  id: string;
  label: string;
  created: number;
}

/** What a provider's page listed, compared with the vault. */
export interface ListReport {
  name: string;
  provider: string;
  site: string;
  account: string;
  /** When it was seen (ms). */
  at: number;
  complete: boolean;
  count: number;
  limit?: number | undefined;
  isNearlyFull: boolean;
  matched: number;
  unknown: ListedRow[];
  gone: ListedEntry[];
  unsure: { reason: Doubt; entries: ListedEntry[]; rows: ListedRow[] }[];
}

/** How many there are, and the first of them (ids). */
export interface Heap {
  count: number;
  ids: string[];
}

/** How everything stands; entries are ids. */
export interface StateReport {
  retired: Heap;
  gone: Heap;
  toRevoke: Heap;
  neverConfirmed: Heap;
  unknown: { list: string; count: number }[];
  nearLimit: { list: string; count: number; limit: number }[];
  needless: number;
  openMail: number;
  picture: {
    provider: string;
    count: number;
    bars: { id: string; label: string; ageDays: number; limitDays: number; condition: Condition }[];
  }[];
  atDevice: { name: string; ids: string[] }[];
}

/** How an entry stands to its limit, worst first. */
export const standings = ['overdue', 'misdated', 'confirmed', 'within', 'over'] as const;

/** One entry of the report; times in ms. */
export interface StandingLine
  extends Pick<
    AppPassword,
    | 'label'
    | 'provider'
    | 'site'
    | 'account'
    | 'client'
    | 'device'
    | 'status'
    | 'custody'
    | 'created'
    | 'secretChanged'
    | 'confirmed'
  > {
  ageDays: number;
  limitDays: number;
  standing: (typeof standings)[number];
  overdueDays: number;
  forgotten: number;
}

/** What was decided about an entry, and when (ms). */
export interface AnsweredLine extends Pick<AppPassword, 'label' | 'provider' | 'account'> {
  at: number;
  kind: 'reviewed' | 'replaced' | 'revoked' | 'edited';
  /** The answer of a review, how it is known, or the fields that changed. */
  detail: string;
}

/** The report for auditors; `provider` is a name here. */
export interface AuditReport {
  made: number;
  limitDays: number;
  totals: Record<(typeof standings)[number], number>;
  /** Worst standing first. */
  rows: readonly StandingLine[];
  /** Newest first. */
  answers: readonly AnsweredLine[];
}

/** What was found wrong with the stored vault. */
export interface VaultWarning {
  kind: string;
  id?: string | undefined;
  label?: string | undefined;
}

/** How a chosen passphrase was judged. */
export interface Strength {
  /** 0 (guessed at once) to 4 (very hard to guess), as zxcvbn counts. */
  score: 0 | 1 | 2 | 3 | 4;
  /** Words of the language pack on what makes it weak; empty when nothing does. */
  warning: string;
}

/** Most characters of short fields; the same as `SHORT` of the model, kept apart so that pages stay free of its schemas. */
export const SHORT_FIELD = 200;
/** Most characters of notes; the same as `LONG` of the model. */
export const LONG_FIELD = 10_000;
/** Fewest characters of a passphrase. */
export const SHORTEST_PASSPHRASE = 10;
