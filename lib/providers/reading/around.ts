import { hostOf, nameOf, parentOf } from './see';
import { fold, spell } from './text';
import { type Frame, inside, type Mark, said, type View } from './view';
import { hasForm, type Kind, marks, says } from './vocabulary';

/** What is around a text or a field: label, sentence, titles, words, controls. */

/** Kinds of words for what is no app password. */
export const AGAINST: readonly Kind[] = ['key', 'temp', 'recovery', 'serial', 'token', 'other'];

/** What is around a text that may be a secret. */
export interface Around {
  /** The step that shows it: a dialog, or what is under the nearest title, or the page. */
  step: Frame;
  dialog: boolean;
  label: string;
  /** Of the label what is surely this text's own: the name of the field, the head of the column, a short text before. */
  caption: string;
  sentence: string;
  /** The nearest title, then those further up. */
  titles: string[];
  words: string;
  /** The nearest title stands in the area that these words are from, or is the dialog's. */
  titled: boolean;
  /** The smallest area around it with controls, and these. */
  box: Element | undefined;
  near: Mark[];
}

function rankOf(title: Mark): number {
  const { element } = title;
  return Number(element.getAttribute('aria-level') ?? /^h(\d)$/.exec(element.localName)?.[1] ?? 4) || 4;
}

/** True for a title that names what comes after it; false where it names a box around it that has ended. */
function reaches(view: View, title: Mark, at: number): boolean {
  const [own, ...outer] = title.frames;
  const box = outer.find((frame) => {
    if (frame.end > at || frame.element.matches(marks.page)) return true;
    const more = inside(view, frame).filter((mark) => own && (mark.at < own.start || mark.at >= own.end));
    return (
      more.filter(({ kind }) => kind === 'text').length > 1 ||
      more.some(({ kind }) => /held|field|picture/.test(kind))
    );
  });
  return !box || box.end > at;
}

/** Titles before a place, of lower and lower rank, inside one frame. */
function titlesBefore(view: View, frame: Frame, at: number): Mark[] {
  const found: Mark[] = [];
  let rank = 7;
  for (const mark of view.marks.slice(frame.start, at).reverse()) {
    if (mark.kind !== 'title' || rankOf(mark) >= rank || !reaches(view, mark, at)) continue;
    rank = rankOf(mark);
    found.push(mark);
  }
  return found;
}

/** What stands at the head of the column that an element is in; empty where there is none. */
export function columnOf(element: Element): string {
  const cell = element.closest(marks.cell);
  const row = cell?.closest(marks.line);
  const table = row?.closest(marks.table);
  if (!cell || !row || !table) return '';
  const at = [...row.querySelectorAll(marks.place)].indexOf(cell);
  const heads = table.querySelector(marks.line)?.querySelectorAll(marks.head);
  return fold(heads?.[at]?.textContent);
}

/** What the button says that has unfolded an element; empty where none has. */
function openerOf(element: Element, page: Element): string {
  // As an attribute: a form has its own fields for properties.
  const id = JSON.stringify(element.getAttribute('id') ?? '');
  const opener = id === '""' ? null : page.querySelector(`[aria-expanded=true][aria-controls=${id}]`);
  return opener ? fold(opener.textContent) || nameOf(opener) : '';
}

/** True for an element with words of its own beside what is in it. */
export function hasWords(element: Element | null): boolean {
  const nodes = element?.childNodes ?? [];
  return [...nodes].some((node) => node.nodeType === 3 && /\p{L}/u.test((node as Text).data));
}

