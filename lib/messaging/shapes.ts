/** What messages are made of: the schemas that more than one of them, or our own code beside them, needs. */
import * as z from 'zod/mini';
import { LONG, SECRET, SHORT } from '../bounds';
import { AppPassword, ProviderId, warningKinds } from '../model';
import { prohibitions } from '../policy/policy';
import { pasteKinds, reasons } from '../review/reasons';
import { said, tidyText } from './said';

export const id = AppPassword.shape.id;
export const short = z.string().check(z.maxLength(SHORT));
export const count = z.number().check(z.int(), z.minimum(0));
export const instant = z.number();
export const Warning = z.object({
  kind: z.string(),
  id: z.optional(z.string()),
  label: z.optional(z.string()),
});
export type Warning = z.infer<typeof Warning>;

/** Which warning is meant. */
export const WarningName = z.strictObject({
  kind: z.enum(warningKinds),
  id: z.optional(z.string().check(z.maxLength(1_000))),
});

/** What a page needs to know before it shows anything. */
export const VaultState = z.object({
  exists: z.boolean(),
  locked: z.boolean(),
  /** When it locks by itself (ms), while unlocked. */
  locksAt: z.optional(instant),
  /** Captures that wait for an answer. */
  waiting: count,
  /** Entries due for a check. */
  due: count,
});

/** One row of the list: what finding and telling apart needs, and no more. */
export const Row = z.object({
  id: z.string(),
  provider: z.string(),
  site: z.string(),
  label: z.string(),
  account: z.string(),
  client: z.string(),
  device: z.string(),
  tags: z.array(z.string()),
  status: z.enum(['active', 'to-revoke', 'revoked']),
  secretChanged: instant,
  /** Where the secret is: `vault`, the id of a bridge, or `none`. */
  custody: z.string(),
  lastCopied: z.optional(instant),
  lastUsed: z.optional(z.string()),
  lastPlace: z.optional(z.string()),
  /** Set while a delivery is not done: to be tried, or with an unknown outcome. Named as the stored field. */
  handover: z.optional(z.enum(['wanted', 'sent'])),
  /** Set when it is due for a check. */
  reason: z.optional(z.enum(reasons)),
});
export type Row = z.infer<typeof Row>;

/** A capture without its secret, for "Not saved yet". */
export const WaitingCapture = z.object({
  id: z.string(),
  provider: z.string(),
  site: z.string(),
  label: z.string(),
  account: z.string(),
  captured: instant,
});
export type WaitingCapture = z.infer<typeof WaitingCapture>;

/** What was saved in a page a moment ago, and can be undone. */
export const FreshSave = z.object({
  entryId: z.string(),
  label: z.string(),
  /** Host of the page; empty where it is not known. */
  site: z.string(),
  /** Until when (ms); then it is sent, if it is to be. */
  until: instant,
  /** Name of the password manager that is to get it; empty when none. */
  to: z.string(),
});
export type FreshSave = z.infer<typeof FreshSave>;

/** A fact as our own pages show it; `isStale` when its source was not checked for a year. */
export const FactCard = z.object({
  id: z.string(),
  date: z.string(),
  source: z.string(),
  effect: z.enum(['retired', 'note']),
  about: z.enum(['using', 'making', 'revoking', 'password']),
  isAhead: z.boolean(),
  isStale: z.boolean(),
  hasTodo: z.boolean(),
});
export type FactCard = z.infer<typeof FactCard>;

/** What to type into a client. */
const Server = z.object({
  protocol: z.string(),
  host: z.string(),
  port: z.optional(z.number()),
  security: z.optional(z.enum(['tls', 'starttls'])),
  user: z.enum(['address', 'local-part', 'account']),
});
export type Server = z.infer<typeof Server>;

/** A provider as our own pages show it. */
export const ProviderCard = z.object({
  id: z.string(),
  name: z.string(),
  monogram: z.string(),
  access: z.enum(['built-in', 'optional', 'self-hosted', 'practice', 'ended']),
  matches: z.array(z.string()),
  /** What a secret looks like: the source of a regular expression, and what sign-in ignores. */
  shape: z.object({ form: z.string(), ignored: z.string() }),
  links: z.object({
    create: z.optional(z.string()),
    revoke: z.string(),
    signIns: z.optional(z.string()),
    help: z.optional(z.string()),
  }),
  servers: z.array(Server),
  facts: z.array(FactCard),
});
export type ProviderCard = z.infer<typeof ProviderCard>;

/** What a page reports when it is known but cannot be read: ids only, nothing of the page. */
export const PageReport = z.strictObject({
  provider: ProviderId,
  /** Which step and part was missing. */
  part: z.string().check(z.maxLength(120), z.regex(/^[a-z0-9 :,-]*$/i)),
});
export type PageReport = z.infer<typeof PageReport>;

