import { describe, expect, it } from 'vitest';
import { readPage } from '../../../lib/providers';
import { providers } from '../../../lib/providers/all';
import { loadFixtures, openFixture } from './fixtures';

const fixtures = loadFixtures();

describe.each(fixtures)('$file', (fixture) => {
  it('reads as it says', () => {
    const { url, page } = openFixture(fixture);
    const before = page.documentElement.outerHTML;
    if (fixture.error) {
      expect(() => readPage(url, page)).toThrow(expect.objectContaining({ code: fixture.error }));
      return;
    }
    const expected = fixture.reading ? { provider: fixture.provider, reading: fixture.reading } : undefined;
    expect(readPage(url, page)).toEqual(expected);
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it('is nothing to every other provider', () => {
    const { url, page } = openFixture(fixture);
    const others = providers.filter(({ id }) => id !== fixture.provider);
    for (const other of others) {
      // The practice site is a copy of a work account's page on purpose; its address and its mark keep them apart.
      if (fixture.provider === 'practice' && other.id === 'microsoft-work') continue;
      expect(other.read(url, page), other.id).toBeUndefined();
    }
  });
});

it('reads every provider in each of its states', () => {
  const states = new Set(
    fixtures.map(({ provider, reading, error }) => `${provider} ${reading?.kind ?? error ?? 'nothing'}`),
  );
  for (const { id } of providers)
    for (const state of ['created', 'nothing']) expect(states).toContain(`${id} ${state}`);
});
