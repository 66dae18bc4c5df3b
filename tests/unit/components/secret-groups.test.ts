import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupSecret } from '../../../components/entry/secret-groups';

describe('groups of a secret', () => {
  it('cuts into fours and tells digits from letters', () => {
    expect(groupSecret('ab1lO0-z')).toEqual([
      [
        { kind: 'letter', text: 'ab' },
        { kind: 'digit', text: '1' },
        { kind: 'letter', text: 'l' },
      ],
      [
        { kind: 'letter', text: 'O' },
        { kind: 'digit', text: '0' },
        { kind: 'sign', text: '-' },
        { kind: 'letter', text: 'z' },
      ],
    ]);
  });

  it('keeps spaces that are part of the secret, as a kind of their own', () => {
    expect(groupSecret('a b')).toEqual([
      [
        { kind: 'letter', text: 'a' },
        { kind: 'blank', text: ' ' },
        { kind: 'letter', text: 'b' },
      ],
    ]);
  });

  it('loses and adds nothing, and no group is longer than four characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (secret) => {
        const groups = groupSecret(secret).map((runs) => runs.map(({ text }) => text).join(''));
        expect(groups.join('')).toBe(secret);
        expect(groups.every((group) => Array.from(group).length <= 4)).toBe(true);
      }),
    );
  });
});
