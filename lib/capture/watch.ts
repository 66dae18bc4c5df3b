import { AppError, type PageChange } from '../errors';
import { fold } from '../providers/reading/text';
import { createDrafts } from './drafts';
import type { Fresh, ListReading, Note, Read, Reported, Typed } from './seen';

export type { Note, Reported } from './seen';

export interface Watched {
  /**
   * What to read with; `undefined` means nothing of ours. `asked`: the user asks to look; `moment`: what the user
   * did on this page. @throws AppError `provider-page-changed`
   */
  read(url: URL, page: Document, asked: boolean, moment: Typed): Read | undefined;
  /** All texts that a person sees on the page and that have the form of a secret. */
  texts(page: Document): string[];
  /** Called once for each fresh secret. */
  fresh(found: Reported): void;
  /** Called once when the page is known but stays unreadable; `part` names what was missing. */
  changed(details: PageChange): void;
  /** Called when the user continues with a name or an account not reported before; the next page may want them. */
  noted(note: Note): void;
  /** Called when the page says that the server refused what the page before it sent. */
  refused(): void;
  /**
   * Called when the page's own list of app passwords is there, and again whenever it is another.
   * @param pressed what the row says, or the dialog, in which the user has just pressed something
   */
  listed(provider: string, list: ListReading, pressed?: string): void;
}

/** The element where an event began, in any shadow root. */
function origin(event: Event): Element | undefined {
  const [first] = event.composedPath();
  return first instanceof Element ? first : undefined;
}

/** What a look found. */
export type Looked = 'created' | 'naming' | 'nothing' | 'changed';

export interface Watch {
  /**
   * Reads, as the user asked for it, until a secret is there or half a second has passed: the user sees what fades or
   * slides in before it can be read. A secret that was reported before is reported again.
   */
  look(): Promise<Looked>;
}

/** First read after a change, ms: one frame, so that a change is whole. */
const SETTLE = 16;
/** Reads may take one part in this many of the page's time … */
const SHARE = 12;
/**
 * … which is saved up while nothing happens, for this long a reading (ms): what comes after a rest is read at once. More
 * than this is never owed either: a page on a slow computer is read every second at least.
 */
const SAVED = 100;
/** … and borrowed where the page has put new elements in, this long (ms): they may hold the secret; … */
const BORROWED = 40;
/** … while readings that no event has caused leave this long (ms). */
const LEFT = 50;
/** The browser does not report a value set as a property: after a sign of life, look again this often (ms) … */
const AGAIN = 90;
/** … for this long (ms). */
const ALIVE = 20_000;
/** A user who asks to look waits at most this long (ms) for what is on its way. */
const LOOK = 500;
/** A secret counts only this long (ms) after the user did something in the page. */
const GESTURE = 120_000;
/** A page that cannot be read for this long (ms) has changed; before, it may be loading. */
const PATIENCE = 2_000;
/** Up to this age (ms) a page can say what became of the form sent by the one before; later, it speaks of others. */
const PROMPT = 5_000;
/** A name that was typed counts this long (ms). */
export const NAMED = 600_000;

// Any attribute may be what shows a step: a class, a state that a component invents.
const observed: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
};

/**
 * Watches a page: settles, reads, remembers the last name typed, and reports each fresh secret once.
 * Does nothing while nothing happens.
 */
