import { i18n } from '#i18n';
import type { AppPassword } from '../../lib/model';
import { messageLocale } from './ages';

type Protocol = AppPassword['protocols'][number];

const names: Record<Protocol, () => string> = {
  imap: () => i18n.t('protocol.imap'),
  pop: () => i18n.t('protocol.pop'),
  smtp: () => i18n.t('protocol.smtp'),
  caldav: () => i18n.t('protocol.caldav'),
  carddav: () => i18n.t('protocol.carddav'),
  webdav: () => i18n.t('protocol.webdav'),
  eas: () => i18n.t('protocol.eas'),
  api: () => i18n.t('protocol.api'),
};

/** Every protocol an entry can be used for, in the order they are offered. */
export const protocols = Object.keys(names) as Protocol[];

/** The names alone of protocols, in a row: "IMAP and POP". */
export function listProtocols(protocols: readonly string[]): string {
  const bare = protocols.map((protocol) => protocolName(protocol).replace(/ \(.*$/, ''));
  return new Intl.ListFormat(messageLocale(), { type: 'conjunction' }).format(bare);
}

/** What a protocol is for, in a word a person knows. */
export function protocolName(protocol: string): string {
  return protocol in names ? names[protocol as Protocol]() : protocol;
}
