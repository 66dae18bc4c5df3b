import type { ProviderCard } from '../../lib/messaging/shapes';

/** What a tile shows: one or two letters, and in which of the quiet pairs of colours (0 to 5). */
export interface MonogramLook {
  letters: string;
  tone: number;
}

/** How many pairs of colours the tiles have. */
export const TONES = 6;
/** Stands for a provider of which neither letters nor a site are known. */
const UNKNOWN = '•';

/** Which pair of colours a text gets: always the same for the same text (djb2, which needs no more than to be spread). */
function toneOf(text: string): number {
  let hash = 5381;
  for (let place = 0; place < text.length; place++) hash = ((hash * 33) ^ text.charCodeAt(place)) >>> 0;
  return hash % TONES;
}

/**
 * Chooses the letters and the colours of a tile: those of the provider; of a site that no provider knows the first
 * letter of its host; a dot where nothing is known.
 */
export function chooseMonogram(
  card: Pick<ProviderCard, 'id' | 'monogram'> | undefined,
  site: string,
): MonogramLook {
  if (card) return { letters: card.monogram, tone: toneOf(card.id) };
  const [first] = /[\p{L}\p{N}]/u.exec(site.replace(/^www\./, '')) ?? [];
  return first ? { letters: first.toUpperCase(), tone: toneOf(site) } : { letters: UNKNOWN, tone: 0 };
}
