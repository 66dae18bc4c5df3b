import type { Pages, Provider, Reader, Site } from './provider';

const HOSTS = ['id.yandex.com', 'id.yandex.ru'];

const site: Site = {
  id: 'yandex',
  // Taken for a single-page app, whose security page turns into this one without loading.
  matches: HOSTS.map((host) => `https://${host}/security*`),
  access: 'optional',
  shape: { shown: /^[a-z]{16}$/, ignored: '' },
};

const pages = (): Pages => ({ own: true });

const here = (url: URL) => /^\/security\/app-passwords(\/|$)/.test(url.pathname);

export const reader: Reader = { ...site, pages, here };

/**
 * App passwords of Yandex ID. Each is for one kind of data: mail, files, contacts or calendar.
 *
 * To try it: https://id.yandex.com/security/app-passwords
 * The flow and the pop-up window are documented by the vendor, the address by third parties. The form of secrets and
 * the markup are inferred; the list and the older pages below passport.yandex.ru are not read.
 */
export const provider: Provider = {
  ...site,
  example: 'wqzkhtrmvbxnplgd',
  name: 'Yandex',
  monogram: 'Ya',
  links: {
    create: 'https://id.yandex.com/security/app-passwords',
    revoke: 'https://id.yandex.com/security/app-passwords',
    signIns: 'https://id.yandex.com/security',
    help: 'https://yandex.com/support/passport/authorization/app-passwords.html',
  },
  servers: [
    { protocol: 'imap', host: 'imap.yandex.com', port: 993, security: 'tls', user: 'address' },
    { protocol: 'pop', host: 'pop.yandex.com', port: 995, security: 'tls', user: 'address' },
    { protocol: 'smtp', host: 'smtp.yandex.com', port: 465, security: 'tls', user: 'address' },
  ],
  facts: [
    {
      id: 'yandex_end_with_password',
      date: '2026-11-22',
      source: 'https://yandex.com/support/passport/authorization/app-passwords.html',
      effect: 'note',
      about: 'password',
      ends: 'depends',
    },
    {
      id: 'yandex_one_kind_of_data',
      date: '2026-11-22',
      source: 'https://yandex.com/support/passport/authorization/app-passwords.html',
      effect: 'note',
      about: 'making',
    },
  ],
  labelled: true,
};
