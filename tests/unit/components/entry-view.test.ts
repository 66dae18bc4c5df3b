// @vitest-environment jsdom
import { h, render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { EntryView } from '../../../components/entry/view';
import { listCards } from '../../../lib/background/provider-info';
import type { AppPassword } from '../../../lib/model';
import type { Reason } from '../../../lib/review/reasons';
import { utc } from '../review/entries';

vi.mock('#i18n', async () => ({ i18n: { t: (await import('./messages')).readMessage } }));
// What is tested here asks nothing of the background.
vi.mock('../../../lib/browser', () => ({ browser: {} }));

const DAY = 86_400_000;
const NOW = utc('2026-11-30');
const card = listCards(NOW).find(({ servers }) => servers.length > 2);

function makeEntry(changes: Partial<AppPassword> = {}): AppPassword {
  return {
    id: 'entry-000',
    provider: card?.id ?? '',
    label: 'Thunderbird at home',
    account: 'robin@mail.example',
    ...{ site: '', client: '', device: '', notes: '', protocols: [], tags: [] },
    created: NOW - 420 * DAY,
    secretChanged: NOW - 420 * DAY,
    status: 'active',
    custody: 'vault',
    ...changes,
  };
}

function show(entry: AppPassword, reason?: Reason, more: object = {}) {
  const root = document.createElement('div');
  const nothing = () => undefined;
  const view = h(EntryView, {
    entry,
    reason,
    provider: card,
    providerName: 'Example',
    monogram: { letters: 'Ex', tone: 0 },
    managerName: 'KeePassXC',
    now: NOW,
    // The background's clock is a little ahead of the page's.
    next: NOW + 5,
    limitDays: 180,
    secret: undefined,
    ...{ status: false, check: null, delivery: null, replaceHref: '#/replace' },
    ...{ onCopy: nothing, onShow: nothing, onHide: nothing, onEdit: nothing, onRemove: nothing },
    ...{ onKeep: nothing, onReplace: nothing, onRevoke: nothing, onRevoked: nothing },
    ...{ onCopyText: nothing, onComplete: nothing },
    ...more,
  });
  render(view, root);
  return root;
}

const headings = (root: Element) => [...root.querySelectorAll('h1,h2')].map(({ textContent }) => textContent);
const names = (root: Element | null | undefined) =>
  [...(root?.querySelectorAll('button,a.button') ?? [])].map(
    (button) => button.getAttribute('aria-label') ?? button.textContent,
  );

describe('the page of an entry', () => {
  it('begins with its title, how it stands and the answers that fit', () => {
    const root = show(makeEntry(), 'too-old');
    const head = root.querySelector('header');
    expect(head?.textContent).toContain('Review due');
    expect(head?.textContent).toContain('420 days old, limit 180 days');
    expect(names(head)).toEqual(['Edit', 'Keep', 'Replace', 'Revoke']);
    expect(head?.textContent).not.toContain('Next review');
    const ahead = show(makeEntry(), undefined, { next: NOW + 30 * DAY }).querySelector('header');
    expect(ahead?.textContent).toContain('Next review on 30 December 2026 (in 30 days)');
  });

  it.each([
    ['in use', {}, undefined, ['Edit', 'Replace', 'Revoke']],
    ['being replaced', { replacing: { since: 0, places: [] } }, 'replacing', ['Continue replacement']],
    ['to revoke', { status: 'to-revoke' }, 'to-revoke', ['Mark as revoked', 'Keep']],
    ['revoked', { status: 'revoked' }, undefined, ['Edit']],
  ] as const)('answers what it can: %s', (_, changes, reason, expected) => {
    const entry = makeEntry(changes as Partial<AppPassword>);
    const found = names(show(entry, reason).querySelector('header'));
    expect(found).toEqual(expect.arrayContaining([...expected]));
    if (entry.status === 'revoked') expect(found).toEqual(['Edit']);
  });

  it('has the sign-in details before everything else, in the order in which programs ask', () => {
    const root = show(makeEntry());
    expect(headings(root)[1]).toBe('Sign-in details');
    const terms = [...(root.querySelector('.sign-in')?.querySelectorAll('dt') ?? [])];
    const [user, password, receiving] = terms.map(({ textContent }) => textContent);
    expect([user, password]).toEqual(['User name', 'Password']);
    expect(receiving).toMatch(/receiving mail/);
    expect(names(root)).toEqual(
      expect.arrayContaining([
        'Copy all sign-in details, without the password',
        'Copy password',
        'Show password',
      ]),
    );
  });

  it('copies all without the password', () => {
    const copied: string[] = [];
    const root = show(makeEntry(), undefined, {
      secret: 'qwhbtrkzmnvcpxlg',
      onCopyText: (text: string) => copied.push(text),
    });
    root.querySelector<HTMLElement>('[aria-label^="Copy all"]')?.click();
    expect(copied).toHaveLength(1);
    expect(copied[0]).toContain('robin@mail.example');
    expect(copied[0]).not.toContain('qwhb');
  });

  it('has no empty paragraph, heading or list, and no day twice', () => {
    for (const entry of [makeEntry(), makeEntry({ status: 'revoked', account: '', label: '' })]) {
      const root = show(entry);
      const empty = [...root.querySelectorAll('p,h1,h2,dl,ul,dd')].filter((one) => !one.textContent?.trim());
      expect(empty.map((one) => one.outerHTML)).toEqual([]);
      expect(root.textContent?.match(/6 October 2025/g)).toHaveLength(1);
    }
    const older = show(makeEntry({ created: NOW - 500 * DAY })).textContent;
    expect(older).toContain('Created18 July 2025');
  });

  it('says where it is stored by the name of the password manager', () => {
    expect(show(makeEntry({ custody: 'keepassxc' })).textContent).toContain('Only in KeePassXC');
    expect(show(makeEntry({ custody: 'none' })).textContent).toContain('Password not stored');
  });
});
