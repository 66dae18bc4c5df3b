import type { Server } from '../../lib/messaging/shapes';

/** A provider's link for one site; `undefined` where the site is needed and not known. */
export function resolveLink(link: string | undefined, site: string): string | undefined {
  if (!link) return undefined;
  if (!link.includes('{origin}')) return link;
  return site ? link.replaceAll('{origin}', `https://${site}`) : undefined;
}

/** The host (or address) a client is told, for one site. */
export function resolveHost(server: Server, site: string): string {
  return server.host.replaceAll('{host}', site || '…');
}

/** The user name a client is told, in the form the server wants. */
export function userNameFor(server: Server, account: string): string {
  return server.user === 'local-part' ? account.replace(/@.*$/, '') : account;
}
