import type { InventoryItem, Pages, Provider, Reader, Reading, Site } from './provider';
import { changed, fold, isHidden } from './reading/dom';

const BUTTONS = 'button,[role=button]';
const MASKED = /^[•●∙·*]+$/;
const DAY = /\p{N}.*\p{N}( [AP]M)?/u;

/** Cards: a name above a sentence with the time, and after them a button that is only an icon. */
function list(screen: Element): InventoryItem[] {
  return [...screen.querySelectorAll(BUTTONS)].flatMap((button) => {
    const texts = button.previousElementSibling?.children;
    if (texts?.length !== 2 || fold(button.textContent)) return [];
    const [label = '', sentence = ''] = [...texts].map((text) => fold(text.textContent));
    if (!label || !sentence) return [];
    return { label, created: DAY.exec(sentence)?.[0] ?? sentence };
  });
}

const site: Site = {
  id: 'bluesky',
  // A single-page app: every other screen turns into this one without loading.
  matches: ['https://bsky.app/*'],
  // Other communities run copies of the app on hosts of their own.
  access: 'self-hosted',
  shape: { shown: /^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/, ignored: '' },
};

function read(_url: URL, page: Document): Reading | undefined {
  const screen = page.querySelector('[data-testid=AppPasswordsScreen]');
  // The app keeps screens that were left, and hides them by style; what a dialog hides is hidden by role.
  if (!screen || screen.closest('[style*="display: none"]')) return undefined;
  const [handle] = [...page.querySelectorAll('nav a[href],[role=tab][href]')].flatMap(
    (link) => /^\/profile\/([^/]+)$/.exec(link.getAttribute('href') ?? '')?.[1] ?? [],
  );
  const known = handle ? { account: handle } : {};
  const dialog = [...page.querySelectorAll('[role=dialog]')].reverse().find((one) => !isHidden(one));
  if (!dialog) {
    const entries = isHidden(screen) ? [] : list(screen);
    return entries.length ? { kind: 'list', ...known, complete: true, entries } : undefined;
  }
  const [field, other] = dialog.querySelectorAll<HTMLInputElement>('input:not([type=checkbox]),textarea');
  if (field) {
    // Only this dialog asks for a name and whether messages may be read.
    if (other || !dialog.querySelector('[role=checkbox]')) return undefined;
    return { kind: 'naming', ...known, label: fold(field.value) || field.placeholder };
  }
  for (const button of dialog.querySelectorAll(BUTTONS)) {
    const text = fold(button.textContent);
    // The one button that shows something else than what it is called.
    const called = fold(button.getAttribute('aria-label'));
    // Dots hide a secret until the user asks to see it.
    if (!called || called === text || MASKED.test(text) || !/^\S{9,}$/.test(text) || isHidden(button))
      continue;
    if (!site.shape.shown.test(text)) throw changed(site.id);
    return { kind: 'created', ...known, secret: text };
  }
  return undefined;
}

const pages = ({ pathname }: URL): Pages | undefined =>
  /^\/settings\/app-passwords\b/.test(pathname) ? { own: true } : undefined;

export const reader: Reader = { ...site, pages, read };

/**
 * App passwords of Bluesky, in its own web app and in copies of it on other hosts; both manage those of the same
 * account. A name that is left empty becomes the colour that the field proposes. A secret without digits has exactly
 * Apple's form; the screen and the dialog tell them apart.
 *
 * To try it: https://bsky.app/settings/app-passwords. Seen in the app's own source; how its framework renders
 * test ids, roles and the links of the navigation, from which the account is read, is inferred. An empty list looks
 * like one that is loading, so it is not read. That copies keep the markup is assumed.
 */
export const provider: Provider = {
  ...site,
  example: 'w5kq-7mzt-hx3r-pdn2',
  name: 'Bluesky',
  monogram: 'B',
  links: {
    create: 'https://bsky.app/settings/app-passwords',
    revoke: 'https://bsky.app/settings/app-passwords',
  },
  limits: { shortestLabel: 4 },
  // Each account's own server, which its handle leads to.
  servers: [],
  facts: [
    {
      id: 'bluesky_survive_password_change',
      date: '2026-11-26',
      source:
        'https://github.com/bluesky-social/atproto/blob/main/packages/pds/src/account-manager/account-manager.ts',
      effect: 'note',
      about: 'password',
      ends: 'by-hand',
    },
    {
      id: 'bluesky_direct_messages',
      date: '2026-11-22',
      source:
        'https://github.com/bluesky-social/social-app/blob/main/src/screens/Settings/components/AddAppPasswordDialog.tsx',
      effect: 'note',
      about: 'making',
    },
    {
      id: 'bluesky_no_last_use',
      date: '2026-11-22',
      source: 'https://github.com/bluesky-social/social-app/blob/main/src/screens/Settings/AppPasswords.tsx',
      effect: 'note',
      about: 'revoking',
    },
  ],
  labelled: true,
};
