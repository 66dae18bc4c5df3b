import type { SecretShape } from '../provider';
import { rateChance } from './chance';

/** The form of secrets, and the ways in which pages write them. */

/** Groups alike, which only their spaces or hyphens keep apart; the last may be shorter. */
function groupsOf(text: string, separators: RegExp): string[] | undefined {
  // A word before a secret in groups is no group of it.
  const [between = ' '] = separators.exec(text) ?? [];
  const groups = text.split(between);
  const size = groups[0]?.length ?? 0;
  const alike = groups.every(
    (group, at) => group.length === size || (at === groups.length - 1 && group.length < size),
  );
  return groups.length > 1 && size > 1 && size < 9 && alike ? groups : undefined;
}

/**
 * The secret that a text shows: the text itself, or without spaces that are there for the eye alone; where its vendor
 * is certain, also without hyphens, or with the signs that the vendor writes between.
 * `undefined` when it does not have the form of one.
 */
export function secretIn({ shown, ignored }: SecretShape, text: string, isSure: boolean): string | undefined {
  if (shown.test(text)) return text;
  const groups =
    groupsOf(text, isSure ? /[ –-]/ : / /) ??
    (isSure && ignored && /^(?:\S{4}){3,6}$/.test(text) && rateChance(text) > 1
      ? text.match(/.{4}/g)
      : undefined);
  if (!groups) return undefined;
  return (isSure ? ['', '-', ' '] : [''])
    .map((between) => groups.join(between))
    .find((one) => shown.test(one));
}
