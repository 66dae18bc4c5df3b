import * as z from 'zod/mini';
import { SECRET } from '../bounds';
import { AppPassword, Capture, Settings } from '../model';
import { done, message, nothing, passphrase } from './message';
import {
  BackupEntry,
  BridgeCard,
  BridgeId,
  count,
  ImportedEntry,
  id,
  instant,
  ManagerStatus,
  OutgoingItem,
} from './shapes';

/** The place of a part of a request that is too large for one message; the last, without `more`, is answered. */
const place = {
  part: z.optional(count),
  more: z.optional(z.literal(true)),
  run: z.optional(id),
};

/** Messages about password managers, files and backups. */
export const managerMessages = {
  'bridge.list': message(['own-page'], nothing, z.object({ bridges: z.array(BridgeCard) })),
  /** After the permission was granted: whether it can be used, or the extension restarts for it. */
  'bridge.begin': message(['own-page'], nothing, z.object({ state: z.enum(['ready', 'restarting']) })),
  /** The status of a password manager; takes 20 s at most. */
  'bridge.look': message(['own-page'], z.strictObject({ bridge: BridgeId }), ManagerStatus),
  /** Connects; answered when the user has answered in the manager, which may take minutes. */
  'bridge.pair': message(['own-page'], z.strictObject({ bridge: BridgeId }), ManagerStatus),
  'bridge.stop-pairing': message(['own-page'], nothing, done),
  /** Sends an entry; `keep` leaves its secret in the vault as well. */
  'bridge.deliver': message(
    ['own-page'],
    z.strictObject({ id, bridge: BridgeId, keep: z.boolean() }),
    z.object({ entry: AppPassword }),
  ),
  /** Fetches the secret of an entry back into the vault. */
  'bridge.fetch': message(['own-page'], z.strictObject({ id }), z.object({ entry: AppPassword })),

  /**
   * All secrets of the vault, for a file that the page makes. Every file takes the passphrase of the vault, because who
   * makes it chooses what it is sealed with; without `sealed` it is not encrypted. Comes in as many parts as it
   * takes: `next` is the `after` of the next one.
   */
  'transfer.read': message(
    ['own-page'],
    z.strictObject({ passphrase, sealed: z.optional(z.literal(true)), after: z.optional(id) }),
    /** Of this part. `elsewhere`: how many have their secret in a password manager only; `damaged`: how many do not open. */
    z.object({
      items: z.array(OutgoingItem),
      elsewhere: count,
      damaged: count,
      next: z.optional(z.string()),
    }),
  ),
  /** Which of some secrets from a file are in the vault: their places, and the ids of the entries. */
  'transfer.known': message(
    ['own-page'],
    z.strictObject({ secrets: z.array(z.string().check(z.maxLength(SECRET))).check(z.maxLength(200_000)) }),
    z.object({ known: z.array(z.object({ place: count, id: z.string() })) }),
  ),
  /** Adds entries from a file, all or none, in as many parts as it takes. */
  'transfer.add': message(
    ['own-page'],
    z.strictObject({ entries: z.array(ImportedEntry).check(z.maxLength(100_000)), ...place }),
    z.object({ ids: z.array(z.string()) }),
  ),
  /**
   * Everything, for a backup that the page seals, in as many parts as it takes: `next` is the `after` of the next one.
   * Each takes the passphrase of the vault, as every file does. `damaged`: how many of this part go without their secret;
   * `unnamed`: records, in the first part, that the vault cannot name.
   */
  'backup.read': message(
    ['own-page'],
    z.strictObject({ passphrase, after: z.optional(id) }),
    z.object({
      made: instant,
      entries: z.array(BackupEntry),
      captures: z.array(Capture),
      settings: Settings,
      sites: z.array(z.string()),
      damaged: count,
      unnamed: count,
      next: z.optional(z.string()),
    }),
  ),
  /** Brings everything back into a vault without entries, in one commit once the last part is there. */
  'backup.restore': message(
    ['own-page'],
    z.strictObject({
      entries: z.array(BackupEntry).check(z.maxLength(100_000)),
      captures: z.optional(z.array(Capture).check(z.maxLength(10_000))),
      settings: Settings,
      /** Hosts that were watched. */
      sites: z.optional(z.array(z.string().check(z.maxLength(260))).check(z.maxLength(10_000))),
      ...place,
    }),
    /**
     * `leftOut`: those that the organisation does not allow; `labels` of the first of them. `unwatched`: hosts that were
     * watched and that the browser does not let us read.
     */
    z.object({
      count,
      leftOut: z.optional(z.object({ count, labels: z.array(z.string()) })),
      unwatched: z.optional(z.array(z.string())),
    }),
  ),
  /** A backup was put into a file. */
  'backup.made': message(['own-page'], nothing, done),
  'backup.status': message(
    ['own-page'],
    nothing,
    /** `damaged`: how many entries are known to have lost their secret; absent when none is. */
    z.object({ last: z.optional(instant), isDue: z.boolean(), damaged: z.optional(count) }),
  ),
} as const;
