/** How long (ms) the card must have been at rest before it acts: longer than a person needs to stop a click. */
const REST = 500;
/** How often (ms) the card looks whether it moved. */
const TICK = 100;
/** A longer time (ms) between two looks, as when the page keeps the thread busy, was not watched. */
const GAP = 300;
/** An action that comes this much (ms) after it was made may be meant for what was there before. */
const LATE = 150;

/** Watches whether what the user sees is the card, whole and at rest. */
export interface Guard {
  /** True when an action on this part of the card may count. */
  trusts(event: Event, part: Element): boolean;
  stop(): void;
}

/** At how many places at once something has to be in front. */
const places = [...'0123456789'];
/** Styles that could hide, fade or distort what the user sees … */
const styles = ['opacity', 'filter', 'mixBlendMode', 'clipPath', 'maskImage', 'visibility'] as const;
/** … and the only values we accept. */
const plain = '1,none,normal,none,none,visible';
/**
 * Guards a card against pages that steer clicks and keys (SECURITY S1): an action counts only when the browser
 * says that the user made it, just now, and the card is in the top layer of the window that has the focus, in front at
 * all points of the button that it looks at, opaque, unfiltered, unclipped, unscaled, with nothing of the browser's own
 * that may hang over it, and had been so, unmoved and watched without a
 * gap, for 500 ms when the action was made; for a key, the focus must have been in the card as long. It trusts no
 * events for this, as a page can swallow them. No guard inside a page is perfect: `docs/card.md` says what is left.
 * @param shadow the closed root of `host`
 * @param card the popover in it
 * @param bare selector of what may have the focus, because nothing of the browser's own hangs on it
 * @param lost called while the card is not where it can be used: removed, closed, or behind a modal dialog
 */
export function guard(
  host: HTMLElement,
  shadow: ShadowRoot,
  card: HTMLElement,
  bare: string,
  lost: () => void,
): Guard {
  const page = host.ownerDocument;
  const now = () => performance.now();
  let last = '';
  let restless = now();
  let outside = restless;
  let looked = restless;
  // Chromium can say whether a person really sees an element, also under overlays that let clicks through.
  let seen: boolean = import.meta.env.FIREFOX;

  /** Where and how the card is, as text; empty when it is not wholly to be seen. */
  function look(): string {
    // Without the focus, another window may lie over this one and vanish under the second half of a double click.
    if (!page.hasFocus() || card.currentCSSZoom !== 1) return '';
    // What the browser paints over all pages hangs on what has the focus.
    const focused = page.activeElement;
    if (focused !== host && !focused?.matches(bare)) return '';
    for (let element: Element | null = host; element !== null; element = element.parentElement) {
      const style = getComputedStyle(element);
      if (String(styles.map((name) => style[name])) !== plain) return '';
    }
    if (import.meta.env.FIREFOX && !isInFront(card)) return '';
    return JSON.stringify([card.getBoundingClientRect(), screenX, screenY]);
  }

  /** True when nothing takes the pointer over the part, at places that no page can leave out: each time others. */
  function isInFront(part: Element): boolean {
    const { x, y, width, height } = part.getBoundingClientRect();
    // Corners are round: a point in one is not on the button.
    const within = (from: number, size: number) => from + 9 + (size - 18) * Math.random();
    return places.every(() => {
      const point = [within(x, width), within(y, height)] as const;
      return page.elementFromPoint(...point) === host && part.contains(shadow.elementFromPoint(...point));
    });
  }

  function tick(): void {
    // We never make the host a popover: if the page does, it lies over the card.
    const open = card.matches(':popover-open') && !host.matches(':popover-open');
    const home = open && host.parentElement === homeOf(page);
    const found = home ? look() : '';
    if (!found || found !== last || now() - looked > GAP) restless = now();
    last = found;
    looked = now();
    if (shadow.activeElement === null) outside = now();
    if (!home) lost();
  }

  /** Takes what the browser says of how the card is seen; any news counts as a move. */
  function hear(news: IntersectionObserverEntry[]): void {
    const latest = news.at(-1) as (IntersectionObserverEntry & { isVisible: boolean }) | undefined;
    if (!latest) return;
    seen = latest.isVisible;
    restless = now();
  }

  const options = { threshold: 1, trackVisibility: true, delay: TICK };
  const observer = import.meta.env.FIREFOX ? undefined : new IntersectionObserver(hear, options);
  observer?.observe(card);
  const timer = setInterval(tick, TICK);

  return {
    trusts(event, part) {
      // The browser handles input first, and may not have told yet what it has seen.
      if (observer) hear(observer.takeRecords());
      tick();
      const { isTrusted, timeStamp } = event;
      // A click without a button of the mouse comes from a key.
      const byKey = !(event instanceof MouseEvent && event.detail > 0);
      const since = byKey ? Math.max(restless, outside) : restless;
      const isMeant =
        isTrusted && seen && now() - timeStamp < LATE && timeStamp - since >= REST && isInFront(part);
      // A user who keeps clicking would click after half a second, too, without looking: the next one waits as long.
      if (!isMeant) restless = now();
      return isMeant;
    },
    stop() {
      clearInterval(timer);
      observer?.disconnect();
    },
  };
}

/** Where the card must be to be reachable: a modal dialog makes everything outside it inert. */
export function homeOf(page: Document): Element {
  return [...page.querySelectorAll('dialog:modal')].at(-1) ?? page.documentElement;
}
