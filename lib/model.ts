import * as z from 'zod/mini';
import {
  LONG,
  type NumberSetting,
  numberSettings,
  SECRET,
  SHORT,
  type SwitchSetting,
  switchSettings,
} from './bounds';

const wholeNumber = ([least, most]: readonly [number, number, number]) =>
  z.number().check(z.int(), z.minimum(least), z.maximum(most));
/** An entry's own limit, in days. */
const limitDays = wholeNumber(numberSettings.limitDays);
const short = z.string().check(z.maxLength(SHORT));
const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/));
/** Milliseconds since 1970-01-01T00:00:00Z. */
const instant = z.number().check(z.int(), z.minimum(0), z.maximum(8.64e15));

export const Protocol = z.enum(['imap', 'pop', 'smtp', 'caldav', 'carddav', 'webdav', 'eas', 'api']);

/** Id of a provider; `other` is for passwords added manually from pages that we cannot read. */
export const ProviderId = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/));

/**
 * Host, with port where it is not 443, of the site a secret was seen on. Needed for self-hosted software;
 * empty when unknown (added manually).
 */
const Site = z.string().check(z.maxLength(260));

/** The latest delivery of an entry as the vault stores it: where its secret was sent to, or is to be. */
const StoredDelivery = z.object({
  /** Id of the bridge. */
  bridge: z.string().check(z.maxLength(40)),
  /** `wanted`: not done yet. `sent`: on its way, or it is not known whether it arrived. `done`: the manager has it. */
  state: z.enum(['wanted', 'sent', 'done']),
  /** Whether the vault keeps the secret as well. */
  keep: z.boolean(),
  /** Since when it has this state (ms). */
  at: instant,
  /** Code of what went wrong last. */
  problem: z.optional(z.string().check(z.maxLength(60))),
  /** Where people find it in the manager. */
  place: z.optional(short),
  /** What the bridge finds it by. */
  pointer: z.optional(short),
});
export type StoredDelivery = z.infer<typeof StoredDelivery>;

/** What may have happened to an entry. */
export const happenings = [
  'captured',
  'added',
  'imported',
  'adopted',
  'copied',
  'shown',
  'handed-over',
  'fetched',
  'reviewed',
  'replaced',
  'revoked',
  'edited',
  'deleted',
  'restored',
] as const;
export type Happening = (typeof happenings)[number];

/** What happened to an entry, in the order in which it did. */
const Log = z.object({
  items: z
    .array(
      z.object({
        at: instant,
        kind: z.enum(happenings),
        /** The answer of a review, the id of a bridge, names of fields: never what they hold. */
        detail: z.optional(z.string().check(z.maxLength(120))),
      }),
    )
    .check(z.maxLength(200)),
  /** How many came before these and are no longer known. */
  earlier: z.optional(z.number().check(z.int(), z.minimum(1))),
});
export type Log = z.infer<typeof Log>;

/** A replacement under way; kept with the old entry until it is revoked. */
export const Replacing = z.object({
  /** When it began (ms). */
  since: instant,
  /** When the provider's page for a new one was last opened from here (ms). */
  opened: z.optional(instant),
  /** Where the old one is in use, and whether the new one has taken over there. */
  places: z.array(z.object({ name: short, moved: z.boolean() })).check(z.maxLength(50)),
});
export type Replacing = z.infer<typeof Replacing>;

/** An entry: an app password that the user kept. Its secret is sealed apart and never part of this. */
export const AppPassword = z.object({
  id,
  provider: ProviderId,
  site: Site,
  label: short,
  account: short,
  /** What it is typed into: a mail program, a scanner's firmware. */
  client: short,
  device: short,
  protocols: z.array(Protocol).check(z.maxLength(50)),
  notes: z.string().check(z.maxLength(LONG)),
  tags: z.array(short).check(z.maxLength(50)),
  created: instant,
  /** When the secret last changed; age counts from here. */
  secretChanged: instant,
  /** When the user last answered "still needed". */
  confirmed: z.optional(instant),
  /** The day (ms) until which the user wants to keep it. */
  keepUntil: z.optional(instant),
  snoozedUntil: z.optional(instant),
  /** What it was put off for, besides the time. */
  snoozedFor: z.optional(z.enum(['device'])),
  lastCopied: z.optional(instant),
  /** What the provider calls it, and its last use there, as the provider's own list last showed them. */
  remoteId: z.optional(short),
  lastUsed: z.optional(short),
  lastPlace: z.optional(short),
  /** When that list last showed it. */
  listed: z.optional(instant),
  /** Days until it is due, where it differs from the settings. */
  limitDays: z.optional(limitDays),
  status: z.enum(['active', 'to-revoke', 'revoked']),
  /** Id of the entry that took its place, or is to. */
  replacedBy: z.optional(id),
  replacing: z.optional(Replacing),
  /** Where the secret is: `vault`, the id of a bridge, or `none` when only the provider's list told of it. */
  custody: z.string().check(z.maxLength(40)),
  /** The latest delivery. The name is stored in vaults and backups, and stays. */
  handover: z.optional(StoredDelivery),
  /** Absent where nothing was written down yet. */
  log: z.optional(Log),
  /** When it was deleted; it is gone for good shortly after, and can be restored until then. */
  deleted: z.optional(instant),
});
export type AppPassword = z.infer<typeof AppPassword>;

