import { vocabulary } from '../words/all';
import type { Words } from '../words/words';

/** Finds the words of the vocabulary in a text. */

export type Kind = keyof Words;

/** Signs of scripts that put no blanks between words. */
const RUNNING = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

/** Any letters of one word. */
const LETTERS = '[\\p{L}\\p{M}]*';

/** A term of the vocabulary as a regular expression; how terms are written is said in `words.ts`. */
function source(term: string): string {
  return term.replace(/^~/, '').replace(/\*|\+ ?|!$|[.?^${}()[\]\\/]/g, (sign) => {
    if (sign === '*') return LETTERS;
    if (sign === '!') return '(?![\\p{L}\\p{M}])';
    return sign.startsWith('+') ? `${LETTERS}(?: \\S+){0,3} ` : `\\${sign}`;
  });
}

/** One expression for terms that are written as in `words.ts`, for spelled texts. */
export function compileTerms(terms: readonly string[]): RegExp {
  const wanted = terms.filter(Boolean);
  const isFree = (term: string) => term.startsWith('~') || RUNNING.test(term);
  const bound = wanted.filter((term) => !isFree(term)).map(source);
  const free = wanted.filter(isFree).map(source);
  const sources = [...(bound.length ? [`(?<![\\p{L}\\p{N}])(?:${bound.join('|')})`] : []), ...free];
  return new RegExp(sources.length ? sources.join('|') : '(?!)', 'u');
}

const compiled = new Map<string, RegExp>();

function expression(kind: Kind, language?: string): RegExp {
  const key = `${kind} ${language ?? ''}`;
  let found = compiled.get(key);
  if (!found) {
    const chosen = language ? [vocabulary[language]] : Object.values(vocabulary);
    found = compileTerms(chosen.flatMap((words) => words?.[kind].split('|') ?? []));
    compiled.set(key, found);
  }
  return found;
}

/** True when a spelled text has a word of this kind, in whatever language. */
export function says(kind: Kind, spelled: string): boolean {
  return spelled !== '' && expression(kind).test(spelled);
}

/** A spelled text without what it calls an app password: the token in "app passwords / tokens" is none. */
export function withoutApp(spelled: string): string {
  const found = expression('app');
  return spelled.replace(new RegExp(found.source, 'gu'), '');
}

/** The languages in which a spelled text has a word of this kind. */
export function languagesOf(kind: Kind, spelled: string): string[] {
  return Object.keys(vocabulary).filter((language) => expression(kind, language).test(spelled));
}

/** True for a language tag (BCP 47) whose language has a vocabulary. */
export function isLanguageKnown(tag: string): boolean {
  const [language = ''] = tag.toLowerCase().split('-');
  return Object.keys(vocabulary).some((known) => known.split('-')[0] === language);
}
