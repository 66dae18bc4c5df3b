/** How long (ms) the card must have been at rest before it acts: longer than a person needs to stop a click. */
export const REST = 500;
/** How often (ms) the card looks whether it moved. */
const TICK = 100;

/** Watches whether what the user sees is the card, whole and at rest. */
export interface Guard {
  /** True when an action on this part of the card may count. */
  trusts(event: Event, part: HTMLElement): boolean;
  stop(): void;
}

/** Styles that could hide, fade or distort what the user sees, with the only value we accept. */
const plain: Record<string, string> = {
  opacity: '1',
  filter: 'none',
  'mix-blend-mode': 'normal',
  'clip-path': 'none',
  'mask-image': 'none',
  visibility: 'visible',
};

/**
 * Guards a popover against pages that steer clicks (SECURITY S1): an action counts only when the browser
 * says that the user made it, and the card is in the top layer, in front at five points of the button,
 * opaque, unfiltered, unclipped, unscaled, and has been so, unmoved, for 500 ms.
 * @param shadow the closed root of `host`, which is a popover
 * @param width its width in CSS pixels
 * @param lost called while the card is not where it can be used: removed, closed, or behind a modal dialog
 */
export function guard(host: HTMLElement, shadow: ShadowRoot, width: () => number, lost: () => void): Guard {
  const page = host.ownerDocument;
  let last = '';
  let since = Number.POSITIVE_INFINITY;
  let seen = true;

  /** Where and how the card is, as text; empty when it is not wholly to be seen. */
  function look(): string {
    if (!host.isConnected || !host.matches(':popover-open')) return '';
    if (page.visibilityState !== 'visible') return '';
    for (let element: Element | null = host; element !== null; element = parentOf(element)) {
      const style = getComputedStyle(element);
      for (const name in plain) if (style.getPropertyValue(name) !== plain[name]) return '';
    }
    if (getComputedStyle(host).transform !== 'none') return '';
    const { x, y, width: shown, height } = host.getBoundingClientRect();
    if (Math.abs(shown - width()) > 1) return '';
    return [x, y, shown, height].join();
  }

  /** True when nothing lies over the part at its middle and near its corners. */
  function inFront(part: HTMLElement): boolean {
    const { left, top, right, bottom } = part.getBoundingClientRect();
    if (right - left < 8 || bottom - top < 8) return false;
    const points = [
      [(left + right) / 2, (top + bottom) / 2],
      [left + 4, top + 4],
      [right - 4, top + 4],
      [left + 4, bottom - 4],
      [right - 4, bottom - 4],
    ] as const;
    return points.every(([x, y]) => {
      const inside = shadow.elementFromPoint(x, y);
      return page.elementFromPoint(x, y) === host && inside !== null && part.contains(inside);
    });
  }

  function tick(): void {
    const found = look();
    if (found !== last) since = performance.now();
    if (found === '') since = Number.POSITIVE_INFINITY;
    last = found;
    if (!host.matches(':popover-open') || host.parentElement !== homeOf(page)) lost();
  }

  // Chromium can say whether a person really sees an element, also under overlays that let clicks through.
  let observer: IntersectionObserver | undefined;
  if ('isVisible' in IntersectionObserverEntry.prototype) {
    seen = false;
    const options = { threshold: 1, trackVisibility: true, delay: TICK };
    observer = new IntersectionObserver((entries) => {
      const visible = entries.at(-1) as (IntersectionObserverEntry & { isVisible: boolean }) | undefined;
      seen = visible?.isVisible === true;
      if (!seen) since = performance.now();
    }, options);
    const card = shadow.querySelector('[role=dialog]');
    if (card !== null) observer.observe(card);
  }
  const timer = setInterval(tick, TICK);
  tick();

  return {
    trusts(event, part) {
      tick();
      if (!event.isTrusted || !seen) return false;
      return performance.now() - since >= REST && inFront(part);
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

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