/** What is around a text or a field; the first of its frames is its own. */
export function lookAround(view: View, element: Element, frames: readonly Frame[]): Around {
  const [own, ...outer] = frames as [Frame, ...Frame[]];
  const at = own.start;
  const isDialog = ({ element }: Frame) => element.matches(marks.dialog);
  const others = (frame: Frame, kind: Mark['kind']) =>
    inside(view, frame).filter((mark) => mark.kind === kind && (mark.at < own.start || mark.at >= own.end));
  const dialog = outer.find(isDialog);
  const page = outer.find(({ element }) => element.matches(marks.page)) ?? outer.at(-1) ?? own;
  const end = dialog ?? page;
  const within = outer.slice(0, outer.indexOf(end) + 1);
  // Labels: the text right before it in the smallest area that has one.
  const labelled = within.find((frame) => others(frame, 'text').some(({ text }) => fold(text)));
  // The label of another field is not this one's; where a page has lost the link, it is that of the next field.
  const field = view.marks.slice(0, at).findLast(({ kind }) => kind === 'field')?.at ?? -1;
  const isOthers = ({ element: one, at: from }: Mark) =>
    one.localName === 'label' && (((one as HTMLLabelElement).control ?? element) !== element || from < field);
  const texts = labelled ? others(labelled, 'text').filter((mark) => !isOthers(mark)) : [];
  const isBefore = (mark: Mark) => mark.at < at;
  // Of several sentences, the last is the label.
  const before = (texts.filter(isBefore).at(-1)?.text ?? '').replace(
    /^.*[.!?。！？]\s+(?=[^.!?]+[:：]$)/u,
    '',
  );
  const after = before ? '' : (texts.find((mark) => !isBefore(mark))?.text ?? '');
  // A text before a field is the field's.
  const isNext =
    view.marks.slice(0, at).findLast(({ kind }) => /text|field|held/.test(kind))?.text === before;
  const host = hostOf(element);
  const column = columnOf(own.element);
  const near = [own, ...within].find((frame) => inside(view, frame, 'control').length > 0);
  const short = (text: string, most: number) => (text.length <= most ? text : '');
  const label = spell(
    [
      nameOf(element),
      host && nameOf(host),
      host?.getAttribute('label'),
      element.getAttribute('placeholder'),
      column,
      // A sentence after it names nothing.
      short(before, 120) || short(after, 60).replace(/.*[.!?。]$/, ''),
    ].join(' · '),
  );
  const parent = parentOf(element);
  const sentence = hasWords(parent) ? spell(parent?.textContent?.slice(0, 400)) : '';
  const names = within
    .map(
      ({ element }) => (element.matches(marks.named) && nameOf(element)) || openerOf(element, page.element),
    )
    .filter(Boolean);
  const inner = titlesBefore(view, end, at);
  // The name of a part of the page that is something else is nearer than a title before that part.
  const apart = within.find(
    ({ element }) =>
      element.matches(marks.part) && AGAINST.some((kind) => says(kind, `· ${spell(nameOf(element))}`)),
  );
  const nearest = inner.filter((title) => !apart || title.at >= apart.start).slice(0, 1);
  const outside = outer.slice(outer.indexOf(end) + 1).at(-1);
  const more = dialog && outside ? titlesBefore(view, outside, dialog.start) : [];
  const textOf = ({ text }: Mark) => text;
  const titles = [
    [...nearest.map(textOf), ...names].join(' · '),
    ...[...inner.slice(nearest.length), ...more].map(textOf),
  ].map(spell);
  if (!dialog && page.element.localName !== 'body' && outside)
    titles.push(...titlesBefore(view, outside, page.start).map(({ text }) => spell(text)));
  // The words of one part of the page; those of a whole page speak of everything.
  const part = within.findIndex((frame) => frame.element.matches(marks.part));
  const most = part < 0 ? 250 : 500;
  const parts = part < 0 ? within : within.slice(0, part + 1);
  const isSmall = (frame: Frame) => said(others(frame, 'text'), 1_000).length < most;
  // What is under another title speaks of something else.
  const isOne = (frame: Frame) => part >= 0 || others(frame, 'title').length < 2;
  const area = parts.findLast((frame) => isSmall(frame) && isOne(frame));
  const step = dialog ?? within.find((frame) => others(frame, 'title').some(isBefore)) ?? end;
  return {
    step,
    dialog: dialog !== undefined,
    label,
    caption: spell(
      own.element.matches('input,textarea')
        ? nameOf(element) || before
        : column || (hasForm('caption', before) && isNext ? before : ''),
    ),
    sentence,
    titles: titles.filter((title, index) => index === 0 || title).map((title) => title && `· ${title}`),
    words: area ? said(others(area, 'text'), 500) : '',
    titled: !area || !!dialog || part >= 0 || others(area, 'title').length > 0,
    box: near?.element,
    near: inside(view, near, 'control').filter((mark) => mark.element !== element),
  };
}
