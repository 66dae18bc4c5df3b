import { type Guard, guard, homeOf } from './guard';

/**
 * The words of the card, which the caller gives in the user's language. The card shows `again` when an action was not
 * trusted, and offers `copy` when nothing could be stored.
 */
export type CardWord = 'title' | 'label' | 'account' | 'save' | 'later' | 'close' | 'copy' | 'again';

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
  /**
   * Nothing in a page destroys: "Not now" only closes.
   * @param save keeps it, and returns what the card then says
   */
  ask(ask: CardAsk, save: (answer: { label: string; account: string }) => Promise<string>): void;
  /** Says something without a question; `copy` offers a way to rescue the secret. */
  tell(text: string, copy?: () => Promise<string>): void;
  close(): void;
}

/** How long (ms) a message stays when nothing is left to decide. */
const LINGER = 6_000;
/** How often a card that the page removed comes back; then it is left to wait under "Not saved yet". */
const RETURNS = 20;
/**
 * The page must not hear what happens in the card: its shortcuts, its focus traps, its "click outside", what the user
 * types or pastes there. Elements name most events by their handlers; these have none.
 */
const UNNAMED = 'focusin focusout DOMActivate textInput compositionstart compositionupdate compositionend';

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
  /** Where the mouse went down, and whether that could be trusted: a press begins where it ends. */
  pressed?: Element | null;
  meant?: unknown;
  busy?: boolean;
}

/**
 * Makes the card of a page; it is shown by `ask` and `tell`, one at a time.
 * @param direction `ltr` or `rtl`
 * @param style its look (`card-style.ts`), which the background sends with the words that pages are read by
 * @param marks marks of pages, sent with them
 */
export function createCard(
  page: Document,
  say: (word: CardWord) => string,
  direction: string,
  style: () => string,
  marks: { bare: string },
): Card {
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
    if (inside) (before as HTMLElement | null)?.focus({ preventScroll: true });
  }

  function make<K extends keyof HTMLElementTagNameMap>(
    name: K,
    properties: Partial<HTMLElementTagNameMap[K]>,
    ...content: (string | Node)[]
  ): HTMLElementTagNameMap[K] {
    const element = Object.assign(page.createElement(name), properties);
    element.append(...content);
    return element;
  }

  function makeField(value: string): HTMLInputElement {
    return make('input', { maxLength: 200, autocomplete: 'off', spellcheck: false, value });
  }

  /** Shows a card in front of everything; the first choice is the main one if it is not free. */
  function show(lines: Element[], text: string, choices: Choice[]): void {
    close();
    const before = page.activeElement;
    const host = make('div', {});
    const shadow = host.attachShadow({ mode: 'closed' });
    const status = make('p', { role: 'status' }, text);
    const buttons = new Map<Element, Choice>();
    for (const choice of choices) {
      const className = buttons.size || choice.free ? '' : 'save';
      buttons.set(make('button', { className }, choice.word), choice);
    }
    const dialog = make(
      'div',
      { role: 'dialog', popover: 'manual', tabIndex: -1, title: '', ariaLabel: say('title'), dir: direction },
      make('h2', {}, say('title')),
      ...lines,
      status,
      make('div', {}, ...buttons.keys()),
    );
    // As a property: Firefox puts an appended text under the page's policy, which refuses it.
    shadow.append(make('style', { textContent: style() }), dialog);
    const place = () => {
      homeOf(page).append(host);
      dialog.showPopover();
    };
    place();
    let returns = 0;
    const watching = guard(host, shadow, dialog, marks.bare, () => {
      returns += 1;
      if (returns > RETURNS) close();
      else place();
    });
    shown = { host, shadow, guard: watching, before, status, buttons };
    // A user who is typing is not interrupted: the live region speaks instead, and Tab leads here.
    if (!isTyping(before)) dialog.focus();
    // A live region that is there already is read out when its text is put in again.
    setTimeout(() => status.append(status.firstChild ?? ''), 100);
  }

  /** Registered before the page opens its dialogs, so that it hears events before these swallow them. */
  function hear(event: Event): void {
    const now = shown;
    if (!now || event.target !== now.host) return;
    event.stopImmediatePropagation();
    const { shadow, buttons } = now;
    const byMouse = event instanceof MouseEvent && event.detail > 0;
    const part = byMouse ? shadow.elementFromPoint(event.clientX, event.clientY) : shadow.activeElement;
    if (event.type === 'mousedown') {
      now.pressed = part;
      now.meant = part && now.guard.trusts(event, part);
    }
    if (event.type === 'click' && (!byMouse || part === now.pressed))
      press(event, part, !byMouse || now.meant);
    const { key, isComposing } = event as KeyboardEvent;
    if (event.type !== 'keydown' || isComposing) return;
    const answers = key === 'Enter' && part instanceof HTMLInputElement;
    const [chosen] = [...buttons].find(([, { free }]) => (free ? key === 'Escape' : answers)) ?? [];
    press(event, chosen);
  }

  async function press(event: Event, part?: Element | null, meant: unknown = true): Promise<void> {
    const now = shown;
    const choice = part && now?.buttons.get(part);
    if (!now || !choice || now.busy || !event.isTrusted) return;
    if (choice.free || (meant && now.guard.trusts(event, part))) {
      now.busy = true;
      await choice.act();
      now.busy = false;
    } else now.status.textContent = say('again');
  }

  function tell(text: string, copy?: () => Promise<string>): void {
    const choices: Choice[] = [{ word: say('close'), act: close, free: true }];
    if (copy !== undefined) choices.unshift({ word: say('copy'), act: () => then(copy()) });
    show([], text, choices);
    if (copy === undefined) timer = setTimeout(close, LINGER);
  }

  /** Says what came of it, unless another question is on the card by now. */
  async function then(work: Promise<string>): Promise<void> {
    const asked = shown;
    const text = await work;
    if (shown === asked) tell(text);
  }

  function ask({ origin, label, account, note }: CardAsk, save: Parameters<Card['ask']>[1]): void {
    const named = makeField(label);
    const owner = makeField(account);
    const lines = [
      make('p', {}, origin),
      make('label', {}, say('label'), named),
      make('label', {}, say('account'), owner),
    ];
    show(lines, note, [
      { word: say('save'), act: () => then(save({ label: named.value, account: owner.value })) },
      { word: say('later'), act: close, free: true },
    ]);
  }

  const heard = UNNAMED.split(' ');
  for (const name in page.documentElement) if (name.startsWith('on')) heard.push(name.slice(2));
  for (const name of heard) addEventListener(name, hear, true);
  return { ask, tell, close };
}

/** True for fields and for elements that may hide one: frames, and components with a closed shadow root. */
function isTyping(element: Element | null): boolean {
  return !!element && (element.matches(':read-write,iframe') || element.localName.includes('-'));
}
