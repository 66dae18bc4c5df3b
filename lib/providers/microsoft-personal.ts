import type { Pages, Provider, Reader, Site } from './provider';

const site: Site = {
  id: 'microsoft-personal',
  matches: ['https://account.live.com/proofs/*', 'https://account.live.com/Proofs/*'],
  shape: { shown: /^[a-z]{16}$/, ignored: '' },
  access: 'built-in',
};

const pages = (): Pages => ({ own: true, nameless: true });

const here = (url: URL) => /^\/proofs\/apppassword\/?$/i.test(url.pathname);

export const reader: Reader = { ...site, pages, here };

/**
 * App passwords of personal Microsoft accounts. Opening the page makes one at once; it has no name.
 *
 * To try it: https://account.live.com/proofs/AppPassword (makes an app password).
 * The address and the flow are described by third parties; the markup and the lower-case form are inferred.
 */
export const provider: Provider = {
  ...site,
  example: 'tmzkwqhrvbxnpdgc',
  name: 'Microsoft account (personal)',
  monogram: 'Mp',
  links: {
    create: 'https://account.live.com/proofs/AppPassword',
    revoke: 'https://account.live.com/proofs/Manage/additional',
    signIns: 'https://account.live.com/Activity',
    help: 'https://support.microsoft.com/account-billing/how-to-get-and-use-app-passwords-5896ed9b-4263-e681-128a-a6f2979a7944',
  },
  servers: [
    { protocol: 'imap', host: 'outlook.office365.com', port: 993, security: 'tls', user: 'address' },
    { protocol: 'pop', host: 'outlook.office365.com', port: 995, security: 'tls', user: 'address' },
    { protocol: 'smtp', host: 'smtp-mail.outlook.com', port: 587, security: 'starttls', user: 'address' },
  ],
  facts: [
    {
      id: 'outlook_personal_basic_auth_off',
      date: '2024-09-16',
      checked: '2026-11-22',
      source:
        'https://support.microsoft.com/office/modern-authentication-methods-now-needed-to-continue-syncing-outlook-email-in-non-microsoft-email-apps-c5d65390-9676-4763-b41f-d7986499a90d',
      effect: 'retired',
      about: 'using',
      todo: true,
      protocols: ['imap', 'pop', 'smtp'],
    },
  ],
  labelled: false,
};
