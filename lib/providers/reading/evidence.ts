import { isSample, rateChance, readsLikeWords } from './chance';
import { isDrawn, isSeen } from './eye';
import {
  DIALOGS,
  type Fits,
  type Frame,
  HEADINGS,
  inside,
  type Mark,
  nameOf,
  parentOf,
  type Shown,
  said,
  type View,
} from './see';
import { fold, spell } from './text';
import { type Kind, says, withoutApp } from './vocabulary';

/**
 * What speaks for and against a text being a fresh app password: named observations, each with a weight. A text is
 * taken for one from `ENOUGH` on. The weights were set by hand and tried on pages that others drew
 * (`npm run pages`); no single one decides.
 */
export const WEIGHTS = {
  // The text itself.
  'a form that nothing else has': 2,
  'made by chance': 1,
  'a person may have written it': -2,
  'reads like words': -9,
  'words, and nothing says that they are to be taken along': -8,
  'a sample': -8,
  // How it is shown.
  'a field that only shows it': 2,
  'a field that people may write in': -1,
  'the field for a name': -8,
  'set in the type of code': 1.5,
  'one element per character or group': 1.5,
  'a line of its own': 0.5,
  'the only such text here': 1,
  // What stands beside it.
  'a control beside it copies': 3,
  'a control in the same step copies': 1.5,
  'an icon without a name beside it': 1,
  'its button says that it copies': 3,
  'the label says app password': 4,
  'the label says password': 2.5,
  'the title says app password': 4,
  'the title says password': 1,
  'a title further up says app password': 2,
  'the words around say app password': 2,
  'the label or the title says token or key': 3,
  'the words around say that it is shown once': 1.5,
  'a name was typed a moment ago': 2,
  'nothing but app passwords is at this address': 2,
  'in a dialog': 0.5,
  'in news of the page': 1,
  // What speaks against it.
  'the label says that it is something else': -8,
  'the title says that it is something else': -7,
  'a title further up says that it is something else': -2,
  'the words around say that it is something else': -2,
  'another place says that it is something else': -6,
  'an example': -10,
  'in the frame of the page': -4,
  'beside the content': -1,
  'quoted, or a block of code': -7,
  'in an article': -20,
  'a picture to scan beside it': -4,
  'several values to copy': -3,
  'a row of a list, with what removes it': -5,
  'one of several alike, each with a control': -4,
  'one of several rows': -3,
  'a control beside it removes something': -7,
  'words of the screen': -4,
  'no word for a password, in a language that is known': -4,
  'the step asks for something': -1,
  'the step asks for a password': -4,
  'work is in progress': -8,
} as const;
export type Observation = keyof typeof WEIGHTS;

/** From this sum of weights on, a text is a fresh app password. */
export const ENOUGH = 5;
/** Two texts whose sums are nearer than this are told apart by nobody. */
const APART = 1;

/** What is known besides the page. */
export interface Known {
  /** Texts of this form are hardly ever anything else. */
  rare: boolean;
  /** Nothing but app passwords is at this address. */
  own: boolean;
  /** The name that the user typed a moment ago; empty when none. */
  named: string;
  /** True for fields that the user has typed into. */
  typed: ((field: Element) => boolean) | undefined;
  /** What stands in a field to write in is not made yet. */
  drafts: boolean;
  /** Words in a row are looked for. */
  words: boolean;
  /** The user asks to look at a page of nobody that is known: tokens count as well. */
  asked: boolean;
  /** The page says that it is in a language of the vocabulary. */
  language: boolean;
  /** What else this vendor calls an app password, as a spelled text has it. */
  called: RegExp | undefined;
}

export interface Judged {
  shown: Shown;
  observations: Observation[];
  sum: number;
  /** Kinds of words that the label or the title has, against an app password. */
  against: Kind[];
  /** The same, with those that speak against nothing here. */
  called: Kind[];
  /** The label or the nearest title says app password. */
  titled: boolean;
}

