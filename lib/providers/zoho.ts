import type { Pages, Provider, Reader, Site } from './provider';

/** One host for each data centre. */
const HOSTS = [
  'accounts.zoho.com',
  'accounts.zoho.eu',
  'accounts.zoho.in',
  'accounts.zoho.com.au',
  'accounts.zoho.jp',
  'accounts.zoho.com.cn',
  'accounts.zoho.sa',
  'accounts.zoho.uk',
  'accounts.zoho.ae',
  'accounts.zohocloud.ca',
];
/** The second form is that of the newer page. */
const PATHS = ['/home', '/u/h'];
/** The section of the page; the second part, which is not always there, says that it is about app passwords. */
const SECTION = /^#security(\/(app|device)[_-]?pass)?/i;

const site: Site = {
  id: 'zoho',
  matches: HOSTS.flatMap((host) => PATHS.map((path) => `https://${host}${path}*`)),
  access: 'optional',
  // Twelve or sixteen of all letters and digits, which words are not.
  shape: { shown: /^(?![A-Z]?[a-z]+$)[A-Za-z\d]{4}( ?)[A-Za-z\d]{4}(\1[A-Za-z\d]{4}){1,2}$/, ignored: ' ' },
};

const pages = ({ hash }: URL): Pages => ({ own: !!SECTION.exec(hash)?.[1] });

const here = (url: URL) => SECTION.test(url.hash) && PATHS.includes(url.pathname.replace(/\/$/, ''));

export const reader: Reader = { ...site, pages, here };

/**
 * Application-specific passwords of Zoho accounts, at each of its data centres. A secret behind dots is read once it
 * is shown.
 *
 * To try it: https://accounts.zoho.com/home#security/app_password, "Generate New Password".
 * The flow and twelve characters are documented by the vendor, sixteen characters, the addresses and the bold type by
 * third parties. The markup and the alphabet are inferred; the list is not read.
 */
export const provider: Provider = {
  ...site,
  example: 'k7Qx9RmT2wLb',
  name: 'Zoho',
  monogram: 'Z',
  links: {
    create: 'https://accounts.zoho.com/home#security/app_password',
    revoke: 'https://accounts.zoho.com/home#security/app_password',
    signIns: 'https://accounts.zoho.com/home#sessions/userconnectedsessions',
    help: 'https://help.zoho.com/portal/kb/articles/manage-application-specific-passwords',
  },
  // Those of accounts in the United States; the other data centres have their own.
  servers: [
    { protocol: 'imap', host: 'imap.zoho.com', port: 993, security: 'tls', user: 'address' },
    { protocol: 'pop', host: 'pop.zoho.com', port: 995, security: 'tls', user: 'address' },
    { protocol: 'smtp', host: 'smtp.zoho.com', port: 465, security: 'tls', user: 'address' },
    { protocol: 'caldav', host: 'https://calendar.zoho.com/caldav/', user: 'address' },
  ],
  facts: [
    {
      id: 'zoho_needed_with_mfa',
      date: '2026-11-22',
      source: 'https://help.zoho.com/portal/kb/articles/manage-application-specific-passwords',
      effect: 'note',
      about: 'using',
    },
  ],
  labelled: true,
};
