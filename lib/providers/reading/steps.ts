import { AppError } from '../../errors';
import type { Moment, Pages, Reading, Site } from '../provider';
import { findAccount } from './account';
import { isMade } from './chance';
import { decide, ENOUGH, type Judged, judgeAll, type Known, type Observation } from './evidence';
import { secretIn } from './form';
import { findName } from './naming';
import { DIALOGS, type Frame, inside, rootsOf, see, type View } from './see';
import { compileTerms, isLanguageKnown } from './vocabulary';

/** Reads the steps in which accounts make app passwords, whatever they are made of, by weighing what they show. */

/** What a page shows, and why it was read as it was. */
export interface Account {
  view: View;
  judged: Judged[];
  chosen: Judged | undefined;
  known: Known;
}

/** The error of a page that is ours and shows `step`, but without `part`. */
function changed(id: string, step: string, part: string): AppError {
  return new AppError('provider-page-changed', `${id}: ${step} step: ${part}`);
}

/** The dialog, or the part of the page, that something is in. */
function stepOf(frames: readonly Frame[]): Frame | undefined {
  return frames.find(({ element }) => element.matches(`${DIALOGS},main,[role=main],body`));
}

/** Looks at a page and weighs what it shows. */
export function weigh(site: Pick<Site, 'shape'>, page: Document, pages: Pages, moment: Moment): Account {
  const known: Known = {
    rare: pages.rare ?? false,
    own: pages.own ?? false,
    named: moment.named ?? false,
    asked: false,
    language: isLanguageKnown(page.documentElement.lang),
    called: pages.called ? compileTerms(pages.called.split('|')) : undefined,
  };
  const fits = (text: string) => (secretIn(site.shape, text) ? 'exact' : isMade(text) ? 'made' : undefined);
  const views = rootsOf(page).map((root) => see(root, fits));
  const view = views.find(({ shown }) => shown.length) ?? views[0] ?? { marks: [], shown: [], cut: true };
  const judged = judgeAll(view, known, 'exact');
  return { view, judged, chosen: decide(judged), known };
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
function isStrange({ view, judged, known }: Account): boolean {
  if (judged.some(({ sum }) => sum > 0)) return false;
  return judgeAll(view, known, 'made').some(({ shown, sum, titled, observations, against }) => {
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
 * Reads a page of a provider: a fresh app password, or the name that is being typed for one.
 * @throws AppError `provider-page-changed` when it is the result step, but its value has another form.
 */
export function readSteps(
  site: Site,
  url: URL,
  page: Document,
  pages: Pages,
  moment: Moment = {},
): Reading | undefined {
  const account = weigh(site, page, pages, moment);
  const { view, chosen, known } = account;
  const fits = (text: string) => secretIn(site.shape, text) !== undefined;
  const named = pages.nameless
    ? undefined
    : findName(view, { own: pages.own ?? false, called: known.called, fits });
  const name = named && { ...named, step: stepOf(named.frames) };
  if (chosen) {
    const { shown } = chosen;
    const step = stepOf(shown.frames);
    const whose = findAccount(view, page, url, step);
    // A name in a form elsewhere is the next one's.
    const label = name && name.step === step ? name.label : '';
    const secret = secretIn(site.shape, shown.text) ?? shown.text;
    return {
      kind: 'created',
      ...(whose && { account: whose }),
      ...(label && label !== shown.text && { label }),
      secret,
    };
  }
  if (isStrange(account)) throw changed(site.id, 'result', 'secret');
  if (!name) return undefined;
  const whose = findAccount(view, page, url, name.step);
  return { kind: 'naming', ...(whose && { account: whose }), label: name.label };
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
