// @vitest-environment jsdom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReviewCard } from '../../../components/review/card';
import { Questions } from '../../../components/review/questions';
import { given, type Review, type ReviewItem } from '../../../components/state/review-store';

vi.mock('#i18n', async () => ({ i18n: { t: (await import('./messages')).readMessage } }));
const send = vi.hoisted(() => vi.fn());
vi.mock('../../../lib/messaging/send', () => ({ send }));
// What fakes the browser in tests does not load in a page.
vi.mock('../../../lib/browser', () => ({ browser: {} }));

const row = {
  ...{ id: 'entry-a', label: 'Scanner', provider: 'example', site: '', account: '', client: '', device: '' },
  ...{ tags: [], custody: 'vault' as const, secretChanged: 0, status: 'active' as const },
};

function makeItem(changes: Partial<ReviewItem> = {}): ReviewItem {
  return { row, reason: 'too-old', from: 0, ageDays: 420, limitDays: 180, protocols: [], ...changes };
}

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
  given.value = [];
});

const texts = (selector: string) =>
  [...root.querySelectorAll(selector)].map((found) => {
    const copy = found.cloneNode(true) as HTMLElement;
    for (const hidden of copy.querySelectorAll('[aria-hidden]')) hidden.remove();
    return copy.textContent?.trim();
  });

function show(item: ReviewItem): void {
  const about = { providerName: 'Example', monogram: { letters: 'E', tone: 0 }, href: '#/', facts: [] };
  act(() => render(h(ReviewCard, { item, place: 0, now: 0, revokeHref: undefined, ...about }), root));
}

describe('a question', () => {
  it.each<[string, Partial<ReviewItem>, string]>([
    ['too old', {}, 'Older than your limit of 180 days · 420 days old'],
    ['of an order', { isOrdered: true }, 'Older than your organisation’s limit of 180 days · 420 days old'],
    ['retired', { reason: 'retired' }, 'No longer works · 420 days old'],
    [
      'retired for some services',
      { reason: 'retired', retiredFor: ['imap', 'pop'] },
      'No longer works for IMAP and POP · 420 days old',
    ],
    [
      'soon too old',
      { reason: 'soon-too-old', ageDays: 170 },
      'Close to your limit of 180 days · 170 days old',
    ],
    ['kept since', { reason: 'soon-too-old' }, 'Kept almost 180 days ago · 420 days old'],
    [
      'unused',
      { reason: 'unused', unusedDays: 120 },
      'Unused for 120 days, according to the provider’s page · 420 days old',
    ],
  ])('says its reason once: %s', (_, changes, words) => {
    show(makeItem(changes));
    expect(texts('.review-why p')).toEqual([words]);
    expect(root.textContent?.split(words.split(' · ')[0] ?? '')).toHaveLength(2);
  });

  it('fills the one button for which there is evidence, and says it', () => {
    show(makeItem({ suggestion: { answer: 'keep', because: 'used' } }));
    expect(texts('.button-main')).toEqual(['Keep']);
    const hint = root.querySelector(
      `#${root.querySelector('.button-main')?.getAttribute('aria-describedby')}`,
    );
    expect(hint?.textContent).toMatch(/^Suggested: Keep, because/);
    show(makeItem({ reason: 'to-revoke', suggestion: { answer: 'revoked', because: 'decided' } }));
    expect(texts('.button-main')).toEqual(['Mark as revoked']);
  });

  it('fills none where there is none', () => {
    show(makeItem());
    expect(texts('.button-main')).toEqual([]);
    expect(root.textContent).not.toContain('Suggested');
    expect(texts('.button')).toEqual(['Keep', 'Keep until a date', 'Replace', 'Revoke', 'Ask later']);
  });

  it('opens what asks for a day below its buttons, which stay', () => {
    show(makeItem());
    const before = texts('.button');
    const press = (key: string) =>
      act(() => {
        root.querySelector('article')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      });
    press('l');
    const all = texts('.button');
    expect(all.slice(0, before.length)).toEqual(before);
    expect(all).toContain('Ask tomorrow');
    expect(root.querySelectorAll('[aria-expanded=true]')).toHaveLength(1);
    press('Escape');
    expect(texts('.button')).toEqual(before);
    expect(document.activeElement?.localName).toBe('article');
  });
});

describe('the review as a whole', () => {
  const state = {
    ...{ needless: 0, openMail: 0, unknown: [], nearLimit: [], picture: [], atDevice: [] },
    ...{ retired: none(), gone: none(), toRevoke: none(), neverConfirmed: none() },
  };
  const second = makeItem({ row: { ...row, id: 'entry-b', label: 'Printer' } });
  const decided = makeItem({ row: { ...row, id: 'entry-c', label: 'Tablet' }, reason: 'to-revoke' });

  function open(...due: ReviewItem[]): void {
    const asks = due.filter(({ reason }) => reason !== 'to-revoke').length;
    const review: Review = { due, open: asks, total: due.length, state };
    const about = { labelOf: () => '', hrefOf: () => '#/' };
    act(() =>
      render(h(Questions, { due: { ...review, next: { at: 0, label: 'Contacts' } }, ...about }), root),
    );
  }

  it('shows one question, and all in the queue with counts that are those of its parts', () => {
    open(makeItem(), second, decided);
    expect(texts('article h2')).toEqual(['Scanner']);
    expect(texts('.queue h2')).toEqual(['To answer 2', 'To finish 1']);
    expect(texts('.queue-label')).toEqual(['Scanner', 'Printer', 'Tablet']);
    expect(texts('.queue-line')).toEqual(['1 of 2']);
  });

  it('goes with the arrows, from the last question to what is to be finished', async () => {
    open(makeItem(), second, decided);
    const down = () =>
      act(() => {
        const event = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true });
        root.querySelector('article')?.dispatchEvent(event);
      });
    await down();
    expect(texts('article h2')).toEqual(['Printer']);
    expect(document.activeElement?.querySelector('h2')?.textContent).toBe('Printer');
    await down();
    expect(texts('article h2')).toEqual(['Tablet']);
    expect(texts('.queue-line')).toEqual(['To finish']);
    await down();
    expect(texts('article h2')).toEqual(['Tablet']);
  });

  it('ends with the next review, and with what is still to be revoked', () => {
    open(decided);
    expect(texts('.review-end h2')).toEqual(['All answered']);
    expect(texts('.review-end p')).toEqual([
      'Next review on 1 January 1970 (Contacts). Spare Key reminds you then.',
      '1 app password is still to revoke at Other.',
    ]);
  });
});

function none(): { count: number; ids: string[] } {
  return { count: 0, ids: [] };
}
