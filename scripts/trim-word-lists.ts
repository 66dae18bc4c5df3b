/** Words to keep of each list of the passphrase rating, most frequent first; lists not named stay whole. */
const keep: Record<string, number> = { passwords: 4000, commonWords: 4000, lastnames: 1000, wikipedia: 1000 };

/** Keeps the first words of a list in which each begins with a capital letter that counts the letters shared with the one before. */
function trimList(list: string, words: number): string {
  let seen = 0;
  for (let position = 0; position < list.length; position++) {
    const letter = list.charAt(position);
    if (letter >= 'A' && letter <= 'Z' && seen++ === words) return list.slice(0, position);
  }
  return list;
}

/**
 * A Vite plugin that shortens the word lists of `@zxcvbn-ts/language-*`: whole, they are 840 kB compressed, four times
 * the rest of the extension, while nearly all of what they recognise is among the first few thousand.
 */
export function trimWordLists() {
  return {
    name: 'trim-word-lists',
    transform(code: string, id: string) {
      const name = /@zxcvbn-ts\/language-[a-z]+\/dist\/([A-Za-z]+)\.json\./.exec(id)?.[1];
      const words = name === undefined ? undefined : keep[name];
      if (words === undefined) return null;
      const trimmed = code.replace(
        /decompress\("([^"\\]*)"\)/,
        (_, list: string) => `decompress("${trimList(list, words)}")`,
      );
      // A changed package must not silently bring the whole lists back.
      if (trimmed === code) throw new Error(`The word list ${name} has a form that cannot be shortened.`);
      return { code: trimmed, map: null };
    },
  };
}