const CODE = 'code,kbd,samp,output,tt,[style*=monospace],[class*=mono]';
const NEWS = '[role=alert],[role=status],[aria-live=polite],[aria-live=assertive]';
const FRAME = 'nav,[role=navigation],footer,[role=contentinfo],[role=search],[role=banner],[type=search]';
/** Parts of the page around its content, but parts of a dialog in one. */
const HEADER = 'header';
const ARTICLE = 'article,[role=article]';
const PROSE = 'aside,[role=complementary]';
const QUOTED = 'blockquote,[role=note],[role=tooltip],figure,pre';
const ROWS = 'li,tr,[role=row],[role=listitem]';
const WORDS_OF_SCREEN = 'label,option,[role=option],[role=tab],th,dt,[role=columnheader]';
const PAGE = 'main,[role=main],body';
/** Parts of a page that may have a name. */
const REGIONS =
  'section,form,fieldset,details,aside,[role=region],[role=group],[role=form],[role=tabpanel],[role=complementary]';
/** "Copy" as it is written in the languages of the pages, and as programmers write it in attributes. */
export const COPY = /[ck]op[iy](?!r)|clipb|másol|коп[иі]|コピー|复制|複製|복사|نسخ|העתק/i;
const AGAINST: readonly Kind[] = ['key', 'temp', 'recovery', 'serial', 'token', 'other'];

/** True for a control that copies. */
export function isCopy({ element, text }: Mark): boolean {
  const html = element.outerHTML;
  return (html.length < 4_000 && COPY.test(html)) || says('copy', spell(text));
}

/** A picture and no word: icon fonts use private signs. */
function isBareIcon({ element, text }: Mark): boolean {
  return /^[\s\uE000-\uF8FF]*$/.test(text) && !element.querySelector('[data-icon-name]');
}

/** What is around a text that may be a secret. */
interface Around {
  /** The step that shows it: a dialog, or what is under the nearest title, or the page. */
  step: Frame;
  dialog: boolean;
  label: string;
  sentence: string;
  /** The nearest title, then those further up. */
  titles: string[];
  words: string;
  /** The smallest area around it with controls, and these. */
  box: Element | undefined;
  near: Mark[];
}

function rankOf(title: Mark): number {
  const { element } = title;
  return Number(element.getAttribute('aria-level') ?? /^h(\d)$/.exec(element.localName)?.[1] ?? 4);
}

/** True for a title that stands for what comes after it, and not for a closed box that it is in. */
function reaches(view: View, title: Mark, at: number): boolean {
  const [own, ...outer] = title.frames;
  const box = outer.find((frame) => {
    if (frame.end > at) return true;
    const more = inside(view, frame).filter((mark) => own && (mark.at < own.start || mark.at >= own.end));
    return (
      more.filter(({ kind }) => kind === 'text').length > 1 ||
      more.some(({ kind }) => /held|field|picture/.test(kind))
    );
  });
  return !box || box.end > at;
}

/** Titles before a place, of lower and lower rank, inside one frame. */
function titlesBefore(view: View, frame: Frame, at: number): string[] {
  const found: string[] = [];
  let rank = 7;
  for (const mark of view.marks.slice(frame.start, at).reverse()) {
    if (mark.kind !== 'title' || rankOf(mark) >= rank || !reaches(view, mark, at)) continue;
    rank = rankOf(mark);
    found.push(mark.text);
  }
  return found;
}

