import * as z from 'zod/mini';
import { done, message, nothing, passphrase } from './message';
import { count, instant, VaultState, WarningName } from './shapes';

/** Messages about the vault as a whole. */
export const vaultMessages = {
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
    /** `key`: changes the vault's key as well, see `vault.change-key`. */
    z.strictObject({
      recoveryCode: z.string().check(z.maxLength(200)),
      passphrase,
      key: z.optional(z.literal(true)),
    }),
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
  /**
   * Encrypts everything again with another key, so that an old copy, with what opened it, opens nothing that is saved
   * later. `next` is a new passphrase, where that is to change as well. Takes seconds with many entries.
   */
  'vault.change-key': message(
    ['own-page'],
    z.strictObject({ passphrase, next: z.optional(passphrase) }),
    z.object({ recoveryCode: z.string() }),
  ),
  /** How far a change of the key is; zeros when none is under way. */
  'vault.key-progress': message(['own-page'], nothing, z.object({ done: count, total: count })),
  /** Deletes every key, entry and capture. */
  'vault.erase': message(['own-page'], z.strictObject({ understood: z.literal(true) }), done),
  /** The same for a vault that its owner cannot open: announced, and done when asked again at `from` (ms) or later. */
  'vault.erase-forgotten': message(
    ['own-page'],
    z.strictObject({ understood: z.literal(true) }),
    z.object({ from: z.optional(instant) }),
  ),
  /** Puts back what can be read, and sets aside what cannot; answers how many app passwords came back. */
  'vault.repair': message(['own-page'], nothing, z.object({ count })),
  /** The user has seen these warnings. Those that stay until then are forgotten. */
  'vault.confirm-warnings': message(
    ['own-page'],
    z.strictObject({ seen: z.array(WarningName).check(z.maxLength(1_000)) }),
    done,
  ),
  /** Raw bytes (base64) of records that no longer open, for an expert who can repair them. */
  'vault.export-damaged': message(
    ['own-page'],
    nothing,
    z.object({ records: z.array(z.object({ id: z.string(), kind: z.string(), bytes: z.string() })) }),
  ),
} as const;
