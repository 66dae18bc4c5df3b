import { vi } from 'vitest';
import { type Guard, guard } from '../../../lib/capture/guard';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const plain = {
  ...{ opacity: '1', filter: 'none', mixBlendMode: 'normal', clipPath: 'none', maskImage: 'none' },
  visibility: 'visible',
};

/** An element, as far as the guard asks about it. */
class Thing {
  box: Box = { x: 0, y: 0, width: 800, height: 600 };
  style: Record<string, string> = { ...plain };
  isOpen = false;
  readonly tag: string;
  parentElement: Thing | null;
  constructor(tag: string, parent: Thing | null) {
    this.tag = tag;
    this.parentElement = parent;
  }
  matches(selector: string) {
    return selector === ':popover-open' && this.isOpen;
  }
  getBoundingClientRect() {
    const { x, y, width, height } = this.box;
    return { x, y, width, height, left: x, top: y, right: x + width, bottom: y + height };
  }
  contains(other: unknown) {
    return other === this || (other instanceof Thing && other.parentElement === this);
  }
  holds(x: number, y: number) {
    const { left, top, right, bottom } = this.getBoundingClientRect();
    return x >= left && x <= right && y >= top && y <= bottom;
  }
}

class FakeMouseEvent {
  isTrusted = true;
  detail = 1;
  timeStamp = performance.now();
}

/** What a page, with the card in it, and the browser's window are now. Tests change it. */
export let scene: ReturnType<typeof setUp>;
export let watching: Guard;

function setUp() {
  const root = new Thing('html', null);
  const body = new Thing('body', root);
  const host = new Thing('spare-key', root);
  const card = new Thing('section', null);
  card.box = { x: 400, y: 16, width: 344, height: 300 };
  card.isOpen = true;
  const [heading, button, low] = ['h2', 'button', 'p'].map((tag) => new Thing(tag, card)) as [
    Thing,
    Thing,
    Thing,
  ];
  heading.box = { x: 420, y: 30, width: 200, height: 30 };
  button.box = { x: 420, y: 200, width: 100, height: 40 };
  low.box = { x: 420, y: 260, width: 200, height: 30 };
  return {
    ...{ root, body, host, card, heading, button, low, zoom: 1, hasFocus: true },
    /** What has the focus; on a `field` the browser may hang what it paints over all pages. */
    active: 'page' as 'page' | 'field' | 'nothing' | 'card',
    /** Where the guard looks next within a part, each from 0 to 1; else everywhere in turn. */
    looks: [] as number[],
    /** Modal dialogs of the page, and what it laid over the card. */
    ...{ dialogs: [] as Thing[], covers: [] as Thing[] },
    /** What of the card itself lies over its button. */
    inner: [] as Thing[],
    height: 600,
    focused: null as object | null,
    lost: 0,
    /** What the browser watches for us, and whether it was told to stop. */
    observed: [] as unknown[],
    isDisconnected: false,
    tell: (_: { isVisible: boolean }) => {},
  };
}

export const thing = (tag: string, parent: Thing | null = null) => new Thing(tag, parent);

/** Something small that lies at this point. */
export function spot(x: number, y: number): Thing {
  const cover = new Thing('div', scene.body);
  cover.box = { x: x - 1, y: y - 1, width: 2, height: 2 };
  return cover;
}

/** A browser that says whether an element is seen if it is asked for that as the standard has it. */
class Observer {
  constructor(
    told: (news: { isVisible: boolean }[]) => void,
    {
      trackVisibility,
      delay,
      threshold,
    }: { trackVisibility?: boolean; delay?: number; threshold?: number } = {},
  ) {
    if (trackVisibility && (delay ?? 0) < 100) throw new DOMException('too often', 'NotSupportedError');
    const isAsked = trackVisibility === true && threshold === 1;
    scene.tell = ({ isVisible }) => told([{ isVisible: isVisible && isAsked }]);
  }
  observe(element: unknown) {
    scene.observed.push(element);
  }
  disconnect() {
    scene.isDisconnected = true;
  }
  takeRecords() {
    return [];
  }
}

/** Puts the card into its page, whole and in front, in one of the browsers. */
export function stage(browser: 'Chromium' | 'Firefox'): void {
  vi.useFakeTimers();
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
  scene = setUp();
  const { host, card } = scene;
  Object.assign(host, {
    ownerDocument: {
      hasFocus: () => scene.hasFocus,
      get activeElement() {
        if (scene.active === 'nothing') return null;
        if (scene.active === 'card') return host;
        return { matches: (selector: string) => selector === 'bare' && scene.active === 'page' };
      },
      documentElement: scene.root,
      querySelectorAll: (selector: string) => (selector === 'dialog:modal' ? scene.dialogs : []),
      elementFromPoint: (x: number, y: number) => {
        if (y > scene.height) return null;
        return scene.covers.find((cover) => cover.holds(x, y)) ?? (card.holds(x, y) ? host : scene.body);
      },
    },
  });
  Object.defineProperty(card, 'currentCSSZoom', { get: () => scene.zoom });
  let turn = 0;
  vi.spyOn(Math, 'random').mockImplementation(() => {
    turn += 1;
    return scene.looks.shift() ?? (turn * 0.754877) % 1;
  });
  const parts = () => [...scene.inner, scene.heading, scene.button, scene.low];
  const shadow = {
    get activeElement() {
      return scene.focused;
    },
    querySelectorAll: (tags: string) => parts().filter(({ tag }) => tags.split(',').includes(tag)),
    elementFromPoint: (x: number, y: number) => parts().find((part) => part.holds(x, y)) ?? card,
  };
  vi.stubGlobal('MouseEvent', FakeMouseEvent);
  vi.stubGlobal('screenX', 0);
  vi.stubGlobal('screenY', 0);
  vi.stubGlobal('getComputedStyle', (element: Thing) => element.style);
  vi.stubGlobal('IntersectionObserver', browser === 'Chromium' ? Observer : undefined);
  vi.stubEnv('FIREFOX', browser === 'Firefox' ? 'true' : '');
  const [one, two, three] = [host, shadow, card] as unknown as [HTMLElement, ShadowRoot, HTMLElement];
  watching = guard(one, two, three, 'bare', () => {
    scene.lost += 1;
  });
}

export function strike(): void {
  watching.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
}

/** Whether a press on the card's button counts now. */
export function press(changes: Partial<FakeMouseEvent> = {}): boolean {
  return trust(Object.assign(new FakeMouseEvent(), changes));
}

/** Whether something else that the browser says the user did counts now. */
export function trust(event: object): boolean {
  // The browser's name is a text here, and a yes or no in what is built.
  return Boolean(watching.trusts(event as Event, scene.button as unknown as Element));
}
