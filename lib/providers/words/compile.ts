import { vocabulary } from './all';
import type { Learned, Words } from './words';

/** Makes one regular expression for each kind of words, for texts that are spelled as in `reading/text.ts`. */

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

/** Whose something is, as labels beside an account's name say it: short stems of many languages in one. */
const USER =
  'user|login|log in|benutz|anmelde|utilis|usu[aá]r|utent|identifiant|gebruik|anv[aä]nd|bruger|bruker|k[aä]ytt|u[zż]yt|u[zž]iv|felhaszn|kullan|пользов|логин|корист|χρήστη|ユーザ|アカウント|用户|帳|账|사용자|계정|مستخدم|account|konto|compte|cuenta|conta|e ?mail|adres';

const kinds = Object.keys(Object.values(vocabulary)[0] ?? {}) as (keyof Words)[];
const languages = Object.keys(vocabulary);

function expression(kind: keyof Words, chosen: readonly string[]): RegExp {
  return compileTerms(chosen.flatMap((language) => vocabulary[language]?.[kind].split('|') ?? []));
}

/** All words of all languages, as a page needs them: what it does not have to load as a script. */
export function learnable(): Learned {
  const sources = kinds.map((kind) => ({ kind, source: expression(kind, languages).source }));
  return { languages, sources: [...sources, { kind: 'user', source: USER }] };
}

/** The languages in which a spelled text has a word of this kind. */
export function languagesOf(kind: keyof Words, spelled: string): string[] {
  return languages.filter((language) => expression(kind, [language]).test(spelled));
}
