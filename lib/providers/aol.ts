import type { Provider, Reader, Site } from './provider';
import { here, list, pages } from './reading/yahoo-account';

const site: Site = {
  id: 'aol',
  // Not the whole host: people sign in there.
  matches: ['https://login.aol.com/myaccount/security*', 'https://login.aol.com/account/security*'],
  access: 'optional',
  shape: { shown: /^[a-z]{16}$/, ignored: '' },
};

export const reader: Reader = { ...site, pages, here, list };

/**
 * App passwords of AOL accounts, whose pages are Yahoo's under another name.
 *
 * To try it: https://login.aol.com/account/security, "Generate and manage app passwords".
 * The flow is documented by the vendor; the address of the page itself, the form of secrets and the markup are
 * inferred from Yahoo's. A list is never called complete.
 */
export const provider: Provider = {
  ...site,
  example: 'zkqvhwmtrbxnpgdl',
  name: 'AOL',
  monogram: 'Ao',
  links: {
    create: 'https://login.aol.com/account/security',
    revoke: 'https://login.aol.com/account/security',
    signIns: 'https://login.aol.com/account/activity',
    help: 'https://help.aol.co.uk/articles/create-and-manage-app-password',
  },
  servers: [
    { protocol: 'imap', host: 'imap.aol.com', port: 993, security: 'tls', user: 'address' },
    { protocol: 'pop', host: 'pop.aol.com', port: 995, security: 'tls', user: 'address' },
    { protocol: 'smtp', host: 'smtp.aol.com', port: 465, security: 'tls', user: 'address' },
  ],
  facts: [
    {
      id: 'aol_survive_password_change',
      date: '2026-11-26',
      source: 'https://help.aol.co.uk/articles/create-and-manage-app-password',
      effect: 'note',
      about: 'password',
      ends: 'by-hand',
    },
    {
      id: 'aol_familiar_browser_needed',
      date: '2026-11-26',
      source: 'https://help.aol.co.uk/articles/create-and-manage-app-password',
      effect: 'note',
      about: 'making',
    },
  ],
  labelled: true,
};
