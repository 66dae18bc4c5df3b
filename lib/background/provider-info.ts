import type { FactCard, ProviderCard } from '../messaging/shapes';
import { providerById } from '../providers';
import { providers } from '../providers/all';
import type { Fact, Provider } from '../providers/provider';
import { isAhead, isStale } from '../review/facts';

/** A provider as our own pages show it at `now` (ms): everything that is data. */
export function cardOf(provider: Provider, now: number): ProviderCard {
  const { id, name, monogram, access, matches, shape, links, servers, facts } = provider;
  return {
    ...{ id, name, monogram, access, matches: [...matches], links, servers: [...servers] },
    facts: facts.map((fact) => showFact(fact, now)),
    shape: { form: shape.shown.source, ignored: shape.ignored },
  };
}

function showFact(fact: Fact, now: number): FactCard {
  const { id, date, source, effect, about, todo = false } = fact;
  const times = { isAhead: isAhead(fact, now), isStale: isStale(fact, now) };
  return { id, date, source, effect, about, ...times, hasTodo: todo };
}

/** All providers as our own pages show them at `now` (ms). */
export function listCards(now: number): ProviderCard[] {
  return providers.map((provider) => cardOf(provider, now));
}

export function factsOf(provider: string): readonly Fact[] {
  return providerById(provider)?.facts ?? [];
}

/** What people call a provider; its id, when a later version knew it and this one does not. */
export function nameOf(provider: string): string {
  return providerById(provider)?.name ?? provider;
}

/** Whether an account there belongs to one site, as in self-hosted software. */
export function isSiteOfOne(provider: string): boolean {
  return providerById(provider)?.access === 'self-hosted';
}
