import { parseMessagesFile } from '@wxt-dev/i18n/build';

const messages = new Map(
  (await parseMessagesFile('locales/en.yml')).flatMap((message) =>
    message.type === 'simple' ? [[message.key.join('.'), message.message] as const] : [],
  ),
);

/** What follows `group.` in the keys of that group. */
export function listKeys(group: string): string[] {
  const start = `${group}.`;
  return [...messages.keys()].flatMap((key) => (key.startsWith(start) ? key.slice(start.length) : []));
}

/** The English words of a key, with `$1` … filled in; throws where there are none. */
export function readMessage(key: string, values: readonly (string | number)[] = []): string {
  const found = messages.get(key);
  if (found === undefined) throw new Error(`No message ${key}`);
  return found.replace(/\$(\d)/g, (_, place) => String(values[Number(place) - 1]));
}
