import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Guard, guard } from '../../../lib/capture/guard';

/** What the page and the browser show of the card now. */
let isOpen: boolean;
let isHostOpen: boolean;
let hasFocus: boolean;
let x: number;
let opacity: string;
let inFront: boolean;
let focused: object | null;
/** Something of the page has the focus on which the browser may hang what it paints over all pages. */
let isApart: boolean;
let home: object;
/** What the browser has seen and not told yet. */
let untold: { isVisible: boolean }[];
let tell: (news: { isVisible: boolean }[]) => void;
let lost: number;
let watching: Guard;

class Press {
  isTrusted = true;
  detail = 1;
  timeStamp = performance.now();
}

const part = {
  getBoundingClientRect: () => ({ x: 10, y: 10, width: 100, height: 40 }),
  contains: (other: unknown) => other === part,
} as unknown as Element;

function press(changes: Partial<Press> = {}): boolean {
  return watching.trusts(Object.assign(new Press(), changes) as unknown as Event, part);
}

/** Time passes in which the page keeps the thread busy: no timer runs. */
function block(milliseconds: number): void {
  vi.setSystemTime(Date.now() + milliseconds);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
  [isOpen, isHostOpen, hasFocus, inFront] = [true, false, true, true];
  [x, opacity, focused, untold, lost, isApart] = [100, '1', null, [], 0, false];
  const root = { parentElement: null };
  home = root;
  const page = {
    hasFocus: () => hasFocus,
    activeElement: { matches: (selector: string) => selector === 'bare' && !isApart },
    querySelectorAll: () => [],
    documentElement: root,
    elementFromPoint: () => (inFront ? host : root),
  };
  const host = {
    ownerDocument: page,
    matches: () => isHostOpen,
    get parentElement() {
      return home;
    },
  };
  const card = {
    currentCSSZoom: 1,
    offsetWidth: 344,
    matches: () => isOpen,
    getBoundingClientRect: () => ({ x, y: 16, width: 344, height: 300 }),
  };
  const shadow = {
    get activeElement() {
      return focused;
    },
    elementFromPoint: () => part,
  };
  vi.stubGlobal('MouseEvent', Press);
  vi.stubGlobal('screenX', 0);
  vi.stubGlobal('screenY', 0);
  vi.stubGlobal('getComputedStyle', () => ({
    ...{ opacity, filter: 'none', mixBlendMode: 'normal', clipPath: 'none', maskImage: 'none' },
    visibility: 'visible',
  }));
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(told: typeof tell) {
        tell = told;
      }
      observe() {}
      disconnect() {}
      takeRecords() {
        return untold;
      }
    },
  );
  const [one, two, three] = [host, shadow, card] as unknown as [HTMLElement, ShadowRoot, HTMLElement];
  watching = guard(one, two, three, 'bare', () => {
    lost += 1;
  });
  tell([{ isVisible: true }]);
});
afterEach(() => {
  watching.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the guard of the card', () => {
  it('trusts a press after half a second of rest, and none before', () => {
    vi.advanceTimersByTime(400);
    expect(press()).toBe(false);
    vi.advanceTimersByTime(600);
    expect(press()).toBe(true);
  });

  it('makes a user who clicks and clicks wait as long after each press as after the first', () => {
    for (let time = 0; time < 20; time++) {
      vi.advanceTimersByTime(200);
      expect(press()).toBe(false);
    }
    vi.advanceTimersByTime(600);
    expect(press()).toBe(true);
  });

  it('trusts nothing that a script did', () => {
    vi.advanceTimersByTime(1_000);
    expect(press({ isTrusted: false })).toBe(false);
  });

  it.each<[string, () => void]>([
    ['it moves', () => (x += 1)],
    ['it fades', () => (opacity = '.5')],
    ['it is closed', () => (isOpen = false)],
    ['its host is a popover of the page', () => (isHostOpen = true)],
    ['its host stands elsewhere', () => (home = { parentElement: null })],
    ['another window has the focus', () => (hasFocus = false)],
    ['the browser may hang something over it', () => (isApart = true)],
    ['the browser says that it is covered', () => tell([{ isVisible: false }])],
  ])('does not trust while %s, nor right after', (_, change) => {
    vi.advanceTimersByTime(1_000);
    const before = { isOpen, isHostOpen, hasFocus, isApart, x, opacity, home };
    change();
    expect(press()).toBe(false);
    vi.advanceTimersByTime(1_000);
    if (x === before.x) expect(press()).toBe(false);
    ({ isOpen, isHostOpen, hasFocus, isApart, x, opacity, home } = before);
    tell([{ isVisible: true }]);
    vi.advanceTimersByTime(300);
    expect(press()).toBe(false);
    vi.advanceTimersByTime(600);
    expect(press()).toBe(true);
  });

  it('does not trust what lies under something else', () => {
    vi.advanceTimersByTime(1_000);
    inFront = false;
    expect(press()).toBe(false);
  });

  it('takes in what the browser has seen and not told yet', () => {
    vi.advanceTimersByTime(1_000);
    untold = [{ isVisible: false }, { isVisible: true }];
    expect(press()).toBe(false);
    untold = [];
    vi.advanceTimersByTime(600);
    expect(press()).toBe(true);
  });

  it('counts as unrest what it could not watch: a busy thread, and frames of 400 ms each', () => {
    vi.advanceTimersByTime(1_000);
    block(400);
    expect(press()).toBe(false);
    vi.advanceTimersByTime(1_000);
    for (let frame = 0; frame < 5; frame++) {
      block(400);
      vi.advanceTimersByTime(1);
      expect(press()).toBe(false);
    }
    vi.advanceTimersByTime(700);
    expect(press()).toBe(true);
  });

  it('refuses a press that comes late, and judges one by its own time', () => {
    vi.advanceTimersByTime(2_000);
    expect(press({ timeStamp: performance.now() - 100 })).toBe(true);
    expect(press({ timeStamp: performance.now() - 151 })).toBe(false);
    x += 1;
    vi.advanceTimersByTime(600);
    // Made before it had been at rest for long enough, though it is by now.
    expect(press({ timeStamp: performance.now() - 140 })).toBe(false);
  });

  it('trusts a key only when the focus has been in it as long', () => {
    vi.advanceTimersByTime(1_000);
    focused = part;
    vi.advanceTimersByTime(400);
    expect(press()).toBe(true);
    expect(press({ detail: 0 })).toBe(false);
    vi.advanceTimersByTime(600);
    expect(press({ detail: 0 })).toBe(true);
  });

  it('says when it is lost', () => {
    vi.advanceTimersByTime(300);
    expect(lost).toBe(0);
    isOpen = false;
    vi.advanceTimersByTime(100);
    expect(lost).toBe(1);
  });
});
