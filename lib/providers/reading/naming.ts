import { lookAround } from './evidence';
import { isDrawn } from './eye';
import { DIALOGS, type Frame, inside, type Mark, nameOf, type Shown, type View } from './see';
import { fold, spell } from './text';
import { says } from './vocabulary';

/** Finds the field in which a new app password gets its name, and what is in it. */

/** Fields of other steps: codes, addresses, numbers, answers. */
const OTHER_FIELD = /code|otp|mail|phone|tel|numeric|verif|answer|search|find|filter|query|captcha/i;
const OUTSIDE = 'header,[role=banner],nav,[role=search],footer,aside,[role=complementary]';
const AGAINST = ['own', 'temp', 'recovery', 'key'] as const;

/** What is known besides the page. */
export interface Place {
  /** Nothing but app passwords is at this address. */
  own: boolean;
  called: RegExp | undefined;
  /** Only where words say that it is about app passwords. */
  strict: boolean;
  /** True for what has the form of a secret. */
  fits(text: string): boolean;
}

interface Rated {
  mark: Mark;
  rate: number;
}

/** From this on, a field is the one for the name. */
const ENOUGH = 4;

function rate(view: View, mark: Mark, { own, called, strict, fits }: Place): Rated | undefined {
  const field = mark.element as HTMLInputElement;
  const frame =
    mark.frames[0]?.element === field ? mark.frames : [{ element: field, start: 0, end: 0 }, ...mark.frames];
  if (field.type && !/^(text|textarea|search|select-one|url)$/.test(field.type)) return undefined;
  if (!isDrawn(field) || mark.frames.some(({ element }) => element.matches(OUTSIDE))) return undefined;
  const { label, titles, step } = lookAround(view, field, frame);
  const [title = '', ...further] = titles;
  const isApp = (spelled: string) => says('app', spelled) || !!called?.test(spelled);
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
  const points = [
    says('name', label) && 3,
    isApp(label) && 3,
    isApp(title) && 3,
    !isApp(title) && further.some(isApp) && 1.5,
    own && 1.5,
    title && !own && ![label, ...titles].some(isApp) && -1.5,
    fields.length === 1 && 1.5,
    inside(view, step, 'control').length > 0 && 0.5,
    OTHER_FIELD.test(marks) && -3,
    AGAINST.some((kind) => says(kind, label)) && !isApp(label) && -4,
    AGAINST.some((kind) => says(kind, title)) && !isApp(title) && -4,
    inside(view, step).some(({ element }) => (element as HTMLInputElement).type === 'password') && -2,
    fits(fold(field.value)) && !says('name', label) && -4,
    field.localName === 'textarea' && -1,
    inside(view, step, 'busy').length > 0 && -4,
  ];
  return { mark, rate: points.reduce<number>((total, one) => total + (one || 0), 0) };
}

/** The field for the name, with its step; the first of those that are as likely. */
export function findName(view: View, place: Place): { label: string; frames: Frame[] } | undefined {
  const fields = view.marks.filter(({ kind }) => kind === 'field').slice(0, 30);
  const rated = fields.flatMap((mark) => rate(view, mark, place) ?? []);
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
    const about = place.own || says('app', titles[0] ?? '') || place.called?.test(titles[0] ?? '');
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
  return found.length === 1 ? (found[0] ?? '') : '';
}

/** True for the short words beside a name that a person gave, and for nothing that is a password's. */
function isName(text: string): boolean {
  const spelled = spell(text);
  return spelled.length < 30 && says('name', spelled) && !says('pass', spelled) && !says('serial', spelled);
}
