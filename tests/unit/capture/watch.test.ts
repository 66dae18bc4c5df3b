import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Read, Reported, Typed } from '../../../lib/capture/seen';
import { type Watch, watch } from '../../../lib/capture/watch';
import { AppError } from '../../../lib/errors';

/** What the page shows at the next reading. */
let shown: Read | undefined;
/** What the page shows counts as old. */
let isOld: (moment: Typed) => boolean;
let told: Reported[];
/** What the user pressed something in, of those that were told. */
let touched: (string | undefined)[];
const STRANGE = { provider: 'zoho', part: 'result step: secret' };
/** How often the page was said to have changed. */
let saidChanged: number;
/** The names that the next page may want to know. */
let noted: string[];
/** The page is known, and cannot be read. */
let isStrange: boolean;
let watching: Watch;
/** Milliseconds that a reading takes, and how many there were. */
let cost: number;
let readings: number;
/** Milliseconds that readings have taken so far: they pass while no timer can run. */
let taken: number;
/** Says that the page has changed. */
let change: (added: readonly object[]) => void;
const listeners = new Map<string, (event: Event) => void>();

/** A page with a clock of the test; nothing in it is ever laid out. */
function openPage(): Document {
  return {
    location: { href: 'https://account.example/security' },
    visibilityState: 'visible',
    hasFocus: () => true,
  } as unknown as Document;
}

/** Something happens in the page; only a browser makes events that are trusted. */
function happen(type: string, isTrusted = true, more: object = {}): void {
  listeners.get(type)?.({ type, isTrusted, composedPath: () => [], ...more } as unknown as Event);
}

const created = (secret: string, seems?: 'token'): Read => ({
  provider: 'zoho',
  reading: { kind: 'created', secret, ...(seems && { seems }) },
});

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Element', class {});
  vi.stubGlobal('addEventListener', (name: string, heard: (event: Event) => void) =>
    listeners.set(name, heard),
  );
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(changed: (records: object[]) => void) {
        change = (added) => changed([{ addedNodes: added }]);
      }
      observe() {}
    },
  );
  cost = 0;
  readings = 0;
  taken = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now() + taken);
  listeners.clear();
  shown = undefined;
  isOld = () => false;
  told = [];
  touched = [];
  saidChanged = 0;
  noted = [];
  isStrange = false;
  watching = watch(openPage(), {
    read: (_url, _page, _asked, moment) => {
      readings += 1;
      taken += cost;
      if (isStrange) throw new AppError('provider-page-changed', 'strange', { details: STRANGE });
      return isOld(moment) ? undefined : shown;
    },
    texts: () => ['password'],
    fresh: (found) => told.push(found),
    changed: (details) => {
      expect(details).toEqual(STRANGE);
      saidChanged += 1;
    },
    noted: ({ label }) => noted.push(label),
    refused: () => undefined,
    listed: (_provider, _list, pressed) => touched.push(pressed),
  });
});

const secrets = () => told.map(({ secret }) => secret);
const show = async (read: Read) => {
  shown = read;
  happen('pageshow');
  await vi.advanceTimersByTimeAsync(200);
};

describe('a page by itself', () => {
  it('has one secret captured as it opens, and each later one by a click or a key of its own', async () => {
    await show(created('first'));
    await show(created('second'));
    expect(secrets()).toEqual(['first']);
    for (const [type, secret] of [
      ['click', 'third'],
      ['keydown', 'fourth'],
    ] as const) {
      shown = undefined;
      happen(type);
      await show(created(secret));
      await show(created(`${secret} again`));
      expect(secrets().at(-1)).toBe(secret);
    }
  });

  it('cannot click, type or send by itself', async () => {
    await show(created('first'));
    for (const type of ['click', 'keydown', 'submit']) happen(type, false);
    await show(created('second'));
    for (const type of ['submit', 'input', 'popstate', 'hashchange', 'visibilitychange']) happen(type);
    await show(created('third'));
    expect(secrets()).toEqual(['first']);
  });
});

describe('a name', () => {
  const naming = (label: string): Read => ({ provider: 'zoho', reading: { kind: 'naming', label } });

  it('is told to the next page when the user continues, and not when a script sends the form', async () => {
    await show(naming('Scanner'));
    happen('submit');
    expect(noted).toEqual([]);
    happen('click');
    await show(naming('Phone'));
    happen('submit');
    expect(noted).toEqual(['Scanner']);
  });
});

describe('whether the user did something before', () => {
  it('is said of each secret', async () => {
    await show(created('first'));
    happen('click');
    await show(created('second'));
    expect(told.map(({ gesture }) => gesture)).toEqual([false, true]);
  });
});

