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
  rareForm: 2,
  chance: 1,
  written: -2,
  wordLike: -9,
  wordsUnsaid: -8,
  sample: -8,
  // How it is shown.
  readOnly: 2,
  editable: -1,
  nameField: -8,
  code: 1.5,
  apart: 1.5,
  ownLine: 0.5,
  only: 1,
  // What stands beside it.
  copyBeside: 3,
  copyInStep: 1.5,
  bareIcon: 1,
  copyButton: 3,
  labelApp: 4,
  labelPass: 2.5,
  titleApp: 4,
  titlePass: 1,
  upperApp: 2,
  aroundApp: 2,
  token: 3,
  once: 1.5,
  named: 2,
  ownAddress: 2,
  dialog: 0.5,
  news: 1,
  // What speaks against it.
  labelElse: -8,
  titleElse: -7,
  upperElse: -2,
  aroundElse: -2,
  elsewhere: -6,
  example: -10,
  frame: -4,
  aside: -1,
  quoted: -7,
  article: -20,
  picture: -4,
  several: -3,
  rowRemoves: -5,
  alike: -4,
  rows: -3,
  removes: -7,
  screen: -4,
  unspoken: -4,
  asks: -1,
  asksPassword: -4,
  busy: -8,
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
  called: readonly string[] | undefined;
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
  const isApp = (spelled: string) =>
    says('app', spelled) || !!known.called?.some((term) => spelled.includes(term));
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

  note('rareForm', known.rare);
  const isChance = known.words || rateChance(text) > 1;
  note('chance', isChance);
  const isWritten = !known.words && readsLikeWords(text);
  note('wordLike', isWritten);
  note('written', !isChance && !isWritten);
  note('sample', isSample(text));

  const isWritable = shown.editable;
  note('readOnly', by === 'field' && !isWritable);
  note('editable', isWritable);
  note('nameField', isWritable && says('name', label) && !says('pass', label) && !isApp(label));
  note('code', by !== 'field' && element.closest(CODE));
  note('apart', by === 'characters' || by === 'groups');
  note('ownLine', by !== 'field' && !lead && !around.sentence);

  const inStep = inside(view, step, 'control').filter(isCopy);
  const beside = near.filter((one) => !one.element.querySelector(HEADINGS));
  const copies = beside.some(isCopy);
  note('copyBeside', copies);
  note('copyInStep', !copies && inStep.length > 0);
  note('bareIcon', !copies && !inStep.length && beside.some(isBareIcon));
  const control = element.closest('button,[role=button],summary');
  const isButton = by === 'control' || control !== null;
  const name = spell(nameOf(control ?? element));
  const isAll = isButton && fold((control ?? element).textContent) === text;
  const isCalled =
    says('copy', name) || isApp(name) || COPY.test((control ?? element).outerHTML.replace(text, ''));
  const button = isAll && isCalled;
  note('copyButton', button);

  const labelApp = isApp(label) || (!says('example', around.sentence) && isApp(around.sentence));
  const titleApp = isApp(title);
  const entitled = titleApp ? [] : against(title);
  note('labelApp', labelApp);
  note('labelPass', !labelApp && !entitled.length && says('pass', label));
  note('titleApp', titleApp);
  note('titlePass', !titleApp && says('pass', title));
  note('upperApp', !titleApp && further.some(isApp));
  note('aroundApp', !titleApp && !labelApp && isApp(words));
  note('once', says('once', words));
  note('token', known.asked && !titleApp && !labelApp && says('token', `${label} · ${title}`));
  const isTaken = copies || button || by === 'field' || labelApp || says('pass', label);
  const isWordless =
    known.words && !(isTaken && (titleApp || labelApp || further.some(isApp) || isApp(words)));
  note('wordsUnsaid', isWordless);
  note('named', known.named);
  note('ownAddress', known.own);
  note('dialog', dialog);
  const upToStep = frames.slice(0, frames.indexOf(step) + 1).map((frame) => frame.element);
  note(
    'news',
    upToStep.some((one) => one.matches(NEWS)),
  );

  const isOwn = says('own', label);
  const labelled: Kind[] = labelApp ? [] : [...against(close), ...(isOwn ? (['own'] as const) : [])];
  note('labelElse', labelled.length);
  note('titleElse', entitled.length && !labelApp);
  note('upperElse', !titleApp && !labelApp && against(further[0] ?? '').length);
  note('aroundElse', !titleApp && !labelApp && against(words).length);
  note('example', says('example', close) || says('example', title));
  const frame = frames.some((one) => one.element.matches(FRAME));
  note('frame', frame || upToStep.some((one) => !dialog && one.matches(HEADER)));
  note(
    'aside',
    upToStep.some((one) => one.matches(PROSE)),
  );
  note(
    'quoted',
    upToStep.some((one) => one.matches(QUOTED)),
  );
  note('article', !dialog && !known.own && upToStep.some((one) => one.matches(ARTICLE)));
  const pictures = inside(view, step, 'picture').length > 0;
  note('picture', pictures && !titleApp && !labelApp);
  note('several', inStep.length > 1 && !titleApp && !labelApp);
  const row = upToStep.find((one) => one.matches(ROWS));
  const rowFrame = frames.find((one) => one.element === row);
  const removes = inside(view, rowFrame, 'control').some((one) => !isCopy(one));
  note('rowRemoves', row && removes && !copies);
  note('rows', row && !removes && !copies && hasSiblings(row));
  note('alike', !row && !copies && box && isRepeated(box));
  note('removes', !row && !copies && near.some((one) => says('delete', spell(one.text))));
  const isQuiet = !!element.closest(WORDS_OF_SCREEN) || (isButton && !button) || !!element.closest('a');
  note('screen', isQuiet && by !== 'field');
  // What the page behind a dialog is about says nothing of the dialog.
  const all = [label, around.sentence, ...(dialog ? [title] : titles), words].join(' · ');
  const isToken = known.asked && says('token', all);
  const isSilent =
    title && known.language && !isApp(all) && !says('pass', all) && !says('once', all) && !isToken;
  note('unspoken', isSilent && !entitled.length);
  const password = inside(view, step, 'field').some(
    (one) => (one.element as HTMLInputElement).type === 'password' && isDrawn(one.element),
  );
  note('asksPassword', password);
  const asks = inside(view, step, 'field').some(
    (one) => one.element !== element && !one.text && isDrawn(one.element),
  );
  note('asks', asks);
  note('busy', inside(view, step, 'busy').length);

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
    one.observations.push('elsewhere');
    one.sum += WEIGHTS.elsewhere;
    one.against = other.against;
  }
  for (const one of judged) {
    if (texts.size > 1) continue;
    one.observations.push('only');
    one.sum += WEIGHTS.only;
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
