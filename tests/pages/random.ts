/** Numbers that follow from a seed alone (a 32-bit mix of a counter), so that a scene can be made again. */
export interface Random {
  /** 0 ≤ n < below */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  /** True in one of `of` cases. */
  once(of: number): boolean;
  letters(alphabet: string, count: number): string;
}

function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x119de1f3);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export function random(...seed: number[]): Random {
  let state = seed.reduce((sum, part) => mix(sum ^ mix(part + 0x9e3779b9)), 0x2545f491);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    return mix(state);
  };
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit);
  const pick = <T>(from: readonly T[]): T => {
    const found = from[below(from.length)];
    if (found === undefined) throw new Error('Nothing to pick from');
    return found;
  };
  return {
    below,
    pick,
    once: (of) => below(of) === 0,
    letters: (alphabet, count) => Array.from({ length: count }, () => pick([...alphabet])).join(''),
  };
}