describe('a press beside a list', () => {
  /** An element that says this; `within` are the selectors it is, or has inside. */
  function part(textContent: string, within: string[] = []): Element {
    const fits = (selector: string) => within.some((one) => selector.split(',').includes(one));
    const made = { textContent, matches: fits, querySelector: (selector: string) => fits(selector) || null };
    return Object.assign(new Element(), made);
  }
  const row = () => [part('Delete'), part('Phone Delete'), part('Scanner Delete Phone Delete')];
  const press = (path: object[], isTrusted = true) => {
    const page = part('Security info Scanner Delete Phone Delete', ['h1']);
    happen('pointerdown', isTrusted, { composedPath: () => [...path, page, {}] });
  };

  beforeEach(async () => {
    const entries = [{ label: 'Scanner' }, { label: 'Phone' }];
    await show({ provider: 'zoho', reading: { kind: 'list', complete: true, entries } });
    touched = [];
  });

  it('in a row says what that row says', () => {
    press(row());
    expect(touched).toEqual(['Phone Delete']);
  });

  it('in a dialog says what that says, whether it names one or not', () => {
    press([part('Yes'), part('Are you sure? Yes', ['dialog'])]);
    expect(touched).toEqual(['Are you sure? Yes']);
  });

  it('by a key says the same, by Enter or the space bar', () => {
    for (const key of ['s', 'Enter', ' ']) happen('keydown', true, { key, composedPath: row });
    expect(touched).toEqual(['Phone Delete', 'Phone Delete']);
  });

  it('elsewhere says nothing, nor does one that a script made', () => {
    press([part('Search')]);
    press(row(), false);
    expect(touched).toEqual([]);
  });

  it('is none where the browser clicks or sends for what was pressed elsewhere', () => {
    for (const type of ['click', 'submit']) happen(type, true, { composedPath: row });
    expect(touched).toEqual([]);
  });
});

describe('what was told of a page', () => {
  it('is old for the readings that come, so that the next one is seen beside it', async () => {
    await show(created('first'));
    isOld = (moment) => moment.old?.('first') === true;
    happen('click');
    await vi.advanceTimersByTimeAsync(200);
    isOld = (moment) => moment.old?.('first') !== true;
    await show(created('second'));
    expect(secrets()).toEqual(['first', 'second']);
  });

  it('shows that it can be read: then the user is not told that it has changed', async () => {
    await show(created('first'));
    isStrange = true;
    happen('pageshow');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(saidChanged).toBe(0);
  });

  it('where nothing was, it has changed when it cannot be read for two seconds', async () => {
    isStrange = true;
    happen('pageshow');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(saidChanged).toBe(1);
  });
});

describe('a user who asks for a scan', () => {
  it('is told of a token only when no password came after it', async () => {
    shown = created('token', 'token');
    const looked = watching.look();
    await vi.advanceTimersByTimeAsync(100);
    shown = created('password');
    await vi.advanceTimersByTimeAsync(600);
    expect(await looked).toBe('created');
    expect(new Set(secrets())).toEqual(new Set(['password']));
  });

  it('is told of a token that stays alone', async () => {
    shown = created('token', 'token');
    const looked = watching.look();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await looked).toBe('created');
    expect(secrets()).toEqual(['token']);
  });

  it('is told again of what was told before, when nothing else is there', async () => {
    shown = created('password');
    await Promise.all([watching.look(), vi.advanceTimersByTimeAsync(600)]);
    shown = { provider: 'zoho', reading: { kind: 'naming', label: '' } };
    happen('click');
    isOld = (moment) => moment.old?.('password') === true;
    shown = created('password');
    await Promise.all([watching.look(), vi.advanceTimersByTimeAsync(600)]);
    expect(secrets().filter((secret) => secret === 'password').length).toBeGreaterThan(1);
  });
});

describe('reading', () => {
  const ELEMENT = { nodeType: 1 };
  /** Changes the page every ten milliseconds, this long (ms). */
  const bustle = async (ms: number) => {
    for (const end = Date.now() + ms; Date.now() < end; ) {
      change([]);
      await vi.advanceTimersByTimeAsync(10);
    }
  };

  it('takes no more than a twelfth of the time of a page that never rests', async () => {
    cost = 10;
    const begun = performance.now();
    await bustle(20_000);
    const part = (readings * cost) / (performance.now() - begun);
    expect(part).toBeLessThan(1 / 12 + 0.01);
    expect(part).toBeGreaterThan(1 / 24);
  });

  it('comes at once after a rest, however long the last one took', async () => {
    cost = 50;
    await vi.advanceTimersByTimeAsync(5_000);
    shown = created('first');
    change([]);
    await vi.advanceTimersByTimeAsync(20);
    expect(secrets()).toEqual(['first']);
  });

  it('comes at once for new elements in a page that never rests, and later for all else', async () => {
    cost = 10;
    await bustle(5_000);
    const before = readings;
    shown = created('first');
    change([]);
    await vi.advanceTimersByTimeAsync(20);
    expect(readings).toBe(before);
    change([ELEMENT]);
    await vi.advanceTimersByTimeAsync(20);
    expect(secrets()).toEqual(['first']);
  });
});
