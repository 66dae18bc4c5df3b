import { fold } from './dom';

/** What texts look and read like to the general reader: values that are made, and words that name them. */

/** App passwords by name. */
const NAMED =
  /\b(app(li[ck]\S*)?|anwendung\S*)s?( sp\S+)? ?(pass|kenn|wacht)|(passe|contras\S+|senha|has\S{2,3}|password (dell|per|spec|for)\S*|парол\S)( \S{1,3}| p\S{3}| e?[sx][pt]\S+| внеш\S+)* (app(s|li\S+)?\b|apl|прил)|uygulama\S* (şif|par)|アプリ\S* ?パス|([应應專专]用|客户端)\S*密|مرور \S*تطبيق/;
/** What else is shown once, to be copied, in the same languages and, shorter, in some more. */
const OTHER =
  /to[ck]en|jeton|トークン|토큰|令牌|\bapi|secret|hook|back ?up|recover|authent|\b[2m]fa\b|otp\b|li[cz]en[czs]|nvit|wi ?fi|wlan|tempor|tijdel|tymcz|vorläuf|prov+is|仮|(einmal|one time )[pk]|一時|临时|врем|geçici|مؤقت|g[eé]n[eé]?ra[dt](eu|o)|\bkeys?\b|schlüssel|clé|clave|chiav|chave|sleutel|k[ul]{2}[cč]|k[lľ][ií]č|ключ|anahtar|キー|钥|مفتاح|avain|n[øy][cgk]|κλειδ|מפתח|(?<!gangs)[ck][oó]{1,2}d|код|コード|(?<!密)码|رمز|코드|키|קוד|\bmã|dat[ae]n?b|canvas|data:|\bqr/;
/** Whose or which it is: a stranger's password, a number. */
const WHOSE =
  /user|login|benutz|utilis|usu[aá]r|utent|ユーザ|用户|account|konto|\bid\b|n[uú]m[abemé]|номер|号|رقم/;
/** What a person's own name for it is called. */
const NAME = /^(app ?)?(na+me?|no(m|mbr)e?|имя|ad|名前|名称|bezeichnung)$/;

/** Forms of app passwords that need no words: groups, or one piece; licences and vouchers are in capital letters. */
const KNOWN = /^(?=.*[a-z])(.*[ -]|.{16,24}$)/;
/** Rows of keyboards, and what counts on. */
const SAMPLES = 'abcdefghijklmnopqrstuvwxyz 0123456789 qwertyuiop asdfghjkl zxcvbnm';
/** What words avoid: they have vowels, and consonants that get along. */
const ODD = /[^aeiouy\d ]{5}|\b[^aeiouy\d ]{4}\b|[jvx][^aeiouylrtpc ]|[^aeiouylnr ][jx]|q[^u\d ]/g;

/** Lower case, with one blank for what joins words. */
export function spell(text: string | null | undefined): string {
  return fold(text?.toLowerCase().replace(/[\s'’‑_-]+/g, ' '));
}

/** True for a title or a sentence that speaks of app passwords. */
export const isNamed = (text: string) => NAMED.test(text);

/** True for what says that a value is something else. */
export const isOther = (text: string) => OTHER.test(text);

/** True for a short text beside a value that calls it something else. */
export const isOtherLabel = (text: string) => text.length < 30 && !text.includes('pass') && OTHER.test(text);

/** True for what is about a person, a number or an address as well. */
export const isWhose = (text: string) => WHOSE.test(text);

/** True for the words beside the name that a person gave. */
export const isName = (text: string) => NAME.test(text);

/** True for a form that is one of app passwords even without words. */
export const isKnown = (text: string) => KNOWN.test(text) && rate(text) > 3;

/** True when a text is due to chance: no word, number, or sample. */
export const isMade = (text: string) => rate(text) > 1;

/**
 * How much of a text only chance explains: 2 for what words avoid, 1 for each place with digits. Of random texts of
 * sixteen letters, 94 of 100 have 2 or more, 68 have 4 or more; of names of four words 3 and 0.1.
 */
function rate(text: string): number {
  const low = spell(text);
  const plain = low.replace(/ /g, '');
  const letters = plain.replace(/\d/g, '');
  const isRow = (one: string) => [...one.slice(3)].some((_, at) => SAMPLES.includes(one.slice(at, at + 4)));
  if (
    /^[\da-f]+$|pass|word/.test(plain) ||
    letters.length * 2 < plain.length ||
    new Set(plain).size * 2 < Math.min(plain.length, 16) ||
    [plain, letters].some(isRow)
  )
    return 0;
  return (low.match(ODD)?.length ?? 0) * 2 + (plain.match(/\d+/g)?.length ?? 0);
}
