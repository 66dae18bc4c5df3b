import { fold, spell } from './text';
import { hasForm, isRow, likelihoodOf, matchesIn } from './vocabulary';

/** How much of a text is chance: whether a machine made it up, or a person wrote it. */

/** True for rows of keys, counting, and the same again and again, as samples have them. */
export function isSample(text: string): boolean {
  const plain = spell(text).replace(/[^\p{L}\p{N}]/gu, '');
  const letters = plain.replace(/\d/g, '');
  // One run of four may be chance; three are not.
  const countRuns = (one: string) => [...one.slice(3)].filter((_, at) => isRow(one.slice(at, at + 4))).length;
  if (new Set(plain).size * 3 < Math.min(plain.length, 16)) return true;
  return countRuns(plain) > 2 || countRuns(letters) > 2;
}

/** How much likelier words have these letters in this order than chance, in powers of two; below 0 it is less likely. */
function likenessOf(text: string): number {
  return matchesIn('run', spell(text))
    .flatMap(([run]) => [...run.slice(1)].map((letter, at) => likelihoodOf(run[at] ?? '', letter)))
    .reduce((sum, one) => sum + one, 0);
}

/** True for what reads like words: letters that get along, as in "responsibilities". Of random texts, 2 of 1,000 do. */
export function readsLikeWords(text: string): boolean {
  return !hasForm('digits', text) && likenessOf(text) > 3;
}

/**
 * How much of a text only chance explains: 2 for letters in an order that words avoid, 1 for each place with digits or
 * where the case changes. Of random texts of sixteen letters, 97 of 100 have 2 or more.
 */
export function rateChance(text: string): number {
  const low = spell(text);
  const plain = low.replace(/ /g, '');
  const letters = plain.replace(/\d/g, '');
  if (
    hasForm('written', plain) ||
    letters.length * 4 < Math.min(plain.length, 20) ||
    new Set(plain).size * 2 < Math.min(plain.length, 16) ||
    isSample(text)
  )
    return 0;
  const turns = matchesIn('turn', fold(text)).length;
  return (likenessOf(text) < -4 ? 2 : 0) + matchesIn('digits', plain).length + turns;
}

/** True when a text has a form in which machines make secrets. */
export function isFormed(text: string): boolean {
  return hasForm('piece', text) || hasForm('groups', text);
}

/** True for five to ten words in a row, a form in which some machines make secrets and people write everything. */
export function isWords(text: string): boolean {
  return hasForm('words', text) && !isSample(text);
}

/** True when a text was made by chance: no word, number, name, address or sample. */
export function isMade(text: string): boolean {
  if (hasForm('signed', text)) return true;
  return (
    isFormed(text) &&
    !hasForm('otherwise', text) &&
    isEven(text) &&
    !readsLikeWords(text) &&
    rateChance(text) > 1
  );
}

/** True for groups that are about as long as each other; words with spaces between them seldom are. */
function isEven(text: string): boolean {
  const lengths = text.split(' ').map((group) => group.length);
  return Math.max(...lengths) - Math.min(...lengths) < 2;
}
