import type { Pages, Provider, Reader, Reading, Site } from './provider';
import { isHidden } from './reading/dom';
import { findMain } from './reading/frame';
import { readRows } from './reading/rows';
import { accountOf } from './reading/steps';

const site: Site = {
  id: 'google',
  // People are signed in to as many accounts as they like, each at `/u/<number>/`.
  matches: ['https://myaccount.google.com/apppasswords*', 'https://myaccount.google.com/u/*/apppasswords*'],
  access: 'optional',
  shape: { shown: /^[a-z]{4}( [a-z]{4}){3}$/, ignored: ' ' },
};

const pages = (): Pages => ({ own: true });

function list(url: URL, page: Document): Reading | undefined {
  const main = findMain(page);
  const entries = readRows(main, isHidden).filter(({ created }) => created);
  if (!entries.length) return undefined;
  const account = accountOf(page, url);
  return { kind: 'list', ...(account && { account }), complete: false, entries };
}

const here = (url: URL) => /^\/(u\/\d+\/)?apppasswords\/?$/.test(url.pathname);

export const reader: Reader = { ...site, pages, here, list };

/**
 * App passwords of Google accounts. The account is the one named beside the picture in the page's corner.
 *
 * To try it: https://myaccount.google.com/apppasswords
 * How the step shows the secret is seen in several scripts that drive the page, the newest of 2025, and so is the
 * name's field; the list is described by third parties and its markup is inferred, so it is never called complete.
 */
export const provider: Provider = {
  ...site,
  example: 'kqvzhwmtrbxnpgdl',
  name: 'Google',
  monogram: 'G',
  links: {
    create: 'https://myaccount.google.com/apppasswords',
    revoke: 'https://myaccount.google.com/apppasswords',
    signIns: 'https://myaccount.google.com/device-activity',
    help: 'https://support.google.com/accounts/answer/185833',
  },
  servers: [
    { protocol: 'imap', host: 'imap.gmail.com', port: 993, security: 'tls', user: 'address' },
    { protocol: 'pop', host: 'pop.gmail.com', port: 995, security: 'tls', user: 'address' },
    { protocol: 'smtp', host: 'smtp.gmail.com', port: 465, security: 'tls', user: 'address' },
  ],
  facts: [
    {
      id: 'google_end_with_password',
      date: '2026-11-22',
      source: 'https://support.google.com/accounts/answer/185833',
      effect: 'note',
      about: 'password',
      todo: true,
      ends: 'with-password',
    },
    {
      id: 'google_not_offered_to_all',
      date: '2026-11-22',
      source: 'https://support.google.com/accounts/answer/185833',
      effect: 'note',
      about: 'making',
    },
    {
      id: 'google_mostly_unnecessary',
      date: '2026-11-22',
      source: 'https://support.google.com/accounts/answer/185833',
      effect: 'note',
      about: 'making',
      todo: true,
    },
    {
      id: 'google_workspace_exception',
      date: '2025-05-01',
      checked: '2026-11-26',
      source: 'https://support.google.com/a/answer/176600',
      effect: 'note',
      about: 'using',
      protocols: ['imap', 'pop', 'smtp', 'caldav', 'carddav'],
    },
  ],
  labelled: true,
};
