import { lookAround } from './around';
import { isDrawn } from './eye';
import { fold } from './text';
import { type Frame, inside, type Mark, type View } from './view';
import { hasForm, marks as parts, says, sumOf } from './vocabulary';
import type { NamingObservation } from './weights';

/** Finds the field in which a new app password gets its name, and what is in it. */

const AGAINST = ['own', 'temp', 'recovery', 'key'] as const;

/** What is known besides the page. */
export interface Place {
  /** Nothing but app passwords is at this address. */
  own: boolean;
  called: readonly string[] | undefined;
  /** Only where words say that it is about app passwords. */
  strict: boolean;
  /** True for fields that the user has typed into. */
  typed: ((field: Element) => boolean) | undefined;
  /** True for what has the form of a secret. */
  fits(text: string): boolean;
}

/** From this sum of weights on, a field is the one for the name. */
const ENOUGH = 4;

export interface Rated {
  mark: Mark;
  observations: NamingObservation[];
  rate: number;
}

function rate(view: View, mark: Mark, { own, called, strict, fits, typed }: Place): Rated | undefined {
  const field = mark.element as HTMLInputElement;
  if (field.type && !hasForm('nameField', field.type)) return undefined;
  if (!isDrawn(field) || mark.frames.some(({ element }) => element.matches(parts.frame))) return undefined;
  const { label, titles, words, step } = lookAround(view, field, mark.frames);
  const [title = '', ...further] = titles;
  const isApp = (spelled: string) => says('app', spelled) || !!called?.some((term) => spelled.includes(term));
  if (strict && !own && ![label, ...titles, words].some(isApp)) return undefined;
  const fields = inside(view, step).filter(({ kind, element }) => kind === 'field' && isDrawn(element));
  const marks = [
    field.id,
    field.name,
    field.inputMode,
    field.autocomplete,
    field.getAttribute('data-testid'),
    field.type === 'search' ? 'search' : '',
  ].join(' ');
  const observations: NamingObservation[] = [];
  const note = (observation: NamingObservation, is: unknown) => {
    if (is) observations.push(observation);
  };
  note('label', says('name', label));
  note('labelApp', isApp(label));
  note('titleApp', isApp(title));
  note('upperApp', !isApp(title) && further.some(isApp));
  note('aroundApp', !titles.some(isApp) && isApp(words));
  note('ownAddress', own);
  note('otherTitle', title && !own && ![label, ...titles].some(isApp));
  note('only', fields.length === 1);
  note('button', inside(view, step, 'control').length);
  note('otherMarks', hasForm('otherField', marks.toLowerCase()));
  const isElse = (text: string) => !isApp(text) && AGAINST.some((kind) => says(kind, text));
  note('labelElse', isElse(label));
  note('titleElse', isElse(title));
  note(
    'password',
    fields.some(({ element }) => (element as HTMLInputElement).type === 'password'),
  );
  const isTyped = typed?.(field) ?? false;
  note('secret', !isTyped && fits(fold(field.value)) && !says('name', label));
  note('long', field.localName === 'textarea');
  note('busy', inside(view, step, 'busy').length);
  return { mark, observations, rate: sumOf('field', observations) };
}

/** All fields that may be the one for the name, in the order of the page. */
export function rateFields(view: View, place: Place): Rated[] {
  const fields = view.marks.filter(({ kind }) => kind === 'field').slice(0, 30);
  return fields.flatMap((mark) => rate(view, mark, place) ?? []);
}

/** The field for the name, with its step; the first of those that are as likely. */
export function findName(view: View, place: Place): { label: string; frames: Frame[] } | undefined {
  const rated = rateFields(view, place);
  const best = rated.reduce<Rated | undefined>(
    (one, other) => (one && one.rate >= other.rate ? one : other),
    undefined,
  );
  if (best && best.rate >= ENOUGH) return { label: fold(best.mark.text), frames: best.mark.frames };
  // A name that is chosen, not typed.
  const choices = view.marks.filter(({ kind, text }) => kind === 'choice' && text).slice(0, 20);
  for (const mark of choices) {
    if (!isDrawn(mark.element) || mark.frames.some(({ element }) => element.matches(parts.frame))) continue;
    const { label, titles } = lookAround(view, mark.element, mark.frames);
    const about =
      place.own || says('app', titles[0] ?? '') || place.called?.some((term) => titles[0]?.includes(term));
    if (about && says('name', label)) return { label: fold(mark.text), frames: mark.frames };
  }
  return undefined;
}
