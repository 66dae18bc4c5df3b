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

/** Where a button has to be in front, as parts of its width and height. */
const places = [0.1, 0.5, 0.9];
/** Styles that could hide, fade or distort what the user sees … */
const styles = ['opacity', 'filter', 'mixBlendMode', 'clipPath', 'maskImage', 'visibility'] as const;
/** … and the only values we accept. */
const plain = '1,none,normal,none,none,visible';

/**
 * Guards a card against pages that steer clicks and keys (SECURITY S1): an action counts only when the browser
 * says that the user made it, just now, and the card is in the top layer of the window that has the focus, in front at
 * nine points of the button, opaque, unfiltered, unclipped, unscaled, and had been so, unmoved and watched without a
 * gap, for 500 ms when the action was made; for a key, the focus must have been in the card as long. It trusts no
 * events for this, as a page can swallow them. No guard inside a page is perfect: `docs/card.md` says what is left.
 * @param shadow the closed root of `host`
 * @param card the popover in it
 * @param lost called while the card is not where it can be used: removed, closed, or behind a modal dialog
 */
export function guard(host: HTMLElement, shadow: ShadowRoot, card: HTMLElement, lost: () => void): Guard {
  const page = host.ownerDocument;
  const now = () => performance.now();
  let last = '';
  let restless = now();
  let outside = restless;
  let looked = restless;
  let seen = true;

  /** Where and how the card is, as text; empty when it is not wholly to be seen. */
  function look(): string {
    // Without the focus, another window may lie over this one and vanish under the second half of a double click.
    if (!page.hasFocus() || card.currentCSSZoom !== 1) return '';
    for (let element: Element | null = host; element !== null; element = element.parentElement) {
      const style = getComputedStyle(element);
      if (String(styles.map((name) => style[name])) !== plain) return '';
    }
    const { x, y, width, height } = card.getBoundingClientRect();
    if (Math.abs(width - card.offsetWidth) > 1) return '';
    if (import.meta.env.FIREFOX && isCovered()) return '';
    return String([x, y, width, height, screenX, screenY]);
  }

  /** True when anything takes the pointer over the card; the background keeps covers from letting it through. */
  function isCovered(): boolean {
    return [...shadow.querySelectorAll('h2,p,input,button')].some((part) => {
      const { left, top, right, bottom } = part.getBoundingClientRect();
      const found = page.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return found !== null && found !== host;
    });
  }

  /** True when nothing lies over the part at nine points: its middle, near its corners, and between these. */
  function isInFront(part: Element): boolean {
    const { x, y, width, height } = part.getBoundingClientRect();
    return places.every((across) =>
      places.every((down) => {
        const point = [x + width * across, y + height * down] as const;
        return page.elementFromPoint(...point) === host && shadow.elementFromPoint(...point) === part;
      }),
    );
  }

  function tick(): void {
    // The host is no popover of ours: one that the page makes of it would come to lie over the card.
    const open = card.matches(':popover-open') && !host.matches(':popover-open');
    const home = open && host.parentElement === homeOf(page);
    const found = home ? look() : '';
    if (!found || found !== last || now() - looked > GAP) restless = now();
    last = found;
    looked = now();
    if (shadow.activeElement === null) outside = now();
    if (!home) lost();
  }

  /** Takes in what the browser says of how the card is seen; any news is unrest. */
  function hear(news: IntersectionObserverEntry[]): void {
    const latest = news.at(-1) as (IntersectionObserverEntry & { isVisible: boolean }) | undefined;
    if (!latest) return;
    seen = latest.isVisible;
    restless = now();
  }

  // Chromium can say whether a person really sees an element, also under overlays that let clicks through.
  let observer: IntersectionObserver | undefined;
  if (!import.meta.env.FIREFOX) {
    seen = false;
    const options = { threshold: 1, trackVisibility: true, delay: TICK };
    observer = new IntersectionObserver(hear, options);
    observer.observe(card);
  }
  const timer = setInterval(tick, TICK);

  return {
    trusts(event, part) {
      // What was seen and not yet told, because input comes first.
      hear(observer?.takeRecords() ?? []);
      tick();
      const { isTrusted, timeStamp } = event;
      // A click without a button of the mouse comes from a key.
      const byKey = !(event instanceof MouseEvent && event.detail > 0);
      const since = byKey ? Math.max(restless, outside) : restless;
      return isTrusted && seen && now() - timeStamp < LATE && timeStamp - since >= REST && isInFront(part);
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