/** What is around a text or a field; the first of its frames is its own. */
export function lookAround(view: View, element: Element, frames: readonly Frame[]): Around {
  const [own, ...outer] = frames as [Frame, ...Frame[]];
  const at = own.start;
  const isDialog = ({ element }: Frame) => element.matches(DIALOGS);
  const others = (frame: Frame, kind: Mark['kind']) =>
    inside(view, frame).filter((mark) => mark.kind === kind && (mark.at < own.start || mark.at >= own.end));
  const dialog = outer.find(isDialog);
  const page = outer.find(({ element }) => element.matches(PAGE)) ?? outer.at(-1) ?? own;
  const end = dialog ?? page;
  const within = outer.slice(0, outer.indexOf(end) + 1);
  // Labels: the text right before it in the smallest area that has one.
  const labelled = within.find((frame) => others(frame, 'text').some(({ text }) => fold(text)));
  const texts = labelled ? others(labelled, 'text') : [];
  const isBefore = (mark: Mark) => mark.at < at;
  const before = texts.filter(isBefore).at(-1)?.text ?? '';
  const after = before ? '' : (texts.find((mark) => !isBefore(mark))?.text ?? '');
  const host = (element.getRootNode() as Partial<ShadowRoot>).host;
  const cell = own.element.closest('td');
  const row = cell?.parentElement;
  const column =
    cell &&
    row?.closest('table')?.querySelectorAll('thead th,tr:first-child th')[[...row.children].indexOf(cell)];
  const near = [own, ...within].find((frame) => inside(view, frame, 'control').length > 0);
  const short = (text: string, most: number) => (text.length <= most ? text : '');
  const label = spell(
    [
      nameOf(element),
      host && nameOf(host),
      host?.getAttribute('label'),
      element.getAttribute('placeholder'),
      column?.textContent,
      short(before, 120) || short(after, 60),
    ].join(' · '),
  );
  const parent = parentOf(element);
  const mixed = [...(parent?.childNodes ?? [])].some(
    (node) => node.nodeType === 3 && /\p{L}/u.test((node as Text).data),
  );
  const sentence = mixed ? spell(parent?.textContent?.slice(0, 400)) : '';
  const names = within
    .filter(({ element }) => element.matches(`${DIALOGS},${REGIONS}`))
    .map((one) => nameOf(one.element));
  const inner = titlesBefore(view, end, at);
  const outside = outer.slice(outer.indexOf(end) + 1).at(-1);
  const more = dialog && outside ? titlesBefore(view, outside, dialog.start) : [];
  const titles = [[...inner.slice(0, 1), ...names].join(' · '), ...inner.slice(1), ...more].map(spell);
  if (!dialog && page.element.localName !== 'body' && outside)
    titles.push(...titlesBefore(view, outside, page.start).map(spell));
  // The words of one part of the page; those of a whole page speak of everything.
  const part = within.findIndex((frame) => frame.element.matches(`${DIALOGS},${REGIONS}`));
  const most = part < 0 ? 250 : 500;
  const parts = part < 0 ? within : within.slice(0, part + 1);
  const area = parts.findLast((frame) => said(others(frame, 'text'), 1_000).length < most);
  const step = dialog ?? within.find((frame) => others(frame, 'title').some(isBefore)) ?? end;
  return {
    step,
    dialog: dialog !== undefined,
    label,
    sentence,
    titles: titles.filter((title, index) => index === 0 || title),
    words: area ? said(others(area, 'text'), 500) : '',
    box: near?.element,
    near: inside(view, near, 'control').filter((mark) => mark.element !== element),
  };
}

/** True for a row of a list that has others. */
function hasSiblings(row: Element): boolean {
  return (
    row.localName !== 'tr' &&
    [row.previousElementSibling, row.nextElementSibling].some((one) => one?.matches(ROWS))
  );
}

/** True for a part of a list, whatever the list is made of. */
function isRepeated(box: Element): boolean {
  return [box.previousElementSibling, box.nextElementSibling].some(
    (one) =>
      one?.localName === box.localName &&
      one.className === box.className &&
      one.querySelector('button,[role=button]'),
  );
}

