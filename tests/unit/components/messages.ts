import { parseMessagesFile } from '@wxt-dev/i18n/build';

const messages = new Map<string, string>(
  (await parseMessagesFile('locales/en.yml')).flatMap((message): [string, string][] => {
    const key = message.key.join('.');
    if (message.type === 'simple') return [[key, message.message]];
    const plurals = message.type === 'plural' ? Object.entries(message.plurals) : [];
    return plurals.map(([count, words]) => [`${key} ${count}`, words]);
  }),
);

/** Every text with its key; those for a count follow one another, as `key 1`. */
export function listTexts(): [key: string, text: string][] {
  return [...messages];
}

/** What follows `group.` in the keys of that group. */
export function listKeys(group: string): string[] {
  const start = `${group}.`;
  return [...messages.keys()].flatMap((key) => (key.startsWith(start) ? key.slice(start.length) : []));
}

/**
 * The English words of a key, those for a count where one is given, with `$1` … filled in; throws where there are none.
 *
 * @param more what is filled in where a count alone is not enough
 */
export function readMessage(
  key: string,
  given: number | readonly (string | number)[] = [],
  more?: readonly (string | number)[],
): string {
  const counted = typeof given === 'number';
  const found = counted ? (messages.get(`${key} ${given}`) ?? messages.get(`${key} n`)) : messages.get(key);
  if (found === undefined) throw new Error(`No message ${key}`);
  const values = more ?? (counted ? [given] : given);
  return found.replace(/\$(\d)/g, (_, place) => String(values[Number(place) - 1]));
}
