import type { ProviderCard } from '../messaging/shapes';
import { providerById } from '../providers';
import { providers } from '../providers/all';
import type { Fact, Provider } from '../providers/provider';

/** A provider as our own pages show it: everything that is data. */
export function cardOf(provider: Provider): ProviderCard {
  const { id, name, access, matches, shape, links, servers, facts } = provider;
  return {
    ...{ id, name, access, matches: [...matches], links, servers: [...servers], facts: [...facts] },
    shape: { form: shape.shown.source, ignored: shape.ignored },
  };
}

export function listCards(): ProviderCard[] {
  return providers.map(cardOf);
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
