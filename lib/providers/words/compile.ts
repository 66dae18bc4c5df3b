import { formTable } from '../reading/forms';
import { MARKS } from '../reading/marks';
import { finds } from '../reading/vocabulary';
import { GROUPS, NAMING, WEIGHTS } from '../reading/weights';
import { vocabulary } from './all';
import { pairs, rows } from './usual';
import type { Learned, Sought, Words } from './words';

/** Makes the words ready to be looked for in texts that are spelled as in `reading/text.ts`. */

/** Signs of scripts that put no spaces between words. */
const RUNNING = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

/** Any letters of one word. */
const LETTERS = '[\\p{L}\\p{M}]*';

/** A term of the vocabulary as a regular expression; how terms are written is said in `words.ts`. */
function source(term: string): string {
  return term.replace(/^~/, '').replace(/\*?\+ ?|\*|!$|[.?^${}()[\]\\/]/g, (sign) => {
    if (sign === '*') return LETTERS;
    if (sign === '!') return '(?![\\p{L}\\p{M}])';
    return sign.includes('+') ? `${LETTERS}(?: \\S+){0,3} ` : `\\${sign}`;
  });
}

/** True for terms that are found anywhere. */
const isFree = (term: string) => term.startsWith('~') || RUNNING.test(term);
/** True for terms that are more than a text. */
const isForm = (term: string) => /[*+!]/.test(term);

function seek(kind: string, terms: readonly string[]): Sought {
  const wanted = terms.filter(Boolean);
  const plain = wanted.filter((term) => !isForm(term));
  return {
    kind,
    bound: plain.filter((term) => !isFree(term)),
    free: plain.filter(isFree).map((term) => term.replace(/^~/, '')),
    forms: wanted.filter(isForm).map((term) => {
      const parts = term.replace(/^~/, '').split(/[*+!] ?/);
      const head = parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
      return { head, source: `${isFree(term) ? '' : '(?<![\\p{L}\\p{N}])'}${source(term)}` };
    }),
  };
}

/** Whose something is, as labels beside an account's name say it: short stems of many languages in one. */
const USER =
  'user|login|log in|benutz|anmelde|utilis|usuar|usuár|utent|identifiant|gebruik|anvand|använd|bruger|bruker|kaytt|käytt|uzyt|użyt|uziv|uživ|felhaszn|kullan|пользов|логин|корист|χρήστη|ユーザ|アカウント|用户|帳|账|사용자|계정|مستخدم|account|konto|compte|cuenta|conta|e ?mail|adres';

/** With which name one signs in, or is signed in. */
const LOGIN =
  'user name|username|user id|user:|· login:|login name|login id|signed in|logged in|benutzer|anmelde|angemeldet|utilisat|identifiant|connecté|usuari|usuár|utent|gebruik|ingelogd|användar|inloggad|bruger|logget|bruker|käytt|użytkow|zalogowan|uživat|přihlášen|felhaszn|kullan|giriş|пользов|логин|корист|потребител|χρήστη|ユーザ|ログイン|用户|用戶|使用者|帳號|账号|사용자|아이디|مستخدم|משתמש|utilizator|korisni|uporabni|kasutaja|lietotāj|naudotoj|người dùng|ผู้ใช้|pengguna';

/** A key that is secret, be it an authenticator's or that of a pair. */
const SECRET =
  'secret key|geheimer schlüssel|geheimen schlüssel|geheimschlüssel|clé secrète|clave secreta|llave secreta|chave secreta|chave de acesso secreta|chiave segreta|clau secreta|geheime sleutel|hemlig nyckel|hemliga nyckeln|hemmelig nøgle|hemmelige nøgle|hemmelig nøkkel|hemmelige nøkkel|salainen avain|leynilykil|tajny klucz|klucz tajny|tajný klíč|tajný kľúč|titkos kulcs|секретный ключ|секретний ключ|таен ключ|секретен ключ|tajni ključ|skrivni ključ|cheie secret|cheia secret|gizli anahtar|μυστικό κλειδί|salajane võti|salavõti|slaptas raktas|slapta raktas|slepenā atslēg|秘密鍵|シークレットキー|シークレット キー|秘密キー|密钥|密鑰|秘密金鑰|祕密金鑰|私密金鑰|비밀 키|비밀키|시크릿 키|المفتاح السري|مفتاح سري|מפתח סודי|המפתח הסודי|کلید محرمانه|کلید مخفی|गुप्त कुंजी|khóa bí mật|khoá bí mật|คีย์ลับ|กุญแจลับ|kunci rahasia';

const kinds = Object.keys(Object.values(vocabulary)[0] ?? {}) as (keyof Words)[];
const languages = Object.keys(vocabulary);

function termsOf(kind: keyof Words, chosen: readonly string[]): string[] {
  return chosen.flatMap((language) => vocabulary[language]?.[kind].split('|') ?? []);
}

let made: Learned | undefined;

function named(whose: string, weights: Readonly<Record<string, number>>): Learned['weights'] {
  return Object.entries(weights).map(([name, weight]) => ({ name: `${whose}.${name}`, weight }));
}

/** All words of all languages, as a page needs them: what it does not have to load as a script. Made once. */
export function learnable(): Learned {
  made ??= {
    languages,
    pairs,
    rows,
    forms: formTable,
    marks: Object.entries(MARKS).map(([name, selector]) => ({ name, selector })),
    weights: [
      ...named('text', WEIGHTS),
      ...named('field', NAMING),
      ...Object.entries(GROUPS).flatMap(([name, group]) => named(name, group)),
    ],
    sought: [
      ...kinds.map((kind) => seek(kind, termsOf(kind, languages))),
      { kind: 'user', bound: [], free: USER.split('|'), forms: [] },
      { kind: 'secret', bound: [], free: SECRET.split('|'), forms: [] },
      { kind: 'login', bound: [], free: LOGIN.split('|'), forms: [] },
    ],
  };
  return made;
}

/** The languages in which a spelled text has a word of this kind. */
export function languagesOf(kind: keyof Words, spelled: string): string[] {
  return languages.filter((language) => finds(seek(kind, termsOf(kind, [language])), spelled));
}
