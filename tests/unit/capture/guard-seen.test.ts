import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { press, scene, spot, stage, strike, thing, trust, watching } from './guard-scene';

afterEach(strike);

const rest = () => vi.advanceTimersByTime(1_000);
/** How the guard comes to look at this point of the button. */
const lookAt = (x: number, y: number) => [(x - 429) / 82, (y - 209) / 22];

describe.each(['Chromium', 'Firefox'] as const)('in %s', (browser) => {
  beforeEach(() => {
    stage(browser);
    scene.tell({ isVisible: true });
    rest();
    expect(press()).toBe(true);
  });

  it.each([
    ['opacity', '0.99'],
    ['filter', 'blur(1px)'],
    ['mixBlendMode', 'difference'],
    ['clipPath', 'inset(1px)'],
    ['maskImage', 'linear-gradient(black, white)'],
    ['visibility', 'hidden'],
  ])('a card, or a page around it, with the style %s: %s is not trusted', (name, value) => {
    for (const element of [scene.host, scene.root]) {
      const before = element.style[name] ?? '';
      element.style[name] = value;
      rest();
      expect(press()).toBe(false);
      element.style[name] = before;
      rest();
      expect(press()).toBe(true);
    }
  });

  it.each<[string, () => void]>([
    ['is zoomed', () => (scene.zoom = 2)],
    ['is closed', () => (scene.card.isOpen = false)],
    ['hangs in what the page made a popover', () => (scene.host.isOpen = true)],
    ['lies behind a modal dialog', () => (scene.dialogs = [thing('dialog', scene.body)])],
  ])('a card that %s is not trusted, however long it rests', (_, change) => {
    change();
    rest();
    expect(press()).toBe(false);
  });

  it.each<[string, () => void]>([
    ['moves down', () => (scene.card.box.y += 1)],
    ['grows wider', () => (scene.card.box.width += 1)],
    ['grows higher', () => (scene.card.box.height += 1)],
    ['moves with its window to the right', () => vi.stubGlobal('screenX', 1)],
    ['moves with its window down', () => vi.stubGlobal('screenY', 1)],
  ])('a card that %s is not trusted until it has rested again', (_, change) => {
    change();
    expect(press()).toBe(false);
    rest();
    expect(press()).toBe(true);
  });

  it('nothing may lie over the button wherever it is looked at, be it the page’s or of the card', () => {
    for (const [x, y] of [430, 470, 510].flatMap((x) => [210, 220, 230].map((y) => [x, y] as const))) {
      for (const kind of ['covers', 'inner'] as const) {
        rest();
        expect(press()).toBe(true);
        scene[kind] = [spot(x, y)];
        rest();
        // Firefox is asked about the card first, at as many places.
        scene.looks = browser === 'Firefox' ? Array(20).fill(0.01) : [];
        scene.looks.push(...lookAt(x, y));
        expect(press(), `${kind} ${x}, ${y}`).toBe(false);
        scene[kind] = [];
      }
    }
  });

  it('what hangs on a field of the page that has the focus may lie over it', () => {
    for (const [active, isTrusted] of [
      ['field', false],
      ['card', true],
      ['nothing', false],
      ['page', true],
    ] as const) {
      scene.active = active;
      rest();
      expect(press(), active).toBe(isTrusted);
    }
  });

  it('a card that the page’s own modal dialog holds is at home there, and in the last one', () => {
    const [first, last] = [thing('dialog', scene.body), thing('dialog', scene.body)];
    scene.dialogs = [first, last];
    scene.host.parentElement = first;
    rest();
    expect(press()).toBe(false);
    expect(scene.lost).toBeGreaterThan(0);
    scene.host.parentElement = last;
    rest();
    expect(press()).toBe(true);
  });

  it('half a second of rest is enough, a millisecond less is not, and an early press starts it again', () => {
    scene.card.box.x += 1;
    expect(press()).toBe(false);
    vi.advanceTimersByTime(500);
    expect(press()).toBe(true);
    scene.card.box.x += 1;
    expect(press()).toBe(false);
    vi.advanceTimersByTime(499);
    expect(press()).toBe(false);
    vi.advanceTimersByTime(499);
    expect(press()).toBe(false);
  });

  it('a press counts for 149 ms', () => {
    expect(press({ timeStamp: performance.now() - 149 })).toBe(true);
    expect(press({ timeStamp: performance.now() - 150 })).toBe(false);
  });

  it('300 ms between two looks count as watched, and no more', () => {
    press();
    vi.setSystemTime(Date.now() + 300);
    expect(press()).toBe(true);
    vi.setSystemTime(Date.now() + 301);
    expect(press()).toBe(false);
  });

  it('what no mouse did counts as a key, which needs the focus in the card', () => {
    const key = () => ({ isTrusted: true, detail: 1, timeStamp: performance.now() });
    expect(trust(key())).toBe(false);
    scene.focused = scene.button;
    rest();
    expect(trust(key())).toBe(true);
    expect(press({ detail: 0 })).toBe(true);
  });

  it('where it is no longer watched, nothing is said or asked any more', () => {
    watching.stop();
    expect(scene.isDisconnected).toBe(browser === 'Chromium');
    scene.card.isOpen = false;
    rest();
    expect(scene.lost).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('what only Chromium says', () => {
  beforeEach(() => stage('Chromium'));

  it('has to be said: until then nothing is trusted', () => {
    rest();
    expect(press()).toBe(false);
    scene.tell({ isVisible: true });
    rest();
    expect(press()).toBe(true);
  });

  it('is asked about the card itself', () => {
    expect(scene.observed).toEqual([scene.card]);
  });

  it('holds, though nothing lies over the card where it could be found', () => {
    scene.tell({ isVisible: false });
    rest();
    expect(press()).toBe(false);
  });
});

describe('in Firefox, which does not say it', () => {
  beforeEach(() => {
    stage('Firefox');
    rest();
  });

  it.each(['heading', 'button', 'low'] as const)('a cover over the %s alone is found', (name) => {
    const cover = thing('div', scene.body);
    cover.box = scene[name].box;
    scene.covers = [cover];
    rest();
    expect(press()).toBe(false);
    scene.covers = [];
    rest();
    expect(press()).toBe(true);
  });

  it('a card that reaches below the edge of the window is not wholly seen', () => {
    scene.height = 250;
    rest();
    expect(press()).toBe(false);
  });
});
