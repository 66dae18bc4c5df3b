/** How long (ms) the card must have been at rest before it acts: longer than a person needs to stop a click. */
const REST = 500;
/** How often (ms) the card looks whether it moved. */
const TICK = 100;

/** Watches whether what the user sees is the card, whole and at rest. */
export interface Guard {
  /** True when an action on this part of the card may count. */
  trusts(event: Event, part: Element): boolean;
  stop(): void;
}

/** Styles that could hide, fade or distort what the user sees … */
const styles = ['opacity', 'filter', 'mix-blend-mode', 'clip-path', 'mask-image', 'visibility'];
/** … and the only values we accept. */
const plain = '1,none,normal,none,none,visible';

/**
 * Guards a popover against pages that steer clicks and keys (SECURITY S1): an action counts only when the browser
 * says that the user made it, and the card is in the top layer of the window that has the focus, in front at five
 * points of the button, opaque, unfiltered, unclipped, unscaled, and has been so, unmoved, for 500 ms; for a key,
 * the focus must have been in the card as long. It trusts no events for this, as a page can swallow them.
 * @param shadow the closed root of `host`, which is a popover
 * @param lost called while the card is not where it can be used: removed, closed, or behind a modal dialog
 */
export function guard(host: HTMLElement, shadow: ShadowRoot, lost: () => void): Guard {
  const page = host.ownerDocument;
  const now = () => performance.now();
  let last = '';
  let restless = now();
  let outside = restless;
  let seen = true;

  /** Where and how the card is, as text; empty when it is not wholly to be seen. */
  function look(): string {
    // Without the focus, another window may lie over this one and vanish under the second half of a double click.
    if (!page.hasFocus() || host.currentCSSZoom !== 1) return '';
    for (let element: Element | null = host; element !== null; element = element.parentElement) {
      const style = getComputedStyle(element);
      if (String(styles.map((name) => style.getPropertyValue(name))) !== plain) return '';
    }
    const { x, y, width, height } = host.getBoundingClientRect();
    if (Math.abs(width - host.offsetWidth) > 1) return '';
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

  /** True when nothing lies over the part at its middle and near its corners. */
  function isInFront(part: Element): boolean {
    const { left, top, right, bottom } = part.getBoundingClientRect();
    const points = [
      [(left + right) / 2, (top + bottom) / 2],
      [left + 4, top + 4],
      [right - 4, top + 4],
      [left + 4, bottom - 4],
      [right - 4, bottom - 4],
    ] as const;
    return points.every(
      ([x, y]) => page.elementFromPoint(x, y) === host && shadow.elementFromPoint(x, y) === part,
    );
  }

  function tick(): void {
    const open = host.popover === 'manual' && host.matches(':popover-open');
    const home = open && host.parentElement === homeOf(page);
    const found = home ? look() : '';
    if (!found || found !== last) restless = now();
    last = found;
    if (shadow.activeElement === null) outside = now();
    if (!home) lost();
  }

  // Chromium can say whether a person really sees an element, also under overlays that let clicks through.
  let observer: IntersectionObserver | undefined;
  if ('isVisible' in IntersectionObserverEntry.prototype) {
    seen = false;
    const options = { threshold: 1, trackVisibility: true, delay: TICK };
    observer = new IntersectionObserver((entries) => {
      const visible = entries.at(-1) as (IntersectionObserverEntry & { isVisible: boolean }) | undefined;
      seen = visible?.isVisible === true;
      restless = now();
    }, options);
    observer.observe(host);
  }
  const timer = setInterval(tick, TICK);

  return {
    trusts(event, part) {
      tick();
      // A click without a button of the mouse comes from a key.
      const byKey = !(event instanceof MouseEvent && event.detail > 0);
      const since = byKey ? Math.max(restless, outside) : restless;
      return event.isTrusted && seen && now() - since >= REST && isInFront(part);
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
