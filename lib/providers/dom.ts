import { AppError } from '../errors';
import type { Reading, Site } from './provider';

/**
 * Reading helpers for pages whose markup is not known in advance. They look at the light tree and at open shadow
 * roots, force no layout, and stop after `BUDGET` elements, so that a huge page costs no more than a small one.
 */

/** Most elements walked in one step; real ones have a few hundred. */
const BUDGET = 1000;
/** Most dialogs looked at; real pages stack two or three. */
const MOST_STEPS = 20;
export const DIALOGS = '[role$=dialog],[aria-modal=true],dialog';
const HIDDEN = '[hidden],[inert],[aria-hidden=true],dialog:not([open],[role]),template,script,style,svg';
/** Inline styles that hide; computed ones would force layout. */
const UNSEEN = /display:\s*none|visibility:\s*hidden/;
export const BUTTONS = 'button,[role=button]';
const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role=heading]';
const CHOICES = 'select,[role=combobox],[role=listbox]';
/** Words of the screen, of which sixteen-letter ones exist in every language; a secret is never one of these. */
const QUIET = `${BUTTONS},${HEADINGS},${CHOICES},a,label,legend,caption,th,nav,[role=option],[role=tab],[role=link],[role=menuitem]`;
const EDITABLE = '[contenteditable=""],[contenteditable=true],[role=textbox]';
const MONOSPACED = 'code,kbd,samp,pre,output,[style*=monospace]';
/** Work in progress, and an authenticator's set-up step: its key can have the form of an app password. */
const UNFIT =
  '[aria-busy=true],[role=progressbar],canvas,img[src^="data:image/png"],img[src^="data:image/gif"],img[src^=blob],[data-testid^=activation],[href^=otpauth],[src*=qrcode i]';
const SPECIAL = `${QUIET},${EDITABLE},${UNFIT}`;
/** "Copy" as it is written in the languages of the pages, and as programmers write it in attributes. */
export const COPY = /[ck]op[iy](?!r)|clipb|másol|коп[иі]|コピー|复制|複製|복사|نسخ|העתק/i;
/** A machine-made text in a field, of any form; a name that people choose rarely looks like this. */
const MADE = /^(\S{12,}|[^\s-]{3,6}([ -][^\s-]{3,6})+)$/;
/** Fields of the neighbours of a naming step: codes, addresses, numbers, answers. */
const OTHER_FIELD = /code|otp|mail|phone|tel|numeric|verif|answer|search/i;

/** A text of the wanted form; `held` when a read-only field or a monospaced element shows it. */
interface Found {
  element: Element;
  text: string;
  held: boolean;
}

/** What one step of a page shows. */
interface Step {
  root: Element;
  /** Headings and the accessible name. */
  titles: string;
  found: Found[];
  editable: HTMLInputElement[];
  buttons: Element[];
  /** A read-only field or a monospaced element holds something machine-made of another form. */
  strange: boolean;
  /** It offers choices. */
  chooses: boolean;
  /** It shows a picture to scan, work is in progress, or it is too large to know. */
  unfit: boolean;
}

/** White space runs folded to one blank, trimmed. */
export function fold(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** The parent element, or the host of the shadow root it is in. */
function parentOf(element: Element): Element | null {
  return element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}

function isUnseen(element: Element): boolean {
  return element.matches(HIDDEN) || UNSEEN.test(element.getAttribute('style') ?? '');
}

/** True when the element or anything around it is marked as hidden. */
export function isHidden(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) if (isUnseen(at)) return true;
  return false;
}

/** The error of a page that is ours and shows `step`, but without `part`. */
export function changed(id: string, step: string, part: string): AppError {
  return new AppError('provider-page-changed', `${id}: ${step} step: ${part}`);
}

/** The part of a page that is there for its content. */
export function findMain(page: Document): Element {
  return [...page.querySelectorAll('main,[role=main]')].find((main) => !isHidden(main)) ?? page.body;
}

