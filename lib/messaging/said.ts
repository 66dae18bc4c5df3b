import * as z from 'zod/mini';
import { SHORT } from '../bounds';

/** So much (UTF-16 units) of a text from a page is looked at: a label that is longer has nothing to say. */
const MOST = 20 * SHORT;

/** Controls, lone halves of pairs, private and unassigned code points, marks of annotations, and an empty pattern of dots. */
const UNREADABLE = '[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\uFFF9-\\uFFFB\\u2800]';
/** What joins letters and pictures, and is not seen either. */
const JOINING = '\\p{Variation_Selector}|\\u200C|\\u200D';
/** Characters that are not seen, and that turn or break what is seen; those that join stay. */
const UNFIT = new RegExp(`${UNREADABLE}|(?!${JOINING})\\p{Default_Ignorable_Code_Point}`, 'gu');
/** More marks on one letter than any script has. */
const HEAP = /(\p{M}{4})\p{M}+/gu;

/**
 * Makes a text from a page safe to keep and to show: NFC, no control, bidi or invisible characters,
 * white space folded, at most 200 UTF-16 units without cutting a character in two.
 */
export function cleanText(text: string): string {
  let cut = '';
  for (const character of tidyText(text)) {
    if (cut.length + character.length > SHORT) break;
    cut += character;
  }
  return cut.trim();
}

/** The same without the last cut. */
export function tidyText(text: string): string {
  return (
    text
      .slice(0, MOST)
      .replace(/\s+/gu, ' ')
      .replace(UNFIT, '')
      // What was taken out may have stood between two spaces, or between a letter and its accent.
      .replace(/ +/g, ' ')
      .normalize('NFC')
      // A heap of marks on one letter is painted over the lines above and below.
      .replace(HEAP, '$1')
      .trim()
  );
}

/**
 * A label or an account as a page says it, cleaned and cut as it is read. Each message from a page is made of it, and
 * the card is filled with what one of them was answered, so that what it holds is what is kept, and never refused.
 */
export const said = z.pipe(z.string(), z.transform(cleanText));
