// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { entries } from '../../../components/state/entries';
import {
  answer,
  askAhead,
  closeReview,
  enterReview,
  focusPlace,
  followReview,
  given,
  isSlow,
  leaveAt,
  loadReview,
  type Review,
  type ReviewItem,
  review,
  undoAnswer,
  undoGiven,
} from '../../../components/state/review-store';
import { closeFailure, failure, now, vault } from '../../../components/state/session';
import { done, sayDone } from '../../../components/state/undo';
import { AppError } from '../../../lib/errors';
import type { Undo } from '../../../lib/model';
import { readMessage } from './messages';

vi.mock('#i18n', async () => ({ i18n: { t: (await import('./messages')).readMessage } }));
const send = vi.hoisted(() => vi.fn());
vi.mock('../../../lib/messaging/send', () => ({ send }));

const about = {
  provider: 'example',
  site: '',
  account: '',
  client: '',
  device: '',
  tags: [],
  custody: 'vault',
};
const makeRow = (id: string, label = id) => ({
  ...{ id, label, ...about, secretChanged: 0 },
  status: 'active' as const,
});
function makeItem(id: string, reason: ReviewItem['reason'] = 'too-old'): ReviewItem {
  return { row: makeRow(id), reason, from: 0, ageDays: 200, limitDays: 180, protocols: [] };
}
const state = { needless: 0 } as Review['state'];
const makeReview = (...due: ReviewItem[]): Review => ({ due, open: due.length, total: due.length, state });
const undo: Undo = {
  changed: [{ id: 'entry-a', were: { confirmed: null }, are: { confirmed: 1 } }],
  added: [],
};

const [a, b] = [makeItem('entry-a'), makeItem('entry-b')];
/** What the background answers, by message. */
let answers: Record<string, () => unknown> = {};
const sent = () => send.mock.calls.map(([name]) => name);

/** What comes when the test says so. */
function hold(name: string): (answer: unknown) => void {
  let send = (_: unknown): void => undefined;
  const promise = new Promise((resolve) => (send = resolve));
  answers[name] = () => promise;
  return (answer) => send(answer);
}

beforeEach(async () => {
  answers = {
    'review.list': () => makeReview(a, b),
    'review.answer': () => ({ ...makeReview(b), rows: [makeRow('entry-a', 'Kept')], undo }),
    'entry.undo': () => ({ left: 0 }),
    'entry.list': () => ({ rows: [], waiting: [], fresh: [], warnings: [], news: 0 }),
    'vault.status': () => ({ exists: true, locked: false, waiting: 0, due: 1 }),
    'provider.list': () => ({ providers: [{ id: 'example', name: 'Example' }] }),
  };
  send.mockImplementation(async (name: string) => answers[name]?.());
  await loadReview();
  send.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  closeReview();
  closeFailure();
  given.value = [];
  Object.assign(done, { value: undefined });
  focusPlace.value = undefined;
});

describe('an answer', () => {
  it('is two messages, and brings the review that follows, the row and the undo', async () => {
    entries.value = {
      rows: [makeRow('entry-a'), makeRow('entry-b')],
      removed: [],
      waiting: [],
      fresh: [],
      warnings: [],
      news: 0,
    };
    expect(await answer(a, 0, { kind: 'keep' })).toBe(true);
    expect(sent()).toEqual(['review.answer', 'vault.status']);
    expect(send.mock.calls[0]?.[1]).toEqual({ id: 'entry-a', answer: { kind: 'keep' } });
    expect(review.value).toEqual(makeReview(b));
    expect(entries.value?.rows.map(({ label }) => label)).toEqual(['Kept', 'entry-b']);
    expect(focusPlace.value).toEqual({ at: 0, asks: true });
    expect(done.value?.said).toBe(readMessage('undo.kept'));
    entries.value = undefined;
  });

  it('of a key pressed twice is given once, also to a card that is still drawn', async () => {
    const resolve = hold('review.answer');
    const first = answer(a, 0, { kind: 'keep' });
    expect(await answer(a, 0, { kind: 'keep' })).toBe(false);
    expect(await answer(b, 1, { kind: 'keep' })).toBe(false);
    resolve({ ...makeReview(b), rows: [], undo });
    expect(await first).toBe(true);
    expect(await answer(a, 0, { kind: 'keep' })).toBe(false);
    expect(sent().filter((name) => name === 'review.answer')).toHaveLength(1);
    answers['review.answer'] = () => ({ ...makeReview(), rows: [], undo });
    expect(await answer(b, 0, { kind: 'keep' })).toBe(true);
  });

  it('that fails says so, leaves the cards, and lets another be given', async () => {
    answers['review.answer'] = () => Promise.reject(new AppError('vault-full', 'stub'));
    expect(await answer(a, 0, { kind: 'keep' })).toBe(false);
    expect(failure.value).toBe('vault-full');
    expect(review.value).toEqual(makeReview(a, b));
    expect(done.value).toBeUndefined();
    answers['review.answer'] = () => ({ ...makeReview(b), rows: [], undo });
    expect(await answer(a, 0, { kind: 'keep' })).toBe(true);
  });

  it('that takes more than a second says that it works', async () => {
    vi.useFakeTimers();
    const resolve = hold('review.answer');
    const answering = answer(a, 0, { kind: 'keep' });
    await vi.advanceTimersByTimeAsync(999);
    expect(isSlow.value).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isSlow.value).toBe(true);
    resolve({ ...makeReview(b), rows: [], undo });
    await answering;
    expect(isSlow.value).toBe(false);
  });

  it('is not covered by a list that was asked for before it', async () => {
    const resolve = hold('review.list');
    const loading = loadReview();
    expect(await answer(a, 0, { kind: 'keep' })).toBe(true);
    resolve(makeReview(a, b));
    await loading;
    expect(review.value).toEqual(makeReview(b));
  });

  it('asks again when something else changed while it was on its way', async () => {
    const resolve = hold('review.answer');
    const answering = answer(a, 0, { kind: 'keep' });
    await loadReview();
    answers['review.list'] = () => makeReview(makeItem('entry-c'));
    resolve({ ...makeReview(b), rows: [], undo });
    await answering;
    await vi.waitFor(() => expect(review.value).toEqual(makeReview(makeItem('entry-c'))));
  });
});

