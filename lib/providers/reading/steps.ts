import { AppError } from '../../errors';
import type { Moment, Pages, Reading, Site } from '../provider';
import { findAccount } from './account';
import { isMade } from './chance';
import { decide, ENOUGH, type Judged, judgeAll, type Known, type Observation } from './evidence';
import { secretIn } from './form';
import { findName } from './naming';
import { DIALOGS, type Fits, type Frame, inside, rootsOf, see, type View } from './see';
import { compileTerms, isLanguageKnown } from './vocabulary';

/** Reads the steps in which accounts make app passwords, whatever they are made of, by weighing what they show. */

/** What a page shows, and why it was read as it was. */
export interface Looked {
  view: View;
  /** All texts of the wanted form, the likeliest first. */
  judged: Judged[];
  chosen: Judged | undefined;
  known: Known;
  /** Judges what a machine made in another form. */
  others(): Judged[];
}

/** The error of a page that is ours and shows `step`, but without `part`. */
function changed(id: string, step: string, part: string): AppError {
  return new AppError('provider-page-changed', `${id}: ${step} step: ${part}`);
}

/** The dialog, or the part of the page, that something is in. */
function stepOf(frames: readonly Frame[]): Frame | undefined {
  return frames.find(({ element }) => element.matches(`${DIALOGS},main,[role=main],body`));
}

/**
 * Looks at a page and weighs what it shows.
 * @param fits `exact` for texts of the wanted form, `made` for others that a machine made
 */
export function weigh(fits: Fits, page: Document, pages: Pages & { asked?: true }, moment: Moment = {}): Looked {
  const { rare = false, own = false, called, asked = false } = pages;
  const known: Known = {
    rare,
    own,
    named: moment.named ?? false,
    asked,
    language: isLanguageKnown(page.documentElement.lang),
    called: called ? compileTerms(called.split('|')) : undefined,
  };
  const views = rootsOf(page).map((root) => see(root, fits));
  const view = views.find(({ shown }) => shown.length) ?? views[0] ?? { marks: [], shown: [], cut: true };
  const judged = judgeAll(view, known, 'exact');
  return { view, judged, chosen: decide(judged), known, others: () => judgeAll(view, known, 'made') };
}

/** Ways in which pages show what is to be taken along. */
const HELD: readonly Observation[] = [
  'a control beside it copies',
  'a field that only shows it',
  'one element per character or group',
  'set in the type of code',
];

const SAID: readonly Observation[] = ['the title says password', 'the label says password'];

/** True when the page shows the result step, with a value that is not of the known form, and nothing of that form. */
function isStrange({ view, judged, known, others }: Looked): boolean {
  if (judged.some(({ sum }) => sum > 0)) return false;
  return others().some(({ shown, sum, titled, observations, against }) => {
    const step = stepOf(shown.frames);
    const marks = inside(view, step);
    const isWaiting = marks.some(
      ({ kind, text }) => kind === 'masked' || kind === 'busy' || (kind === 'field' && !text),
    );
    const isHeld = HELD.some((one) => observations.includes(one));
    const isSaid = SAID.some((one) => observations.includes(one)) || !known.language;
    return (titled || (known.own && isSaid)) && !against.length && isHeld && !isWaiting && sum >= ENOUGH + 2;
  });
}

/**
 * What was looked at, as a reading: a fresh app password, or the name that is being typed for one.
 * @param secretOf the secret that a text shows
 */
export function readWeighed(
  { view, chosen, known }: Looked,
  url: URL,
  page: Document,
  secretOf: (text: string) => string | undefined,
  nameless = false,
): Reading | undefined {
  const fits = (text: string) => secretOf(text) !== undefined;
  const name = nameless ? undefined : findName(view, { own: known.own, called: known.called, fits });
  const frames = chosen?.shown.frames ?? name?.frames;
  if (!frames) return undefined;
  const step = stepOf(frames);
  const whose = findAccount(view, page, url, step);
  const account = whose && { account: whose };
  if (!chosen) return name && { kind: 'naming', ...account, label: name.label };
  const { text } = chosen.shown;
  // A name in a form elsewhere is the next one's.
  const label = name && stepOf(name.frames) === step && name.label !== text ? name.label : '';
  return { kind: 'created', ...account, ...(label && { label }), secret: secretOf(text) ?? text };
}

/**
 * Reads a page of a provider: a fresh app password, or the name that is being typed for one.
 * @throws AppError `provider-page-changed` when it is the result step, but its value has another form.
 */
export function readSteps(site: Site, url: URL, page: Document, pages: Pages, moment?: Moment): Reading | undefined {
  const secretOf = (text: string) => secretIn(site.shape, text);
  const fits = (text: string) => (secretOf(text) ? 'exact' : isMade(text) ? 'made' : undefined);
  const looked = weigh(fits, page, pages, moment);
  if (!looked.chosen && isStrange(looked)) throw changed(site.id, 'result', 'secret');
  return readWeighed(looked, url, page, secretOf, pages.nameless);
}

/** Whose account a page is about that shows no step; `undefined` where it does not say. */
export function accountOf(page: Document, url: URL): string | undefined {
  return findAccount(
    see(page.body, () => undefined),
    page,
    url,
    undefined,
  );
}
