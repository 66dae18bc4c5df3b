import type { Kind, Learned } from '../words/words';

/**
 * Finds the words of the vocabulary in a text. A page is handed the words by the background, because as a script they
 * would be the larger part of what it loads; until then nothing says anything.
 */

export type { Kind };

const known = new Map<Kind, RegExp>();
let languages: readonly string[] = [];

/** Takes in the words of all languages. */
export function learn(learned: Learned): void {
  languages = learned.languages;
  for (const { kind, source } of learned.sources) known.set(kind as Kind, new RegExp(source, 'gu'));
}

/** True when a spelled text has a word of this kind, in whatever language. */
export function says(kind: Kind, spelled: string): boolean {
  return spelled !== '' && spelled.search(known.get(kind) ?? /(?!)/) >= 0;
}

/** A spelled text without what it calls an app password: the token in "app passwords / tokens" is none. */
export function withoutApp(spelled: string): string {
  return spelled.replace(known.get('app') ?? /(?!)/, '');
}

/** True for a language tag (BCP 47) whose language has a vocabulary. */
export function isLanguageKnown(tag: string): boolean {
  const [language = ''] = tag.toLowerCase().split('-');
  return languages.some((one) => one.split('-')[0] === language);
}
