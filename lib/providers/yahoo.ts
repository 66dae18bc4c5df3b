import type { Provider, Reader, Site } from './provider';
import { here, list, pages } from './reading/yahoo-account';

const site: Site = {
  id: 'yahoo',
  // Not the whole host: people sign in there.
  matches: ['https://login.yahoo.com/myaccount/security*', 'https://login.yahoo.com/account/security*'],
  access: 'optional',
  shape: { shown: /^[a-z]{16}$/, ignored: '' },
};

export const reader: Reader = { ...site, pages, here, list };

/**
 * App passwords of Yahoo accounts.
 *
 * To try it: https://login.yahoo.com/myaccount/security/app-password
 * The address and the flow are documented by the vendor, the form of secrets is seen in examples. The markup is
 * inferred; a list is never called complete.
 */
export const provider: Provider = {
  ...site,
  example: 'rvqzhwmtkbxnpgdl',
  name: 'Yahoo',
  monogram: 'Y',
  links: {
    create: 'https://login.yahoo.com/myaccount/security/app-password',
    revoke: 'https://login.yahoo.com/myaccount/security/app-password',
    signIns: 'https://login.yahoo.com/account/activity',
    help: 'https://help.yahoo.com/kb/SLN15241.html',
  },
  servers: [
    { protocol: 'imap', host: 'imap.mail.yahoo.com', port: 993, security: 'tls', user: 'address' },
    { protocol: 'pop', host: 'pop.mail.yahoo.com', port: 995, security: 'tls', user: 'address' },
    { protocol: 'smtp', host: 'smtp.mail.yahoo.com', port: 465, security: 'tls', user: 'address' },
    { protocol: 'caldav', host: 'https://caldav.calendar.yahoo.com', user: 'address' },
    { protocol: 'carddav', host: 'https://carddav.address.yahoo.com', user: 'address' },
  ],
  facts: [
    {
      id: 'yahoo_sign_in_instead',
      date: '2026-11-26',
      source: 'https://help.yahoo.com/kb/SLN15241.html',
      effect: 'note',
      about: 'making',
      todo: true,
    },
    {
      id: 'yahoo_survive_password_change',
      date: '2026-11-22',
      source: 'https://help.yahoo.com/kb/SLN15241.html',
      effect: 'note',
      about: 'password',
      ends: 'by-hand',
    },
    {
      id: 'yahoo_familiar_browser_needed',
      date: '2026-11-22',
      source: 'https://help.yahoo.com/kb/SLN15241.html',
      effect: 'note',
      about: 'making',
    },
  ],
  labelled: true,
};
