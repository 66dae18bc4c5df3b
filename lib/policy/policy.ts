/**
 * What an organisation has set for all of its people's Spare Keys (`storage.managed`). The browser gives it as the
 * administrator wrote it; how to write one is in `docs/policy.md`, and what Chromium lets through of it in
 * `public/managed-schema.json`.
 */
import * as z from 'zod/mini';
import { LEAST_PASSPHRASE, type SwitchSetting } from '../bounds';
import type { Settings } from '../model';
import type { Limits } from '../review/limits';
import { joinStricter, keepStricter, NOWHERE, restOf, standInFor } from './rest';
import { Policy } from './rules';

export { keepClosing } from './rest';
export { Policy } from './rules';

/** The rules that hold, and what is wrong with the policy. */
export interface Managed {
  policy: Policy;
  /** Rules that cannot be read, as `perProvider.0.limitDays`, parted by commas; never their values. The rest holds. */
  problem?: string;
}

/** A setting that the user cannot change; `keep` is the copy in the vault beside a manager's. */
export type LockedField = Exclude<keyof Settings, SwitchSetting> | 'keep';

/**
 * Reads a policy. Where a rule cannot be read, the others hold all the same, and what is left of it, or what closes
 * rather than opens, takes its place: see `rest.ts`.
 * @param bridges ids of the bridges that this version knows
 * @param good the last policy that could be read as a whole; it stays beside one that cannot
 */
export function readPolicy(raw: unknown, bridges: readonly string[], good?: Policy): Managed {
  if (raw === undefined || raw === null) return { policy: {} };
  const places: unknown[] = ['vault', 'both', 'managers-only', ...bridges];
  const given = z.record(z.string(), z.unknown()).safeParse(raw).data;
  if (given === undefined) return { policy: good ?? {}, problem: '3rdparty' };
  const problems: string[] = [];
  const unread: string[] = [];
  const rules = Object.entries(given).flatMap(([name, value]) => {
    if (!isRule(name)) {
      problems.push(name || '3rdparty');
      return [];
    }
    const read = Policy.shape[name].safeParse(value);
    // A value that names no manager would leave everything in the vault.
    const isPlace = name !== 'custody' || value === undefined || places.includes(value);
    if (read.success && isPlace) return read.data === undefined ? [] : [[name, read.data] as const];
    problems.push(nameProblem(name, read.error?.issues[0]));
    unread.push(name);
    const rest = restOf(name, value);
    return rest === undefined ? [] : [[name, rest] as const];
  });
  const found: Policy = Object.fromEntries(rules);
  const missing = (found.rules ?? []).filter((name) => !Object.hasOwn(given, name));
  problems.push(...missing);
  if (problems.length === 0) return { policy: found };
  const joined: Policy = joinStricter(good ?? {}, found);
  const closed = [...unread, ...missing]
    .filter(isRule)
    .map((name) => [name, joined[name] ?? standInFor(name)] as const)
    .filter(([, value]) => value !== undefined);
  const named = problems.slice(0, 5).map((name) => name.slice(0, 80));
  return { policy: { ...joined, ...Object.fromEntries(closed) }, problem: named.join(', ') };
}

function isRule(name: string): name is keyof Policy {
  return Object.hasOwn(Policy.shape, name);
}

function nameProblem(name: string, issue: z.core.$ZodIssue | undefined): string {
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [name, ...(issue?.path ?? []), ...keys].map(String).join('.');
}

/**
 * Settings as they hold under a policy, which always wins, and which of them it has set.
 * @param isUncertain part of it could not be read: then its times hold as far as they are stricter than the user's own
 */
export function applyPolicy(
  settings: Settings,
  policy: Policy,
  isUncertain = false,
): { settings: Settings & Limits; locked: LockedField[] } {
  const times = isUncertain ? { ...policy, ...keepStricter(settings, policy) } : policy;
  const { limitDays, leadDays, reminderHour, autoLockMinutes, perProvider = [] } = times;
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
        ordered: { limitDays: policy.limitDays, byProvider: perProvider },
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
  if (custody === NOWHERE) return { destination: { to: 'vault', keep: true }, destinations: [] };
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

/** How an entry may be sent to a manager; `undefined` when it may not. */
export function ruleDelivery(
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
    length: Math.max(LEAST_PASSPHRASE.length, policy.leastPassphraseLength ?? 0),
    score: Math.max(LEAST_PASSPHRASE.score, policy.leastPassphraseScore ?? 0),
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
