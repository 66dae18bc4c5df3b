import type { Pages, Provider, Reader, Reading, Site } from './provider';
import { readMethods } from './reading/method-list';

const MY_SIGN_INS = [
  'mysignins.microsoft.com',
  'mysignins.azure.us',
  'mysignins.microsoft.scloud',
  'mysignins.eaglex.ic.gov',
  'mysignins.windowsazure.cn',
];
const LEGACY = ['account.activedirectory.windowsazure.com', 'account.activedirectory.windowsazure.us'];
/** Browsers compare the paths of match patterns with case, the server does not: both spellings are in use. */
const PAGES = ['AppPasswords', 'apppasswords', 'Proofup', 'proofup'];

/** Most app passwords of one account. */
const MOST = 40;

const site: Site = {
  id: 'microsoft-work',
  // My Sign-Ins is a single-page app: its other pages turn into this one without loading.
  matches: [
    ...MY_SIGN_INS.map((host) => `https://${host}/*`),
    ...LEGACY.flatMap((host) => PAGES.map((page) => `https://${host}/${page}.aspx*`)),
  ],
  shape: { shown: /^[a-z]{16}$/, ignored: '' },
  access: 'built-in',
};

const isLegacy = (url: URL) => LEGACY.includes(url.hostname);
const pages = (url: URL): Pages => ({ own: isLegacy(url) && /^\/apppasswords/i.test(url.pathname) });

function list(url: URL, page: Document): Reading | undefined {
  if (page.querySelector('[data-testid=reskin-step-title]')) return undefined;
  if (isLegacy(url)) return pages(url).own ? readMethods(page, MOST, false) : undefined;
  return /^\/security-info\b/i.test(url.pathname) ? readMethods(page, MOST, true) : undefined;
}

export const reader: Reader = { ...site, pages, list };

/**
 * App passwords of work and school accounts (Entra ID, Microsoft 365).
 *
 * To try it: https://mysignins.microsoft.com/security-info, "Add sign-in method", "App password".
 * The frame of the steps is known from scripts that drive the page, the flow and the legacy pages are described by
 * the vendor; how the result step shows the secret, and the rows of the list, are inferred, and so is the account.
 */
export const provider: Provider = {
  ...site,
  example: 'qwhbtrkzmnvcpxlg',
  name: 'Microsoft 365 (work or school)',
  monogram: 'M',
  links: {
    create: 'https://mysignins.microsoft.com/security-info',
    revoke: 'https://mysignins.microsoft.com/security-info',
    signIns: 'https://mysignins.microsoft.com/',
    help: 'https://support.microsoft.com/account-billing/manage-app-passwords-for-two-step-verification-d6dc8c6d-4bf7-4851-ad95-6d07799387e9',
  },
  limits: { entries: MOST, shortestLabel: 8 },
  servers: [
    { protocol: 'smtp', host: 'smtp.office365.com', port: 587, security: 'starttls', user: 'address' },
    { protocol: 'imap', host: 'outlook.office365.com', port: 993, security: 'tls', user: 'address' },
    { protocol: 'pop', host: 'outlook.office365.com', port: 995, security: 'tls', user: 'address' },
  ],
  facts: [
    {
      id: 'exchange_online_basic_auth_off',
      date: '2022-12-31',
      checked: '2026-11-22',
      source:
        'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online',
      effect: 'retired',
      about: 'using',
      todo: true,
      protocols: ['imap', 'pop', 'eas'],
    },
    {
      id: 'exchange_smtp_auth_default_off',
      date: '2026-12-31',
      checked: '2026-11-22',
      source:
        'https://techcommunity.microsoft.com/blog/exchange/updated-exchange-online-smtp-auth-basic-authentication-deprecation-timeline/4489835',
      effect: 'note',
      about: 'using',
      todo: true,
      protocols: ['smtp'],
    },
    {
      id: 'entra_survives_password_change',
      date: '2026-11-22',
      source: 'https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords',
      effect: 'note',
      about: 'password',
      ends: 'by-hand',
    },
    {
      id: 'entra_hidden_when_switched_off',
      date: '2026-11-22',
      source: 'https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords',
      effect: 'note',
      about: 'revoking',
      todo: true,
    },
    {
      id: 'entra_modern_authentication_only',
      date: '2026-11-22',
      source: 'https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords',
      effect: 'note',
      about: 'using',
    },
  ],
  labelled: true,
};
