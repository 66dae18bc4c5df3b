import { readsLikeWords } from '../providers/reading/chance';
import { formTable } from '../providers/reading/forms';
import { learnLetters } from '../providers/reading/vocabulary';
import { pairs, rows } from '../providers/words/usual';

/**
 * The shape of a text: what it is made of, and nothing of what it says.
 *
 * A run of letters and digits is `x:5` (small letters), `X` (capitals), `Xx` (one capital first), `xX` (both, anyhow),
 * `o` (letters without case), `9` (digits), with a script that is not Latin before it: `CyrlXx:5`. The number is the
 * length, exact to 32, then `33+`, `65+`, `129+`. Signs between runs stay when they are in the list below, others are
 * `¤`. A run of runs without order is one, with `#` for its signs: `xX9#:24`. Which places of a run have digits or
 * capitals is never said: groups of one length get the classes of all of them. A long run is `x~:16` when its letters get
 * along as those of words do, which is one of two answers and tells no value.
 */

/** Scripts that are told apart; all others are `Zyyy`, as for what has none (ISO 15924). */
const SCRIPTS = ['Cyrl', 'Grek', 'Arab', 'Hebr', 'Hani', 'Hira', 'Kana', 'Hang', 'Thai', 'Deva'] as const;
const scripts = SCRIPTS.map((script) => [script, new RegExp(`\\p{sc=${script}}`, 'u')] as const);
const RUN = '[\\p{L}\\p{M}\\p{N}]+';
const PARTS = new RegExp(`${RUN}|[^\\p{L}\\p{M}\\p{N}]`, 'gu');
const SIGNS = '-_.,:;/@#+=*•()[]!?\'"&%…–—|<>’“”„«»';
/** Groups of one length with one sign or space between them. */
const GROUPS = new RegExp(`^${RUN}(?:([-_. :])${RUN})(?:\\1${RUN})*$`, 'u');
const ADDRESS = /^[^\s@]{1,64}@[^\s@]{1,130}\.[^\s@]{2,}$/u;
const LINK = /^(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.|otpauth:|mailto:|data:|blob:)/i;

/** Invisible characters are left out; white space runs are one space. */
export function fold(text: string): string {
  return text
    .replace(/[\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\u00AD]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function lengthOf(characters: number): string {
  const bucket = [129, 65, 33].find((least) => characters >= least);
  return bucket === undefined ? `:${characters}` : `:${bucket}+`;
}

/** What the letters and digits of a text are, without their order. */
function classesOf(text: string, signs = ''): string {
  const script = scripts.find(([, letters]) => letters.test(text))?.[0] ?? '';
  const latin = /\p{sc=Latin}/u.test(text);
  const other = !script && !latin && /\p{L}/u.test(text) ? 'Zyyy' : '';
  const [lower, upper] = [/\p{Ll}/u.test(text), /\p{Lu}/u.test(text)];
  const first = /^\p{Lu}[\p{Ll}\p{M}]+$/u.test(text);
  const letters =
    lower && upper ? (first ? 'Xx' : 'xX') : lower ? 'x' : upper ? 'X' : /\p{L}/u.test(text) ? 'o' : '';
  return `${script || other}${letters}${/\p{N}/u.test(text) ? '9' : ''}${signs}`;
}

// A sketch is drawn without the page's reader having learned anything.
learnLetters({ pairs, rows, forms: formTable });

function shapeOfRun(run: string): string {
  const isWord = run.length > 11 && readsLikeWords(run);
  return `${classesOf(run) || 'o'}${isWord ? '~' : ''}${lengthOf([...run].length)}`;
}

/** Groups of one length, as many app passwords are shown; `undefined` for everything else. */
function groupsOf(text: string): { groups: string[]; sign: string } | undefined {
  const sign = GROUPS.exec(text)?.[1];
  if (sign === undefined) return undefined;
  const groups = text.split(sign);
  const length = groups[0]?.length ?? 0;
  if (length < 3 || length > 8 || groups.some((group) => group.length !== length)) return undefined;
  return groups.length > (sign === '-' ? 1 : 2) ? { groups, sign } : undefined;
}

/** True for texts in which no word is looked for, because their form is that of a value. */
export function isValue(text: string): boolean {
  if (groupsOf(text) || ADDRESS.test(text) || LINK.test(text)) return true;
  return !text.includes(' ') && text.length > 7 && /\d/.test(text) && /\p{L}/u.test(text);
}

/** The shape of one piece of text without spaces. */
function shapeOfToken(token: string): string {
  if (ADDRESS.test(token)) return '‹address›';
  if (LINK.test(token)) return '‹link›';
  const parts = token.match(PARTS) ?? [];
  const runs = parts.filter((part) => /[\p{L}\p{M}\p{N}]/u.test(part));
  if (runs.length > 3) return `${classesOf(runs.join(''), '#')}${lengthOf([...token].length)}`;
  return parts
    .map((part) => (runs.includes(part) ? shapeOfRun(part) : SIGNS.includes(part) ? part : '¤'))
    .join('')
    .replace(/([^\p{L}\p{N}:])\1{3,}/gu, '$1$1$1');
}

/** The shape of a text that may be a value: nothing of it is looked up. At most 40 pieces are said. */
export function shapeOf(text: string): string {
  const folded = fold(text.slice(0, 4_000));
  const found = groupsOf(folded);
  if (found) {
    const { groups, sign } = found;
    const all = classesOf(groups.join(''));
    // One capital first is a place; said of all groups it would be one in each.
    const classes = all.replace('Xx', 'xX');
    return groups
      .slice(0, 40)
      .map((group) => `${classes}:${group.length}`)
      .join(sign);
  }
  const tokens = folded.split(' ').filter(Boolean);
  const more = tokens.length > 40 ? ' ‹more›' : '';
  return tokens.slice(0, 40).map(shapeOfToken).join(' ') + more;
}
