import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppPassword } from '../../../lib/model';
import { answer } from '../../../lib/review/due';
import { findStep, undoAdding, undoStep } from '../../../lib/review/undo';
import { entry } from './entries';

const AT = 1_800_000_000_000;
/** What an entry is besides its log, as it is stored. */
const bare = ({ log: _, ...rest }: AppPassword) => JSON.parse(JSON.stringify(rest));

describe('what undoes an action', () => {
  it('knows the fields that were changed, and no others', () => {
    const before = entry({ confirmed: 5, label: 'Scanner' });
    const { confirmed: _, ...after } = { ...before, label: 'Printer' };
    expect(findStep(before, after)).toEqual({
      id: before.id,
      were: { label: 'Scanner', confirmed: 5 },
      are: { label: 'Printer', confirmed: null },
    });
  });

  it('restores exactly what every answer changed', () => {
    const kinds = fc.constantFrom('keep' as const, 'replace' as const, 'revoke' as const, 'revoked' as const);
    const states = fc.record(
      {
        status: fc.constantFrom('active' as const, 'to-revoke' as const, 'revoked' as const),
        confirmed: fc.nat(),
        keepUntil: fc.nat(),
        snoozedUntil: fc.nat(),
        snoozedFor: fc.constant('device' as const),
        replacedBy: fc.constant('the-new-one'),
        replacing: fc.constant({ since: 1, places: [{ name: 'Shelf', moved: true }] }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(states, kinds, (state, kind) => {
        const before = entry(structuredClone(state) as unknown as Partial<AppPassword>);
        const after = answer(before, { kind }, AT);
        const undone = undoStep(after, findStep(before, after), AT);
        expect(undone && bare(undone)).toEqual(bare(before));
      }),
    );
  });

  it('leaves alone what else was changed since', () => {
    const before = entry({});
    const after = answer(before, { kind: 'keep' }, AT);
    const since = { ...after, notes: 'written in another window', lastUsed: 'today' };
    const undone = undoStep(since, findStep(before, after), AT);
    expect(undone).toMatchObject({ notes: 'written in another window', lastUsed: 'today' });
    expect(undone).not.toHaveProperty('confirmed');
  });

  it('does nothing where one of its fields was changed again', () => {
    const before = entry({});
    const after = answer(before, { kind: 'revoke' }, AT);
    // The provider's list has called it revoked meanwhile: nothing that is undone revives it.
    expect(undoStep({ ...after, status: 'revoked' }, findStep(before, after), AT)).toBeUndefined();
  });

  it('revives one that was marked as revoked, when exactly that is undone', () => {
    const before = entry({ status: 'to-revoke' });
    const after = answer(before, { kind: 'revoked' }, AT);
    expect(undoStep(after, findStep(before, after), AT)).toMatchObject({ status: 'to-revoke' });
  });

  it('takes values for the same in any order of their parts', () => {
    const before = entry({});
    const after = { ...before, replacing: { since: 1, opened: 2, places: [] } };
    const { are, ...step } = findStep(before, after);
    const sent = { ...step, are: { ...are, replacing: { places: [], opened: 2, since: 1 } } };
    expect(undoStep(after, sent, AT)).not.toHaveProperty('replacing');
  });

  it('writes down that it was restored, or what was changed back', () => {
    const before = entry({});
    const removed = { ...before, deleted: AT };
    const kinds = (found?: AppPassword) => found?.log?.items.map(({ kind }) => kind);
    expect(kinds(undoStep(removed, findStep(before, removed), AT))).toEqual(['restored']);
    const kept = { ...before, confirmed: AT };
    expect(kinds(undoStep(kept, findStep(before, kept), AT))).toEqual(['edited']);
  });
});

describe('what undoes adding', () => {
  const items = (...kinds: ('imported' | 'adopted' | 'copied' | 'shown' | 'edited' | 'reviewed')[]) => ({
    log: { items: kinds.map((kind) => ({ at: AT, kind })) },
  });

  it.each([
    ['just added', items('imported')],
    ['looked at since', items('adopted', 'shown', 'copied')],
  ])('removes one that was %s', (_, state) => {
    expect(undoAdding(entry(state), AT)).toMatchObject({ deleted: AT });
  });

  it.each([
    ['edited', items('imported', 'edited')],
    ['answered', items('adopted', 'reviewed')],
    [
      'sent to a password manager',
      { handover: { bridge: 'pass', state: 'sent', keep: true, at: AT } as const },
    ],
  ])('leaves one that was %s since', (_, state) => {
    expect(undoAdding(entry(state), AT)).toBeUndefined();
  });
});
