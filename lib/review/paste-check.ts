import { SECRET } from '../model';
import type { Fact, SecretShape } from '../providers/provider';
import type { PasteKind } from './reasons';

/** What surrounds the secret. */
const wraps = ['label-or-account-included', 'doubled-whole', 'quotes-around'] as const;
/** Slips at certain characters, in the order to mend them. */
const slipKinds = [
  ...(['line-break', 'invisible-character', 'blank-at-start', 'blank-at-end', 'blank-inside'] as const),
  ...(['hyphen-inside', 'separators-matter', 'start-missing', 'end-missing', 'wrong-case'] as const),
  ...(['look-alike', 'characters-swapped', 'character-doubled', 'character-extra'] as const),
  ...(['character-missing', 'one-character-wrong'] as const),
] as const;
type Named = 'older-password' | 'other-entry';
type Wrap = (typeof wraps)[number];
type SlipKind = (typeof slipKinds)[number];
/** The fact by which the provider no longer takes app passwords for what the entry is used for. */
type Ending = Pick<Fact, 'id' | 'date' | 'source'>;

/**
 * One thing found; it never holds a piece of the secret or of the pasted text.
 * `positions`, ascending, count the characters of the canonical form from 1: each is one typed wrongly, left out or
 * doubled, a separator, the place of superfluous ones (length + 1 after the last), or both of two swapped ones.
 * `extent`: a capital only as `first` letter, capitals for `all` letters typed, or else `some`.
 */
export type PasteFinding =
  | { kind: Exclude<PasteKind, Named | SlipKind | 'right-but-retired'> }
  | { kind: Exclude<SlipKind, 'wrong-case'>; positions: readonly number[] }
  | { kind: 'wrong-case'; extent: 'first' | 'all' | 'some'; positions: readonly number[] }
  | { kind: Named; id: string; label: string }
  | { kind: 'right-but-retired'; fact: Ending };

/** A secret that may have been taken for the right one. */
export interface OtherSecret {
  readonly id: string;
  /** Whatever names it to the user. */
  readonly label: string;
  readonly canonical: string;
  /** What its own provider's sign-in ignores. */
  readonly ignored: SecretShape['ignored'];
}

export interface PasteQuestion {
  /** What the user pasted, as it came: not trimmed, not normalised. */
  readonly pasted: string;
  /** The secret as the provider shows it, and without what sign-in ignores. */
  readonly secret: { readonly shown: string; readonly canonical: string };
  /** Absent when the provider is not known: then every character counts. */
  readonly shape?: SecretShape | undefined;
  /** Empty when not known. */
  readonly account: string;
  readonly retired?: Ending | undefined;
  /** Secrets of entries that this one replaced. */
  readonly older: readonly OtherSecret[];
  readonly others: readonly OtherSecret[];
}

/** One character, with the plain one it looks like; `noise` is its name where it has no business in a secret. */
type Token = { raw: string; plain: string; noise?: SlipKind | undefined; from: number; to: number };
type Tokens = readonly Token[];
type Wraps = readonly Wrap[];
type Slip = { kind: SlipKind; at: number };
/** The last step of a way to explain what was typed by what was wanted. */
type Way = { cost: number; slips: readonly Slip[]; before?: Way };
/** The slips between the secret and what remains (`typed`) when all that is `peeled` is taken away. */
type Explained = { cost: number; slips: readonly Slip[]; peeled: Wraps; typed: Tokens };

/** Longest pasted text, in UTF-16 units, that is looked at; anything longer is no app password. */
const LONGEST = 1000;
/** Cost of a slip that changes the letters; all others together, at 1 each, cost less. */
const GRAVE = 1000;
const never: Way = { cost: Number.POSITIVE_INFINITY, slips: [] };

