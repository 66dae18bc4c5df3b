import { AGAINST, lookAround } from './around';
import { isSample, rateChance, readsLikeWords } from './chance';
import { isDrawn } from './eye';
import { BUTTON_NAME, nameOf } from './see';
import { fold, QUOTED, spell } from './text';
import { inside, type Mark, type Shown, type View } from './view';
import { hasForm, type Kind, marks, partsIn, says, sumOf, without } from './vocabulary';
import type { Observation } from './weights';

/** Judges whether a text on a page is a fresh app password. */

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
  /** True for what was on this page already when the user last continued. */
  old: ((text: string) => boolean) | undefined;
  /** Nothing that this page shows is made yet: it is so when its form was sent. */
  drafts: boolean;
  /** Words in a row are looked for. */
  words: boolean;
  /** The user asks to scan a page of no known provider: tokens count as well. */
  asked: boolean;
  /** The page says that it is in a language of the vocabulary. */
  language: boolean;
  /** What else this vendor calls an app password, as a spelled text has it. */
  called: readonly string[] | undefined;
}

export interface Weighed {
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

/** Parts of the page around its content, but parts of a dialog in one. */
const HEADER = 'header';
/** True for a control that copies. */
export function isCopy({ element, text }: Mark): boolean {
  const html = element.outerHTML;
  return (html.length < 4_000 && hasForm('copy', html)) || says('copy', spell(text));
}

/** A picture and no word: icon fonts use private signs. */
function isBareIcon({ element, text }: Mark): boolean {
  return hasForm('bare', text) && !element.querySelector('[data-icon-name]');
}

/** True for a row of a list that has others. */
function hasSiblings(row: Element): boolean {
  return (
    row.localName !== 'tr' &&
    [row.previousElementSibling, row.nextElementSibling].some((one) => one?.matches(marks.row))
  );
}

/** True for a part of a list, of any elements. */
function isRepeated(box: Element): boolean {
  return [box.previousElementSibling, box.nextElementSibling].some(
    (one) =>
      one?.localName === box.localName && one.className === box.className && one.querySelector(marks.press),
  );
}

/** True for words about an example; an address below `.example` is none. */
function isAboutExample(text: string): boolean {
  return says('example', text.slice(0, 400).replace(/\S+[@.]\S+/g, ' '));
}

/** Words before a text in its own line, up to a colon. */
function leadOf(sentence: string, text: string): string {
  const [, lead = '', rest = ''] = partsIn('led', sentence);
  return rest === spell(text) ? lead : '';
}

/** Weighs one text of a page. */
export function weighText(view: View, shown: Shown, known: Known): Weighed {
  const observations: Observation[] = [];
  const note = (observation: Observation, is: unknown) => {
    if (is) observations.push(observation);
  };
  const { element, text, by, lead, frames } = shown;
  const around = lookAround(view, element, frames);
  const { step, dialog, titles, words, near, box } = around;
  const leading = lead || leadOf(around.sentence, text);
  const [title = '', ...further] = titles;
  // Words before it in its own line are its label; else the nearest ones.
  const label = spell(leading || around.label);
  const isApp = (spelled: string) =>
    says('app', spelled) || !!known.called?.some((term) => spelled.includes(term));
  // An authenticator's key is in base 32 (RFC 4648), even where the page calls the authenticator a token.
  const isTokens =
    known.asked &&
    !hasForm('base32', text.replace(/ /g, '')) &&
    says('token', [label, title, words].join(' · '));
  const against = (spelled: string) => {
    // A user who asks sees what the text is: a name in quotes, which a person gave, says nothing of that.
    const rest = without('app', known.asked ? spelled.replace(QUOTED, ' ') : spelled);
    // A user who asks may mean a token, and a token's secret key is not an authenticator's.
    const keyed = isTokens ? without('secret', rest) : rest;
    return AGAINST.filter(
      (kind) => says(kind, kind === 'key' ? keyed : rest) && !(kind === 'token' && known.asked),
    );
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
  const isName = says('name', isWritable ? label : spell(leading) || around.caption);
  note('nameField', isName && !says('pass', label) && !isApp(label));
  note('old', known.old?.(text));
  note('code', by !== 'field' && element.closest(marks.code));
  note('apart', by === 'characters' || by === 'groups');
  note('ownLine', by !== 'field' && !lead && !around.sentence);

  const inStep = inside(view, step, 'control').filter(isCopy);
  const beside = near.filter((one) => !one.element.querySelector(marks.heading));
  const copies = beside.some(isCopy);
  note('copyBeside', copies);
  note('copyInStep', !copies && inStep.length > 0);
  const isBare = !copies && !inStep.length && beside.some(isBareIcon);
  note('bareIcon', isBare);
  const elements = frames.map((frame) => frame.element);
  const control = elements.find((one) => one.matches(marks.press) || BUTTON_NAME.test(one.localName));
  const isButton = by === 'control' || control !== undefined;
  const name = spell(nameOf(control ?? element));
  const isAll = isButton && fold((control ?? element).textContent) === text;
  const isCalled = (one: Element) =>
    says('copy', name) || isApp(name) || hasForm('copy', one.outerHTML.replace(text, ''));
  const button = isAll && isCalled(control ?? element);
  note('copyButton', button);

  const labelApp = isApp(label) || (!isAboutExample(around.sentence) && isApp(around.sentence));
  const isQuestion = hasForm('question', title) || isAboutExample(title);
  const titleApp = isApp(title) && !isQuestion;
  const entitled = titleApp ? [] : against(title);
  const isOwn = says('own', label);
  const labelled: Kind[] = labelApp ? [] : [...against(close), ...(isOwn ? (['own'] as const) : [])];
  note('labelApp', labelApp);
  const isPass = says('pass', `${label} · ${around.sentence}`);
  note('labelPass', !labelApp && !entitled.length && !labelled.length && isPass);
  note('titleApp', titleApp);
  note('titlePass', !titleApp && says('pass', title));
  note('aroundApp', !titleApp && !labelApp && isApp(words));
  const once = says('once', `${label} · ${words}`);
  note('once', once);
  const isKept = known.named || once;
  const isLabelled = labelApp || says('pass', label);
  const isCalledSo = copies || isLabelled || titleApp || says('pass', title);
  const isSaid = isLabelled || once || (titleApp && copies);
  note('unsaidField', isWritable && !isSaid);
  const isToken = known.asked && !titleApp && !labelApp && says('token', `${label} · ${title}`);
  note('token', isToken);
  const isTold = titleApp && isKept && (isBare || by === 'characters' || (known.named && once));
  const isTaken = copies || button || by === 'field' || isLabelled || isTold;
  const isNew = once && says('pass', `${label} · ${title}`);
  const isWordless =
    known.words && !(isTaken && (titleApp || labelApp || further.some(isApp) || isApp(words) || isNew));
  note('wordsUnsaid', isWordless);
  note('named', known.named);
  note('ownAddress', known.own);
  note('dialog', dialog);
  const upToStep = elements.slice(0, frames.indexOf(step) + 1);
  const isIn = (selector: string) => upToStep.some((one) => one.matches(selector));
  note('news', isIn(marks.news));

  note('labelElse', labelled.length);
  note('labelOwn', isOwn && !labelApp);
  note('titleElse', entitled.length && !labelApp);
  note('upperElse', !titleApp && !labelApp && against(further[0] ?? '').length);
  const others = labelApp ? [] : against(words);
  const isAround = others.length > 0;
  // A user who asks is offered all that has no other name; a key to scan and recovery codes are surely none.
  const isNamed = titleApp || once || says('pass', `${label} · ${title}`);
  const isKey = others.some((kind) => kind === 'key' || kind === 'recovery');
  const isSure = known.asked && !isNamed && isKey;
  const isArea = isAround && !isApp(words) && (!around.titled || isSure);
  note('areaElse', isArea);
  // Words around it that name a key to scan or a recovery code are nearer than a title further up.
  note('upperApp', !titleApp && !isKey && further.some(isApp));
  note('aroundElse', isAround && !isArea && !titleApp && (isKey || !isToken));
  note('question', isQuestion);
  note('example', isAboutExample(close) || isAboutExample(title));
  note('frame', elements.some((one) => one.matches(marks.frame)) || (!dialog && isIn(HEADER)));
  const isQuoted = isIn(marks.quotation) || (!dialog && !(isCalledSo && isKept) && isIn(marks.shown));
  note('quoted', isQuoted);
  note('asked', known.asked && !isWritable && !isQuoted);
  note('article', !dialog && !known.own && !known.named && isIn(marks.article));
  const pictures = inside(view, step, 'picture').length > 0;
  note('picture', pictures && !titleApp && !labelApp);
  note('several', inStep.length > 1 && !titleApp && !labelApp && !isToken);
  const row = upToStep.find((one) => one.matches(marks.row));
  const rowFrame = frames.find((one) => one.element === row);
  // An icon without a word beside what is called a password is there to copy it.
  const removes = inside(view, rowFrame, 'control').some(
    (one) => !isCopy(one) && !(isSaid && isBareIcon(one)),
  );
  note('rowRemoves', row && removes && !copies);
  note('rows', row && !removes && !copies && !isLabelled && hasSiblings(row));
  note('alike', !row && !copies && box && isRepeated(box));
  const isRemoval = says('delete', around.sentence) || near.some((one) => says('delete', spell(one.text)));
  note('removes', !row && !copies && isRemoval);
  // A button that is nothing but the secret, in a place that says so.
  const isGiven = (known.named || (known.own && dialog)) && (titleApp || isApp(words));
  const isSpoken = isAll && !isWritten && (isSaid || isGiven) && !inside(view, step, 'field').length;
  const isQuiet = !!element.closest(marks.screen) || (isButton && !button) || !!element.closest('a');
  note('screen', isQuiet && by !== 'field' && !isSpoken);
  note('button', isButton && !button && isSpoken);
  // The subject of the page behind a dialog says nothing of the dialog.
  const all = [label, around.sentence, ...(dialog ? [title] : titles), words].join(' · ');
  const isSilent =
    title &&
    known.language &&
    !isApp(all) &&
    !says('pass', all) &&
    !says('once', all) &&
    !(known.asked && says('token', all));
  note('unspoken', isSilent && !entitled.length);
  const password = inside(view, step, 'field').some(
    (one) => (one.element as HTMLInputElement).type === 'password' && isDrawn(one.element),
  );
  note('asksPassword', password);
  note('busy', inside(view, step, 'busy').length);

  const sum = sumOf('text', observations);
  const called = AGAINST.filter((kind) => says(kind, without('app', `${close} · ${title}`)));
  return {
    shown,
    observations,
    sum,
    called,
    against: [...new Set([...labelled, ...entitled])],
    titled: titleApp || labelApp,
  };
}