/** Judges one text. */
function judge(view: View, shown: Shown, known: Known): Judged {
  const observations: Observation[] = [];
  const note = (observation: Observation, is: unknown) => {
    if (is) observations.push(observation);
  };
  const { element, text, by, lead, frames } = shown;
  const around = lookAround(view, element, frames);
  const { step, dialog, titles, words, near, box } = around;
  const [title = '', ...further] = titles;
  const label = spell(`${lead} · ${around.label}`);
  const isApp = (spelled: string) => says('app', spelled) || !!known.called?.test(spelled);
  const kinds = AGAINST.filter((kind) => kind !== 'token' || !known.asked);
  const against = (spelled: string) => {
    const rest = withoutApp(spelled);
    return kinds.filter((kind) => says(kind, rest));
  };
  const copying = spell(
    near
      .filter(isCopy)
      .map((one) => one.text)
      .join(' · '),
  );
  const close = [label, around.sentence, copying].join(' · ');

  note('a form that nothing else has', known.rare);
  const isChance = known.words || rateChance(text) > 1;
  note('made by chance', isChance);
  const isWritten = !known.words && readsLikeWords(text);
  note('reads like words', isWritten);
  note('a person may have written it', !isChance && !isWritten);
  note('a sample', isSample(text));

  const isWritable = shown.editable;
  note('a field that only shows it', by === 'field' && !isWritable);
  note('a field that people may write in', isWritable);
  note('the field for a name', isWritable && says('name', label) && !says('pass', label) && !isApp(label));
  note('set in the type of code', by !== 'field' && element.closest(CODE));
  note('one element per character or group', by === 'characters' || by === 'groups');
  note('a line of its own', by !== 'field' && !lead && !around.sentence);

  const inStep = inside(view, step, 'control').filter(isCopy);
  const beside = near.filter((one) => !one.element.querySelector(HEADINGS));
  const copies = beside.some(isCopy);
  note('a control beside it copies', copies);
  note('a control in the same step copies', !copies && inStep.length > 0);
  note('an icon without a name beside it', !copies && !inStep.length && beside.some(isBareIcon));
  const control = element.closest('button,[role=button],summary');
  const isButton = by === 'control' || control !== null;
  const name = spell(nameOf(control ?? element));
  const isAll = isButton && fold((control ?? element).textContent) === text;
  const isCalled =
    says('copy', name) || isApp(name) || COPY.test((control ?? element).outerHTML.replace(text, ''));
  const button = isAll && isCalled;
  note('its button says that it copies', button);

  const labelApp = isApp(label) || (!says('example', around.sentence) && isApp(around.sentence));
  const titleApp = isApp(title);
  const entitled = titleApp ? [] : against(title);
  note('the label says app password', labelApp);
  note('the label says password', !labelApp && !entitled.length && says('pass', label));
  note('the title says app password', titleApp);
  note('the title says password', !titleApp && says('pass', title));
  note('a title further up says app password', !titleApp && further.some(isApp));
  note('the words around say app password', !titleApp && !labelApp && isApp(words));
  note('the words around say that it is shown once', says('once', words));
  note(
    'the label or the title says token or key',
    known.asked && !titleApp && !labelApp && says('token', `${label} · ${title}`),
  );
  const isTaken = copies || button || by === 'field' || labelApp || says('pass', label);
  const isWordless =
    known.words && !(isTaken && (titleApp || labelApp || further.some(isApp) || isApp(words)));
  note('words, and nothing says that they are to be taken along', isWordless);
  note('a name was typed a moment ago', known.named);
  note('nothing but app passwords is at this address', known.own);
  note('in a dialog', dialog);
  const upToStep = frames.slice(0, frames.indexOf(step) + 1).map((frame) => frame.element);
  note(
    'in news of the page',
    upToStep.some((one) => one.matches(NEWS)),
  );

  const isOwn = says('own', label);
  const labelled: Kind[] = labelApp ? [] : [...against(close), ...(isOwn ? (['own'] as const) : [])];
  note('the label says that it is something else', labelled.length);
  note('the title says that it is something else', entitled.length && !labelApp);
  note(
    'a title further up says that it is something else',
    !titleApp && !labelApp && against(further[0] ?? '').length,
  );
  note('the words around say that it is something else', !titleApp && !labelApp && against(words).length);
  note('an example', says('example', close) || says('example', title));
  const frame = frames.some((one) => one.element.matches(FRAME));
  note('in the frame of the page', frame || upToStep.some((one) => !dialog && one.matches(HEADER)));
  note(
    'beside the content',
    upToStep.some((one) => one.matches(PROSE)),
  );
  note(
    'quoted, or a block of code',
    upToStep.some((one) => one.matches(QUOTED)),
  );
  note('in an article', !dialog && !known.own && upToStep.some((one) => one.matches(ARTICLE)));
  const pictures = inside(view, step, 'picture').length > 0;
  note('a picture to scan beside it', pictures && !titleApp && !labelApp);
  note('several values to copy', inStep.length > 1 && !titleApp && !labelApp);
  const row = upToStep.find((one) => one.matches(ROWS));
  const rowFrame = frames.find((one) => one.element === row);
  const removes = inside(view, rowFrame, 'control').some((one) => !isCopy(one));
  note('a row of a list, with what removes it', row && removes && !copies);
  note('one of several rows', row && !removes && !copies && hasSiblings(row));
  note('one of several alike, each with a control', !row && !copies && box && isRepeated(box));
  note(
    'a control beside it removes something',
    !row && !copies && near.some((one) => says('delete', spell(one.text))),
  );
  const isQuiet = !!element.closest(WORDS_OF_SCREEN) || (isButton && !button) || !!element.closest('a');
  note('words of the screen', isQuiet && by !== 'field');
  // What the page behind a dialog is about says nothing of the dialog.
  const all = [label, around.sentence, ...(dialog ? [title] : titles), words].join(' · ');
  const isToken = known.asked && says('token', all);
  const isSilent =
    title && known.language && !isApp(all) && !says('pass', all) && !says('once', all) && !isToken;
  note('no word for a password, in a language that is known', isSilent && !entitled.length);
  const password = inside(view, step, 'field').some(
    (one) => (one.element as HTMLInputElement).type === 'password' && isDrawn(one.element),
  );
  note('the step asks for a password', password);
  const asks = inside(view, step, 'field').some(
    (one) => one.element !== element && !one.text && isDrawn(one.element),
  );
  note('the step asks for something', asks);
  note('work is in progress', inside(view, step, 'busy').length);

  const sum = observations.reduce((total, one) => total + WEIGHTS[one], 0);
  const called = AGAINST.filter((kind) => says(kind, withoutApp(`${close} · ${title}`)));
  return {
    shown,
    observations,
    sum,
    called,
    against: [...new Set([...labelled, ...entitled])],
    titled: titleApp || labelApp,
  };
}

