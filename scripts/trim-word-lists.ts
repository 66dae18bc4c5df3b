/** What to keep of a list, most frequent first; lists not named stay whole. */
interface Share {
  /** So many words from the top. */
  first: number;
  /** And, wherever they stand, the words with at least so many characters. */
  length?: number;
}

// A passphrase needs 10 characters, so users could choose a common password that long: all of those stay.
const shares: Record<string, Share> = {
  passwords: { first: 1500, length: 10 },
  commonWords: { first: 300 },
  firstnames: { first: 500 },
  lastnames: { first: 200 },
  wikipedia: { first: 0 },
};

/** Words from the packages' form: each begins with a capital letter that counts the letters shared with the one before. */
function decodeWords(list: string): string[] {
  let last = '';
  return Array.from(list.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared = 'A', rest = '']) => {
    last = last.slice(0, shared.charCodeAt(0) - 65) + rest;
    return last;
  });
}

/** The packages' form of words without capital letters. */
function encodeWords(words: readonly string[]): string {
  let last = '';
  return words
    .map((word) => {
      let shared = 0;
      while (shared < 25 && shared < word.length && word[shared] === last[shared]) shared++;
      last = word;
      return String.fromCharCode(65 + shared) + word.slice(shared);
    })
    .join('');
}

/**
 * A Vite plugin that shortens the word lists of `@zxcvbn-ts/language-*`: whole, they are 840 kB compressed, several
 * times the rest of the extension.
 */
export function trimWordLists() {
  return {
    name: 'trim-word-lists',
    transform(code: string, id: string) {
      const name = /@zxcvbn-ts\/language-[a-z]+\/dist\/([A-Za-z]+)\.json\./.exec(id)?.[1];
      const share = name === undefined ? undefined : shares[name];
      if (share === undefined) return null;
      const { first, length = Number.POSITIVE_INFINITY } = share;
      const trimmed = code.replace(/decompress\("([^"\\]*)"\)/, (_, list: string) => {
        const words = decodeWords(list).filter((word, rank) => rank < first || word.length >= length);
        return `decompress("${encodeWords(words)}")`;
      });
      // A changed package must not silently bring the whole lists back.
      if (trimmed === code) throw new Error(`The word list ${name} has a form that cannot be shortened.`);
      return { code: trimmed, map: null };
    },
  };
}
