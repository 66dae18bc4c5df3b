import type { Moment, Pages, Reader, Reading, Site } from '../provider';
import { findAccount } from './account';
import { isFormed, isMade, isWords } from './chance';
import { decide, weighTexts } from './choose';
import { changed } from './dom';
import { isCopy, type Known, type Weighed } from './evidence';
import { isSeen } from './eye';
import { secretIn } from './form';
import { findName } from './naming';
import { rootsOf } from './roots';
import { type Fits, see } from './see';
import { type Frame, inside, type View } from './view';
import { isLanguageKnown, marks, sumOf } from './vocabulary';
import { ENOUGH } from './weights';

/** For the readers that bring `readDraft` along: what is in the page already. */
export { findAccount, findName, isCopy };

/** Reads the steps in which accounts make app passwords, of any markup, by weighing what they show. */

/** What a page shows, and why it was read as it was. */
export interface Looked {
  view: View;
  /** All texts of the wanted form, the likeliest first. */
  weighed: Weighed[];
  chosen: Weighed | undefined;
  known: Known;
}

/** The dialog, or the part of the page, that something is in. */
export function stepOf(frames: readonly Frame[]): Frame | undefined {
  return frames.find(({ element }) => element.matches(marks.step));
}

/** What is to be seen on a page, with all texts that may be secrets. */
export function look(page: Document, fits: Fits): View {
  const views = rootsOf(page).map((root) => {
    const view = see(root, fits);
    return { ...view, cut: view.cut || root !== page.body };
  });
  return views.find(({ shown }) => shown.length) ?? views[0] ?? { marks: [], shown: [], cut: true };
}

/** Weighs what is to be seen. */
export function weigh(
  view: View,
  fits: Fits,
  page: Document,
  pages: Pages & { asked?: true },
  moment: Moment = {},
): Looked {
  const { rare = false, own = false, words = false, drafts, called, asked = false } = pages;
  const known: Known = {
    rare,
    own,
    words,
    drafts: !!drafts,
    named: moment.named ?? '',
    typed: moment.typed,
    old: moment.old,
    asked,
    language: isLanguageKnown(page.documentElement.lang),
    called: called?.split('|'),
  };
  const weighed = weighTexts(view, known, fits);
  return { view, weighed, chosen: decide(weighed), known };
}

/** True when the page shows the result step, with a value that is not of the known form, and nothing of that form. */
function isStrange({ view, weighed, known }: Looked): boolean {
  if (weighed.some(({ sum }) => sum > 0)) return false;
  return weighTexts(view, known, isMade).some(({ shown, sum, titled, observations, against }) => {
    const step = stepOf(shown.frames);
    const isWaiting = inside(view, step).some(
      ({ kind, text }) => kind === 'masked' || kind === 'busy' || (kind === 'field' && !text),
    );
    const isSaid = sumOf('said', observations) || !known.language;
    return (
      (titled || (known.own && isSaid)) &&
      !against.length &&
      sumOf('held', observations) &&
      !isWaiting &&
      sum >= ENOUGH + 2
    );
  });
}

/**
 * What was looked at, as a reading: a fresh app password, or the name that is being typed for one.
 * @param secretOf the secret that a text shows
 * @param strict a name counts only where the page says that it is an app password's
 */
export function readWeighed(
  { view, chosen, known }: Looked,
  url: URL,
  page: Document,
  secretOf: (text: string) => string | undefined,
  nameless = false,
  strict = false,
): Reading | undefined {
  const fits = (text: string) => secretOf(text) !== undefined || isMade(text) || isWords(text);
  const name = nameless
    ? undefined
    : findName(view, { own: known.own, called: known.called, fits, strict, typed: known.typed });
  const frames = chosen?.shown.frames ?? name?.frames;
  if (!frames) return undefined;
  const step = stepOf(frames);
  const whose = findAccount(view, page, url, step);
  const account = whose && { account: whose };
  if (!chosen && strict && !name?.label) return undefined;
  // The account's name is no label for a password.
  if (!chosen) return name && { kind: 'naming', ...account, label: name.label === whose ? '' : name.label };
  const { text } = chosen.shown;
  // A name in a form elsewhere is the next one's.
  const isHere = name && stepOf(name.frames) === step && name.label !== text && name.label !== whose;
  const label = isHere ? name.label : '';
  return { kind: 'created', ...account, ...(label && { label }), secret: secretOf(text) ?? text };
}

/** The form in which secrets of a site are looked for on a page. */
function secretOn({ shape, access }: Site, { form, own }: Pages): (text: string) => string | undefined {
  const wanted = form ? { ...shape, shown: form } : shape;
  // The address of a self-hosted site does not say which software it runs.
  const isSure = own || access !== 'self-hosted';
  return (text) => secretIn(wanted, text, isSure);
}

/**
 * Reads a page with what each of the readers knows of it: the likeliest fresh app password of all, or the name that
 * is being typed for one.
 * @throws AppError `provider-page-changed` when it is the result step of the one provider whose page it is, but its
 * value has another form.
 */
export function readSteps(
  readers: readonly Reader[],
  url: URL,
  page: Document,
  moment?: Moment,
): { provider: string; reading: Reading } | undefined {
  const sites = readers.flatMap((reader) => {
    const pages = reader.pages?.(url);
    return pages ? [{ reader, pages, secretOf: secretOn(reader, pages) }] : [];
  });
  if (!sites.length) return undefined;
  const view = look(page, (text) => sites.some(({ secretOf }) => secretOf(text)) || isMade(text));
  const weighed = sites.map((site) => ({
    ...site,
    looked: weigh(view, (text) => !!site.secretOf(text), page, site.pages, moment),
  }));
  // Where none is likely, one whose own address it is comes first.
  const sum = ({ looked, pages }: (typeof weighed)[number]) =>
    (looked.chosen?.sum ?? 0) + (pages.own || pages.form ? 0.1 : 0);
  const [first] = weighed.sort((one, other) => sum(other) - sum(one));
  if (!first) return undefined;
  const { reader, pages, secretOf } = first;
  // A self-hosted site may show anything else on its pages, too.
  const isAlone = sites.length === 1 && reader.access !== 'self-hosted';
  // There, the form of a secret is enough only where the page speaks of app passwords.
  const { chosen, known } = first.looked;
  const isSpoken = isAlone || moment?.asked || known.own || !known.language;
  const isHeard = isSpoken || sumOf('spoken', chosen?.observations ?? []);
  const looked = isHeard ? first.looked : { ...first.looked, chosen: undefined };
  if (!looked.chosen && isAlone && isStrange(looked)) throw changed(reader.id);
  const drafting = sites.find((site) => site.pages.drafts);
  const drafted = looked.chosen ? undefined : drafting?.pages.drafts?.(view, drafting, url, page, moment);
  if (drafting && drafted) return { provider: drafting.reader.id, reading: drafted };
  const reading = readWeighed(looked, url, page, secretOf, pages.nameless, !isAlone);
  return reading && { provider: reader.id, reading };
}

/** All texts a person sees on a page that have the form of a secret, whether they are one or not. */
export function textsOn(page: Document): string[] {
  const { shown } = look(page, (text) => isFormed(text) || isWords(text));
  return shown.flatMap(({ element, text }) => (isSeen(element) ? [text] : []));
}

/** The account of a page that shows no step; `undefined` where the page does not say. */
export function accountOf(page: Document, url: URL): string | undefined {
  return findAccount(
    look(page, () => false),
    page,
    url,
    undefined,
  );
}
