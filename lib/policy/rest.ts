/**
 * What holds of a policy that cannot be read as a whole: prohibitions and shorter times as far as they can be read, and
 * where a list or a place cannot, what closes rather than opens.
 */
import type * as z from 'zod/mini';
import { numberSettings } from '../bounds';
import { ProviderId, type Settings } from '../model';
import { Host, type Policy, ProviderTimes } from './rules';

/** Replaces a place that cannot be read: secrets stay in the vault, and nothing goes to a manager or comes from one. */
export const NOWHERE = 'nowhere';

/** What a number is at least and at most. */
const { limitDays, leadDays, autoLockMinutes } = numberSettings;
const bounds = {
  ...{ limitDays, leadDays, autoLockMinutes },
  leastPassphraseScore: [0, 4],
  leastPassphraseLength: [0, 256],
} as const;

/** What is left of a rule whose value does not fit; `undefined` when nothing is. */
export function restOf(rule: keyof Policy, value: unknown): Policy[keyof Policy] {
  if (isBounded(rule)) return readNumber(rule, value);
  if (!Array.isArray(value)) return undefined;
  if (rule === 'providers') return readItems(ProviderId, value);
  if (rule === 'extraSites') return readItems(Host, value);
  return rule === 'perProvider' ? value.slice(0, 200).flatMap(readTimes) : undefined;
}

/** What replaces a rule of which only its presence is known; `undefined` where its absence opens nothing. */
export function standInFor(rule: keyof Policy): Policy[keyof Policy] {
  if (rule === 'providers') return [];
  if (rule === 'custody') return NOWHERE;
  return rule.startsWith('forbid') ? true : undefined;
}

function isBounded(rule: string): rule is keyof typeof bounds {
  return Object.hasOwn(bounds, rule);
}

/** A number that was written as a text, with a fraction or out of bounds. */
function readNumber(rule: keyof typeof bounds, value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || Number.isNaN(number)) return undefined;
  const [least, most] = bounds[rule];
  return Math.min(Math.max(Math.floor(number), least), most);
}

function readItems<Item>(schema: z.ZodMiniType<Item>, value: readonly unknown[]): Item[] {
  return value.slice(0, 200).flatMap((item) => {
    const read = schema.safeParse(item);
    return read.success ? [read.data] : [];
  });
}

function readTimes(item: unknown): ProviderTimes[] {
  if (typeof item !== 'object' || item === null) return [];
  const { provider, limitDays, leadDays } = item as Record<string, unknown>;
  const times = withoutGaps({
    limitDays: readNumber('limitDays', limitDays),
    leadDays: readNumber('leadDays', leadDays),
  });
  const read = ProviderTimes.safeParse({ provider, ...times });
  return read.success ? [read.data] : [];
}

function withoutGaps<Rules extends object>(
  rules: Rules,
): { [Name in keyof Rules]?: NonNullable<Rules[Name]> } {
  return Object.fromEntries(Object.entries(rules).filter(([, value]) => value !== undefined)) as never;
}

/** The smallest, or the largest, of those that are there. */
function choose(way: 'min' | 'max', ...numbers: (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined);
  return known.length === 0 ? undefined : Math[way](...known);
}

/** The times of a policy, as far as they are stricter than the user's own; those of a provider than the general ones, too. */
export function keepStricter(own: Settings, { perProvider, ...policy }: Policy): Policy {
  const limitDays = choose('min', own.limitDays, policy.limitDays);
  const leadDays = choose('max', own.leadDays, policy.leadDays);
  return withoutGaps({
    limitDays: policy.limitDays && limitDays,
    leadDays: policy.leadDays === undefined ? undefined : leadDays,
    autoLockMinutes: policy.autoLockMinutes && Math.min(policy.autoLockMinutes, own.autoLockMinutes),
    perProvider: perProvider?.map((one) => ({
      provider: one.provider,
      ...withoutGaps({
        limitDays: one.limitDays && choose('min', one.limitDays, limitDays),
        leadDays: one.leadDays === undefined ? undefined : choose('max', one.leadDays, leadDays),
      }),
    })),
  });
}

/**
 * The parts of a policy that close, and none that opens, leads anywhere or names a place: as much as may be believed of
 * a stored policy that another program could have written.
 */
export function keepClosing({
  extraSites: _,
  helpLink: __,
  rules: ___,
  reminderHour: ____,
  ...policy
}: Policy): Policy {
  const { custody } = policy;
  return custody === undefined || custody === 'vault' ? policy : { ...policy, custody: NOWHERE };
}

/**
 * The stricter of two policies, rule by rule.
 * @param good the last that could be read as a whole
 * @param found what could be read of the one that is there now
 */
export function joinStricter(good: Policy, found: Policy): Policy {
  const both = (name: 'forbidExport' | 'forbidPlainFormats' | 'forbidClipboard') =>
    good[name] || found[name] || undefined;
  const less = (name: 'limitDays' | 'autoLockMinutes') => choose('min', good[name], found[name]);
  const more = (name: 'leadDays' | 'leastPassphraseScore' | 'leastPassphraseLength') =>
    choose('max', good[name], found[name]);
  return withoutGaps({
    ...good,
    ...found,
    providers: joinProviders(good.providers, found.providers),
    custody: joinCustody(good.custody, found.custody),
    perProvider: joinTimes([...(good.perProvider ?? []), ...(found.perProvider ?? [])]),
    ...{ limitDays: less('limitDays'), autoLockMinutes: less('autoLockMinutes'), leadDays: more('leadDays') },
    leastPassphraseScore: more('leastPassphraseScore'),
    leastPassphraseLength: more('leastPassphraseLength'),
    forbidExport: both('forbidExport'),
    forbidPlainFormats: both('forbidPlainFormats'),
    forbidClipboard: both('forbidClipboard'),
  });
}

function joinProviders(good: Policy['providers'], found: Policy['providers']): Policy['providers'] {
  return good && found ? good.filter((id) => found.includes(id)) : (good ?? found);
}

/** Where two places differ, the result is nowhere: neither may get what the other does not. */
function joinCustody(good: Policy['custody'], found: Policy['custody']): Policy['custody'] {
  return good !== undefined && found !== undefined && good !== found ? NOWHERE : (good ?? found);
}

function joinTimes(all: readonly ProviderTimes[]): ProviderTimes[] | undefined {
  if (all.length === 0) return undefined;
  const joined = new Map<string, ProviderTimes>();
  for (const { provider, limitDays, leadDays } of all) {
    const before = joined.get(provider);
    const times = {
      limitDays: choose('min', limitDays, before?.limitDays),
      leadDays: choose('max', leadDays, before?.leadDays),
    };
    joined.set(provider, { provider, ...withoutGaps(times) });
  }
  return [...joined.values()];
}
