import { describe, expect, it } from 'vitest';
import { providers } from '../../../lib/providers/all';
import { findDue } from '../../../lib/review/due';
import { isAhead, isFuture, isStale } from '../../../lib/review/facts';
import { DAY } from '../../../lib/time';
import { listKeys, readMessage } from '../components/messages';
import { entry, utc } from './entries';

describe('a fact about the future', () => {
  it.each([
    ['2027-02-28T23:59:59', true],
    ['2027-03-01T00:00:00', false],
    ['2029-01-01T00:00:00', false],
  ])('at %s: %s', (now, expected) => {
    expect(isFuture({ date: '2027-03-01' }, utc(now))).toBe(expected);
  });
});

describe('an announcement', () => {
  const announced = { date: '2027-03-01', checked: '2026-11-22' };

  it.each([
    ['on the day it was read', announced, '2026-11-22T12:00', true],
    ['in the last second before its UTC day', announced, '2027-02-28T23:59:59', true],
    ['from the first second of that day', announced, '2027-03-01T00:00:00', false],
    ['years later', announced, '2030-01-01', false],
    ['with a clock that is set back', announced, '2020-01-01', true],
    ['that was read again when it held', { ...announced, checked: '2027-03-01' }, '2026-01-01', false],
    ['that is none, with a clock that is set back', { date: '2026-11-22' }, '2026-01-01', false],
  ])('%s', (_, fact, now, expected) => {
    expect(isAhead(fact, utc(now))).toBe(expected);
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
      expect(day >= '2010').toBe(true);
    }
    // It turns into the past by itself, and we have to look again some day.
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

  it('of a new account password matter when that changes', () => {
    for (const { id, ends, about } of facts) if (ends) expect(about, id).toBe('password');
  });

  it('that retire say what to do, those that are announced what is ahead, and no words are left over', () => {
    const idsOf = (chosen: typeof facts) => chosen.map(({ id }) => id).sort();
    expect(listKeys('fact').sort()).toEqual(idsOf(facts));
    const ahead = facts.filter(({ date, checked = date }) => checked < date);
    expect(listKeys('fact_ahead').sort()).toEqual(idsOf(ahead));
    expect(listKeys('fact_todo').sort()).toEqual(idsOf(facts.filter(({ todo }) => todo)));
    for (const { id, effect, todo } of facts) if (effect === 'retired') expect(todo, id).toBe(true);
  });

  it('have words that are read at a glance', () => {
    for (const group of ['fact', 'fact_ahead', 'fact_todo'])
      for (const id of listKeys(group)) {
        const words = readMessage(`${group}.${id}`);
        expect(words, id).toMatch(/^[A-Z].*\.$/);
        expect(words.length, id).toBeLessThanOrEqual(220);
      }
  });

  it('ask at once about what is left of app passwords that have ended', () => {
    const ended = providers.filter(({ access }) => access === 'ended');
    expect(ended.length).toBeGreaterThan(0);
    for (const { id, facts: own } of ended) {
      const secretChanged = utc('2026-11-25');
      const [due] = findDue(
        [entry({ provider: id, secretChanged })],
        { limitDays: 180, leadDays: 14 },
        () => own,
        secretChanged,
      );
      expect(due?.reason, id).toBe('retired');
    }
  });

  it('would be missed without a day', () => {
    expect(() => new Date(utc('')).toISOString()).toThrow();
  });
});
