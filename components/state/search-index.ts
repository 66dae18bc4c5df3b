import type { Row } from '../../lib/messaging/shapes';

/** A row with what it can be found by, folded once so that a keystroke only compares. */
export class Indexed {
  readonly row: Row;
  /** The folded label, by which rows are sorted. */
  readonly label: string;
  readonly #nameOf: (provider: string) => string;
  #text: string | undefined;

  constructor(row: Row, nameOf: (provider: string) => string) {
    this.row = row;
    this.label = foldText(row.label);
    this.#nameOf = nameOf;
  }

  /** All it can be found by. Folded when first asked for: a list is shown before it is searched. */
  get text(): string {
    const { label, provider, account, client, device, site, tags, lastUsed, lastPlace } = this.row;
    this.#text ??= foldText(
      [label, this.#nameOf(provider), account, client, device, site, lastUsed, lastPlace, ...tags].join('\n'),
    );
    return this.#text;
  }
}

/** Folds text for finding: compatibility forms taken apart (NFKD), no diacritics, lower case. */
export function foldText(text: string): string {
  // Most text is plain, and taking plain text apart is most of the time that indexing takes.
  return isPlain(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase();
}

function isPlain(text: string): boolean {
  for (let position = 0; position < text.length; position++) {
    if (text.charCodeAt(position) > 0x7f) return false;
  }
  return true;
}

/** Makes "Key 9" sort before "Key 10" by plain comparison, which is many times as fast as a numeric collator. */
function sortKey(label: string): string {
  return /\d/.test(label) ? label.replace(/\d+/g, (digits) => digits.padStart(12, '0')) : label;
}

/** Sorts rows (in use before revoked, then by label) and folds what they are sorted by. */
export function indexRows(rows: readonly Row[], nameOf: (provider: string) => string): Indexed[] {
  const inUse: { key: string; one: Indexed }[] = [];
  const revoked: { key: string; one: Indexed }[] = [];
  for (const row of rows) {
    const one = new Indexed(row, nameOf);
    (row.status === 'revoked' ? revoked : inUse).push({ key: sortKey(one.label), one });
  }
  for (const part of [inUse, revoked]) part.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return [...inUse, ...revoked].map(({ one }) => one);
}

/** Folds everything that is not folded yet, so that the first keystroke costs no more than the others. */
export function prepareSearch(index: readonly Indexed[]): void {
  for (const one of index) one.text;
}

/** Rows in which every word of the query occurs; those whose label begins with it come first. */
export function findRows(index: readonly Indexed[], query: string): Row[] {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return index.map(({ row }) => row);
  const leading: Row[] = [];
  const others: Row[] = [];
  for (const { row, label, text } of index) {
    if (words.every((word) => text.includes(word))) (label.startsWith(first) ? leading : others).push(row);
  }
  return [...leading, ...others];
}
