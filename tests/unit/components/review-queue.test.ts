import { describe, expect, it, vi } from 'vitest';
import {
  countAnswered,
  findPlace,
  groupToRevoke,
  listDone,
  makeQueue,
} from '../../../components/review/queue';
import type { Given, ReviewItem } from '../../../components/state/review-store';

vi.mock('#i18n', async () => ({ i18n: { t: (await import('./messages')).readMessage } }));
vi.mock('../../../lib/messaging/send', () => ({ send: vi.fn() }));

const about = { site: '', account: '', client: '', device: '', tags: [], custody: 'vault', secretChanged: 0 };

function makeItem(id: string, reason: ReviewItem['reason'] = 'too-old', provider = 'example'): ReviewItem {
  const row = { id, label: id, provider, ...about, status: 'active' as const };
  return { row, reason, from: 0, ageDays: 200, limitDays: 180, protocols: [] };
}

function makeReview(asks: readonly string[], ...decided: ReviewItem[]) {
  const due = [...asks.map((id) => makeItem(id)), ...decided];
  return { due, open: asks.length, total: due.length };
}

function give(id: string, kind: Given['kind'] = 'keep', asked = true): Given {
  return { id, label: id, kind, asked, day: '2026-11-26', undo: { changed: [], added: [] } };
}

const ids = (items: readonly ReviewItem[]) => items.map(({ row }) => row.id);

describe('the queue', () => {
  const review = makeReview(['a', 'b', 'c'], makeItem('d', 'to-revoke'), makeItem('e', 'replacing'));
  const queue = makeQueue(review);

  it('is what is to be answered in the order of the review, then what is to be finished', () => {
    expect(ids(queue.toAnswer)).toEqual(['a', 'b', 'c']);
    expect(ids(queue.toFinish)).toEqual(['d', 'e']);
    expect(ids(queue.all)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(queue.hidden).toEqual({ toAnswer: 0, toFinish: 0 });
  });

  it('says how many there are behind those that it shows, also where not all were sent', () => {
    const many = Array.from({ length: 40 }, (_, at) => `${at}`);
    const { toAnswer, hidden } = makeQueue({ ...makeReview(many), open: 400, total: 407 });
    expect(toAnswer).toHaveLength(30);
    expect(hidden).toEqual({ toAnswer: 370, toFinish: 7 });
  });

  it('continues in the place of what was answered, and never from a question to what is decided', () => {
    const rest = (...asks: string[]) => makeQueue(makeReview(asks, makeItem('d', 'to-revoke')));
    expect(findPlace(rest('a', 'c'), { at: 1, asks: true })?.row.id).toBe('c');
    expect(findPlace(rest('a', 'b'), { at: 2, asks: true })?.row.id).toBe('b');
    expect(findPlace(rest(), { at: 0, asks: true })).toBeUndefined();
    expect(findPlace(rest(), { at: 0, asks: false })?.row.id).toBe('d');
    expect(findPlace(makeQueue(makeReview([])), { at: 3, asks: false })).toBeUndefined();
  });

  it('finds what was brought back wherever it is now', () => {
    expect(findPlace(queue, { at: 0, asks: true, id: 'c' })?.row.id).toBe('c');
    expect(findPlace(queue, { at: 1, asks: true, id: 'no longer there' })?.row.id).toBe('b');
  });

  it('groups what is to be revoked by the page where that is done', () => {
    const decided = [
      makeItem('d', 'to-revoke', 'google'),
      makeItem('e', 'replacing', 'google'),
      makeItem('f', 'to-revoke', 'yahoo'),
      makeItem('g', 'to-revoke', 'google'),
    ];
    const groups = groupToRevoke(makeQueue(makeReview([], ...decided)));
    expect(groups.map(({ item, count }) => [item.row.provider, count])).toEqual([
      ['google', 2],
      ['yahoo', 1],
    ]);
  });
});

describe('the progress', () => {
  it('is what was answered today of that and what is left', () => {
    expect(countAnswered([give('x'), give('y', 'later')], makeReview(['a', 'b', 'c']))).toEqual({
      answered: 2,
      of: 5,
    });
    expect(countAnswered([], makeReview([]))).toEqual({ answered: 0, of: 0 });
  });

  it('counts an app password once, and neither what came back nor what was decided before', () => {
    const given = [
      give('x', 'revoke'),
      give('x', 'revoked', false),
      give('a', 'later'),
      give('z', 'revoked', false),
    ];
    expect(countAnswered(given, makeReview(['a', 'b']))).toEqual({ answered: 1, of: 3 });
  });
});

describe('what is done today', () => {
  it('has the last answer first, and of several to one app password the last', () => {
    const [revoke, keep, revoked] = [give('x', 'revoke'), give('y'), give('x', 'revoked', false)];
    expect(listDone([revoke, keep, revoked])).toEqual([revoked, keep]);
    expect(listDone([revoke, keep])).toEqual([keep, revoke]);
  });
});
