import { fold, spell } from './text';
import { isRow, isUsual } from './vocabulary';

/** What a text owes to chance: whether a machine made it up, or a person wrote it. */

/** What words avoid: they have vowels, and consonants that get along. */
const ODD = /[^aeiouy\d ]{5}|\b[^aeiouy\d ]{4}\b|[jvx][^aeiouylrtpc ]|[^aeiouylnr ][jx]|q[^u\d ]/g;
/** True for rows of keys, counting, and the same again and again, as samples have them. */
export function isSample(text: string): boolean {
  const plain = spell(text).replace(/[^\p{L}\p{N}]/gu, '');
  const letters = plain.replace(/\d/g, '');
  // One run of four may be chance; three are not.
  const countRuns = (one: string) => [...one.slice(3)].filter((_, at) => isRow(one.slice(at, at + 4))).length;
  if (new Set(plain).size * 3 < Math.min(plain.length, 16)) return true;
  return countRuns(plain) > 2 || countRuns(letters) > 2;
}

/** The part of all pairs of neighbouring letters that are usual ones, 0 to 1; random letters have about a quarter. */
function usualPart(text: string): number {
  const words = spell(text).match(/[a-z]{2,}/g) ?? [];
  const pairs = words.flatMap((word) => [...word.slice(1)].map((letter, at) => `${word[at]}${letter}`));
  return pairs.length ? pairs.filter((pair) => isUsual(pair)).length / pairs.length : 0;
}

/** True for what reads like words: letters of one case that get along, as in "responsibilities". */
export function readsLikeWords(text: string): boolean {
  const low = spell(text);
  if (/\d/.test(low) || !/[a-z]{3}/.test(low)) return false;
  // Short groups are made of usual pairs more often by chance.
  return rateChance(text) < 2 && usualPart(low) > (/[ -]/.test(text) ? 0.74 : 0.62);
}

/**
 * How much of a text only chance explains: 2 for what words avoid, 1 for each place with digits or where the case
 * changes. Of random texts of sixteen letters, 94 of 100 have 2 or more; of names of four words 3.
 */
export function rateChance(text: string): number {
  const low = spell(text);
  const plain = low.replace(/ /g, '');
  const letters = plain.replace(/\d/g, '');
  if (
    /pass|word|secret|http|@/.test(plain) ||
    letters.length * 4 < plain.length ||
    new Set(plain).size * 2 < Math.min(plain.length, 16) ||
    isSample(text)
  )
    return 0;
  const turns = fold(text).match(/[a-z][A-Z]|[A-Z]{2}[a-z]/g)?.length ?? 0;
  return (low.match(ODD)?.length ?? 0) * 2 + (plain.match(/\d+/g)?.length ?? 0) + turns;
}

/** One piece of 12 to 128 signs, perhaps with a telling prefix, or three groups and more. */
const PIECE = /^(?=\S{12,128}$)[A-Za-z\d_+/=.~!$%&*#?^:;,@-]+$/;
const GROUPS = /^[A-Za-z\d]{3,8}(?:([ –-])[A-Za-z\d]{3,8})(?:\1[A-Za-z\d]{3,8}){1,7}$/;
/** A signed token (RFC 7519, JSON Web Token): three parts, of which the first begins like this in all of them. */
const SIGNED = /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/;
const WORDS = /^[a-z]{3,12}(?:([ -])[a-z]{3,12})(?:\1[a-z]{3,12}){3,8}$/;

/** True when a text has a form in which machines make secrets. */
export function hasForm(text: string): boolean {
  return PIECE.test(text) || GROUPS.test(text);
}

/** True for five to ten words in a row, a form in which some machines make secrets and people write everything. */
export function isWords(text: string): boolean {
  return WORDS.test(text) && !isSample(text);
}

/** Addresses, hosts, numbers and dates, and what says which letters are allowed. */
const OTHERWISE =
  /^\/|^(sha|md|SHA|MD)\d+:|:\/\/|^[a-z\d_-]+(\.[a-z\d_-]+)+(\/.*)?$|^\d[\d .:/-]*$|a-z|A-Z|@.*\./;

/** True when a text is due to chance: no word, number, name, address or sample. */
export function isMade(text: string): boolean {
  if (SIGNED.test(text)) return true;
  return hasForm(text) && !OTHERWISE.test(text) && isEven(text) && rateChance(text) > 1;
}

/** True for groups that are about as long as each other; words with blanks between them seldom are. */
function isEven(text: string): boolean {
  const lengths = text.split(' ').map((group) => group.length);
  return Math.max(...lengths) - Math.min(...lengths) < 2;
}