const line = /[\n\v\f\r\u0085\u2028\u2029]/;
/** What nobody types for a blank or a hyphen. */
const unlikeSeparator = /[\p{L}\p{N}\p{Cf}]/u;
const hyphen = /[\p{Dash_Punctuation}\u2212\u2043]/u;
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zs}\u2800]/u;
const dots = /([•●∙·⦁◦⚫⬤*＊∗]\s?){3,}/u;
const quoted = /^(\s*)["'`´“„‟”‘‚‛’«»‹›<([](.+)["'`´“„‟”‘‚‛’«»‹›>)\]](\s*)$/su;
const joints = /^[\s:;,|/]+|[\s:;,|/]+$/g;
/** A character with its marks; what is not seen never counts as a mark. */
const clusters = /\p{Default_Ignorable_Code_Point}|\s|.(?:(?!\p{Default_Ignorable_Code_Point})\p{M})*/gsu;
/** Characters that people read for each other. */
const alike = ['0Oo', '1lIi|', '2Zz', '5Ss', '8B'];
/** Letters of other scripts, and the Latin ones they look like, place by place. */
const foreign = 'аеорсухіјѕһԁԛԝӏкАВЕКМНОРСТУХЅІЈαοριυνκχγΑΒΕΖΗΙΚΜΝΟΡΤΥΧıİ';
const latin = 'aeopcyxijshdqwlkABEKMHOPCTYXSIJaopiuvkxyABEZHIKMNOPTYXiI';
const homoglyphs = new Map([...foreign].map((letter, place) => [letter, latin.charAt(place)]));

/**
 * Compares what a client refused with the secret and names the slips that turn one into the other, in the order of
 * `pasteKinds`, each kind once; never empty. A kind that begins with `right` appears only when what sign-in looks at
 * is the secret, character for character. Another secret is named only when the text is exactly that one.
 */
export function checkPaste(question: PasteQuestion): PasteFinding[] {
  const { pasted, secret, shape, retired, older, others } = question;
  if (pasted.length > LONGEST) return [{ kind: 'not-of-this-form' }];
  const sent = strip(pasted, shape?.ignored);
  if (sent !== '' && sent === secret.canonical) {
    const right: PasteFinding = { kind: sent === pasted ? 'right' : 'right-with-separators' };
    const late: PasteFinding[] = retired ? [{ kind: 'right-but-retired', fact: retired }] : [];
    return retired && sent === pasted ? late : [...late, right];
  }
  const named = [...nameEqual('older-password', pasted, older), ...nameEqual('other-entry', pasted, others)];
  if (named.length > 0) return named;

  const wanted = tokenise(secret.canonical);
  const found = explain(pasted, wanted, question, []);
  if (found) return describe(found, wanted);
  const typed = tokenise(pasted, shape?.ignored);
  if (typed.every(({ noise }) => noise && noise !== 'hyphen-inside')) return [{ kind: 'empty' }];
  if (dots.test(pasted) && !dots.test(secret.canonical)) return [{ kind: 'masked' }];
  return [{ kind: isOfForm(lettersOf(typed), secret.shown, shape) ? 'different' : 'not-of-this-form' }];
}

function strip(text: string, ignored = ''): string {
  return [...text].filter((character) => !ignored.includes(character)).join('');
}

function nameEqual(kind: Named, pasted: string, secrets: readonly OtherSecret[]): PasteFinding[] {
  const equal = secrets.filter((one) => one.canonical !== '' && strip(pasted, one.ignored) === one.canonical);
  return equal.map(({ id, label }) => ({ kind, id, label }));
}

function tokenise(text: string, ignored = ''): Token[] {
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
  return tokens.map((token, place) => {
    if (token.noise !== 'blank-inside' || (place > first && place < last)) return token;
    return { ...token, noise: place < first ? 'blank-at-start' : 'blank-at-end' };
  });
}

function nameNoise(raw: string): Token['noise'] {
  if (line.test(raw)) return 'line-break';
  if (raw === ' ' || raw === '\t') return 'blank-inside';
  if (unseen.test(raw)) return 'invisible-character';
  return hyphen.test(raw) ? 'hyphen-inside' : undefined;
}

const isLetter = ({ noise }: Token) => !noise;
const lettersOf = (tokens: Tokens) => tokens.filter(isLetter);

/** A character reduced to what stays the same under wrong case and look-alikes. */
function reduce({ plain }: Token): string {
  return alike.find((group) => group.includes(plain))?.charAt(0) ?? plain.toLowerCase();
}

/** Finds the cheapest explanation of a text, or of what remains when things around the secret are taken away. */
function explain(text: string, wanted: Tokens, asked: PasteQuestion, peeled: Wraps): Explained | undefined {
  const typed = tokenise(text, asked.shape?.ignored);
  let best = align(typed, wanted, peeled);
  for (const [kind, cost, rest] of peel(text, lettersOf(typed), lettersOf(wanted), asked.account)) {
    const inner = peeled.includes(kind) ? undefined : explain(rest, wanted, asked, [...peeled, kind]);
    if (inner && inner.cost + cost < (best?.cost ?? never.cost)) best = { ...inner, cost: inner.cost + cost };
  }
  return best;
}

/** Lists what could be taken away around the secret, with its cost and with the text that remains. */
function peel(text: string, typed: Tokens, wanted: Tokens, account: string): [Wrap, number, string][] {
  const rests: [Wrap, number, string][] = [];
  const add = (kind: Wrap, cost: number, rest = '') => rest && rests.push([kind, cost, rest]);
  const cut = (from: number, to: number) => text.slice(typed[from]?.from, typed[to - 1]?.to);
  add('quotes-around', GRAVE / 2, quoted.exec(text)?.slice(1).join(''));
  const keys = typed.map(reduce);
  const half = keys.length / 2;
  const isTwice = half >= 4 && keys.every((key, place) => key === keys[(place + half) % keys.length]);
  if (isTwice) add('doubled-whole', GRAVE / 2, cut(0, half));
  add('label-or-account-included', GRAVE / 2, /^[^:=]{1,60}[:=]\s*(.+)$/su.exec(text)?.[1]);
  const found = account.length < 3 ? -1 : text.toLowerCase().indexOf(account.toLowerCase());
  const rest = text.slice(0, found) + text.slice(found + account.length);
  if (found >= 0) add('label-or-account-included', GRAVE / 2, rest.replace(joints, ''));
  // Any other words cost more than the two superfluous characters that are named as such.
  const goal = wanted.map(reduce);
  const start = keys.findIndex((_, from) => goal.every((key, place) => key === keys[from + place]));
  if (start >= 0) add('label-or-account-included', 2.5 * GRAVE, cut(start, start + goal.length));
  return rests;
}

/**
 * Finds the cheapest way from wanted to typed: an edit distance with neighbours exchanged and with gaps.
 * @returns `undefined` when they have too little in common, or when one is over 200 characters.
 */
function align(typed: Tokens, wanted: Tokens, peeled: Wraps): Explained | undefined {
  const letters = lettersOf(wanted).length;
  if (typed.length > SECRET || wanted.length > SECRET) return undefined;
  if (lettersOf(typed).length > letters + 2) return undefined;
  const [first, last] = [typed.findIndex(isLetter), typed.findLastIndex(isLetter)];
  const ways: Way[][] = [];
  const gaps: Way[] = [];
  for (let i = 0; i <= wanted.length; i++) {
    const row: Way[] = [];
    for (let j = 0; j <= typed.length; j++) {
      let best: Way = i + j === 0 ? { cost: 0, slips: [] } : never;
      const offer = (before: Way | undefined, cost: number, slips: readonly Slip[]) => {
        if (before && before.cost + cost < best.cost) best = { cost: before.cost + cost, slips, before };
      };
      const [want, have, above] = [wanted[i - 1], typed[j - 1], ways[i - 1]];
      const same = compare(have, want);
      if (same) offer(above?.[j - 1], price(same), mark(same, i));
      const [left, right] = [compare(have, wanted[i - 2]), compare(typed[j - 2], want)];
      if (left && right && price([...left, ...right]) < GRAVE) {
        const kinds: SlipKind[] = ['characters-swapped'];
        const slips = [...mark([...kinds, ...left], i - 1), ...mark([...kinds, ...right], i)];
        offer(ways[i - 2]?.[j - 2], GRAVE + slips.length, slips);
      }
      if (have) {
        const twin = isLike(have, want) ? i : isLike(have, wanted[i]) ? i + 1 : undefined;
        const kind = have.noise ?? (twin ? 'character-doubled' : 'character-extra');
        offer(row[j - 1], have.noise ? 1 : GRAVE, mark([kind], twin ?? i + 1));
      }
      if (want) {
        if (want.noise) offer(above?.[j], 1, mark(['separators-matter'], i));
        // A gap is one grave slip however long it is; separators inside it add nothing.
        const [open, wider] = want.noise ? [GRAVE, 0] : [GRAVE + 1, 1];
        const [start, gap] = [above?.[j] ?? never, gaps[j] ?? never];
        const [before, cost] = start.cost + open <= gap.cost + wider ? [start, open] : [gap, wider];
        const kind = j <= first ? 'start-missing' : j > last ? 'end-missing' : 'character-missing';
        const wide: Way = { cost: before.cost + cost, slips: mark([kind], i), before };
        gaps[j] = wide;
        if (wide.cost < best.cost) best = wide;
      }
      row.push(best);
    }
    ways.push(row);
  }
  const end = ways.at(-1)?.at(-1) ?? never;
  const slips: Slip[] = [];
  for (let way: Way | undefined = end; way; way = way.before) slips.push(...way.slips);
  const lost = slips.filter(({ kind, at }) => /-missing|-wrong/.test(kind) && !wanted[at - 1]?.noise).length;
  const least = [1, Math.max(4, letters / 4), Math.max(6, letters / 2)][Math.floor(end.cost / GRAVE)];
  if (least === undefined || letters - lost < least) return undefined;
  return { cost: end.cost, slips: slips.sort((a, b) => a.at - b.at), peeled, typed };
}

/** Names the slips by which a typed character stands for a wanted one; `undefined` when it cannot. */
function compare(have: Token | undefined, want: Token | undefined): SlipKind[] | undefined {
  if (!have || !want) return undefined;
  if (have.raw === want.raw) return [];
  if (want.noise && !unlikeSeparator.test(have.raw)) return ['separators-matter'];
  if (have.noise || want.noise) return undefined;
  if (have.plain === want.plain) return ['look-alike'];
  const looks: SlipKind[] = have.raw === have.plain ? [] : ['look-alike'];
  if (isLike(have, want)) return [...looks, 'wrong-case'];
  const close = alike.some((group) => group.includes(have.plain) && group.includes(want.plain));
  return [close ? 'look-alike' : 'one-character-wrong'];
}

const mark = (kinds: SlipKind[], at: number): Slip[] => kinds.map((kind) => ({ kind, at }));
const price = (kinds: SlipKind[]) => (kinds.includes('one-character-wrong') ? GRAVE : kinds.length);
const isLike = (a: Token, b: Token | undefined) => a.plain.toLowerCase() === b?.plain.toLowerCase();

function describe({ slips, peeled, typed }: Explained, wanted: Tokens): PasteFinding[] {
  const findings: PasteFinding[] = wraps.filter((kind) => peeled.includes(kind)).map((kind) => ({ kind }));
  for (const kind of slipKinds) {
    const positions = [...new Set(slips.filter((slip) => slip.kind === kind).map(({ at }) => at))];
    if (positions.length === 0) continue;
    if (kind !== 'wrong-case') findings.push({ kind, positions });
    else findings.push({ kind, extent: measureCase(typed, wanted, positions), positions });
  }
  return findings;
}

function measureCase(typed: Tokens, wanted: Tokens, positions: readonly number[]) {
  const first = wanted.findIndex(({ plain }) => /\p{L}/u.test(plain));
  const onlyFirst = positions.length === 1 && positions[0] === first + 1;
  if (onlyFirst && /\p{Ll}/u.test(wanted[first]?.plain ?? '')) return 'first';
  return typed.some(({ plain }) => /\p{Ll}/u.test(plain)) ? 'some' : 'all';
}

/** Whether letters could be a secret as the provider shows it, but for their case and two more or fewer. */
function isOfForm(letters: Tokens, shown: string, shape: SecretShape | undefined): boolean {
  const wanted = tokenise(shown);
  // A form that the secret itself does not have says nothing.
  if (!shape || shown.search(shape.shown) < 0) return true;
  if (letters.length === 0 || Math.abs(lettersOf(wanted).length - letters.length) > 2) return false;
  let next = 0;
  const filled = wanted.map(({ raw, noise }) => (noise ? raw : letters[next++ % letters.length]?.plain));
  const form = filled.join('');
  return [form, form.toLowerCase(), form.toUpperCase()].some((one) => one.search(shape.shown) >= 0);
}
