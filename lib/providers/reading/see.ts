import { fold, spell } from './text';
import type { Frame, MarkKind, Shown, View } from './view';
import { hasForm, marks, partsIn, says } from './vocabulary';

/**
 * What a person sees on a page, in the order of reading: texts, titles, controls, fields, pictures, each with what is
 * around it. One walk through the light tree, open shadow roots and slots; it forces no layout.
 */

/** Most elements walked; real account pages have a few hundred to a few thousand. */
export const BUDGET = 5_000;
/** Longest text (characters) that may hold a secret and the words before it. */
const LONGEST = 280;

/** Custom elements that libraries make buttons of. */
export const BUTTON_NAME = /(^|-)(button|btn)$/;
const SILENT = '[aria-hidden=true]';
/** Inline styles that hide; computed ones are asked for candidates alone. */
export const UNSEEN = /display:\s*none|visibility:\s*hidden/;
/** A letter or a digit at the beginning. */
const SIGN = /^[\p{L}\p{N}]/u;
/** What words before a secret say it is. */
const SAYING = ['app', 'pass', 'name', 'token', 'user'] as const;
/** What is more than text, beside the marks that pages are handed. */
const SPECIAL = 'input,textarea,svg';

/** The host of the shadow root that an element is in; a document's own "host" is something that the page has so named. */
export function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root.nodeType === 11 ? (root as Partial<ShadowRoot>).host : undefined;
}

/** The parent element, or the host of the shadow root it is in. */
export function parentOf(element: Element): Element | null {
  return element.parentElement ?? hostOf(element) ?? null;
}

