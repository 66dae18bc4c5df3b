import type { Provider } from './provider';

/**
 * Bitbucket Cloud, which has ended its app passwords: what is left of them is asked about, and nothing is read.
 *
 * The form with the prefix is the vendor's word, the older one that of users; neither was seen live.
 */
export const provider: Provider = {
  id: 'bitbucket',
  matches: [],
  access: 'ended',
  shape: { shown: /^(?:ATBB[A-Za-z0-9]{32}|[A-Za-z0-9]{20})$/, ignored: '' },
  example: 'ATBBq7Rk2mWx9TzLpV4cNs8HdJ3fGy6BuEa5',
  name: 'Bitbucket',
  monogram: 'Bb',
  links: {
    revoke: 'https://bitbucket.org/account/settings/app-passwords/',
    help: 'https://support.atlassian.com/bitbucket-cloud/docs/using-api-tokens/',
  },
  servers: [],
  facts: [
    {
      id: 'bitbucket_ended',
      date: '2026-06-09',
      checked: '2026-11-26',
      source:
        'https://community.atlassian.com/forums/Bitbucket-articles/Deprecation-notice-Bitbucket-Cloud-app-password-brownout/ba-p/3237429',
      effect: 'retired',
      about: 'using',
      todo: true,
    },
    {
      id: 'bitbucket_none_made',
      date: '2025-09-09',
      checked: '2026-11-26',
      source:
        'https://community.atlassian.com/forums/Bitbucket-articles/Bitbucket-Cloud-enters-phase-2-of-app-password-deprecation/ba-p/3106901',
      effect: 'note',
      about: 'making',
    },
  ],
  labelled: true,
};
