import type { AppPassword } from '../model';
import type { FactsOf } from './due';
import { toName } from './names';

/** Entries (ids) by what became of them, in the order given; every entry that may be concerned is in one. */
export interface AfterChange {
  ended: string[];
  alive: string[];
  /** It depends, the provider does not say, or the entry may be of another account or site. */
  unsure: string[];
  /** Id of the fact that says so. */
  fact?: string;
}

/** An account whose own password was changed. */
export interface ChangedAccount {
  provider: string;
  /** For self-hosted software only, as in a `Comparison`. */
  site?: string;
  account: string;
  /** When it was changed (ms): app passwords made later are left out. */
  at: number;
}

/** Entries that have a text in common. */
export interface Group {
  /** The text as the first of them has it; empty for those that have none. */
  name: string;
  ids: string[];
}

/** Tells which app passwords ended when the password of their account was changed, as far as the provider has said. */
export function sortAfterChange(
  entries: readonly AppPassword[],
  { provider, site = '', account, at }: ChangedAccount,
  facts: FactsOf,
): AfterChange {
  const fact = facts(provider).find(({ ends }) => ends !== undefined);
  const sorted: AfterChange = { ended: [], alive: [], unsure: [], ...(fact && { fact: fact.id }) };
  const person = toName(account);
  for (const entry of entries.filter(isLive)) {
    if (entry.provider !== provider || entry.secretChanged > at) continue;
    const named = toName(entry.account);
    const [isHere, isTheirs] = [site === '' || entry.site === site, named === person];
    if (!(isHere || entry.site === '') || !(isTheirs || named === '' || person === '')) continue;
    if (!isHere || !isTheirs || !fact || fact.ends === 'depends') sorted.unsure.push(entry.id);
    else if (fact.ends === 'with-password') sorted.ended.push(entry.id);
    else sorted.alive.push(entry.id);
  }
  return sorted;
}

/**
 * Puts entries that may still open something together by a text, such as their device (one was lost) or their account
 * (a person left), in any case and Unicode form. Largest first; last those without it, which may belong to any.
 */
export function groupLive(entries: readonly AppPassword[], read: (entry: AppPassword) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const entry of entries.filter(isLive)) {
    const name = read(entry).trim();
    const group = groups.get(toName(name)) ?? { name, ids: [] };
    group.ids.push(entry.id);
    groups.set(toName(name), group);
  }
  const order = [...groups.values()].sort((a, b) => b.ids.length - a.ids.length);
  return order.sort((a, b) => Number(a.name === '') - Number(b.name === ''));
}

function isLive({ status, deleted }: AppPassword): boolean {
  return status !== 'revoked' && deleted === undefined;
}
