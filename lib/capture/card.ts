import { cardStyle } from './card.css';
import { type Guard, guard, homeOf } from './guard';

/** The words of the card; the room has no language of its own. */
export interface CardWords {
  title: string;
  label: string;
  account: string;
  save: string;
  later: string;
  discard: string;
  close: string;
  copy: string;
  /** Shown when an action was not trusted. */
  again: string;
  /** `ltr` or `rtl`. */
  direction: string;
}

/** What the user decided; returns what the card then says. */
export interface CardActs {
  save(answer: { label: string; account: string }): Promise<string>;
  later(): void;
  discard(): Promise<string>;
}

export interface CardAsk {
  /** Where the secret is from: provider and host. */
  origin: string;
  label: string;
  account: string;
  /** Where "Save" will put it, or why it is not safe yet. */
  note: string;
}

/** The card in the page. It never holds the secret. */
export interface Card {
  ask(ask: CardAsk, acts: CardActs): void;
  /** Says something without a question; `copy` offers a way to rescue the secret. */
  tell(text: string, copy?: () => Promise<string>): void;
  close(): void;
}

/** How long (ms) a message stays when nothing is left to decide. */
const LINGER = 6_000;
/** How often a card that the page removed comes back; then it is left to wait under "Not saved yet". */
const RETURNS = 5;
/** A card that stayed for this long (ms) has those chances again. */
const STAYED = 5_000;
/** What happens in the card is no business of the page: its shortcuts, its focus traps, its "click outside". */
const HEARD =
  'click mousedown mouseup pointerdown pointerup touchstart touchend keydown keyup keypress beforeinput input focus focusin'.split(
    ' ',
  );

/** A button of the card. */
interface Choice {
  word: string;
  act(): void | Promise<void>;
  /** True when it needs no trust, because it decides nothing; Escape does the same. */
  free?: boolean;
}

interface Shown {
  host: HTMLElement;
  shadow: ShadowRoot;
  guard: Guard;
  /** What had the focus. */
  before: Element | null;
  status: HTMLElement;
  buttons: Map<Element, Choice>;
  /** Where the mouse went down. */
  pressed?: Element | null;
  busy?: boolean;
}

/** Makes the card of a page; it is shown by `ask` and `tell`, one at a time. */
export function createCard(page: Document, words: CardWords): Card {
  let shown: Shown | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function close(): void {
    clearTimeout(timer);
    if (shown === undefined) return;
    const { host, guard, before } = shown;
    guard.stop();
    const inside = page.activeElement === host;
    shown = undefined;
    host.remove();
    if (inside && before instanceof HTMLElement) before.focus({ preventScroll: true });
  }

  function make<K extends keyof HTMLElementTagNameMap>(
    name: K,
    attributes: Record<string, string> = {},
    content: string | Element[] = '',
  ): HTMLElementTagNameMap[K] {
    const element = page.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key] ?? '');
    element.append(...[content].flat());
    return element;
  }

  function field(name: string, value: string): { label: HTMLElement; input: HTMLInputElement } {
    const input = make('input', { maxlength: '200', autocomplete: 'off', spellcheck: 'false' });
    input.value = value;
    const label = make('label', {}, name);
    label.append(input);
    return { label, input };
  }

  /** Shows a card in front of everything; the first choice is the main one if it is not free. */
  function show(lines: Element[], text: string, choices: Choice[]): void {
    close();
    const before = page.activeElement;
    const host = make('div');
    const shadow = host.attachShadow({ mode: 'closed' });
    const status = make('p', { role: 'status' }, text);
    const buttons = new Map<Element, Choice>();
    for (const choice of choices) {
      const main = buttons.size === 0 && !choice.free;
      buttons.set(make('button', { type: 'button', class: main ? 'save' : '' }, choice.word), choice);
    }
    const dialog = make(
      'div',
      { role: 'dialog', tabindex: '-1', 'aria-label': words.title, dir: words.direction },
      [make('h2', {}, words.title), ...lines, status, make('div', {}, [...buttons.keys()])],
    );
    const style = make('style');
    // Firefox lets our style pass the page's policy only when it is set this way, not as an appended text.
    style.textContent = cardStyle;
    shadow.append(style, dialog);
    const place = () => {
      host.popover = 'manual';
      homeOf(page).append(host);
      host.showPopover();
    };
    place();
    let returns = 0;
    let placed = 0;
    const watching = guard(host, shadow, () => {
      const now = performance.now();
      if (now - placed > STAYED) returns = 0;
      placed = now;
      returns += 1;
      if (returns > RETURNS) close();
      else place();
    });
    shown = { host, shadow, guard: watching, before, status, buttons };
    // Somebody typing is not interrupted: the live region speaks instead, and Tab leads here.
    if (!isTyping(before)) dialog.focus({ preventScroll: true });
    // A live region that is there already is read out when its text is put in again.
    setTimeout(() => status.append(status.firstChild ?? ''), 100);
  }

  /** Registered before the page opens its dialogs, so that it comes before whatever these swallow. */
  function hear(event: Event): void {
    const now = shown;
    if (now === undefined || event.target !== now.host) return;
    event.stopImmediatePropagation();
    const { shadow, buttons } = now;
    const byMouse = event instanceof MouseEvent && event.detail > 0;
    const part = byMouse ? shadow.elementFromPoint(event.clientX, event.clientY) : shadow.activeElement;
    if (event.type === 'mousedown') now.pressed = part;
    if (event.type === 'click' && (!byMouse || part === now.pressed)) press(event, part);
    if (!(event instanceof KeyboardEvent) || event.type !== 'keydown' || event.isComposing) return;
    for (const [button, { free }] of buttons) {
      if (event.key === 'Escape' && free) press(event, button);
      if (event.key === 'Enter' && part instanceof HTMLInputElement && !free) {
        press(event, button);
        break;
      }
    }
  }

  async function press(event: Event, part: Element | null): Promise<void> {
    const now = shown;
    const choice = part === null ? undefined : now?.buttons.get(part);
    if (now === undefined || part === null || choice === undefined || now.busy || !event.isTrusted) return;
    if (!choice.free && !now.guard.trusts(event, part)) {
      now.status.textContent = words.again;
      return;
    }
    now.busy = true;
    await choice.act();
    now.busy = false;
  }

  function tell(text: string, copy?: () => Promise<string>): void {
    const choices: Choice[] = [{ word: words.close, act: close, free: true }];
    if (copy !== undefined) choices.unshift({ word: words.copy, act: () => then(copy()) });
    show([], text, choices);
    if (copy === undefined) timer = setTimeout(close, LINGER);
  }

  /** Says what came of it, unless another question is on the card by now. */
  async function then(work: Promise<string>): Promise<void> {
    const asked = shown;
    const text = await work;
    if (shown === asked) tell(text);
  }

  function ask({ origin, label, account, note }: CardAsk, acts: CardActs): void {
    const named = field(words.label, label);
    const owner = field(words.account, account);
    const save = () => then(acts.save({ label: named.input.value, account: owner.input.value }));
    const later = () => {
      acts.later();
      close();
    };
    show([make('p', {}, origin), named.label, owner.label], note, [
      { word: words.save, act: save },
      { word: words.later, act: later, free: true },
      { word: words.discard, act: () => then(acts.discard()) },
    ]);
  }

  for (const name of HEARD) (page.defaultView ?? globalThis).addEventListener(name, hear, true);
  return { ask, tell, close };
}

/** True for fields and for elements that may hide one: frames, and components with a closed shadow root. */
function isTyping(element: Element | null): boolean {
  return element?.matches(':read-write,iframe') === true || element?.localName.includes('-') === true;
}
