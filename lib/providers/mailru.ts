import type { Pages, Provider, Reader, Site } from './provider';

const HOST = 'account.mail.ru';
const PAGE = /^\/user\/2-step-auth\/passwords(\/|$)/;

const site: Site = {
  id: 'mailru',
  // Not the whole host: people sign in there.
  matches: [`https://${HOST}/user/2-step-auth/*`],
  access: 'optional',
  // Sixteen or twenty of all letters and digits, which words are not.
  shape: { shown: /^(?![A-Z]?[a-z]+$)[A-Za-z\d]{16}([A-Za-z\d]{4})?$/, ignored: '' },
};

const pages = (): Pages => ({ own: true });

const here = (url: URL) => PAGE.test(url.pathname);

export const reader: Reader = { ...site, pages, here };

/**
 * Passwords for external applications of Mail.ru accounts. A captcha may come between the name and the secret.
 *
 * To try it: https://account.mail.ru/user/2-step-auth/passwords
 * The addresses and the name's field are seen in scripts that drive the page, twenty characters in examples, sixteen
 * are hearsay. How the step shows the secret is inferred; the list is not read.
 */
export const provider: Provider = {
  ...site,
  example: 'Kx7mQ2vRtZ9wLbN4cHpD',
  name: 'Mail.ru',
  monogram: 'Mr',
  links: {
    create: 'https://account.mail.ru/user/2-step-auth/passwords',
    revoke: 'https://account.mail.ru/user/2-step-auth/passwords',
    help: 'https://help.mail.ru/mail/security/protection/external/',
  },
  servers: [
    { protocol: 'imap', host: 'imap.mail.ru', port: 993, security: 'tls', user: 'address' },
    { protocol: 'pop', host: 'pop.mail.ru', port: 995, security: 'tls', user: 'address' },
    { protocol: 'smtp', host: 'smtp.mail.ru', port: 465, security: 'tls', user: 'address' },
  ],
  facts: [],
  labelled: true,
};
