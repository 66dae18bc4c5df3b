import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate, readDay } from '../../../lib/review/dates';

const dayOf = (text: string) => readDay(text)?.map((instant) => new Date(instant).toISOString().slice(0, 10));

describe('a day that a page names', () => {
  it.each([
    ['2026-11-20', '2026-11-20'],
    ['2026/11/20 15:14', '2026-11-20'],
    ['2026年11月20日', '2026-11-20'],
    ['2026. 11. 20.', '2026-11-20'],
    ['20.11.2026, 15:14', '2026-11-20'],
    ['2. 1. 2026', '2026-01-02'],
    ['11/20/2026, 6:02:11 PM', '2026-11-20'],
    ['20/11/2026', '2026-11-20'],
    ['November 20, 2026 3:14 PM', '2026-11-20'],
    ['Nov 20, 2026, 6:02 PM', '2026-11-20'],
    ['Created on Oct 14, 2025', '2025-10-14'],
    ['2. Oktober 2026 09:05', '2026-10-02'],
    ['le 1er mars 2026', '2026-03-01'],
    ['12 de marzo de 2026', '2026-03-12'],
    ['20 listopada 2026', '2026-11-20'],
    ['20 ноября 2026 г.', '2026-11-20'],
    ['5 mei 2026', '2026-05-05'],
  ])('%s', (text, day) => {
    expect(dayOf(text)?.[0]).toBe(day);
  });

  it.each([
    '3/2/2025, 09:05 AM',
    'Nov 21',
    '3 weeks ago',
    'Never used',
    '-',
    '',
    'March to May 2026',
    '31.02.2026',
    '2026-13-40',
    'version 1.2.20261',
  ])('is not guessed: %s', (text) => {
    expect(readDay(text)).toBeUndefined();
  });

  it('is read again from what any of these languages makes of it', () => {
    const languages = [
      'en',
      'en-GB',
      'de',
      'fr',
      'es',
      'it',
      'pt',
      'nl',
      'pl',
      'ru',
      'sv',
      'da',
      'fi',
      'tr',
      'ja',
      'zh',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc.integer({ min: Date.UTC(2001, 0, 1), max: Date.UTC(2060, 0, 1) }),
        (language, instant) => {
          const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
          expect(dayOf(format.format(instant))?.[0]).toBe(new Date(instant).toISOString().slice(0, 10));
        },
      ),
    );
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const [from = 0, to = 1] = readDay(text) ?? [];
        expect(from).toBeLessThanOrEqual(to);
      }),
    );
  });
});

it('machines write instants, which are no whole days', () => {
  expect(readDate('1764080040')).toEqual([1_764_080_040_000, 1_764_080_040_000]);
  expect(readDate('1764080040000')).toEqual([1_764_080_040_000, 1_764_080_040_000]);
  expect(readDate('2026-11-20T10:00:00+0100')?.[0]).toBe(Date.UTC(2026, 10, 20, 9));
  expect(readDate('November 20, 2026')).toBeUndefined();
});
