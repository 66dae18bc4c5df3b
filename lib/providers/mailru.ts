import { readClosedPage } from './closed-pages';
import type { Provider, Reader, Reading, Site } from './provider';

const HOST = 'account.mail.ru';
const PAGE = /^\/user\/2-step-auth\/passwords(\/|$)/;
const NAMES =
  'пароль для внешн,пароля для внешн,пароли для внешн,пароль приложения,пароли приложений,external app,app password,паролі для зовнішн,пароль для зовнішн';
/** Languages of the page whose names for it are not known. */
const UNNAMED = /^(az|be|hy|ka|kk|ky|mo|ro|tg|tk|uz)/;

const site: Site = {
  id: 'mailru',
  // Not the whole host: people sign in there.
  matches: [`https://${HOST}/user/2-step-auth/*`],
  access: 'optional',
  // Sixteen or twenty of all letters and digits, which words are not.
  shape: { shown: /^(?![A-Z]?[a-z]+$)[A-Za-z\d]{16}([A-Za-z\d]{4})?$/, ignored: '' },
};

function read(url: URL, page: Document): Reading | undefined {
  if (url.hostname !== HOST || !PAGE.test(url.pathname)) return undefined;
  return readClosedPage(site, page, NAMES, UNNAMED.test(page.documentElement.lang));
}

export const reader: Reader = { ...site, read };

/**
 * Passwords for external applications of Mail.ru accounts. A captcha may come between the name and the secret.
 *
 * To try by hand: https://account.mail.ru/user/2-step-auth/passwords
 * The addresses and the name's field are seen in scripts that drive the page, twenty characters in examples, sixteen
 * are hearsay. How the step shows the secret is inferred; the list is not read.
 */
export const provider: Provider = {
  ...site,
  example: 'Kx7mQ2vRtZ9wLbN4cHpD',
  name: 'Mail.ru',
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
