import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../lib/background/texts';

/** Code points that hide, turn or break what a person reads, and lone halves of pairs. */
const unfit =
  /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u206F\uFEFF]/u;

/** Random texts in which the troublesome ones are not rare. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '\u202E',
        '\u2066',
        '\u200B',
        '\uFEFF',
        '\0',
        '\n',
        '\uD83D',
        '\uDE00',
        'e\u0301',
        '👩‍🚀',
        ' ',
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('the label of a page', () => {
  it('is safe to keep and to show, whatever the page made of it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(unfit);
        expect(clean.length).toBeLessThanOrEqual(200);
        expect(clean).toBe(clean.normalize('NFC'));
        expect(clean).toBe(clean.trim());
        expect(clean).not.toMatch(/\s\s/);
        expect(cleanText(clean)).toBe(clean);
      }),
      { numRuns: 10_000 },
    );
  });

  it('keeps what people write', () => {
    for (const text of [
      'Scanner, 2. Stock',
      'مطبعة المكتب',
      'オフィスの複合機',
      'Küchen-Tablet 👩‍🚀',
      "Robin's phone",
    ]) {
      expect(cleanText(text)).toBe(text);
    }
    expect(cleanText('  Office\t\n scanner  ')).toBe('Office scanner');
    expect(cleanText('gpj.\u202Etxt')).toBe('gpj.txt');
    expect(cleanText(`${'x'.repeat(199)}😀`)).toBe('x'.repeat(199));
  });
});
