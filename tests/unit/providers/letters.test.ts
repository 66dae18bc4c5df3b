import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMade, rateChance, readsLikeWords } from '../../../lib/providers/reading/chance';
import { formTable } from '../../../lib/providers/reading/forms';
import { learnLetters } from '../../../lib/providers/reading/vocabulary';
import { vocabulary } from '../../../lib/providers/words/all';
import { pairs, rows } from '../../../lib/providers/words/usual';

learnLetters({ pairs, rows, forms: formTable });

/** Long words that the table of letters was not counted over: none of them is in the vocabulary. */
const STRANGERS = [
  'internationalization',
  'onmiddellijkheid',
  'samenwerkingsverband',
  'Vereinfachungsvorschlag',
  'Lebensmittelabteilung',
  'anticonstitutionnellement',
  'rekommendationsbrev',
  'konstantinopolitanski',
  'desenvolvimento',
  'precipitevolissimevolmente',
  'lentokonesuihkuturbiini',
  'elkelkaposztastalanit',
  'gemeenteraadslid',
  'przeciwdeszczowy',
];

describe('letters', () => {
  it('of words are known in words that were never seen', () => {
    const all = Object.values(vocabulary)
      .flatMap((words) => Object.values(words))
      .join(' ');
    for (const word of STRANGERS) {
      expect(all.includes(word.toLowerCase()), word).toBe(false);
      expect(isMade(word), word).toBe(false);
    }
    expect(STRANGERS.filter((word) => !readsLikeWords(word)).length).toBeLessThan(3);
  });

  it('by chance seldom read like words, and mostly show that they are', () => {
    const letter = fc.integer({ min: 97, max: 122 }).map((code) => String.fromCharCode(code));
    const texts = fc.sample(fc.string({ unit: letter, minLength: 16, maxLength: 16 }), {
      numRuns: 4_000,
      seed: 20_261_130,
    });
    // Arbitraries prefer small values at the ends; what is left is close to even.
    const wordLike = texts.filter(readsLikeWords).length;
    const byChance = texts.filter((text) => rateChance(text) > 1).length;
    expect(wordLike / texts.length).toBeLessThan(0.01);
    expect(byChance / texts.length).toBeGreaterThan(0.9);
  });
});
