import { SECRET } from '../../bounds';
import { GRAVE, type Slip, type SlipKind } from './slips';
import { compare, isLetter, isLike, lettersOf, type Tokens } from './tokens';

/** What one edit costs, and the slips that it names. */
interface Edit {
  cost: number;
  slips: readonly Slip[];
}
/** A way from wanted to typed, by its last edit; `cost` is that of the whole way. */
interface Way extends Edit {
  before?: Way;
}

/** What explains a text by the secret. */
export interface Alignment {
  cost: number;
  /** Ascending. */
  slips: readonly Slip[];
}

const start: Way = { cost: 0, slips: [] };
const never: Way = { cost: Number.POSITIVE_INFINITY, slips: [] };
/** Slips by which a wanted letter is not there. */
const losses: readonly SlipKind[] = [
  'start-missing',
  'end-missing',
  'character-missing',
  'one-character-wrong',
];

/**
 * Finds the cheapest explanation of what was typed by what was wanted.
 * @returns `undefined` when they have too little in common, or when one is over 200 characters.
 */
export function align(typed: Tokens, wanted: Tokens): Alignment | undefined {
  const letters = lettersOf(wanted).length;
  if (typed.length > SECRET || wanted.length > SECRET) return undefined;
  if (lettersOf(typed).length > letters + 2) return undefined;
  const end = findWay(typed, wanted);
  const slips: Slip[] = [];
  for (let way: Way | undefined = end; way; way = way.before) slips.push(...way.slips);
  const lost = slips.filter(({ kind, at }) => losses.includes(kind) && !wanted[at - 1]?.noise).length;
  // The letters that must be left, by the number of grave slips.
  const least = [1, Math.max(4, letters / 4), Math.max(6, letters / 2)][Math.floor(end.cost / GRAVE)];
  if (least === undefined || letters - lost < least) return undefined;
  return { cost: end.cost, slips: slips.sort((a, b) => a.at - b.at) };
}

/**
 * An edit distance with gaps that cost little more when they are longer (Gotoh 1982), and with neighbours exchanged
 * (Damerau 1964). `w` are the wanted characters and `t` the typed ones, counted from 1. `W(i, j)` is the cheapest way
 * from the first `i` wanted characters to the first `j` typed ones; `G(i, j)` the cheapest that ends in a gap, which
 * is to say that `w(i)` was not typed.
 *
 *     G(i, j) = min  W(i-1, j)   + open(i, j)     a gap begins with w(i)
 *                    G(i-1, j)   + widen(i, j)    w(i) is in the gap, too
 *
 *     W(0, 0) = 0
 *     W(i, j) = min  W(i-1, j-1) + stand(i, j)    t(j) stands for w(i)
 *                    W(i-2, j-2) + swap(i, j)     t(j-1) t(j) stand for w(i) w(i-1)
 *                    W(i, j-1)   + extra(i, j)    t(j) is superfluous
 *                    W(i-1, j)   + omit(i, j)     w(i) is a separator and was left out
 *                    G(i, j)
 *
 * Of several that cost the same, the first holds. What each edit costs stands at its name in `listEdits`; an edit that
 * cannot be made, and a place before the beginning, cost more than anything.
 */
function findWay(typed: Tokens, wanted: Tokens): Way {
  const { open, widen, stand, swap, extra, omit } = listEdits(typed, wanted);
  const [G, W]: [Way[][], Way[][]] = [[], []];
  for (let i = 0; i <= wanted.length; i++) {
    const [g, w]: [Way[], Way[]] = [[], []];
    G.push(g);
    W.push(w);
    for (let j = 0; j <= typed.length; j++) {
      let gap = never;
      gap = cheaper(gap, W[i - 1]?.[j], open(i, j));
      gap = cheaper(gap, G[i - 1]?.[j], widen(i, j));
      let way = i + j === 0 ? start : never;
      way = cheaper(way, W[i - 1]?.[j - 1], stand(i, j));
      way = cheaper(way, W[i - 2]?.[j - 2], swap(i, j));
      way = cheaper(way, w[j - 1], extra(i, j));
      way = cheaper(way, W[i - 1]?.[j], omit(i, j));
      if (gap.cost < way.cost) way = gap;
      g.push(gap);
      w.push(way);
    }
  }
  return W.at(-1)?.at(-1) ?? never;
}

/** The edits that can be made at wanted character `i` and typed character `j`; `undefined` where one cannot. */
function listEdits(typed: Tokens, wanted: Tokens) {
  const w = (i: number) => wanted[i - 1];
  const t = (j: number) => typed[j - 1];
  const [first, last] = [typed.findIndex(isLetter), typed.findLastIndex(isLetter)];
  const nameGap = (j: number): SlipKind =>
    j <= first ? 'start-missing' : j > last ? 'end-missing' : 'character-missing';
  /** A gap is one grave slip however long it is: each letter in it costs 1, and separators nothing. */
  const leaveOut = (i: number, j: number, grave: number): Edit | undefined => {
    const want = w(i);
    return want && { cost: grave + (want.noise ? 0 : 1), slips: [{ kind: nameGap(j), at: i }] };
  };
  return {
    open: (i: number, j: number) => leaveOut(i, j, GRAVE),
    widen: (i: number, j: number) => leaveOut(i, j, 0),
    /** Nothing for the same character, 1 for each slip that leaves the letter what it is, or else one grave slip. */
    stand(i: number, j: number): Edit | undefined {
      const kinds = compare(t(j), w(i));
      return kinds && { cost: price(kinds), slips: mark(kinds, i) };
    },
    /** One grave slip, and 1 for each slip that is named; a swap in which a letter is wrong is none. */
    swap(i: number, j: number): Edit | undefined {
      const [left, right] = [compare(t(j), w(i - 1)), compare(t(j - 1), w(i))];
      if (!left || !right || price([...left, ...right]) >= GRAVE) return undefined;
      const [one, other] = [
        mark(['characters-swapped', ...left], i - 1),
        mark(['characters-swapped', ...right], i),
      ];
      return { cost: GRAVE + one.length + other.length, slips: [...one, ...other] };
    },
    /** 1 for what has no business in a secret, one grave slip for a letter. */
    extra(i: number, j: number): Edit | undefined {
      const have = t(j);
      if (!have) return undefined;
      const twin = isLike(have, w(i)) ? i : isLike(have, w(i + 1)) ? i + 1 : undefined;
      const kind = have.noise ?? (twin ? 'character-doubled' : 'character-extra');
      return { cost: have.noise ? 1 : GRAVE, slips: [{ kind, at: twin ?? i + 1 }] };
    },
    omit: (i: number, _j: number): Edit | undefined =>
      w(i)?.noise && { cost: 1, slips: [{ kind: 'separators-matter', at: i }] },
  };
}

/** The way that one more edit makes of another, where it costs less than the best so far; or else that one. */
function cheaper(best: Way, before: Way | undefined, edit: Edit | undefined): Way {
  if (!before || !edit || before.cost + edit.cost >= best.cost) return best;
  return { cost: before.cost + edit.cost, slips: edit.slips, before };
}

const mark = (kinds: readonly SlipKind[], at: number): Slip[] => kinds.map((kind) => ({ kind, at }));
const price = (kinds: readonly SlipKind[]) => (kinds.includes('one-character-wrong') ? GRAVE : kinds.length);
