import { anyOf } from '../terms';
import type { Pages, Provider, Reader, Reading, Site } from './provider';
import { fold, isHidden } from './reading/dom';
import { readRows } from './reading/rows';
import { marks } from './reading/vocabulary';

/** What the dialogs that list them are called. */
const TITLE = anyOf({
  en: ['app[-‑ ]spe[cz]ific'],
  de: ['app[-‑ ]spe[cz]ifis', 'anwendungsspezifisch'],
  fr: ['mots? de passe pour app'],
  es: ['contraseñas? (?:específicas? )?de app'],
  it: ['password specific\\S+ per l'],
  pt: ['senhas? específicas? de app'],
  ja: ['(?:アプリ|App ?)用パスワード'],
  'zh-Hans': ['App ?专用密码'],
});

const site: Site = {
  id: 'apple',
  // A single-page app: signing in turns its first page into this one without loading.
  matches: ['https://account.apple.com/*', 'https://appleid.apple.com/*'],
  access: 'optional',
  shape: { shown: /^[a-z]{4}(-[a-z]{4}){3}$/, ignored: '' },
};

const pages = (): Pages => ({ rare: true });

function list(_url: URL, page: Document): Reading | undefined {
  const dialogs = [...page.querySelectorAll(marks.dialog)];
  const dialog = dialogs.reverse().find((one) => !isHidden(one));
  if (!dialog || !TITLE.test(fold(dialog.textContent))) return undefined;
  const entries = readRows(dialog, isHidden);
  return entries.length ? { kind: 'list', limit: 25, complete: false, entries } : undefined;
}

const here = (url: URL) => /^\/account\/manage\b/.test(url.pathname);

export const reader: Reader = { ...site, pages, here, list };

/**
 * App-specific passwords of Apple accounts. Before the secret is shown the page asks for the account's own password.
 *
 * To try it: https://account.apple.com/account/manage, "Sign-In and Security", "App-Specific Passwords".
 * The flow and the limit are documented by the vendor, the form of secrets by third parties. The markup of today's
 * page is inferred; scripts show that of 2021, whose field for the secret is covered. A list is never called complete.
 */
export const provider: Provider = {
  ...site,
  example: 'vkqz-hwmt-rbxn-pgdl',
  name: 'Apple',
  monogram: 'Ap',
  links: {
    create: 'https://account.apple.com/account/manage',
    revoke: 'https://account.apple.com/account/manage',
    help: 'https://support.apple.com/102654',
  },
  limits: { entries: 25 },
  servers: [
    { protocol: 'imap', host: 'imap.mail.me.com', port: 993, security: 'tls', user: 'local-part' },
    { protocol: 'smtp', host: 'smtp.mail.me.com', port: 587, security: 'starttls', user: 'address' },
    { protocol: 'caldav', host: 'https://caldav.icloud.com', user: 'address' },
    { protocol: 'carddav', host: 'https://contacts.icloud.com', user: 'address' },
  ],
  facts: [
    {
      id: 'apple_end_with_password',
      date: '2026-11-22',
      source: 'https://support.apple.com/102654',
      effect: 'note',
      about: 'password',
      todo: true,
      ends: 'with-password',
    },
    {
      id: 'apple_two_factor_needed',
      date: '2026-11-22',
      source: 'https://support.apple.com/102654',
      effect: 'note',
      about: 'making',
    },
    {
      id: 'apple_sign_in_instead',
      date: '2026-11-22',
      source: 'https://support.apple.com/ms-my/102654',
      effect: 'note',
      about: 'making',
      todo: true,
    },
  ],
  labelled: true,
};
