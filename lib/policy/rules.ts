/** The rules that an organisation can set; `policy.ts` reads them. */
import * as z from 'zod/mini';
import { ProviderId, Settings } from '../model';

const { limitDays, leadDays, reminderHour, autoLockMinutes } = Settings.shape;

/** True for a plain host name, as the browser writes it. */
export function isHost(host: string): boolean {
  const address = `https://${host}/`;
  return URL.canParse(address) && new URL(address).hostname === host && !host.includes('*');
}

export const Host = z.string().check(z.maxLength(253), z.refine(isHost));

const HttpsLink = z.string().check(
  z.maxLength(2_000),
  z.refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:'),
);

/** Times of a single provider. */
export const ProviderTimes = z.strictObject({
  provider: ProviderId,
  limitDays: z.optional(limitDays),
  leadDays: z.optional(leadDays),
});

export type ProviderTimes = z.infer<typeof ProviderTimes>;

/** Every rule there is; none of them has to be set. An unknown rule may be one misspelt, so none is allowed. */
export const Policy = z.strictObject({
  /** Ids of the providers whose app passwords may be kept; `other` for those of unknown pages. */
  providers: z.optional(z.array(ProviderId).check(z.maxLength(200))),
  /**
   * Where secrets may be. `vault`: nowhere else. Id of a bridge: in that manager only. `both`: in managers as well, and
   * always in the vault. `managers-only`: in whichever manager, and not in the vault once it has them.
   */
  custody: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))),
  /** Days after which an entry is due; its own limit may be shorter, never longer. */
  limitDays: z.optional(limitDays),
  leadDays: z.optional(leadDays),
  /** Where single providers differ. */
  perProvider: z.optional(z.array(ProviderTimes).check(z.maxLength(200))),
  /** Local hour of the day, 0 to 23. */
  reminderHour: z.optional(reminderHour),
  /** Score of zxcvbn, 0 to 4, that a passphrase needs. */
  leastPassphraseScore: z.optional(z.number().check(z.int(), z.minimum(0), z.maximum(4))),
  /** Fewest characters of a passphrase. */
  leastPassphraseLength: z.optional(z.number().check(z.int(), z.minimum(0), z.maximum(256))),
  autoLockMinutes: z.optional(autoLockMinutes),
  /** No files with secrets, backups included. */
  forbidExport: z.optional(z.boolean()),
  /** No files with secrets that anyone can read. */
  forbidPlainFormats: z.optional(z.boolean()),
  /** No copying of secrets to the clipboard. */
  forbidClipboard: z.optional(z.boolean()),
  /** Hosts of self-hosted software, to be watched. */
  extraSites: z.optional(z.array(Host).check(z.maxLength(100))),
  /** Where people find help with all this. */
  helpLink: z.optional(HttpsLink),
  /** Names of rules that have to be here: Chromium drops one of the wrong type without a word to us. */
  rules: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(40))),
});
export type Policy = z.infer<typeof Policy>;
