// @vitest-environment jsdom
import { h, render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { EntryList } from '../../../components/entry/list';
import type { RowGroup } from '../../../components/state/row-order';
import { makeRow } from './rows';

vi.mock('#i18n', async () => ({ i18n: { t: (await import('./messages')).readMessage } }));

const DAY = 86_400_000;
const NOW = 500 * DAY;

function show(groups: readonly RowGroup[], more: object = {}) {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const list = h(EntryList, {
    groups,
    now: NOW,
    nameOf: () => 'Example',
    monogramOf: () => ({ letters: 'Ex', tone: 0 }),
    hrefOf: (row) => `#/entry/${row.id}`,
    newTab: false,
    scroller: { current: root },
    firstReady: true,
    onCopy: () => undefined,
    onShow: () => undefined,
    onHide: () => undefined,
    ...more,
  });
  render(list, root);
  return root;
}

const one = (rows: RowGroup['rows']) => [{ id: 'all', name: '', rows }];

describe('the list', () => {
  it('is called App passwords, and each row is a link with its own buttons', () => {
    const root = show(one([makeRow(1, { label: 'Scanner', account: 'robin@mail.example' }), makeRow(2)]));
    expect(root.querySelector('ul')?.getAttribute('aria-label')).toBe('App passwords');
    const [row, other] = root.querySelectorAll('li');
    const link = row?.querySelector('a');
    expect(link?.textContent).toBe('Scanner');
    expect(link?.getAttribute('href')).toBe('#/entry/entry-1');
    const buttons = [...(row?.querySelectorAll('button') ?? [])];
    expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual([
      'Copy password',
      'Show password',
    ]);
    for (const button of buttons) expect(button.getAttribute('aria-describedby')).toBe(link?.id);
    expect(row?.hasAttribute('data-ready')).toBe(true);
    expect(other?.hasAttribute('data-ready')).toBe(false);
    expect(row?.textContent).toContain('robin@mail.example · Example');
  });

  it('has a tile that screen readers pass over, because the name is beside it', () => {
    const tile = show(one([makeRow(1)])).querySelector('.monogram');
    expect(tile?.textContent).toBe('Ex');
    expect(tile?.getAttribute('aria-hidden')).toBe('true');
  });

  it.each([
    ['its age', {}, '1 year'],
    ['that it is new', { secretChanged: NOW }, 'New today'],
    ['that its review is due', { reason: 'too-old' as const }, 'Review due'],
    ['that it is to be revoked', { status: 'to-revoke' as const, custody: 'none' }, 'To revoke'],
    ['that it is not sent yet', { handover: 'wanted' as const }, 'Not sent yet'],
    ['that its password is not here', { custody: 'none' }, 'Password not stored'],
    ['that a manager has it', { custody: 'keepassxc' }, 'In the password manager'],
  ])('says of a row one thing: %s', (_, changes, words) => {
    const root = show(one([makeRow(1, changes)]));
    expect(root.querySelector('.row-state')?.textContent).toBe(words);
  });

  it('has nothing to copy where the password is not here; the row itself takes the keys', () => {
    const root = show(one([makeRow(1, { custody: 'none' })]));
    expect(root.querySelectorAll('button')).toHaveLength(0);
    expect(root.querySelector('[data-copy]')?.tagName).toBe('A');
  });

  it('has groups as lists with headings, and places that count on', () => {
    const root = show([
      { id: 'a', name: 'Google', rows: [makeRow(1), makeRow(2)] },
      { id: 'b', name: 'Other', rows: [makeRow(3)] },
    ]);
    expect([...root.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual([
      'Google',
      'Other',
    ]);
    const lists = [...root.querySelectorAll('ul ul')];
    expect(lists.map((list) => list.getAttribute('aria-label'))).toEqual(['Google', 'Other']);
    const places = [...root.querySelectorAll('.row')].map((row) => [
      row.getAttribute('data-place'),
      row.getAttribute('aria-posinset'),
      row.getAttribute('aria-setsize'),
    ]);
    expect(places).toEqual([
      ['1', '1', '2'],
      ['2', '2', '2'],
      ['3', '1', '1'],
    ]);
  });

  it('moves the focus from row to row with the arrow keys, across groups', () => {
    const root = show([
      { id: 'a', name: 'Google', rows: [makeRow(1)] },
      { id: 'b', name: 'Other', rows: [makeRow(2)] },
    ]);
    const [first, second] = root.querySelectorAll<HTMLElement>('[data-copy]');
    for (const row of root.querySelectorAll<HTMLElement>('.row')) row.scrollIntoView = () => undefined;
    first?.focus();
    first?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    return expect.poll(() => document.activeElement === second).toBe(true);
  });
});
