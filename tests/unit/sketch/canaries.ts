/** Texts that must not be found again: words, secrets of every form, addresses, numbers, pictures. */

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const OTHERS = [
  'абвгдежзиклмн',
  'αβγδεζηθικλμ',
  '山水田木火土日月人口中',
  'あいうえおかきくけこ',
  'אבגדהוזחט',
  'ابتثجحخدذ',
  'กขคงจฉชซ',
];
const PICTURES = ['🦜🐤🪺🥚', '👩‍🚀🛰️🌍🌕', '🔑🗝️🔐🔒'];
/** Stems of the vocabulary and interface words, which must not take a secret with them that begins with one. */
const STEMS = ['copy', 'pass', 'name', 'app', 'button', 'token', 'kennw', 'label', 'code'];

/**
 * @param seed the same seed always gives the same texts
 * @param examples secrets of providers, whose form is kept
 */
export function makeCanaries(seed: number, examples: readonly string[]) {
  let state = seed >>> 0;
  const chance = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const made: string[] = [];
  const pick = (from: readonly string[]) => from[chance(from.length)] ?? '';
  const word = (length: number, letters = LETTERS) => {
    const all = [...letters];
    return Array.from({ length }, () => pick(all)).join('');
  };
  const number = (length: number) => word(length, '23456789');

  const kinds: (() => string)[] = [
    () => word(7 + chance(6)),
    () => `${word(1).toUpperCase()}${word(7)} ${word(1).toUpperCase()}${word(8)}`,
    () =>
      examples
        .map((one) => one)
        [chance(examples.length)]?.replace(/[a-z]/g, () => word(1))
        .replace(/[A-Z]/g, () => word(1).toUpperCase())
        .replace(/\d/g, () => number(1)) ?? word(16),
    () => Array.from({ length: 4 }, () => word(4)).join(pick([' ', '-'])),
    () => word(24, `${LETTERS}${LETTERS.toUpperCase()}23456789`),
    () => word(20, `${LETTERS}!$%+/=_.23456789`),
    () => `${word(6)}.${word(5)}@${word(7)}.example`,
    () => number(6 + chance(10)),
    () => `+${number(2)} ${number(3)} ${number(7)}`,
    () => word(6 + chance(5), pick(OTHERS)),
    () => `${pick(PICTURES)}${word(4)}`,
    () => `${pick(STEMS)}${word(12)}`,
    () => `${word(5)}${pick(STEMS)}${number(5)}`,
    () => `https://${word(8)}.example/${word(6)}?${word(5)}=${number(6)}`,
    () => `${word(6)}-${word(6)}`,
    () => `${word(5)}_${word(5)} `.trim(),
    () => Array.from({ length: 12 }, () => word(5)).join(' '),
  ];

  return {
    chance,
    made,
    canary(): string {
      const one = kinds[chance(kinds.length)]?.() ?? '';
      // Parts count as well, when they are too long to be found by chance.
      made.push(
        one,
        ...one
          .split(/[^\p{L}\p{M}\p{N}]+/u)
          .filter((part) => part.length > 6 && part !== one && part !== 'example'),
      );
      return one;
    },
  };
}
