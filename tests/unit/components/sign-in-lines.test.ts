import { describe, expect, it, vi } from 'vitest';
import { listSignIn, writeSignIn } from '../../../components/entry/sign-in-lines';
import { listCards } from '../../../lib/background/provider-info';
import type { Server } from '../../../lib/messaging/shapes';
import type { AppPassword } from '../../../lib/model';

vi.mock('#i18n', async () => ({ i18n: { t: (await import('./messages')).readMessage } }));

const servers: Server[] = [
  { protocol: 'caldav', host: 'https://cal.mail.example', user: 'address' },
  { protocol: 'smtp', host: 'smtp.mail.example', port: 587, security: 'starttls', user: 'address' },
  { protocol: 'pop', host: 'pop.mail.example', port: 995, security: 'tls', user: 'address' },
  { protocol: 'imap', host: 'imap.mail.example', port: 993, security: 'tls', user: 'address' },
];
const entry = { account: 'robin@mail.example', site: '', protocols: [] as AppPassword['protocols'] };

describe('sign-in details', () => {
  it('are one server for receiving and one for sending, and the rest in the order in which it is asked for', () => {
    const { user, servers: first, more } = listSignIn(entry, servers);
    expect(user).toBe('robin@mail.example');
    expect(first.map(({ host }) => host)).toEqual(['imap.mail.example', 'smtp.mail.example']);
    expect(more.map(({ host }) => host)).toEqual(['pop.mail.example', 'https://cal.mail.example']);
  });

  it('are what the entry is used for, where that is known', () => {
    const { servers: first, more } = listSignIn({ ...entry, protocols: ['caldav', 'pop'] }, servers);
    expect(first.map(({ host }) => host)).toEqual(['pop.mail.example', 'https://cal.mail.example']);
    expect(more).toHaveLength(2);
  });

  it('are all of a provider without mail', () => {
    const files: Server[] = [{ protocol: 'webdav', host: 'https://{host}/dav', user: 'account' }];
    const { servers: first, more } = listSignIn({ ...entry, site: 'cloud.example' }, files);
    expect(first).toMatchObject([{ host: 'https://cloud.example/dav', port: '', security: '', user: '' }]);
    expect(more).toEqual([]);
  });

  it('name another user name where a server wants one', () => {
    const both: Server[] = [
      { protocol: 'imap', host: 'imap.mail.example', user: 'address' },
      { protocol: 'smtp', host: 'smtp.mail.example', user: 'local-part' },
    ];
    const signIn = listSignIn(entry, both);
    expect(signIn.servers.map(({ user }) => user)).toEqual(['', 'robin']);
    expect(writeSignIn(signIn)).toContain('SMTP (sending mail): smtp.mail.example\nUser name: robin');
  });

  it('are copied as lines without empty lines between them', () => {
    expect(writeSignIn(listSignIn(entry, servers.slice(1, 2)))).toBe(
      [
        'User name: robin@mail.example',
        'SMTP (sending mail): smtp.mail.example',
        'Port: 587',
        'Encryption: STARTTLS',
      ].join('\n'),
    );
    expect(writeSignIn(listSignIn({ ...entry, account: '' }, []))).toBe('');
  });

  it('leave out no server of any provider', () => {
    for (const card of listCards(0)) {
      const { servers: first, more } = listSignIn({ ...entry, site: 'own.example' }, card.servers);
      expect(first.length + more.length, card.id).toBe(card.servers.length);
      expect(first.length > 0, card.id).toBe(card.servers.length > 0);
    }
  });
});
