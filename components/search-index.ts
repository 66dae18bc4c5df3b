import type { Row } from './shapes';

/** A row with everything it can be found by, folded once so that a keystroke only compares. */
export interface Indexed {
  row: Row;
  label: string;
  text: string;
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
function sortKey(row: Row, label: string): string {
  return (row.status === 'revoked' ? '1' : '0') + label.replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}

/** Sorts rows (in use before revoked, then by label) and folds what they can be found by. */
export function indexRows(rows: readonly Row[], nameOf: (provider: string) => string): Indexed[] {
  return rows
    .map((row) => {
      const { label, provider, account, client, device, site, tags } = row;
      const text = [label, nameOf(provider), account, client, device, site, ...tags].join('\n');
      const folded = foldText(label);
      return { key: sortKey(row, folded), indexed: { row, label: folded, text: foldText(text) } };
    })
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ indexed }) => indexed);
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
