// @vitest-environment jsdom
import { h, render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { FactList } from '../../../components/entry/fact-list';
import { ReviewCard } from '../../../components/review/card';
import { factWords } from '../../../components/text/facts';
import { pasteWords } from '../../../components/text/paste-check';
import { listCards } from '../../../lib/background/provider-info';
import type { DueItem } from '../../../lib/messaging/review-shapes';
import type { FactCard } from '../../../lib/messaging/shapes';
import { utc } from '../review/entries';
import { readMessage } from './messages';

vi.mock('#i18n', async () => ({ i18n: { t: (await import('./messages')).readMessage } }));
// What fakes the browser in tests does not load in a page.
vi.mock('../../../lib/browser', () => ({ browser: {} }));

const ids = { announced: 'exchange_smtp_auth_default_off', note: 'apple_two_factor_needed' };
const allAt = (now: string) => listCards(utc(now)).flatMap(({ facts }) => facts);
const factAt = (id: string, now: string) => allAt(now).filter((fact) => fact.id === id);

function show(facts: readonly FactCard[]) {
  const root = document.createElement('div');
  render(h(FactList, { facts }), root);
  return root;
}

describe('the list of facts', () => {
  it('gives the sentence, its day and its source', () => {
    const root = show(factAt(ids.note, '2026-11-26'));
    const link = root.querySelector('a');
    expect(root.querySelector('p')?.textContent).toBe(readMessage(`fact.${ids.note}`));
    expect(root.textContent).toContain('As of 22 November 2026');
    expect(link?.getAttribute('href')).toBe('https://support.apple.com/102654');
    expect(link?.textContent).toContain('support.apple.com');
    expect(root.querySelectorAll('p')).toHaveLength(2);
  });

  it('speaks of what is ahead until its UTC day begins, and of what holds from then on', () => {
    const before = show(factAt(ids.announced, '2026-12-30T23:59:59')).textContent;
    expect(before).toContain('will turn off');
    expect(before).toContain('From 31 December 2026');
    const after = show(factAt(ids.announced, '2026-12-31T00:00:00')).textContent;
    expect(after).toContain('has turned off');
    expect(after).toContain('As of 31 December 2026');
    for (const text of [before, after]) expect(text).toContain(readMessage(`fact_todo.${ids.announced}`));
  });

  it('asks to check again what was not checked for a year', () => {
    const words = readMessage('fact_meta.stale');
    expect(show(factAt(ids.note, '2027-11-21')).textContent).not.toContain(words);
    expect(show(factAt(ids.note, '2027-11-22')).textContent).toContain(words);
  });

  it.each(['2009-01-01', '2026-11-26', '2027-06-01', '2040-01-01'])('has words for all at %s', (now) => {
    const items = [...show(allAt(now)).querySelectorAll('li')];
    expect(items.length).toBeGreaterThan(30);
    for (const item of items) expect(item.querySelector('p')?.textContent).toMatch(/\.$/);
  });
});

describe('a question of the review', () => {
  const facts = allAt('2026-11-26');
  const about = { provider: 'example', site: '', account: '', client: '', device: '', tags: [] };
  const state = { status: 'active' as const, secretChanged: 0, custody: 'vault' };
  const row = { id: 'entry-000', label: 'Scanner', ...about, ...state };

  /** The card of one question, as people read it. */
  function ask(asked: Pick<DueItem, 'reason' | 'fact'>): string {
    const root = document.createElement('div');
    const item = { row, from: 0, ageDays: 400, limitDays: 180, protocols: [], ...asked };
    const about = { providerName: 'Example', href: '#/', revokeHref: undefined };
    const monogram = { letters: 'E', tone: 0 };
    render(h(ReviewCard, { item, place: 0, now: 0, ...about, monogram, facts }), root);
    return root.textContent ?? '';
  }

  it('about what no longer works says since when, who says so, and what to do', () => {
    const [fact] = facts.filter(({ effect }) => effect === 'retired') as [FactCard];
    const todo = readMessage(`fact_todo.${fact.id}`);
    expect(pasteWords({ kind: 'right-but-retired', fact })).toContain(todo);
    const text = ask({ reason: 'retired', fact: fact.id });
    for (const words of [factWords(fact.id), todo, new URL(fact.source).hostname])
      expect(text).toContain(words);
    expect(text).not.toContain(factWords('entra_hidden_when_switched_off'));
  });

  it('about what is to be revoked warns of those that are hidden, and names the way out', () => {
    const text = ask({ reason: 'to-revoke' });
    expect(text).toContain(factWords('entra_hidden_when_switched_off'));
    expect(text).toContain(readMessage('fact_todo.entra_hidden_when_switched_off'));
    expect(ask({ reason: 'too-old' })).not.toContain(factWords('entra_hidden_when_switched_off'));
  });
});
