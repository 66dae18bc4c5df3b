import { i18n } from '#i18n';
import type { Server } from '../../lib/messaging/shapes';
import type { AppPassword } from '../../lib/model';
import { protocolName } from '../text/protocols';
import { resolveHost, userNameFor } from './provider-links';

/** A server as a mail program asks for it. */
export interface SignInServer {
  protocol: string;
  /** What it is for, in words. */
  name: string;
  host: string;
  port: string;
  /** Name of the encryption; empty where the provider says none. */
  security: string;
  /** The user name, where it is another than the first server's. */
  user: string;
}

/** What an app asks for besides the password. */
export interface SignIn {
  user: string;
  servers: SignInServer[];
  /** Those that are seldom asked for. */
  more: SignInServer[];
}

/** The order in which mail programs ask: receiving, sending, then the rest. */
const order = ['imap', 'pop', 'eas', 'smtp', 'caldav', 'carddav', 'webdav', 'api'];
const receiving = ['imap', 'pop', 'eas'];

/**
 * Puts together what an app asks for. First come the servers of what the entry is used for; where that is not known, one
 * for receiving and one for sending mail, or all of a provider without mail.
 */
export function listSignIn(
  { account, site, protocols }: Pick<AppPassword, 'account' | 'site' | 'protocols'>,
  servers: readonly Server[],
): SignIn {
  const sorted = servers.toSorted((a, b) => order.indexOf(a.protocol) - order.indexOf(b.protocol));
  const used = sorted.filter(({ protocol }) => protocols.some((one) => one === protocol));
  const inbox = sorted.find(({ protocol }) => receiving.includes(protocol));
  const outbox = sorted.find(({ protocol }) => protocol === 'smtp');
  const mail = [inbox, outbox].filter((one) => one !== undefined);
  const first = used.length > 0 ? used : mail.length > 0 ? mail : sorted;
  const user = first[0] ? userNameFor(first[0], account) : account;
  const describe = (server: Server): SignInServer => {
    const own = userNameFor(server, account);
    return {
      protocol: server.protocol,
      name: protocolName(server.protocol),
      host: resolveHost(server, site),
      port: server.port ? String(server.port) : '',
      security: server.security ? i18n.t(server.security === 'tls' ? 'server.tls' : 'server.starttls') : '',
      user: own === user ? '' : own,
    };
  };
  return {
    user,
    servers: first.map(describe),
    more: sorted.filter((server) => !first.includes(server)).map(describe),
  };
}

/** All of it as text to paste, without the password. */
export function writeSignIn({ user, servers, more }: SignIn): string {
  const lines: [string, string][] = [[i18n.t('server.user'), user]];
  for (const server of [...servers, ...more]) {
    lines.push(
      [server.name, server.host],
      [i18n.t('server.port'), server.port],
      [i18n.t('server.security'), server.security],
      [i18n.t('server.user'), server.user],
    );
  }
  return lines.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join('\n');
}
