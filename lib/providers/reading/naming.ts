import { lookAround } from './around';
import { isDrawn } from './eye';
import { DIALOGS, type Frame, inside, type Mark, nameOf, type Shown, type View } from './see';
import { fold, spell } from './text';
import { says } from './vocabulary';

/** Finds the field in which a new app password gets its name, and what is in it. */

/** Fields of other steps: codes, addresses, numbers, answers. */
const OTHER_FIELD = /code|otp|mail|phone|tel|numeric|verif|answer|search|find|filter|query|captcha/i;
const OUTSIDE = '[role=banner],nav,[role=search],footer';
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

/** What speaks for and against a field being the one for the name; it counts from `ENOUGH` on. */
export const NAMING = {
  label: 3,
  labelApp: 3,
  titleApp: 3,
  upperApp: 1.5,
  ownAddress: 1.5,
  only: 1.5,
  button: 0.5,
  otherTitle: -1.5,
  otherMarks: -3,
  labelElse: -4,
  titleElse: -4,
  password: -2,
  secret: -6,
  long: -1,
  busy: -4,
} as const;
export type NamingObservation = keyof typeof NAMING;
const ENOUGH = 4;

export interface Rated {
  mark: Mark;
  observations: NamingObservation[];
  rate: number;
}

function rate(view: View, mark: Mark, { own, called, strict, fits, typed }: Place): Rated | undefined {
  const field = mark.element as HTMLInputElement;
  if (field.type && !/^(text|textarea|search|select-one|url)$/.test(field.type)) return undefined;
  if (!isDrawn(field) || mark.frames.some(({ element }) => element.matches(OUTSIDE))) return undefined;
  const { label, titles, step } = lookAround(view, field, mark.frames);
  const [title = '', ...further] = titles;
  const isApp = (spelled: string) => says('app', spelled) || !!called?.some((term) => spelled.includes(term));
  if (strict && !own && ![label, ...titles].some(isApp)) return undefined;
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
  note('ownAddress', own);
  note('otherTitle', title && !own && ![label, ...titles].some(isApp));
  note('only', fields.length === 1);
  note('button', inside(view, step, 'control').length);
  note('otherMarks', OTHER_FIELD.test(marks));
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
  return { mark, observations, rate: observations.reduce((total, one) => total + NAMING[one], 0) };
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
    if (!isDrawn(mark.element) || mark.frames.some(({ element }) => element.matches(OUTSIDE))) continue;
    const { label, titles } = lookAround(view, mark.element, mark.frames);
    const about =
      place.own || says('app', titles[0] ?? '') || place.called?.some((term) => titles[0]?.includes(term));
    if (about && says('name', label)) return { label: fold(mark.text), frames: mark.frames };
  }
  return undefined;
}

/** The name that a step shows beside a secret, as "Name: Scanner" or in a row of its own; empty where it shows none. */
export function labelIn(view: View, shown: Shown | undefined): string {
  const step = shown?.frames.find(({ element }) => element.matches(`${DIALOGS},section,form,table,dl`));
  const texts = inside(view, step).filter(({ kind }) => kind === 'text' || kind === 'held');
  const found = texts.flatMap(({ kind, element, text }, at) => {
    if (text === shown?.text) return [];
    if (kind === 'held') return isName(nameOf(element) || (texts[at - 1]?.text ?? '')) ? fold(text) : [];
    const [, lead = '', rest = ''] = /^(.{1,30}[:：])\s*(\S.*)$/u.exec(text) ?? [];
    if (isName(lead)) return rest;
    // A field has its own value, if any.
    if ((element as Partial<HTMLLabelElement>).control) return [];
    const next = texts[at + 1];
    return next?.kind === 'text' && next.text !== shown?.text && isName(text) ? next.text : [];
  });
  const [label = '', other] = found.filter((text) => !says('pass', spell(text)));
  return other === undefined ? label : '';
}

/** True for the short words beside a name that a person gave, and for nothing that is a password's. */
function isName(text: string): boolean {
  const spelled = spell(text);
  return spelled.length < 30 && says('name', spelled) && !says('pass', spelled) && !says('user', spelled);
}
