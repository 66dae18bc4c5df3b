import type { Pages, Provider, Reader, Site } from './provider';

const HOSTS = ['account.gmx.net', 'account.gmx.com', 'account.web.de'];
/** The account pages; no source says where below them this one is, so its title decides. */
const PAGES = '/ciss/';

/** Groups alike of so many letters and digits, with hyphens between them. */
const groups = (size: number, least: number, most: number) =>
  `(?:[A-Za-z\\d]{${size}}-){${least - 1},${most - 1}}[A-Za-z\\d]{${size}}`;
/** What could be a word, or a plain number. */
const ORDINARY = '[A-Z]?[a-z]+$|\\d+$';

const site: Site = {
  id: 'gmx',
  matches: HOSTS.map((host) => `https://${host}${PAGES}*`),
  access: 'optional',
  // Not known: one piece or groups alike, of letters and digits, and nothing that could be a word.
  shape: {
    shown: new RegExp(`^(?!${ORDINARY})(?:[A-Za-z\\d]{12,32}|${groups(4, 3, 8)}|${groups(5, 3, 6)})$`),
    ignored: '',
  },
};

const pages = (): Pages => ({});

export const reader: Reader = { ...site, pages };

/**
 * Application-specific passwords of GMX and WEB.DE, whose account pages are the same software. Whether they have a
 * name is not known: one that is typed is read, one that is not typed is asked for.
 *
 * To try it: https://account.gmx.net/ciss/security (or account.gmx.com, account.web.de), "Anwendungsspezifische
 * Passwörter". The flow is documented by the vendor, the folder of the address is seen in scripts for other account
 * pages. The page's own address, the form of secrets and the markup are inferred; the list is not read.
 */
export const provider: Provider = {
  ...site,
  example: 'R7KQ2MXV9TZWB4NHPLGD',
  name: 'GMX and WEB.DE',
  monogram: 'Gm',
  links: {
    create: 'https://account.gmx.net/ciss/security',
    revoke: 'https://account.gmx.net/ciss/security',
    help: 'https://hilfe.gmx.net/sicherheit/2fa/anwendungsspezifisches-passwort.html',
  },
  // Three mail services; each host says whose it is.
  servers: [
    { protocol: 'imap', host: 'imap.gmx.net', port: 993, security: 'tls', user: 'address' },
    { protocol: 'pop', host: 'pop.gmx.net', port: 995, security: 'tls', user: 'address' },
    { protocol: 'smtp', host: 'mail.gmx.net', port: 465, security: 'tls', user: 'address' },
    { protocol: 'caldav', host: 'https://caldav.gmx.net', user: 'address' },
    { protocol: 'carddav', host: 'https://carddav.gmx.net/.well-known/carddav', user: 'address' },
    { protocol: 'imap', host: 'imap.gmx.com', port: 993, security: 'tls', user: 'address' },
    { protocol: 'pop', host: 'pop.gmx.com', port: 995, security: 'tls', user: 'address' },
    { protocol: 'smtp', host: 'mail.gmx.com', port: 465, security: 'tls', user: 'address' },
    { protocol: 'caldav', host: 'https://caldav.gmx.com', user: 'address' },
    { protocol: 'imap', host: 'imap.web.de', port: 993, security: 'tls', user: 'local-part' },
    { protocol: 'pop', host: 'pop3.web.de', port: 995, security: 'tls', user: 'local-part' },
    { protocol: 'smtp', host: 'smtp.web.de', port: 465, security: 'tls', user: 'local-part' },
  ],
  facts: [
    {
      id: 'gmx_two_factor_needed',
      date: '2026-11-22',
      source: 'https://hilfe.gmx.net/sicherheit/2fa/anwendungsspezifisches-passwort.html',
      effect: 'note',
      about: 'making',
    },
    {
      id: 'gmx_needed_with_two_factor',
      date: '2026-11-22',
      source: 'https://hilfe.gmx.net/sicherheit/2fa/index.html',
      effect: 'note',
      about: 'using',
    },
    {
      id: 'gmx_end_with_two_factor',
      date: '2026-11-22',
      source: 'https://hilfe.gmx.net/sicherheit/2fa/anwendungsspezifisches-passwort.html',
      effect: 'note',
      about: 'using',
    },
  ],
  labelled: false,
};