/** Fields of an entry that the user adds manually. */
export const NewEntry = z.strictObject({
  provider: ProviderId,
  site: short,
  label: short,
  account: short,
  notes: z.string().check(z.maxLength(LONG)),
  /** When it was made at the provider (ms), if long ago; now, when absent. */
  created: z.optional(instant),
});

/** Fields of an entry that comes from a file. */
export const ImportedEntry = z.strictObject({
  provider: ProviderId,
  site: short,
  label: short,
  account: short,
  client: short,
  device: short,
  protocols: AppPassword.shape.protocols,
  notes: z.string().check(z.maxLength(LONG)),
  tags: z.array(short).check(z.maxLength(50)),
  created: z.optional(instant),
  secretChanged: z.optional(instant),
  secret: z.string().check(z.minLength(1), z.maxLength(SECRET)),
});

/** An entry with its secret on its way to a file; the fields are those of `Item` of the bridges. */
export const OutgoingItem = z.object({
  id: z.string(),
  secret: z.string(),
  label: z.string(),
  account: z.string(),
  provider: z.string(),
  providerName: z.string(),
  site: z.string(),
  url: z.string(),
  client: z.string(),
  device: z.string(),
  protocols: z.array(z.string()),
  notes: z.string(),
  tags: z.array(z.string()),
  created: instant,
  secretChanged: instant,
  review: z.optional(instant),
});

/** An entry of a backup; without a secret where a password manager has it. */
export const BackupEntry = z.object({
  entry: AppPassword,
  secret: z.optional(z.string().check(z.minLength(1), z.maxLength(SECRET))),
  /** Its secret should be here and does not open. */
  damaged: z.optional(z.literal(true)),
});

/** One row of a provider's own list. */
const InventoryItem = z.strictObject({
  label: said,
  remoteId: z.optional(said),
  created: z.optional(said),
  expires: z.optional(said),
  lastUsed: z.optional(said),
  lastPlace: z.optional(said),
});

/** What a provider's own page lists. */
export const OfferedList = z.strictObject({
  provider: ProviderId,
  account: z.optional(said),
  limit: z.optional(count),
  complete: z.boolean(),
  entries: z.array(InventoryItem).check(z.maxLength(1_000)),
  /** What the row says, or the dialog, in which the user has just pressed something. */
  pressed: z.optional(z.pipe(z.string(), z.transform(tidyText))),
});

/** What the paste check found: places and names, never a character of the secret or of what was pasted. */
export const PasteFinding = z.object({
  kind: z.enum(pasteKinds),
  positions: z.optional(z.array(count)),
  extent: z.optional(z.enum(['first', 'all', 'some'])),
  id: z.optional(z.string()),
  label: z.optional(z.string()),
  fact: z.optional(z.object({ id: z.string(), date: z.string(), source: z.string() })),
});

export const BridgeId = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/));

/** A password manager that entries can be sent to. */
export const BridgeCard = z.object({
  id: z.string(),
  name: z.string(),
  carries: z.array(z.string()),
  /** It has to be connected once. */
  pairs: z.boolean(),
  /** It gives secrets back. */
  givesBack: z.boolean(),
});
export type BridgeCard = z.infer<typeof BridgeCard>;

export const ManagerStatus = z.object({
  state: z.enum([
    'ready',
    'absent',
    'silent',
    'locked',
    'unpaired',
    'unchecked',
    'too-old',
    'too-new',
    'broken',
  ]),
  version: z.optional(z.string()),
  where: z.optional(z.string()),
});
export type ManagerStatus = z.infer<typeof ManagerStatus>;

/** What the organisation has set, as our own pages need it. */
export const PolicyCard = z.object({
  /** Names of the settings that the user cannot change; `keep` is the copy in the vault beside a manager's. */
  locked: z.array(z.string()),
  /** Rules that cannot be read; the rest holds. */
  problem: z.optional(z.string()),
  forbids: z.array(z.enum(prohibitions)),
  /** What a passphrase needs: characters, and zxcvbn's score. */
  least: z.object({ length: count, score: count }),
  /** Ids of the providers that are allowed; all, when absent. */
  providers: z.optional(z.array(z.string())),
  custody: z.optional(z.string()),
  /** Hosts that all users are to watch. */
  extraSites: z.array(z.string()),
  helpLink: z.optional(z.string()),
});

/** What an observation weighs. */
export const Weight = z.object({ name: z.string(), weight: z.number() });

/** By which mark a part of a page is known: its name, and a CSS selector. */
export const PageMark = z.object({ name: z.string(), selector: z.string() });

/** A form of texts: its name, and the source of a regular expression. */
export const TextForm = z.object({ name: z.string(), source: z.string() });

/** Words of one kind by which pages are read. */
export const SoughtWords = z.object({
  kind: z.string(),
  bound: z.array(z.string()),
  free: z.array(z.string()),
  forms: z.array(z.object({ head: z.string(), source: z.string() })),
});
