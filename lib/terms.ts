/**
 * What one thing is called, by language or by program. Each term is the source of a short regular expression; capitals
 * and small letters are alike. A vocabulary is such a table, so that a person who knows one language can correct its line.
 */
export type Terms = Readonly<Record<string, readonly string[]>>;

/** One expression that fits where any of the terms is. */
export function anyOf(terms: Terms): RegExp {
  return new RegExp(Object.values(terms).flat().join('|'), 'iu');
}
