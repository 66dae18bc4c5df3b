import * as z from 'zod/mini';
import { AppPassword, EntryChanges, ProviderId, ReviewAnswer, SECRET, Settings } from '../model';
import {
  BackupEntry,
  BridgeCard,
  BridgeId,
  count,
  DueItem,
  ImportedEntry,
  id,
  instant,
  Listed,
  ListReport,
  NewEntry,
  OutgoingItem,
  PageReport,
  PasteFinding,
  ProviderCard,
  Row,
  Standing,
  StateReport,
  short,
  VaultState,
  WaitingCapture,
  Warning,
} from './shapes';

/** Who may send a message, decided from the browser's own `sender`, never from the message. */
export type Caller = 'content-script' | 'own-page';

/** A message: who may send it, what it carries, what it answers. */
function message<Request extends z.core.$ZodType, Response extends z.core.$ZodType>(
  callers: readonly Caller[],
  request: Request,
  response: Response,
) {
  return { callers, request, response };
}

/** A request that carries nothing. */
const nothing = z.strictObject({});
/** An answer that says only that it was done. */
const done = z.object({});
const secret = z.string().check(z.minLength(1), z.maxLength(SECRET));
/** A passphrase as typed; the longest is far above what people type and keeps key derivation bounded. */
const passphrase = z.string().check(z.maxLength(1024));

