import { describe, expect, it } from 'vitest';
import { chooseMonogram, TONES } from '../../../components/text/monogram';
import { listCards } from '../../../lib/background/provider-info';

const cards = listCards(0);

describe('the tile', () => {
  it('of every provider has one or two letters, and those of no other', () => {
    const letters = cards.map((card) => chooseMonogram(card, '').letters);
    expect(letters.filter((one) => !/^[A-Z][a-z]?$/.test(one))).toEqual([]);
    expect(new Set(letters).size).toBe(cards.length);
    expect(cards.length).toBeGreaterThan(20);
  });

  it('has one of six pairs of colours, and providers share them out', () => {
    const tones = cards.map((card) => chooseMonogram(card, '').tone);
    expect(tones.filter((tone) => !Number.isInteger(tone) || tone < 0 || tone >= TONES)).toEqual([]);
    expect(new Set(tones).size).toBe(TONES);
  });

  it.each([
    ['an own server', 'mail.contoso.example', 'M'],
    ['one that begins with www', 'www.robin.example:8443', 'R'],
    ['a host of digits', '192.0.2.7', '1'],
    ['another script', 'яндекс.example', 'Я'],
    ['nothing known', '', '•'],
    ['nothing to read', '-.-', '•'],
  ])('of %s', (_, site, letters) => {
    expect(chooseMonogram(undefined, site).letters).toBe(letters);
    expect(chooseMonogram(undefined, site)).toEqual(chooseMonogram(undefined, site));
  });
});
