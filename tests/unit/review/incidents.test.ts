import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppPassword } from '../../../lib/model';
import type { Fact } from '../../../lib/providers/provider';
import { groupLive, sortAfterChange } from '../../../lib/review/incidents';
import { entries, entry, noFacts, utc } from './entries';

const at = utc('2026-06-01T12:00');
const fact: Fact = {
  id: 'example_end',
  date: '2026-01-01',
  source: 'https://mail.example/',
  effect: 'note',
  about: 'password',
};
const says = (ends: NonNullable<Fact['ends']>) => () => [
  { ...fact, id: 'other' },
  { ...fact, ends },
];
const changed = { provider: 'example-mail', account: 'Ada@mail.example ', at };

describe('"I changed my password"', () => {
  it.each([
    ['with-password', 'ended'],
    ['by-hand', 'alive'],
    ['depends', 'unsure'],
  ] as const)('a fact that says %s: %s', (ends, place) => {
    const sorted = sortAfterChange([entry()], changed, says(ends));
    const none = { ended: [], alive: [], unsure: [] };
    expect(sorted).toEqual({ ...none, [place]: ['entry-000'], fact: 'example_end' });
  });

  it('claims nothing where the provider has not said so', () => {
    expect(sortAfterChange([entry()], changed, noFacts)).toEqual({
      ended: [],
      alive: [],
      unsure: ['entry-000'],
    });
  });

  const site = { ...changed, site: 'cloud.example' };
  it.each<[string, Partial<AppPassword>, typeof changed & { site?: string }, 'ended' | 'unsure' | undefined]>(
    [
      ['the same account in other letters', { account: 'ＡDA@mail.example' }, changed, 'ended'],
      ['no account known', { account: '' }, changed, 'unsure'],
      ['another account', { account: 'eve@mail.example' }, changed, undefined],
      ['no account known at all', { account: '' }, { ...changed, account: '' }, 'ended'],
      ['perhaps of this account', {}, { ...changed, account: '' }, 'unsure'],
      ['another provider', { provider: 'other' }, changed, undefined],
      ['another site of the provider', {}, changed, 'ended'],
      ['the same site', { site: 'cloud.example' }, site, 'ended'],
      ['another site', { site: 'cloud2.example' }, site, undefined],
      ['no site known', { site: '' }, site, 'unsure'],
      ['made at the last moment', { secretChanged: at }, changed, 'ended'],
      ['made since', { secretChanged: at + 1 }, changed, undefined],
      ['to revoke', { status: 'to-revoke' }, changed, 'ended'],
      ['revoked', { status: 'revoked' }, changed, undefined],
      ['deleted', { deleted: 1 }, changed, undefined],
    ],
  )('%s', (_, changes, account, place) => {
    const sorted = sortAfterChange([entry(changes)], account, says('with-password'));
    expect({ ended: sorted.ended, alive: sorted.alive, unsure: sorted.unsure }).toEqual({
      ...{ ended: [], alive: [], unsure: [] },
      ...(place && { [place]: ['entry-000'] }),
    });
  });

  it('puts every entry in one place at most', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom('with-password', 'by-hand', 'depends'), (all, ends) => {
        const { ended, alive, unsure } = sortAfterChange(all, { ...changed, at: 8.64e15 }, says(ends));
        const live = all.filter(({ status, deleted }) => status !== 'revoked' && deleted === undefined);
        expect([...ended, ...alive, ...unsure].sort()).toEqual(live.map(({ id }) => id).sort());
      }),
    );
  });
});

describe('"I lost a device", "someone left the team"', () => {
  it('groups what may still open something, largest first, unnamed last', () => {
    const all = [
      entry({ id: 'entry-a00' }),
      entry({ id: 'entry-b00', device: ' ' }),
      entry({ id: 'entry-c00', device: '' }),
      entry({ id: 'entry-d00', device: 'Tablet' }),
      entry({ id: 'entry-e00', device: 'Old Phone' }),
      entry({ id: 'entry-f00', device: 'old phone ', status: 'to-revoke' }),
      entry({ id: 'entry-g00', device: 'Old Phone', status: 'revoked' }),
      entry({ id: 'entry-h00', device: 'Old Phone', deleted: 1 }),
    ];
    expect(groupLive(all, ({ device }) => device)).toEqual([
      { name: 'Old Phone', ids: ['entry-e00', 'entry-f00'] },
      { name: 'Tablet', ids: ['entry-d00'] },
      { name: '', ids: ['entry-a00', 'entry-b00', 'entry-c00'] },
    ]);
  });

  it('groups accounts over all providers', () => {
    const all = [
      entry({ id: 'entry-a00', account: 'Eve@corp.example', provider: 'one' }),
      entry({ id: 'entry-b00', account: 'eve@corp.example', provider: 'two' }),
    ];
    expect(groupLive(all, ({ account }) => account)).toEqual([
      { name: 'Eve@corp.example', ids: ['entry-a00', 'entry-b00'] },
    ]);
  });
});
