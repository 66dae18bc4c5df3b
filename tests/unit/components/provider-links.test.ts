import { describe, expect, it } from 'vitest';
import { resolveHost, resolveLink, userNameFor } from '../../../components/entry/provider-links';

const server = { protocol: 'imap', host: 'mail.example', user: 'address' } as const;

describe('what a client is told', () => {
  it.each([
    ['address', 'amina@northwind.example'],
    ['local-part', 'amina'],
    ['account', 'amina@northwind.example'],
  ] as const)('user name as %s', (user, expected) => {
    expect(userNameFor({ ...server, user }, 'amina@northwind.example')).toBe(expected);
  });

  it('puts the site into hosts and links of self-hosted software', () => {
    expect(resolveHost({ ...server, host: 'https://{host}/dav' }, 'cloud.example:8443')).toBe(
      'https://cloud.example:8443/dav',
    );
    expect(resolveLink('{origin}/profile', 'cloud.example:8443')).toBe('https://cloud.example:8443/profile');
  });

  it('offers no link that leads nowhere', () => {
    expect(resolveLink('{origin}/profile', '')).toBeUndefined();
    expect(resolveLink(undefined, 'cloud.example')).toBeUndefined();
    expect(resolveLink('https://provider.example/', '')).toBe('https://provider.example/');
  });
});
