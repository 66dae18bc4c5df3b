/**
 * What an organisation has set for everybody's Spare Key (`storage.managed`). The browser hands it over as an
 * administrator wrote it; how to write one is in `docs/policy.md`, and what Chromium lets through of it in
 * `public/managed-schema.json`.
 */
import * as z from 'zod/mini';
import { ProviderId, Settings } from './model';
import type { Limits } from './review/policy';

const { limitDays, leadDays, reminderHour, autoLockMinutes } = Settings.shape;

/** A plain host name, as the browser writes it. */
const Host = z.string().check(
  z.maxLength(253),
  z.refine((host) => {
    const url = URL.canParse(`https://${host}/`) ? new URL(`https://${host}/`) : undefined;
    return url?.hostname === host && !host.includes('*');
  }),
);

const HttpsLink = z.string().check(
  z.maxLength(2_000),
  z.refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:'),
);

/** Every rule there is; none of them has to be set. A rule that nobody knows may be one misspelt, so none is allowed. */
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
  perProvider: z.optional(
    z
      .array(
        z.strictObject({
          provider: ProviderId,
          limitDays: z.optional(limitDays),
          leadDays: z.optional(leadDays),
        }),
      )
      .check(z.maxLength(200)),
  ),
  /** Local hour of the day, 0 to 23. */
  reminderHour: z.optional(reminderHour),
  /** Score of zxcvbn, 0 to 4, that a passphrase needs. */
  leastPassphraseScore: z.optional(z.number().check(z.int(), z.minimum(0), z.maximum(4))),
  /** Fewest characters of a passphrase. */
  leastPassphraseLength: z.optional(z.number().check(z.int(), z.minimum(0), z.maximum(256))),
  autoLockMinutes: z.optional(autoLockMinutes),
  /** No files with secrets, backups included. */
  forbidExport: z.optional(z.boolean()),
  /** No files with secrets that everybody can read. */
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

/** A policy as it holds, and where it is malformed; then none of it holds. */
export interface Managed {
  policy: Policy;
  /** The rule that cannot be read, as `perProvider.0.limitDays`; never its value. */
  problem?: string;
}

/** A setting that nobody can change; `keep` is the copy in the vault beside a manager's. */
export type LockedField = Exclude<keyof Settings, 'notify'> | 'keep';

/** Fewest characters of a passphrase, and its least score, where nobody asks for more. */
const LEAST = { length: 10, score: 3 } as const;

/**
 * Reads a policy. One that is malformed anywhere is ignored as a whole.
 * @param bridges ids of the bridges that this version knows
 */
export function readPolicy(raw: unknown, bridges: readonly string[]): Managed {
  const parsed = Policy.safeParse(raw ?? {});
  if (!parsed.success) return { policy: {}, problem: nameProblem(parsed.error.issues[0]) };
  const policy = parsed.data;
  const { custody, rules = [] } = policy;
  // What names no manager would leave everything in the vault.
  const places = ['vault', 'both', 'managers-only', ...bridges];
  if (custody !== undefined && !places.includes(custody)) return { policy: {}, problem: 'custody' };
  const missing = rules.find((rule) => !Object.hasOwn(policy, rule));
  return missing === undefined ? { policy } : { policy: {}, problem: missing.slice(0, 40) };
}

function nameProblem(issue: z.core.$ZodIssue | undefined): string {
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...(issue?.path ?? []), ...keys].map(String).join('.').slice(0, 80) || '3rdparty';
}

/** Settings as they hold under a policy, which always wins, and which of them it has set. */
export function applyPolicy(
  settings: Settings,
  policy: Policy,
): { settings: Settings & Limits; locked: LockedField[] } {
  const { limitDays, leadDays, reminderHour, autoLockMinutes, perProvider = [] } = policy;
  const fixed = [
    ...Object.entries({ limitDays, leadDays, reminderHour, autoLockMinutes }),
    ...Object.entries(findDestinations(settings, policy)),
  ].filter(([, value]) => value !== undefined);
  const keep = isKeeping(policy);
  return {
    settings: {
      ...settings,
      ...Object.fromEntries(fixed),
      ...((limitDays !== undefined || perProvider.length > 0) && {
        ordered: { limitDays, byProvider: perProvider },
      }),
    },
    locked: [
      ...fixed
        .map(([name]) => name as LockedField)
        .filter((name) => isPlaced(policy) || !name.startsWith('destination')),
      ...(keep === undefined ? [] : ['keep' as const]),
    ],
  };
}

function findDestinations(
  { destination, destinations }: Settings,
  policy: Policy,
): Partial<Pick<Settings, 'destination' | 'destinations'>> {
  const { custody } = policy;
  if (custody !== undefined && isPlaced(policy))
    return { destination: { to: custody, keep: custody === 'vault' }, destinations: [] };
  const keep = isKeeping(policy);
  if (keep === undefined) return {};
  return {
    destination: { ...destination, keep },
    destinations: destinations.map((one) => ({ ...one, keep })),
  };
}

/** Whether a policy names the one place for all secrets. */
function isPlaced({ custody }: Policy): boolean {
  return custody !== undefined && custody !== 'both' && custody !== 'managers-only';
}

/** Whether the vault keeps what a manager has, where a policy says so. */
function isKeeping({ custody }: Policy): boolean | undefined {
  return custody === undefined ? undefined : custody === 'vault' || custody === 'both';
}

/** How an entry may be handed over to a bridge; `undefined` when it may not. */
export function ruleHandover(
  to: { bridge: string; keep: boolean },
  policy: Policy,
): { bridge: string; keep: boolean } | undefined {
  if (isPlaced(policy) && policy.custody !== to.bridge) return undefined;
  return { bridge: to.bridge, keep: isKeeping(policy) ?? to.keep };
}

/** Whether a secret that a manager has may come back into the vault. */
export function mayFetch(policy: Policy): boolean {
  return isKeeping(policy) ?? true;
}

export function isAllowed(provider: string, { providers }: Policy): boolean {
  return providers?.includes(provider) ?? true;
}

/** What a passphrase needs; a policy can only ask for more. */
export function leastPassphrase(policy: Policy): { length: number; score: number } {
  return {
    length: Math.max(LEAST.length, policy.leastPassphraseLength ?? 0),
    score: Math.max(LEAST.score, policy.leastPassphraseScore ?? 0),
  };
}

/** What is forbidden. */
export const prohibitions = ['export', 'open-files', 'clipboard'] as const;
export type Prohibition = (typeof prohibitions)[number];

/** Lists what a policy forbids. */
export function listForbidden(policy: Policy): Prohibition[] {
  const { forbidExport, forbidPlainFormats, forbidClipboard } = policy;
  const forbidden = { export: forbidExport, 'open-files': forbidPlainFormats, clipboard: forbidClipboard };
  return prohibitions.filter((one) => forbidden[one]);
}
