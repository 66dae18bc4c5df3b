import type { Pages, Provider, Reader, Site } from './provider';

const HOST = 'app.fastmail.com';
/** The page moved several times within these settings, so its title decides. */
const PAGE = /^\/settings\/(security|privacy)(\/|$)/;

const site: Site = {
  id: 'fastmail',
  // A single-page app: its mail turns into its settings without loading.
  matches: [`https://${HOST}/*`],
  access: 'optional',
  shape: { shown: /^[a-z\d]{4}( ?)[a-z\d]{4}(\1[a-z\d]{4}){2}$/, ignored: ' ' },
};

const pages = (): Pages => ({});

const here = (url: URL) => PAGE.test(url.pathname);

export const reader: Reader = { ...site, pages, here };

/**
 * App passwords of Fastmail.
 *
 * To try it: https://app.fastmail.com/settings/security/apps, "New app password" (asks for the password first).
 * The flow is documented by the vendor, the addresses and the sixteen characters by third parties. The markup, the
 * letters and digits, and that spaces between groups do not count are inferred; the list is not read.
 */
export const provider: Provider = {
  ...site,
  example: 'k7q3w9tz2mvx5rnb',
  name: 'Fastmail',
  monogram: 'Fm',
  links: {
    create: 'https://app.fastmail.com/settings/security/apps',
    revoke: 'https://app.fastmail.com/settings/security/apps',
    help: 'https://www.fastmail.com/help/clients/apppassword.html',
  },
  renames: true,
  servers: [
    { protocol: 'imap', host: 'imap.fastmail.com', port: 993, security: 'tls', user: 'address' },
    { protocol: 'pop', host: 'pop.fastmail.com', port: 995, security: 'tls', user: 'address' },
    { protocol: 'smtp', host: 'smtp.fastmail.com', port: 465, security: 'tls', user: 'address' },
    { protocol: 'caldav', host: 'https://caldav.fastmail.com', user: 'address' },
    { protocol: 'carddav', host: 'https://carddav.fastmail.com', user: 'address' },
  ],
  facts: [
    {
      id: 'fastmail_not_with_basic_plan',
      date: '2026-11-22',
      source: 'https://www.fastmail.com/help/clients/apppassword.html',
      effect: 'note',
      about: 'making',
    },
    {
      id: 'fastmail_access_is_chosen',
      date: '2026-11-22',
      source: 'https://www.fastmail.com/help/clients/apppassword.html',
      effect: 'note',
      about: 'making',
    },
  ],
  labelled: true,
};