/** True for an element that its own marks put out of sight. */
export function isUnseen(element: Element): boolean {
  const style = element.getAttribute('style');
  if ((style && UNSEEN.test(style)) || element.matches(marks.never)) return true;
  // A text is often hidden from screen readers, because they are given another. The same mark hides buttons and
  // fields, but pages forget to take it off when they show them again.
  const isUsed =
    element.matches(SILENT) && (element.matches(marks.dialog) || element.querySelector(marks.used));
  return !!isUsed && !element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

/** The name of a control or a field for screen readers, and for programmers. */
export function nameOf(element: Element): string {
  const labels = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
  const root = element.getRootNode() as Document | ShadowRoot;
  return fold(
    [
      // A library may hand the name of a dialog on to what is inside of it.
      ...labels.map(
        (id) => (root.getElementById?.(id) ?? element.ownerDocument.getElementById(id))?.textContent,
      ),
      element.getAttribute('aria-label'),
      element.getAttribute('title'),
      // A form may have a field that is called so; of a button it is asked in vain, and costs a walk over the page.
      ...(/^(form|button)$/.test(element.localName)
        ? []
        : [...((element as Partial<HTMLInputElement>).labels ?? [])]
      ).map((label) => label.textContent),
    ]
      .join(' ')
      .slice(0, LONGEST * 3),
  );
}

/** Which of its texts may be secrets. */
export type Fits = (text: string) => boolean;

/** Looks at what is below `root`; `mayFit` says what may be a secret. */
export function see(root: Element, mayFit: Fits): View {
  // A page says the same again and again, and every box around a text says it once more.
  const answers = new Map<string, boolean>();
  const fits: Fits = (text) => {
    const answer = answers.get(text) ?? mayFit(text);
    answers.set(text, answer);
    return answer;
  };
  const view: View = { marks: [], shown: [], cut: false };
  /** What is open, from the inside out. */
  let open: Frame[] = [];
  let left = BUDGET;
  // One question for all that is more than a box: most elements are boxes.
  const anySpecial = [
    SPECIAL,
    marks.never,
    SILENT,
    '[style]',
    marks.heading,
    marks.control,
    marks.picture,
    marks.choice,
    marks.editable,
    marks.busy,
  ].join();

  const mark = (kind: MarkKind, element: Element, text: string) =>
    view.marks.push({ kind, element, text, at: view.marks.length, frames: open });

  function note(element: Element, text: string, by: Shown['by'], more?: Partial<Shown>): void {
    if (text.length > LONGEST) return;
    // "Password: abcd…" in one text; one that may be a secret as it stands is cut after such a word alone.
    const [, lead = '', tail = ''] = by === 'text' ? partsIn('saying', text) : [];
    // A label ends with a colon, a sentence with a full stop.
    const end = hasForm('sentence', lead) ? tail.replace(/[.。]$/, '') : tail;
    const isLed = end && fits(end) && (isSaying(lead) || !fits(text));
    const said = isLed ? { text: end, lead } : fits(text) ? { text, lead: '' } : wordIn(text, by);
    if (said) view.shown.push({ element, by, editable: false, frames: open, ...said, ...more });
  }

  /** The secret in a sentence that says what it is: after "Your app password is", or in quotes. */
  function wordIn(text: string, by: Shown['by']): { text: string; lead: string } | undefined {
    if (by !== 'text' || !hasForm('long', text)) return undefined;
    const found = text.split(/[\s"“”„«»()]+/).find((one) => one.length > 11 && fits(one));
    const lead = found && text.slice(0, text.indexOf(found));
    return lead && isSaying(lead) ? { text: found, lead } : undefined;
  }

  function visitField(field: HTMLInputElement): void {
    if (field.localName === 'input' && hasForm('noField', field.type)) return;
    const editable = !field.readOnly && !field.disabled;
    // A form that is being sent is switched off, and is still a form.
    mark(editable || field.disabled ? 'field' : 'held', field, field.type === 'password' ? '' : field.value);
    // Dots may hide the account's own password; a page shows at some time what it means the user to copy.
    if (field.type === 'password') {
      if (field.readOnly && !field.disabled && field.value) mark('masked', field, '');
      return;
    }
    if (field.value) note(field, fold(field.value), 'field', { editable });
  }

  /** Answers the text of the element; empty for what is no text. */
  function visit(element: Element): string {
    if (left-- < 0) {
      view.cut = true;
      return '';
    }
    const special = element.matches(anySpecial) || BUTTON_NAME.test(element.localName);
    if (special && isUnseen(element)) return '';
    const is = (selector: string) => special && element.matches(selector);
    const frame: Frame = { element, start: view.marks.length, end: 0 };
    const outer = open;
    open = [frame, ...outer];
    if (is(marks.picture)) mark('picture', element, '');
    if (is(marks.busy)) mark('busy', element, '');
    let text = '';
    if (is('svg')) {
      // Its words are for screen readers.
    } else if (is(marks.send)) {
      mark('control', element, `${(element as HTMLInputElement).value} ${nameOf(element)}`);
    } else if (is('input,textarea')) visitField(element as HTMLInputElement);
    else if (is(marks.choice)) {
      const chosen = [...element.querySelectorAll(marks.chosen)];
      mark('choice', element, fold(chosen[0]?.textContent ?? element.textContent));
    } else if (is(marks.editable)) mark('field', element, fold(element.textContent));
    else text = visitParts(element, special);
    frame.end = view.marks.length;
    open = outer;
    return text;
  }

  function visitParts(element: Element, special: boolean): string {
    const isControl = special && (element.matches(marks.control) || BUTTON_NAME.test(element.localName));
    const isTitle = special && element.matches(marks.heading);
    const parts: string[] = [];
    let pieces = 0;
    let apart = true;
    let own = false;
    /** A text of its own that may be a secret, also with other texts in the same box. */
    let alone = '';
    let length = 0;
    const before = view.shown.length;
    for (const node of partsOf(element)) {
      let text = '';
      if (node.nodeType === 3) {
        text = (node as Text).data;
        const said = fold(text);
        own ||= said !== '';
        if (said && text.length <= LONGEST && fits(said)) alone = said;
        if (said.length > 1) apart = false;
      } else if (node.nodeType === 1) {
        text = visit(node as Element);
        if (holdsText(node as Element)) own = true;
        else if (fold(text)) pieces += 1;
        // A space between groups that only their style keeps apart.
        if (text.length > 1 && SIGN.test(parts.at(-1)?.slice(-1) ?? '') && SIGN.test(text)) text = ` ${text}`;
        if ((node as Element).localName === 'br') text = '\n';
      }
      length += text.length;
      if (length <= LONGEST * 3) parts.push(text);
      else if (parts.at(-1) !== '…') parts.push('…');
    }
    const whole = parts.join('');
    // A title that unfolds what is under it is all button.
    const text = fold(whole) || (isTitle ? fold(element.textContent?.slice(0, LONGEST)) : '');
    // A slot is no box of its own: what it shows is a part of what is around it.
    if (element.localName === 'slot') return whole;
    if (!text || isControl || isTitle) {
      if (isTitle && text) {
        mark('title', element, text);
        if (own || pieces > 1) noteText(element, text, parts, pieces, apart, before);
      }
      if (isControl) {
        mark('control', element, `${text} ${nameOf(element)}`);
        if (element.localName === 'summary') mark('title', element, text);
        // A button whose text is something else than what it is called.
        if (view.shown.length === before && fits(text)) note(element, text, 'control');
        return '';
      }
      return whole;
    }
    if (own) {
      if (hasForm('masked', text)) mark('masked', element, '');
      else mark('text', element, text.slice(0, LONGEST * 3));
    }
    if (alone && pieces) note(element, alone, 'text');
    else if (own || pieces > 1) noteText(element, text, parts, pieces, apart, before);
    return whole;
  }

  function noteText(
    element: Element,
    text: string,
    parts: string[],
    pieces: number,
    apart: boolean,
    before: number,
  ): void {
    if (text.length > LONGEST) return;
    // Words and a secret side by side are no longer secret.
    const part = view.shown.slice(before).find((one) => text.endsWith(one.text));
    const lead = part && text.slice(0, -part.text.length).trim();
    if (part && lead && fits(text) && (isSaying(lead) || element.matches(marks.line))) {
      part.lead ||= lead;
      return;
    }
    if (pieces < 2) {
      note(element, text, 'text');
      return;
    }
    const groups = parts.map((part) => part.trim()).filter(Boolean);
    if (pieces > 2 && apart && groups.every((one) => [...one].length === 1)) {
      // One element per character; spaces between them are there for the eye.
      const joined = groups.join('');
      note(element, fold(parts.join('')).length > joined.length && fits(text) ? text : joined, 'characters');
      return;
    }
    const joined = groups.join('');
    // A long piece that is cut up to be read, into parts of one length but the last.
    const isEven = groups.slice(0, -1).every((one) => one.length === groups[0]?.length);
    const isCut =
      pieces > 2 &&
      apart &&
      isEven &&
      groups.every((one) => hasForm('part', one)) &&
      !fits(text) &&
      fits(joined);
    note(element, isCut ? joined : text, 'groups');
  }

  visit(root);
  return view;
}

/** True for words that say what comes after them. */
function isSaying(lead: string): boolean {
  return SAYING.some((kind) => says(kind, spell(lead)));
}

/** True for a slot that shows a text of its host. */
function holdsText(element: Element): boolean {
  return slottedIn(element).some((node) => node.nodeType === 3 && fold(node.textContent));
}

function slottedIn(element: Element): readonly Node[] {
  return element.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes() : [];
}

/** What is shown in an element: what its host has put into a slot, what its shadow root has, or its own. */
function partsOf(element: Element): readonly Node[] {
  const slotted = slottedIn(element);
  if (slotted.length) return slotted;
  const parts: Node[] = [];
  // By `nextSibling`: to iterate over a live list takes several times as long.
  for (let node = (element.shadowRoot ?? element).firstChild; node; node = node.nextSibling) parts.push(node);
  return parts;
}