/** Most texts that are judged; a page that shows more in a secret's form shows none. */
const MOST = 30;

/** All texts of a page that may be a fresh app password, the likeliest first; what nobody sees is left out. */
export function judgeAll(view: View, known: Known, fits: Fits): Judged[] {
  // A name in the form of a secret is still a name.
  const fitting = view.shown
    .filter(({ text }) => fits(text) && text !== known.named)
    .filter(({ element, editable }) => !known.typed?.(element) && !(known.drafts && editable));
  if (fitting.length > MOST) return [];
  const judged = fitting.map((shown) => judge(view, shown, known));
  const texts = new Set(fitting.map(({ text }) => text));
  // What one place calls something else is something else wherever it stands.
  for (const one of judged) {
    const other = judged.find(({ shown, against }) => shown.text === one.shown.text && against.length);
    if (!other || one.against.length || one.titled) continue;
    one.observations.push('another place says that it is something else');
    one.sum += WEIGHTS['another place says that it is something else'];
    one.against = other.against;
  }
  for (const one of judged) {
    if (texts.size > 1) continue;
    one.observations.push('the only such text here');
    one.sum += WEIGHTS['the only such text here'];
  }
  judged.sort((one, other) => other.sum - one.sum);
  // Only what would count is worth a layout.
  return judged.filter(({ shown, sum }, at) => sum < ENOUGH - APART || (at < 6 && isSeen(shown.element)));
}

/** The fresh app password among them; none where two are as likely. */
export function decide(judged: readonly Judged[]): Judged | undefined {
  const [first, ...rest] = judged;
  if (!first || first.sum < ENOUGH) return undefined;
  const second = rest.find(({ shown }) => shown.text !== first.shown.text);
  return second && first.sum - second.sum < APART ? undefined : first;
}
