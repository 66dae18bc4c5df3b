import { i18n } from '#i18n';
import type { Server } from '../../lib/messaging/shapes';
import { CopyButton } from '../kit/copy-button';
import { protocolName } from '../text/protocols';
import { resolveHost, userNameFor } from './provider-links';

interface Props {
  servers: readonly Server[];
  site: string;
  account: string;
  onCopy: (text: string) => void;
}

/** What to type into a client, ready to copy. */
export function ServerTable({ servers, site, account, onCopy }: Props) {
  return (
    <div class="servers">
      {servers.map((server) => {
        const name = protocolName(server.protocol);
        const host = resolveHost(server, site);
        const user = userNameFor(server, account);
        const lines: [string, string, string?][] = [
          [i18n.t('server.host'), host],
          ...(server.port ? [[i18n.t('server.port'), String(server.port)] as [string, string]] : []),
          ...(server.security
            ? [
                [
                  i18n.t('server.security'),
                  i18n.t(server.security === 'tls' ? 'server.tls' : 'server.starttls'),
                  'plain',
                ] as [string, string, string],
              ]
            : []),
          ...(user ? [[i18n.t('server.user'), user] as [string, string]] : []),
        ];
        return (
          <section key={`${server.protocol} ${server.host}`} class="server">
            <h3>{name}</h3>
            <dl class="facts-grid">
              {lines.map(([term, value, plain]) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>
                    <span class={plain ? '' : 'mono'}>{value}</span>
                    {!plain && <CopyButton what={`${name}, ${term}`} onCopy={() => onCopy(value)} />}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}