/** The steps a page shows: its open dialogs, the newest first; without any, `otherwise`. */
function findSteps(page: Document, otherwise: Element | null | undefined): Element[] {
  const steps: Element[] = [];
  let budget = 400;
  const note = (root: ParentNode) => steps.push(...[...root.querySelectorAll(DIALOGS)].slice(-MOST_STEPS));
  // Only containers near the top: looking into each of many thousand elements would cost more than reading.
  const collect = (root: ParentNode, depth: number) => {
    for (let at = root.lastElementChild; at && depth && budget-- > 0; at = at.previousElementSibling) {
      collect(at, depth - 1);
      if (at.shadowRoot) {
        note(at.shadowRoot);
        collect(at.shadowRoot, 3);
      }
    }
  };
  note(page);
  collect(page.body, 3);
  const open = steps
    .slice(-MOST_STEPS)
    .reverse()
    .filter((step) => !isHidden(step));
  return open.length || !otherwise || isHidden(otherwise) ? open : [otherwise];
}

/** Walks one step once; `form` matches a folded text that looks like a secret. */
function scan(root: Element, form: RegExp): Step {
  const step: Step = {
    root,
    titles: root.getAttribute('aria-label') ?? '',
    found: [],
    editable: [],
    buttons: [],
    strange: false,
    chooses: false,
    unfit: false,
  };
  let budget = BUDGET;
  const note = (element: Element, shown: string, field: boolean) => {
    // No secret is as long as that, and a page must not make us work on a book.
    if (shown.length > 400) return;
    const text = fold(shown);
    const fits = form.test(text);
    if (!fits && !MADE.test(text)) return;
    const held = field || !!element.closest(MONOSPACED);
    if (fits) step.found.push({ element, text, held });
    else step.strange ||= held;
  };
  // Answers the text as far as it may be part of a secret; `|` stands for everything that ends one.
  const visit = (element: Element, quiet: boolean): string => {
    if (budget-- < 0) step.unfit = true;
    if (step.unfit) return '|';
    if (isUnseen(element)) return '';
    const tag = element.localName;
    if (tag === 'input' || tag === 'textarea') {
      const field = element as HTMLInputElement;
      if (/^(checkbox|radio|hidden|button|submit|reset|image|range|color|file)$/.test(field.type)) return '';
      // A field that is switched off while the page works shows what was typed, so it counts as editable.
      if (!field.readOnly || field.disabled) step.editable.push(field);
      else if (field.type !== 'password') note(field, field.value, true);
      return '|';
    }
    // Most elements are none of these, and one question is cheaper than six.
    const special = element.matches(SPECIAL);
    const is = (selector: string) => special && element.matches(selector);
    if (is(EDITABLE)) step.editable.push(element as HTMLInputElement);
    if (is(BUTTONS)) step.buttons.push(element);
    if (is(HEADINGS)) step.titles += ` ${element.textContent}`;
    step.chooses ||= is(CHOICES);
    step.unfit = is(UNFIT);
    const silent = quiet || is(QUIET);
    let run = '';
    let mixed = false;
    const endRun = () => {
      if (!silent) note(element, run, false);
      run = '';
    };
    const slotted = tag === 'slot' ? (element as HTMLSlotElement).assignedNodes() : [];
    for (const node of slotted.length ? slotted : (element.shadowRoot ?? element).childNodes) {
      if (step.unfit) break;
      if (node.nodeType === 3) run += (node as Text).data;
      else if (node.nodeType === 1) {
        const text = visit(node as Element, silent);
        // One element per character is a way to show a secret; two words side by side are not.
        if (text.length === 1 && text !== '|') run += text;
        else if (text) {
          endRun();
          mixed = true;
        }
      }
    }
    const text = fold(run);
    endRun();
    return mixed || (silent && text) ? '|' : text;
  };
  visit(root, false);
  return step;
}