/** Every message there is: who may send it, what it carries, what it answers. */
export const protocol = {
  /** Seals a fresh secret before the user is asked. The site is taken from the sender. */
  'capture.offer': message(
    ['content-script'],
    z.strictObject({
      provider: ProviderId,
      account: short,
      label: short,
      secret,
      /** True when the user asked for it ("Look on this page"). */
      asked: z.boolean(),
    }),
    z.object({
      captureId: z.string(),
      /** `no-vault`: it waits in memory only until a vault is created. `known`: this page has shown it before. */
      state: z.enum(['sealed', 'no-vault', 'known']),
      /** What people call the provider. */
      providerName: z.string(),
      /** What the card says below: where Save puts it, and what to look at before. */
      notes: z.array(z.enum(['checkLabel', 'toVault', 'toManager', 'noVault'])),
      /** Name of the password manager that Save hands it to; empty when none. */
      to: z.string(),
    }),
  ),
  'capture.keep': message(
    ['content-script', 'own-page'],
    z.strictObject({ captureId: id, label: short, account: short }),
    /**
     * `kept`: it becomes an entry at the next unlock. `delivered`, `undelivered`: saved, and handed over to the
     * password manager, or not.
     */
    z.object({
      state: z.enum(['saved', 'delivered', 'undelivered', 'kept', 'needs-vault']),
      entryId: z.optional(z.string()),
    }),
  ),
  'capture.discard': message(['content-script', 'own-page'], z.strictObject({ captureId: id }), done),
  'page.changed': message(['content-script'], PageReport, done),
  /** What the provider's own page lists; the site is taken from the sender. */
  'list.offer': message(
    ['content-script'],
    z.strictObject({
      provider: ProviderId,
      account: z.optional(z.string().check(z.maxLength(1_000))),
      limit: z.optional(count),
      complete: z.boolean(),
      entries: z.array(Listed).check(z.maxLength(1_000)),
    }),
    done,
  ),
  /** What pages have listed since the vault was opened, the latest first, compared with what is in it. */
  'list.all': message(['own-page'], nothing, z.object({ lists: z.array(ListReport) })),
  /** Makes entries without a secret of rows; those that are no longer there under this label are passed over. */
  'list.adopt': message(
    ['own-page'],
    z.strictObject({
      name: z.string().check(z.maxLength(2_000)),
      rows: z.array(z.strictObject({ place: count, label: short })).check(z.maxLength(1_000)),
    }),
    z.object({ ids: z.array(z.string()) }),
  ),

  'vault.status': message(['own-page'], nothing, VaultState),
  'vault.create': message(
    ['own-page'],
    z.strictObject({ passphrase }),
    z.object({ recoveryCode: z.string() }),
  ),
  'vault.unlock': message(['own-page'], z.strictObject({ passphrase }), done),
  /** Unlocks with the recovery code and sets a new passphrase; answers a fresh recovery code, the old one is spent. */
  'vault.recover': message(
    ['own-page'],
    z.strictObject({ recoveryCode: z.string().check(z.maxLength(200)), passphrase }),
    z.object({ recoveryCode: z.string() }),
  ),
  'vault.lock': message(['own-page'], nothing, done),
  'vault.change-passphrase': message(
    ['own-page'],
    z.strictObject({ current: passphrase, next: passphrase }),
    done,
  ),
  'vault.renew-recovery-code': message(
    ['own-page'],
    z.strictObject({ passphrase }),
    z.object({ recoveryCode: z.string() }),
  ),
  /** Deletes every key, entry and capture. */
  'vault.erase': message(['own-page'], z.strictObject({ understood: z.literal(true) }), done),
  /** Raw bytes (base64) of records that no longer open, for somebody who can mend them. */
  'vault.export-damaged': message(
    ['own-page'],
    nothing,
    z.object({ records: z.array(z.object({ id: z.string(), kind: z.string(), bytes: z.string() })) }),
  ),

  'entry.list': message(
    ['own-page'],
    nothing,
    z.object({
      rows: z.array(Row),
      waiting: z.array(WaitingCapture),
      warnings: z.array(Warning),
      /** What providers' lists have that the vault does not know, or knows otherwise. */
      news: count,
    }),
  ),
  'entry.get': message(
    ['own-page'],
    z.strictObject({ id }),
    /** `next`: when it is asked about for the next time (ms); now, when it is due; absent for what never is. */
    z.object({ entry: AppPassword, provider: z.optional(ProviderCard), next: z.optional(instant) }),
  ),
  /** `shown` is for eyes and the clipboard: as the provider shows it; `canonical` is without characters that sign-in ignores. */
  'entry.secret': message(
    ['own-page'],
    z.strictObject({ id, purpose: z.enum(['copy', 'show']) }),
    z.object({ shown: z.string(), canonical: z.string() }),
  ),
  /** Compares what a program refused with the secret. */
  'secret.check': message(
    ['own-page'],
    z.strictObject({ id, pasted: z.string().check(z.maxLength(2000)) }),
    z.object({ findings: z.array(PasteFinding) }),
  ),
  'entry.add': message(
    ['own-page'],
    z.strictObject({ entry: NewEntry, secret }),
    z.object({ entry: AppPassword }),
  ),
  /** Keeps the secret of an entry that had none. */
  'entry.complete': message(['own-page'], z.strictObject({ id, secret }), z.object({ entry: AppPassword })),
  'entry.update': message(
    ['own-page'],
    z.strictObject({ id, changes: EntryChanges }),
    z.object({ entry: AppPassword, before: AppPassword }),
  ),
  'entry.remove': message(['own-page'], z.strictObject({ id }), done),
  'entry.restore': message(['own-page'], z.strictObject({ id }), z.object({ entry: AppPassword })),

  'bridge.list': message(['own-page'], nothing, z.object({ bridges: z.array(BridgeCard) })),
  /** After the permission was granted: whether it can be used, or everything starts anew for it. */
  'bridge.begin': message(['own-page'], nothing, z.object({ state: z.enum(['ready', 'restarting']) })),
  /** How a password manager stands; takes 3 s at most. */
  'bridge.look': message(['own-page'], z.strictObject({ bridge: BridgeId }), Standing),
  /** Connects; answered when the user has answered in the manager, which may take minutes. */
  'bridge.pair': message(['own-page'], z.strictObject({ bridge: BridgeId }), Standing),
  'bridge.stop-pairing': message(['own-page'], nothing, done),
  /** Hands an entry over; `keep` leaves its secret in the vault as well. */
  'bridge.deliver': message(
    ['own-page'],
    z.strictObject({ id, bridge: BridgeId, keep: z.boolean() }),
    z.object({ entry: AppPassword }),
  ),
  /** Fetches the secret of an entry back into the vault. */
  'bridge.fetch': message(['own-page'], z.strictObject({ id }), z.object({ entry: AppPassword })),

  /** All secrets of the vault, for a file that the page makes; with the passphrase where everybody could read that file. */
  'transfer.read': message(
    ['own-page'],
    z.strictObject({ passphrase: z.optional(passphrase) }),
    /** `elsewhere`: how many have their secret in a password manager only, or do not open. */
    z.object({ items: z.array(OutgoingItem), elsewhere: count }),
  ),
  /** Adds entries from a file: all or none. */
  'transfer.add': message(
    ['own-page'],
    z.strictObject({ entries: z.array(ImportedEntry).check(z.maxLength(100_000)) }),
    z.object({ ids: z.array(z.string()) }),
  ),
  /** Everything, for a backup that the page seals. */
  'backup.read': message(
    ['own-page'],
    nothing,
    z.object({
      made: instant,
      entries: z.array(BackupEntry),
      settings: Settings,
      sites: z.array(z.string()),
    }),
  ),
  /** Brings everything back into a vault without entries. */
  'backup.restore': message(
    ['own-page'],
    z.strictObject({ entries: z.array(BackupEntry).check(z.maxLength(100_000)), settings: Settings }),
    z.object({ count }),
  ),
  /** A backup was put into a file. */
  'backup.made': message(['own-page'], nothing, done),
  'backup.status': message(
    ['own-page'],
    nothing,
    z.object({ last: z.optional(instant), isDue: z.boolean() }),
  ),

  'provider.list': message(['own-page'], nothing, z.object({ providers: z.array(ProviderCard) })),

  /** Looks once at the active tab, under the permission that opening the popup gave. */
  'site.look': message(
    ['own-page'],
    z.strictObject({ tabId: z.number() }),
    z.object({ found: z.enum(['created', 'naming', 'nothing', 'changed']) }),
  ),
  /** Keeps watching a host the user has just granted. */
  'site.watch': message(['own-page'], z.strictObject({ host: short }), done),
  'site.unwatch': message(['own-page'], z.strictObject({ host: short }), done),
  'site.list': message(
    ['own-page'],
    nothing,
    z.object({
      hosts: z.array(z.string()),
      changed: z.array(z.object({ provider: z.string(), part: z.string() })),
    }),
  ),

  /** The clipboard now holds the secret of this entry: clear it after 30 s if it still does. */
  'clipboard.copied': message(
    ['own-page'],
    z.strictObject({ id }),
    /** `clearsItself` is false without the permission to look at the clipboard. */
    z.object({ clearsItself: z.boolean() }),
  ),

  /** `next`: when the next one becomes due (ms), if any ever does. */
  'review.list': message(
    ['own-page'],
    nothing,
    z.object({ due: z.array(DueItem), next: z.optional(instant) }),
  ),
  'review.answer': message(
    ['own-page'],
    z.strictObject({ id, answer: ReviewAnswer }),
    z.object({ entry: AppPassword, before: AppPassword }),
  ),

  'state.get': message(['own-page'], nothing, StateReport),
  /** Tables of texts, their header (ids of columns) first: how each entry stands, and what was answered when. */
  'state.report': message(
    ['own-page'],
    nothing,
    z.object({ rows: z.array(z.array(z.string())), answers: z.array(z.array(z.string())) }),
  ),
  /** A calendar file (RFC 5545) of the days on which something becomes due; absent when nothing is ahead. */
  'state.calendar': message(['own-page'], nothing, z.object({ text: z.optional(z.string()) })),

  'settings.get': message(['own-page'], nothing, Settings),
  'settings.set': message(['own-page'], Settings, Settings),
} as const;

export type Protocol = typeof protocol;
export type Name = keyof Protocol;
export type Request<N extends Name> = z.infer<Protocol[N]['request']>;
export type Response<N extends Name> = z.infer<Protocol[N]['response']>;