/** Fields that people change; `null` stands for an optional one without a value. */
const changeable = {
  ...z.pick(AppPassword, {
    provider: true,
    site: true,
    label: true,
    account: true,
    client: true,
    device: true,
    protocols: true,
    notes: true,
    tags: true,
    created: true,
    status: true,
  }).shape,
  limitDays: z.nullable(limitDays),
  snoozedUntil: z.nullable(instant),
  snoozedFor: z.nullable(z.enum(['device'])),
  confirmed: z.nullable(instant),
  keepUntil: z.nullable(instant),
  replacedBy: z.nullable(id),
  replacing: z.nullable(Replacing),
};

/** What a person can change about an entry; `null` takes an optional value away. */
export const EntryChanges = z.partial(z.object(changeable));
export type EntryChanges = z.infer<typeof EntryChanges>;

/** Some fields of an entry, as an action found or left them. */
const EntryFields = z.partial(
  z.strictObject({ ...changeable, secretChanged: instant, deleted: z.nullable(instant) }),
);
export type EntryFields = z.infer<typeof EntryFields>;

/** What an action changed about an entry: the same fields as they `were`, and as they `are` since. */
export const EntryStep = z.strictObject({ id, were: EntryFields, are: EntryFields });
export type EntryStep = z.infer<typeof EntryStep>;

/** What it takes to undo an action: what it changed, and the ids of the entries that it added. */
export const Undo = z.strictObject({
  changed: z.array(EntryStep).check(z.maxLength(100_000)),
  added: z.array(id).check(z.maxLength(100_000)),
});
export type Undo = z.infer<typeof Undo>;

/** A fresh secret with what was read beside it, before the user has answered. */
export const Capture = z.object({
  id,
  provider: ProviderId,
  site: Site,
  label: short,
  account: short,
  secret: z.string().check(z.minLength(1), z.maxLength(SECRET)),
  captured: instant,
});
export type Capture = z.infer<typeof Capture>;

/** The state of a capture: `waiting` for an answer, or `kept` while the vault was locked. */
export type CaptureState = 'waiting' | 'kept';

/** Where new app passwords go: `vault`, or the id of a bridge; `keep` when the vault keeps them as well. */
export const Destination = z.object({ to: z.string().check(z.maxLength(40)), keep: z.boolean() });
export type Destination = z.infer<typeof Destination>;

const numbers = Object.fromEntries(
  Object.entries(numberSettings).map(([name, bounds]) => [name, wholeNumber(bounds)]),
) as Record<NumberSetting, z.ZodMiniNumber>;
const switches = Object.fromEntries(Object.keys(switchSettings).map((name) => [name, z.boolean()])) as Record<
  SwitchSetting,
  z.ZodMiniBoolean
>;

export const Settings = z.object({
  ...numbers,
  ...switches,
  destination: Destination,
  /** Path of the group in which a manager that has groups makes one for each provider. */
  folder: short,
  /** Where those of single providers go, if elsewhere. */
  destinations: z.array(z.extend(Destination, { provider: ProviderId })).check(z.maxLength(100)),
});
export type Settings = z.infer<typeof Settings>;

const usualNumbers = Object.fromEntries(
  Object.entries(numberSettings).map(([name, [, , usual]]) => [name, usual]),
) as Record<NumberSetting, number>;
export const defaultSettings: Settings = {
  ...usualNumbers,
  ...switchSettings,
  destination: { to: 'vault', keep: true },
  destinations: [],
  folder: 'App passwords',
};

/** How a review was answered. */
export const ReviewAnswer = z.discriminatedUnion('kind', [
  /** `until`: the day (ms) on which to ask again, in place of its limit. */
  z.object({ kind: z.literal('keep'), until: z.optional(instant) }),
  z.object({
    kind: z.literal('later'),
    days: z.number().check(z.int(), z.minimum(1), z.maximum(90)),
    /** Put off until the user is at its device; after `days` it comes back all the same. */
    for: z.optional(z.enum(['device'])),
  }),
  /** Begins a replacement; it stays in use until the new one is in its place. */
  z.object({ kind: z.literal('replace') }),
  z.object({ kind: z.literal('revoke') }),
  /** It is revoked at the provider. */
  z.object({ kind: z.literal('revoked') }),
]);
export type ReviewAnswer = z.infer<typeof ReviewAnswer>;

/** Answers that many entries can get at once; `wake` asks now about what was put off. */
export const manyAnswers = ['revoke', 'revoked', 'wake'] as const;
export type ManyAnswer = (typeof manyAnswers)[number];

/** What may be found wrong with the stored vault or settings. */
export const warningKinds = [
  'record-missing',
  'record-replaced',
  'record-damaged',
  'record-unknown',
  /** Hidden by a counter that was driven too high, and can be put back. */
  'record-found',
  'manifest-damaged',
  'rolled-back',
  'public-key-replaced',
  'header-mended',
  'witness-wrong',
  'witness-missing',
  'counter-too-high',
  /** The recovery code came with another key, and the user has not confirmed yet that it is put away. */
  'recovery-code-unseen',
  'capture-damaged',
  /** Settings that something else wrote, which do not hold. */
  'settings-changed',
] as const;

/** Something found wrong with the stored vault or settings; the rest stays usable. */
export interface Warning {
  kind: (typeof warningKinds)[number];
  /** Record, entry or capture id, where there is one. */
  id?: string;
  /** The entry's label, where another copy of it could still be read. */
  label?: string;
}
