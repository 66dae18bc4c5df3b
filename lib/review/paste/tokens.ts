import type { SlipKind } from './slips';

/** One character, with the plain one it looks like. */
export interface Token {
  raw: string;
  plain: string;
  /** What it is called where it has no business in a secret: a separator, or what is not seen. */
  noise?: SlipKind | undefined;
  /** Where it stands in the text, in UTF-16 units: the first, and the one past the last. */
  from: number;
  to: number;
}
export type Tokens = readonly Token[];

const line = /[\n\v\f\r\u0085\u2028\u2029]/;
/** What is not typed for a space or a hyphen. */
const unlikeSeparator = /[\p{L}\p{N}\p{Cf}]/u;
const hyphen = /[\p{Dash_Punctuation}\u2212\u2043]/u;
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zs}\u2800]/u;
/** A character with its marks; what is not seen never counts as a mark. */
const clusters = /\p{Default_Ignorable_Code_Point}|\s|.(?:(?!\p{Default_Ignorable_Code_Point})\p{M})*/gsu;
/** Characters that people read for each other. */
const alike = ['0Oo', '1lIi|', '2Zz', '5Ss', '8B'];
/** Letters of other scripts, each with the Latin one it looks like: Cyrillic, Greek, and the Turkish i. */
const homoglyphs = new Map(
  Object.entries({
    ...pair('аеорсухіјѕһԁԛԝӏк', 'aeopcyxijshdqwlk'),
    ...pair('АВЕКМНОРСТУХЅІЈ', 'ABEKMHOPCTYXSIJ'),
    ...pair('αοριυνκχγ', 'aopiuvkxy'),
    ...pair('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'),
    ...pair('ıİ', 'iI'),
  }),
);

function pair(letters: string, latin: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter, index) => [letter, latin.charAt(index)]));
}

/** Cuts a text into the characters that people see, but for the `ignored` ones. */
export function tokenise(text: string, ignored = ''): Token[] {
  const tokens: Token[] = [];
  for (const { 0: raw, index: from } of text.matchAll(clusters)) {
    if (ignored.includes(raw)) continue;
    const to = from + raw.length;
    const noise = nameNoise(raw);
    // A ligature is several letters.
    for (const part of noise ? raw : raw.normalize('NFKC'))
      tokens.push({ raw, plain: homoglyphs.get(part) ?? part, noise, from, to });
  }
  const [first, last] = [tokens.findIndex(isLetter), tokens.findLastIndex(isLetter)];
  return tokens.map((token, index) => {
    if (token.noise !== 'blank-inside' || (index > first && index < last)) return token;
    return { ...token, noise: index < first ? 'blank-at-start' : 'blank-at-end' };
  });
}

function nameNoise(raw: string): Token['noise'] {
  if (line.test(raw)) return 'line-break';
  if (raw === ' ' || raw === '\t') return 'blank-inside';
  if (unseen.test(raw)) return 'invisible-character';
  return hyphen.test(raw) ? 'hyphen-inside' : undefined;
}

export const isLetter = ({ noise }: Token) => !noise;
export const lettersOf = (tokens: Tokens) => tokens.filter(isLetter);

/** A character reduced to what stays the same under wrong case and look-alikes. */
export function reduce({ plain }: Token): string {
  return alike.find((group) => group.includes(plain))?.charAt(0) ?? plain.toLowerCase();
}

/** Whether two characters are the same letter, perhaps in another case. */
export const isLike = (a: Token, b: Token | undefined) => a.plain.toLowerCase() === b?.plain.toLowerCase();

/** Names the slips by which a typed character stands for a wanted one; `undefined` when it cannot. */
export function compare(have: Token | undefined, want: Token | undefined): SlipKind[] | undefined {
  if (!have || !want) return undefined;
  if (have.raw === want.raw) return [];
  if (want.noise && !unlikeSeparator.test(have.raw)) return ['separators-matter'];
  if (have.noise || want.noise) return undefined;
  if (have.plain === want.plain) return ['look-alike'];
  const looks: SlipKind[] = have.raw === have.plain ? [] : ['look-alike'];
  if (isLike(have, want)) return [...looks, 'wrong-case'];
  const isClose = alike.some((group) => group.includes(have.plain) && group.includes(want.plain));
  return [isClose ? 'look-alike' : 'one-character-wrong'];
}
