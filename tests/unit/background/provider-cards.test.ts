import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { entryHandlers } from '../../../lib/background/handlers/entries';
import { reviewHandlers } from '../../../lib/background/handlers/review';
import { cardOf, listCards } from '../../../lib/background/provider-info';
import type { Services } from '../../../lib/background/services';
import { createInventories } from '../../../lib/background/services/inventories';
import { ProviderCard } from '../../../lib/messaging/shapes';
import { providers } from '../../../lib/providers/all';
import type { Fact, Provider } from '../../../lib/providers/provider';
import { connectVault } from '../../../lib/vault/vault';
import { utc } from '../review/entries';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('../vault/fast-stretching')).withoutStretching(await load());
});

const [some] = providers as [Provider];
const announced: Fact = {
  id: 'example_off',
  date: '2027-03-01',
  checked: '2026-11-22',
  source: 'https://mail.example/news',
  effect: 'note',
  about: 'using',
  todo: true,
};
const { todo: _, checked: __, ...lasting } = { ...announced, id: 'example_note', date: '2026-11-22' };

describe('a card', () => {
  it.each([
    ['2026-11-22', [true, false], [false, false]],
    ['2027-02-28T23:59:59.999', [true, false], [false, false]],
    ['2027-03-01T00:00:00', [false, false], [false, false]],
    ['2027-11-21T23:59:59.999', [false, false], [false, false]],
    ['2027-11-22T00:00:00', [false, true], [false, true]],
    // A clock that is set back makes no announcement of what was known to hold.
    ['2025-01-01', [true, false], [false, false]],
  ])('at %s says what is ahead and what is to be checked again', (now, first, second) => {
    const { facts } = cardOf({ ...some, facts: [announced, lasting] }, utc(now));
    expect(facts.map(({ isAhead, isStale }) => [isAhead, isStale])).toEqual([first, second]);
    expect(facts.map(({ hasTodo }) => hasTodo)).toEqual([true, false]);
  });

  it('of every provider is what our pages expect', () => {
    const cards = listCards(utc('2026-11-26'));
    expect(cards.map(({ id }) => id)).toEqual(providers.map(({ id }) => id));
    for (const card of cards) expect(ProviderCard.parse(card)).toEqual(card);
  });
});

describe('an app password of a provider that has ended them', () => {
  const { id, example, links } = providers.find(({ access }) => access === 'ended') as Provider;
  const site = new URL(links.revoke).hostname;

  it.each([
    ['told by its site and form', 'other', site, example, id],
    ['told by its owner', id, '', 'anything', id],
    ['another secret of the site', 'other', site, 'ATATT3xFfGF0-something', 'other'],
    ['another provider, as its owner says', some.id, site, example, some.id],
  ])('added manually: %s', async (_case, provider, where, secret, expected) => {
    const vault = connectVault({ name: `cards-${_case}` });
    const { key } = await vault.create('correct horse battery staple');
    const open = await vault.open(key);
    const services: Partial<Services> = {
      session: { use: async () => open } as Services['session'],
      reminders: { update: async () => {} } as unknown as Services['reminders'],
      inventories: createInventories(),
      now: () => utc('2026-11-26'),
    };
    const handlers = { ...entryHandlers(services as Services), ...reviewHandlers(services as Services) };
    const given = { provider, site: where, label: 'Robot', account: '', notes: '' };
    await handlers['entry.add']({ entry: given, secret }, { caller: 'own-page' });
    expect((await open.list()).entries.map((entry) => entry.provider)).toEqual([expected]);
    const { due } = await handlers['review.list']({}, { caller: 'own-page' });
    expect(due.map(({ reason }) => reason)).toEqual(expected === id ? ['retired'] : []);
  });
});