/** Points for a control that copies what is shown: 3 beside it, 2 elsewhere or when only an icon beside it says so. */
function rateCopy(step: Step, shown: Element): number {
  const around: Element[] = [];
  for (let at = parentOf(shown); at && at !== step.root && around.length < 3; at = parentOf(at))
    around.push(at);
  const rates = step.buttons.map((button) => {
    let near: Element | null = button;
    for (let climbed = 0; near && climbed < 3 && !around.includes(near); climbed++) near = parentOf(near);
    const beside = near && around.includes(near) && !near.querySelector(HEADINGS);
    if (COPY.test(button.outerHTML)) return beside ? 3 : 2;
    // Icon fonts use private characters; an icon that has a name would have said that it copies.
    const icon =
      /^[\s\uE000-\uF8FF]*$/.test(button.textContent ?? '') && !button.querySelector('[data-icon-name]');
    return icon && beside ? 2 : 0;
  });
  return Math.max(0, ...rates);
}

/**
 * The one secret a result step shows. Neither form nor title alone decides: a text of the right form needs 3 points
 * from a field that holds it (2), a control that copies it (2 or 3), and `trust`: what the caller knows (1: the
 * title fits, 2: nothing but app passwords is at this address).
 */
function findSecret(step: Step, trust: number): string | undefined {
  // Several values to copy: the set-up of an authenticator, unless the title says otherwise.
  if (!trust && step.buttons.filter((button) => COPY.test(button.outerHTML)).length > 1) return undefined;
  const rates = new Map<string, number>();
  for (const { element, text, held } of step.found) {
    let rate = (held ? 2 : 0) + rateCopy(step, element) + trust;
    // Words have more vowels than 82 of 100 random texts of sixteen letters.
    if (trust > 1 && (element.matches('b,strong,em') || text.replace(/[^aeiou]/g, '').length < 5)) rate++;
    rates.set(text, Math.max(rate, rates.get(text) ?? 0));
  }
  const [first, second] = [...rates].sort((a, b) => b[1] - a[1]);
  return first && first[1] > 2 && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

/** The name typed so far, where the step is one that asks for a name and nothing else. */
function findName(step: Step): string | undefined {
  const [field] = step.editable;
  if (!field || step.editable.length > 1 || step.chooses || !step.buttons.length) return undefined;
  const marks = [
    field.id,
    field.name,
    field.inputMode,
    field.autocomplete,
    field.getAttribute('data-testid'),
  ];
  return field.type === 'text' && !OTHER_FIELD.test(marks.join(' ')) ? fold(field.value) : undefined;
}

/** The e-mail address that the page's header shows, if it shows one. */
export function findAddress(page: Document): string | undefined {
  return [...(page.querySelector('header,[role=banner]')?.querySelectorAll('*') ?? [])]
    .slice(0, 200)
    .find(
      (place) =>
        !place.childElementCount &&
        /^\s*[^\s@]{1,64}@[^\s@]{1,130}\s*$/.test(place.textContent ?? '') &&
        !isHidden(place),
    )
    ?.textContent?.trim();
}

/** A title without blanks, hyphens, apostrophes and capital letters, so that spellings compare equal. */
export function spell(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M},]/gu, '');
}

/**
 * Reads the steps in which accounts make app passwords: one that may ask for a name, then one that shows the secret.
 * @param otherwise the part of the page that may be such a step when no dialog is open.
 * @param names what an app password may be called in titles, separated by commas; a title that has one adds to other
 * evidence. Without it the address alone says that this is about app passwords, and no name is asked for.
 * @throws AppError `provider-page-changed` when it is the result step, but its field holds something of another form.
 */
export function readSteps(
  { id, shape }: Site,
  page: Document,
  otherwise: Element | null | undefined,
  names?: string,
): Reading | undefined {
  for (const root of findSteps(page, otherwise)) {
    const step = scan(root, shape.shown);
    if (step.unfit) continue;
    const titles = spell(step.titles);
    const trust = names
      ? +spell(names)
          .split(',')
          .some((name) => titles.includes(name))
      : 2;
    let reading: Reading | undefined;
    if (!step.editable.length) {
      const secret = findSecret(step, trust);
      if (secret) reading = { kind: 'created', secret };
      else if (trust && step.strange) throw changed(id, 'result', 'secret');
    } else if (names) {
      const label = findName(step);
      if (label !== undefined) reading = { kind: 'naming', label };
    }
    const account = reading && findAddress(page);
    if (reading) return account ? { ...reading, account } : reading;
  }
  return undefined;
}