export function watch(
  page: Document,
  { read, texts, fresh, changed, listed, noted, refused: withdraw }: Watched,
): Watch {
  const reported = new Set<string>();
  const fields = new WeakSet<Element>();
  /** What stood on the page before the secret that is to come. */
  let old = new Set<string>();
  let named: (Note & { at: number }) | undefined;
  let lastNote: string | undefined;
  const drafts = createDrafts(page, report);
  let lastList: string | undefined;
  let rows: [string, ListReading] | undefined;
  let gesture = -GESTURE;
  let alive = -ALIVE;
  let lastRead = 0;
  /** Time (ms) that reads may take now; below 0 the next one has to wait. */
  let spare = SAVED;
  /** For how long (ms) the page could not be read, counted over our readings. */
  let unreadable = 0;
  let saidChanged = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let planned = Infinity;

  const now = () => performance.now();

  /** @param last the user who asked gets the answer of this reading. */
  function readNow(asked: boolean, last = false): Looked {
    const start = now();
    drafts.show(undefined);
    if (named && start - named.at > NAMED) named = undefined;
    try {
      const readWith = (isOld: (text: string) => boolean) =>
        read(new URL(page.location.href), page, asked, {
          named: named?.label ?? '',
          typed: (field: Element) => fields.has(field),
          old: isOld,
        });
      // A new secret comes before one that was reported; without a new one, a user who asks to look means that one.
      let found = readWith((text) => reported.has(text) || (!asked && old.has(text)));
      if (asked && reported.size && found?.reading.kind !== 'created') found = readWith(() => false) ?? found;
      unreadable = 0;
      const result = found === undefined ? 'nothing' : take(found, asked, last);
      drafts.settle();
      return result;
    } catch (error) {
      // A page can break what reading relies on: its user still uses it, so we keep watching.
      if (!(error instanceof AppError) || error.code !== 'provider-page-changed') return 'nothing';
      unreadable += 1 + Math.min(start - lastRead, AGAIN);
      if (!saidChanged && (last || unreadable > PATIENCE)) {
        saidChanged = true;
        changed(error.details as PageChange);
      }
      return 'changed';
    } finally {
      const saved = Math.min(SAVED, spare + (start - lastRead) / SHARE);
      spare = Math.max(-SAVED, saved - (now() - start));
      lastRead = now();
    }
  }

  function take({ provider, reading, typed }: Read, asked: boolean, last: boolean): Looked {
    // Nothing to catch yet, but this is where it will be shown.
    if (reading.kind === 'list') {
      const account = reading.account ?? named?.account ?? '';
      if (typed) named = { provider, label: typed, account, at: now() };
      const text = JSON.stringify(reading);
      if (text !== lastList) {
        if (reading.refused && now() < PROMPT) withdraw();
        listed(provider, reading);
      }
      lastList = text;
      rows = [provider, reading];
      return 'naming';
    }
    const account = reading.account ?? named?.account ?? '';
    if (reading.kind === 'naming') {
      // An emptied field is the page tidying up after itself, not the user removing the name.
      const label = reading.label || (named?.label ?? '');
      if (label || account) named = { provider, label, account, at: now() };
      return 'naming';
    }
    const label = reading.label || (named?.label ?? '');
    const seems = reading.kind === 'created' && reading.seems;
    // A password may still be on its way.
    if (seems && !last) return 'nothing';
    const found = { provider, account, label, secret: reading.secret, asked, ...(seems && { seems }) };
    if (reading.kind === 'drafted') {
      named = { provider, label, account, at: now() };
      drafts.show({ ...reading, found });
      return 'naming';
    }
    report(found);
    return 'created';
  }

  function report(found: Fresh): void {
    const isMeant = now() - gesture <= GESTURE;
    if (!found.asked) {
      if (reported.has(found.secret)) return;
      // Without a gesture only the first secret of a document counts: some pages show one as they open.
      if (reported.size && !isMeant) return;
      // Each later one takes a gesture of its own, so that a page cannot make many of one.
      gesture = -GESTURE;
    }
    // Its name may have the form of a secret.
    reported.add(found.secret).add(found.label);
    // A page that could be read has not changed.
    saidChanged = true;
    // A token may stand beside what the name was typed for.
    if (!found.seems) named = undefined;
    lastNote = undefined;
    fresh({ ...found, gesture: isMeant });
  }

  /** Reports what the next page may want to know. */
  function note(): void {
    if (!named) return;
    const { at: _, ...said } = named;
    const text = JSON.stringify(said);
    if (text !== lastNote) noted(said);
    lastNote = text;
  }

  /**
   * Reads in `wait` ms, or later where reads have taken their time, or earlier where that is planned already.
   * @param more time (ms) it may take beyond what is saved; below 0 it has to leave some.
   */
  function plan(wait: number, more = 0): void {
    const at = Math.max(now() + wait, lastRead - (spare + more) * SHARE);
    if (at >= planned) return;
    planned = at;
    clearTimeout(timer);
    timer = setTimeout(turn, at - now());
  }

  function turn(): void {
    planned = Infinity;
    if (page.visibilityState === 'visible' || page.hasFocus()) readNow(false);
    const waiting = unreadable && !saidChanged;
    if (waiting || now() - alive < ALIVE) plan(AGAIN, -LEFT);
  }

  function stir(records: readonly MutationRecord[] = []): void {
    alive = now();
    const isNew = records.some(({ addedNodes: [first] }) => first?.nodeType === 1);
    // What is still being put together may become a page that can be read.
    if (isNew) unreadable = 0;
    plan(SETTLE, isNew ? BORROWED : 0);
  }

  /** Reads before the page reacts, so that a name is not lost with its field. */
  function act(event: Event): void {
    if (!event.isTrusted) return;
    // A page can send its form by itself: that says nothing of its user.
    const isMeant = event.type !== 'submit';
    if (isMeant) gesture = now();
    // A draft stays what it is when its form comes back.
    if (readNow(false) === 'naming' && !drafts.shown()) old = new Set(texts(page));
    // Sent at each click: a message sent as the page leaves does not reach a sleeping background.
    if (drafts.shown()) lastNote = undefined;
    if (isMeant) note();
    stir();
    drafts.press(event, origin(event));
  }

  /** Notes the row (one that says more, or has a heading, is none) or dialog in which the user presses something. */
  function touch(event: Event): void {
    const isNear = (part: EventTarget): part is Element => {
      if (!(part instanceof Element) || part.matches('dialog,[role*=dialog]')) return part instanceof Element;
      const text = fold(part.textContent);
      const isRow = text.length < 999 && !part.querySelector('h1,h2');
      return isRow && !!rows?.[1].entries.some(({ label }) => label && text.includes(label));
    };
    const near = event.composedPath().find(isNear);
    if (rows && near && event.isTrusted) listed(...rows, fold(near.textContent).slice(0, 999));
  }

  function type(event: Event): void {
    const field = event.type === 'input' && event.isTrusted && origin(event);
    if (field) fields.add(field);
    const { key, isComposing } = event as KeyboardEvent;
    // The press itself: a click may come of one that was elsewhere, in a label or in a field of the same form.
    if (event.type === 'pointerdown' || key === ' ' || key === 'Enter') touch(event);
    if (event.isTrusted && key === 'Enter' && !isComposing) act(event);
    else {
      // A page can go back, or to another part of itself, and type by a command.
      if (event.isTrusted && event.type === 'keydown') gesture = now();
      stir();
    }
  }

  const acts = ['click', 'submit'];
  const types = ['input', 'keydown', 'pointerdown', 'popstate', 'hashchange', 'pageshow', 'visibilitychange'];
  for (const name of acts) addEventListener(name, act, true);
  for (const name of types) addEventListener(name, type, true);
  // A page that leaves after a form was sent has taken it.
  addEventListener('pagehide', () => drafts.settle(true));
  new MutationObserver((records) => stir(records)).observe(page, observed);
  stir();

  return {
    async look() {
      const end = now() + LOOK;
      for (;;) {
        const last = now() >= end;
        const looked = readNow(true, last);
        if (last || looked === 'created') return looked;
        await new Promise((resolve) => setTimeout(resolve, AGAIN));
      }
    },
  };
}
