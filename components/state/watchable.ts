import type { ProviderCard } from '../../lib/messaging/shapes';

/** Hosts of a provider's pages, each once. */
export function listHosts({ matches }: Pick<ProviderCard, 'matches'>): string[] {
  return [...new Set(matches.map((pattern) => pattern.split('/')[2] ?? ''))];
}

/** True for providers whose pages are watched by choice alone. */
export function isChoosable({ access, matches }: ProviderCard): boolean {
  return matches.length > 0 && (access === 'optional' || access === 'self-hosted');
}
