import type { Pages, Provider, Reader, Reading, Site } from './provider';
import { readMethods } from './reading/method-list';

const site: Site = {
  id: 'practice',
  matches: ['http://spare-key.localhost/*'],
  shape: { shown: /^[a-z]{16}$/, ignored: '' },
  access: 'practice',
};

const pages = (): Pages => ({});

function list(_url: URL, page: Document): Reading | undefined {
  return page.querySelector('[data-practice=security-info]') ? readMethods(page, 40, true) : undefined;
}

export const reader: Reader = { ...site, pages, list };

/**
 * The practice site: behaves like the security page of a work account. Exists in development builds only.
 *
 * To try it: `npm start`. Seen in source, since it is ours.
 */
export const provider: Provider = {
  ...site,
  example: 'bvkqtzmwhrnxcgpl',
  name: 'Practice site',
  monogram: 'P',
  links: { create: 'http://spare-key.localhost:8642/', revoke: 'http://spare-key.localhost:8642/' },
  limits: { entries: 40, shortestLabel: 8 },
  servers: [
    { protocol: 'smtp', host: 'mail.practice.example', port: 587, security: 'starttls', user: 'address' },
  ],
  facts: [],
  labelled: true,
};
