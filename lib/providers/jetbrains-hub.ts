import type { Pages, Provider, Reader, Site } from './provider';

const site: Site = {
  id: 'jetbrains-hub',
  matches: [],
  access: 'self-hosted',
  // No source says what they look like.
  shape: { shown: /^[A-Za-z0-9+/=_.:-]{12,128}$/, ignored: '' },
};

/** A person's own page, in a Hub of its own and in the one that YouTrack brings along. */
const pages = ({ pathname }: URL): Pages | undefined =>
  /\/users\/[^/]+\/?$/.test(pathname) ? { called: 'application password' } : undefined;

export const reader: Reader = { ...site, pages };

/**
 * Application passwords of JetBrains Hub, alone and as a part of YouTrack.
 *
 * To try it: `/hub/users/me` of a server, where application passwords are. That there are some, with a name, the
 * days they were made and used, and the address and program that used them, is documented for its REST interface; the
 * address of the page is inferred, form and markup are not known, and the list is not read.
 */
export const provider: Provider = {
  ...site,
  example: 'k7Qx9RmT2wLbZc5N',
  name: 'JetBrains Hub',
  monogram: 'J',
  links: {
    create: '{origin}/hub/users/me',
    revoke: '{origin}/hub/users/me',
    help: 'https://www.jetbrains.com/help/hub/hub-rest-api-users-application-passwords-of-user-add-application-password-to-application-passwords-of-a-user.html',
  },
  servers: [{ protocol: 'api', host: 'https://{host}/hub/api/rest/', user: 'account' }],
  facts: [
    {
      id: 'jetbrains_hub_last_use',
      date: '2026-11-29',
      source:
        'https://www.jetbrains.com/help/hub/hub-rest-api-users-application-passwords-of-user-add-application-password-to-application-passwords-of-a-user.html',
      effect: 'note',
      about: 'revoking',
    },
  ],
  labelled: true,
};
