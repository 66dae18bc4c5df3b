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

/** Makes the card of a page; it is shown by `ask` and `tell`, one at a time. */
export function createCard(page: Document, words: CardWords): Card {
  let shown: { host: HTMLElement; guard: Guard; before: Element | null } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function close(): void {
    clearTimeout(timer);
    if (shown === undefined) return;
    const { host, before } = shown;
    shown.guard.stop();
    const inside = page.activeElement === host;
    shown = undefined;
    host.remove();
    if (inside && before instanceof HTMLElement) before.focus({ preventScroll: true });
  }

  /** Shows a card made of `parts`, in front of everything, and moves the focus into it. */
  function show(parts: (trusts: Guard['trusts']) => HTMLElement[]): HTMLElement {
    close();
    const before = page.activeElement;
    const host = page.createElement('div');
    host.popover = 'manual';
    const shadow = host.attachShadow({ mode: 'closed' });
    const style = page.createElement('style');
    style.textContent = cardStyle;
    const dialog = make('div', { role: 'dialog', tabindex: '-1', 'aria-label': words.title, dir: words.direction });
    shadow.append(style, dialog);
    const place = () => {
      homeOf(page).append(host);
      host.showPopover();
    };
    place();
    let returns = 0;
    const width = () => Math.min(344, page.documentElement.clientWidth - 32);
    const watching = guard(host, shadow, width, () => {
      returns += 1;
      if (returns <= RETURNS) place();
    });
    shown = { host, guard: watching, before };
    dialog.append(...parts((event, part) => watching.trusts(event, part)));
    // Somebody typing is not interrupted: the live region speaks instead, and Tab leads here.
    if (!isTyping(before)) dialog.focus({ preventScroll: true });
    return dialog;
  }

  function make<K extends keyof HTMLElementTagNameMap>(
    name: K,
    attributes: Record<string, string> = {},
    text = '',
  ): HTMLElementTagNameMap[K] {
    const element = page.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key] ?? '');
    element.textContent = text;
    return element;
  }

  function field(name: string, value: string): { label: HTMLElement; input: HTMLInputElement } {
    const label = make('label', {}, name);
    const input = make('input', { maxlength: '200', autocomplete: 'off', spellcheck: 'false' });
    input.value = value;
    label.append(input);
    return { label, input };
  }

  function tell(text: string, copy?: () => Promise<string>): void {
    const dialog = show((trusts) => {
      const status = make('p', { role: 'status' }, text);
      const row = make('div');
      const closing = make('button', { type: 'button' }, words.close);
      closing.addEventListener('click', (event) => event.isTrusted && close());
      if (copy !== undefined) {
        const copying = make('button', { type: 'button', class: 'save' }, words.copy);
        copying.addEventListener('click', async (event) => {
          status.textContent = trusts(event, copying) ? await copy() : words.again;
        });
        row.append(copying);
      }
      row.append(closing);
      return [make('h2', {}, words.title), status, row];
    });
    if (copy === undefined) timer = setTimeout(close, LINGER);
    dialog.addEventListener('keydown', (event) => event.isTrusted && event.key === 'Escape' && close());
  }

  function ask({ origin, label, account, note }: CardAsk, acts: CardActs): void {
    const dialog = show((trusts) => {
      const status = make('p', { role: 'status' }, note);
      const named = field(words.label, label);
      const owner = field(words.account, account);
      const save = make('button', { type: 'button', class: 'save' }, words.save);
      const later = make('button', { type: 'button' }, words.later);
      const discard = make('button', { type: 'button' }, words.discard);
      const row = make('div');
      row.append(save, later, discard);

      let busy = false;
      const act = async (event: Event, part: HTMLElement, work: () => Promise<string>) => {
        if (busy) return;
        if (!trusts(event, part)) {
          if (event.isTrusted) status.textContent = words.again;
          return;
        }
        busy = true;
        const text = await work();
        busy = false;
        if (host === shown?.host) tell(text);
      };
      const answer = () => ({ label: named.input.value, account: owner.input.value });
      save.addEventListener('click', (event) => act(event, save, () => acts.save(answer())));
      discard.addEventListener('click', (event) => act(event, discard, () => acts.discard()));
      later.addEventListener('click', (event) => {
        if (!event.isTrusted) return;
        acts.later();
        close();
      });
      for (const { input } of [named, owner]) {
        input.addEventListener('keydown', (event) => {
          if (event.key === 'Enter' && !event.isComposing) act(event, save, () => acts.save(answer()));
        });
      }
      return [make('h2', {}, words.title), make('p', {}, origin), named.label, owner.label, status, row];
    });
    const host = shown?.host;
    dialog.addEventListener('keydown', (event) => {
      if (!event.isTrusted || event.key !== 'Escape') return;
      acts.later();
      close();
    });
  }

  return { ask, tell, close };
}

function isTyping(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  const field = element instanceof HTMLInputElement && !element.readOnly && element.type !== 'button';
  return field || element instanceof HTMLTextAreaElement || element.isContentEditable;
}
