import type { CardPlace, Given, Review, ReviewItem } from '../state/review-store';

/** Most reviews of a kind in the queue at once; those behind them come up as these are answered. */
const MOST = 30;

/** What the queue shows of the review. */
export interface Queue {
  toAnswer: readonly ReviewItem[];
  toFinish: readonly ReviewItem[];
  /** Both, in the order in which the arrow keys go through them. */
  all: readonly ReviewItem[];
  /** How many there are of each behind those that are shown. */
  hidden: { toAnswer: number; toFinish: number };
}

/** What is to be answered, and after it what is decided and not done yet. */
export function makeQueue({ due, open, total }: Pick<Review, 'due' | 'open' | 'total'>): Queue {
  const toAnswer = due.slice(0, Math.min(open, MOST));
  const toFinish = due.slice(open, open + MOST);
  const hidden = { toAnswer: open - toAnswer.length, toFinish: total - open - toFinish.length };
  return { toAnswer, toFinish, all: [...toAnswer, ...toFinish], hidden };
}

/**
 * Finds the review in a place: by its id where it is still there, else what has come up in its place. After the last of
 * those that ask there is none, so that a key too many does not answer what is decided.
 */
export function findPlace(queue: Queue, { at, asks, id }: CardPlace): ReviewItem | undefined {
  const those = asks ? queue.toAnswer : queue.all;
  return queue.all.find(({ row }) => row.id === id) ?? those[Math.min(at, those.length - 1)];
}

/** How many of today's reviews are answered, and how many there are. What has come back counts as not answered. */
export function countAnswered(
  given: readonly Given[],
  { due, open }: Pick<Review, 'due' | 'open'>,
): { answered: number; of: number } {
  const asked = new Set(due.slice(0, open).map(({ row }) => row.id));
  const ids = given.flatMap((one) => (one.asked && !asked.has(one.id) ? [one.id] : []));
  const answered = new Set(ids).size;
  return { answered, of: answered + open };
}

/** Today's answers, the last one first; of several to the same app password the last one, which has to be undone first. */
export function listDone(given: readonly Given[]): Given[] {
  const last = new Map(given.map((one) => [one.id, one]));
  return [...given].reverse().filter((one) => last.get(one.id) === one);
}

/** What is to be revoked, by the page where that is done: how many there are, and one of them. */
export function groupToRevoke(queue: Queue): { item: ReviewItem; count: number }[] {
  const groups = new Map<string, { item: ReviewItem; count: number }>();
  for (const item of queue.toFinish) {
    if (item.reason !== 'to-revoke') continue;
    const page = `${item.row.provider} ${item.row.site}`;
    const group = groups.get(page);
    if (group) group.count++;
    else groups.set(page, { item, count: 1 });
  }
  return [...groups.values()];
}
