import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../lib/background/services/texts';

/** Code points that hide, turn or break what a person reads, lone halves of pairs, and heaps of marks. */
const unfit = new RegExp(
  [
    '[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\p{Bidi_Control}]',
    '[\\u00AD\\u034F\\u115F\\u1160\\u180E\\u200B\\u2028\\u2029\\u2060-\\u206F\\u2800\\u3164]',
    '[\\uFEFF\\uFFA0\\uFFF9-\\uFFFB\\u{E0000}-\\u{E007F}]',
    '\\p{M}{5}',
  ].join('|'),
  'u',
);

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
        '\u0301'.repeat(9),
        '\u00AD',
        '\u3164',
        '\u{E0041}',
        '👩‍🚀',
        ' ',
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('the label of a page', () => {
  it('is safe to keep and to show, no matter what the page made of it', () => {
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
    // Looks like another label, like none, or like two lines more.
    expect(cleanText('Scan\u00ADn\u034Fer\u{E0041}')).toBe('Scanner');
    expect(cleanText('\u3164\u2800\uFFA0')).toBe('');
    expect(cleanText(`Scanner${'\u0337'.repeat(150)}`)).toBe(`Scanner${'\u0337'.repeat(4)}`);
    expect(cleanText(`${'x'.repeat(199)}😀`)).toBe('x'.repeat(199));
  });
});
