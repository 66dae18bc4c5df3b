import { describe, expect, it } from 'vitest';
import { providers } from '../../../lib/providers/all';
import { isFuture, isStale } from '../../../lib/review/facts';
import { DAY } from '../../../lib/review/policy';
import { utc } from './entries';

describe('a fact about the future', () => {
  it.each([
    ['2027-02-28T23:59:59', true],
    ['2027-03-01T00:00:00', false],
    ['2029-01-01T00:00:00', false],
  ])('at %s: %s', (now, expected) => {
    expect(isFuture({ date: '2027-03-01' }, utc(now))).toBe(expected);
  });
});

describe('a fact to check again', () => {
  it.each([
    ['read a year ago', { date: '2027-03-01' }, '2028-02-29T00:00', true],
    ['read less than a year ago', { date: '2027-03-01' }, '2028-02-28T23:59', false],
    ['long known, read lately', { date: '2020-01-01', checked: '2027-03-01' }, '2027-12-31', false],
    ['long known, read long ago', { date: '2020-01-01', checked: '2021-03-01' }, '2027-12-31', true],
    ['ahead, read long ago', { date: '2028-01-01', checked: '2026-03-01' }, '2027-12-31', true],
    ['ahead', { date: '2028-01-01' }, '2027-12-31', false],
    ['of a leap day', { date: '2024-02-29' }, '2025-02-28', true],
  ])('%s', (_, fact, now, expected) => {
    expect(isStale(fact, utc(now))).toBe(expected);
  });
});

describe('the facts of all providers', () => {
  const facts = providers.flatMap((provider) => provider.facts);

  it.each(facts.map((fact) => [fact.id, fact] as const))('%s has a source and a day', (_, fact) => {
    expect(new URL(fact.source).protocol).toBe('https:');
    for (const day of [fact.date, fact.checked ?? fact.date]) {
      expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(new Date(utc(day)).toISOString().slice(0, 10)).toBe(day);
    }
    // It turns into the past by itself, and somebody has to look again some day.
    expect(isFuture(fact, utc(fact.date) - 1)).toBe(true);
    expect(isFuture(fact, utc(fact.date))).toBe(false);
    expect(isStale(fact, utc(fact.checked ?? fact.date) + 366 * DAY)).toBe(true);
  });

  it('say at most once for a provider what a new account password does', () => {
    for (const { id, facts: own } of providers)
      expect(own.filter(({ ends }) => ends !== undefined).length, id).toBeLessThan(2);
    const said = facts.flatMap(({ ends }) => ends ?? []);
    expect(new Set(said)).toEqual(new Set(['with-password', 'by-hand', 'depends']));
  });

  it('would be missed without a day', () => {
    expect(() => new Date(utc('')).toISOString()).toThrow();
  });
});
