import type { Row } from './shapes';

/** A row with everything it can be found by, folded once so that a keystroke only compares. */
export interface Indexed {
  row: Row;
  label: string;
  text: string;
}

/** Folds text for finding: compatibility forms taken apart (NFKD), no diacritics, lower case. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** Sorts rows (in use before revoked, then by label) and folds what they can be found by. */
export function indexRows(
  rows: readonly Row[],
  nameOf: (provider: string) => string,
  locale?: string,
): Indexed[] {
  const compare = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }).compare;
  return rows
    .map((row) => ({
      row,
      label: foldText(row.label),
      text: foldText(
        [row.label, nameOf(row.provider), row.account, row.client, row.device, row.site, ...row.tags].join(
          '\n',
        ),
      ),
    }))
    .sort(
      (a, b) =>
        Number(a.row.status === 'revoked') - Number(b.row.status === 'revoked') || compare(a.label, b.label),
    );
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
