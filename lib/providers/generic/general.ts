import type { Left, Moment, Reader, Reading, Site } from '../provider';
import { isMade, isSample, isWords, readsLikeWords } from '../reading/chance';
import type { Weighed } from '../reading/evidence';
import { labelIn } from '../reading/label';
import { look, readWeighed, weigh } from '../reading/steps';
import { hasForm, sumOf } from '../reading/vocabulary';
import { ENOUGH } from '../reading/weights';

/** True for groups of one length that do not read like words; how random they are does not count. */
function isRegular(text: string): boolean {
  const groups = text.split(/[ -]/);
  const isEven = groups.every((group) => group.length === groups[0]?.length);
  return isEven && hasForm('regular', text) && !readsLikeWords(text) && !isSample(text);
}

/** Addresses of pages that explain: there, only what was made just now is no example. */
const MANUAL = /^https:\/\/([^/]*\.|[^/]+\/)?(docs?|help|wiki)[./]/;

const site: Site = {
  id: 'other',
  matches: [],
  access: 'self-hosted',
  // Any: whether a machine made it is asked instead.
  shape: { shown: /^\S.{10,}\S$/, ignored: '' },
};

/** True for a text that the page calls a token, and nowhere an app password. */
function isToken(weighed: Weighed | undefined): boolean {
  return !!weighed?.called.includes('token') && !weighed.titled;
}

function read(url: URL, page: Document, moment?: Moment): Reading | undefined {
  const isOne = (text: string) => isMade(text) || isRegular(text);
  const view = look(page, (text) => isOne(text) || isWords(text));
  const looked = weigh(view, isOne, page, { asked: true }, moment);
  const says = looked.chosen?.observations ?? [];
  const isSpoken =
    !looked.known.language ||
    sumOf('strange', says) ||
    (says.includes('titlePass') && says.includes('dialog'));
  // A text that the page calls a password comes before a token beside it.
  const password = looked.weighed.find(
    (one) => one.sum >= ENOUGH + 2 && !one.called.includes('token') && sumOf('called', one.observations),
  );
  // Where nothing was chosen, the two may have been as likely.
  const isBeside = isToken(looked.chosen ?? looked.weighed.slice(0, 2).find(isToken));
  const made = (isBeside && password) || (isSpoken ? looked.chosen : undefined);
  // Words are looked for where nothing else is there, or only a token.
  const words =
    made && (!isBeside || made === password)
      ? undefined
      : weigh(view, isWords, page, { asked: true, words: true }, moment).chosen;
  const chosen = made && made.sum >= (words?.sum ?? 0) ? made : words;
  if (MANUAL.test(url.href) && !sumOf('fresh', chosen?.observations ?? [])) return undefined;
  const reading = readWeighed({ ...looked, chosen }, url, page, (text) => text);
  if (reading?.kind !== 'created') return undefined;
  const label = reading.label || moment?.named || labelIn(looked.view, chosen?.shown, reading.account);
  return { ...reading, ...(label && { label }), ...(isToken(chosen) && { seems: 'token' }) };
}

const KINDS = { recovery: 'recovery', key: 'key', temp: 'other', serial: 'other', other: 'other' } as const;

/** What the likeliest text on the page is called, when that is what speaks against it. */
function leaves(page: Document): Left | undefined {
  try {
    const { weighed } = weigh(look(page, isMade), isMade, page, { asked: true });
    const [kind] = weighed.flatMap(({ against }) =>
      against.flatMap((one) => (one in KINDS ? KINDS[one as keyof typeof KINDS] : [])),
    );
    return kind;
  } catch {
    // The user gets an answer even where the page has changed what reading relies on.
    return undefined;
  }
}

/**
 * Finds a fresh app password on a page of no known provider, once the user asks to scan it: what a machine made and
 * the page shows to be copied, under any name. What the page calls something that is surely none (recovery codes, an
 * authenticator's key, a number) is left alone.
 */
export const reader: Reader = { ...site, asked: true, read, leaves };
