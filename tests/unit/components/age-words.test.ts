import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ageWords, dayField, fromDayField, measureAge, whenWords } from '../../../components/text/ages';
import { readMessage } from './messages';

beforeAll(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
vi.mock('#i18n', async () => ({ i18n: { t: (await import('./messages')).readMessage } }));

const DAY = 86_400_000;
const now = Date.UTC(2026, 10, 22, 12);

describe('ages in words', () => {
  it.each([
    [0, 'New today'],
    [1, '1 day old'],
    [30, '30 days old'],
    [31, '1 month old'],
    [213, '6 months old'],
    [364, '11 months old'],
    [365, '1 year old'],
    [800, '2 years old'],
  ])('%d days: %s', (days, words) => {
    expect(ageWords(now - days * DAY, now)).toBe(words);
  });

  it('never says that something is younger than new', () => {
    expect(ageWords(now + DAY, now)).toBe(readMessage('age.today'));
  });

  it('never says zero of a unit, and never twelve months', () => {
    for (let days = 1; days < 5000; days++) {
      const { value, unit } = measureAge(days);
      expect(value).toBeGreaterThan(0);
      if (unit === 'month') expect(value).toBeLessThan(12);
    }
  });

  it.each([
    [-10_000, 'just now'],
    [-5 * 60_000, '5 minutes ago'],
    [-3 * 3_600_000, '3 hours ago'],
    [-DAY, 'yesterday'],
    [2 * DAY, 'in 2 days'],
  ])('%d ms away: %s', (gap, words) => {
    expect(whenWords(now + gap, now)).toBe(words);
  });
});

describe('date fields', () => {
  it('gives back the day it was given', () => {
    for (const day of ['2026-01-01', '2026-03-29', '2026-10-25', '2024-02-29']) {
      expect(dayField(fromDayField(day) ?? 0)).toBe(day);
    }
  });

  it('means noon, so that moving a zone or two changes no day', () => {
    expect(new Date(fromDayField('2026-03-29') ?? 0).getHours()).toBe(12);
  });

  it.each(['', 'yesterday', '1960-01-01', '22.11.2026'])('takes %j as no day', (text) => {
    expect(fromDayField(text)).toBeUndefined();
  });
});