describe('undoing by key', () => {
  it('undoes the last answer', async () => {
    await answer(a, 0, { kind: 'later', days: 1 });
    undoAnswer();
    await vi.waitFor(() => expect(sent()).toContain('entry.undo'));
    expect(send.mock.calls.find(([name]) => name === 'entry.undo')?.[1]).toEqual(undo);
  });

  it('undoes nothing else', async () => {
    await answer(a, 0, { kind: 'keep' });
    sayDone('Something else', undo);
    undoAnswer();
    expect(sent()).not.toContain('entry.undo');
  });
});

describe('what was answered today', () => {
  const yes = { ...makeReview(b), rows: [], undo };
  const kept = { id: 'entry-a', label: 'entry-a', kind: 'keep' as const, asked: true, undo };

  it('is told with its undo, and whether it answered a question', async () => {
    await answer(a, 0, { kind: 'keep' });
    expect(given.value).toMatchObject([kept]);
    const decided = makeItem('entry-d', 'to-revoke');
    review.value = makeReview(decided);
    answers['review.answer'] = () => ({ ...makeReview(), rows: [], undo });
    await answer(decided, 0, { kind: 'revoked' });
    expect(given.value.map(({ id, asked }) => [id, asked])).toEqual([
      ['entry-a', true],
      ['entry-d', false],
    ]);
  });

  it('can be undone after others, and its card gets the focus with the review that follows', async () => {
    await answer(a, 0, { kind: 'keep' });
    answers['review.answer'] = () => ({ ...makeReview(), rows: [], undo: { changed: [], added: [] } });
    await answer(b, 0, { kind: 'later', days: 1 });
    const [first] = given.value;
    if (!first) throw new Error('nothing was given');
    await undoGiven(first);
    expect(send.mock.calls.find(([name]) => name === 'entry.undo')?.[1]).toEqual(undo);
    expect(given.value.map(({ id }) => id)).toEqual(['entry-b']);
    focusPlace.value = undefined;
    await loadReview();
    expect(focusPlace.value).toEqual({ at: 0, asks: true, id: 'entry-a' });
    focusPlace.value = undefined;
    await loadReview();
    expect(focusPlace.value).toBeUndefined();
  });

  it('goes from the list with the key, too, but not what could not be undone', async () => {
    answers['review.answer'] = () => yes;
    answers['entry.undo'] = () => ({ left: 1 });
    await answer(a, 0, { kind: 'keep' });
    undoAnswer();
    await vi.waitFor(() => expect(sent()).toContain('entry.list'));
    expect(given.value).toHaveLength(1);
    answers['entry.undo'] = () => ({ left: 0 });
    const [first] = given.value;
    if (first) await undoGiven(first);
    expect(given.value).toEqual([]);
  });

  it('is only what was answered today, and is forgotten when the vault locks', async () => {
    await answer(a, 0, { kind: 'keep' });
    enterReview();
    expect(given.value).toHaveLength(1);
    const today = now.value;
    now.value = today + 86_400_000;
    enterReview();
    expect(given.value).toEqual([]);
    now.value = today;
    review.value = makeReview(a, b);
    await answer(a, 0, { kind: 'keep' });
    const open = { exists: true, locked: false, waiting: 0, due: 1 };
    vault.value = open;
    followReview();
    expect(given.value).toHaveLength(1);
    vault.value = { ...open, locked: true };
    expect(given.value).toEqual([]);
  });
});

describe('the review', () => {
  it('is asked for before there is a page, once', async () => {
    closeReview();
    askAhead();
    await loadReview();
    expect(sent()).toEqual(['review.list']);
    await loadReview();
    expect(sent()).toEqual(['review.list', 'review.list']);
  });

  it('asks again where what was asked ahead failed, as it does while locked', async () => {
    closeReview();
    answers['review.list'] = () => Promise.reject(new AppError('vault-locked', 'stub'));
    askAhead();
    await vi.waitFor(() => expect(sent()).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve));
    answers['review.list'] = () => makeReview(b);
    await loadReview();
    expect(review.value).toEqual(makeReview(b));
  });

  it('continues at the card at which it was left', async () => {
    leaveAt(makeItem('entry-b', 'replacing'), 3);
    closeReview();
    expect(review.value).toBeUndefined();
    enterReview();
    expect(focusPlace.value).toEqual({ at: 3, asks: false });
  });
});
