import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { ProviderCard, Row } from '../../lib/messaging/shapes';
import type { AppPassword } from '../../lib/model';
import { ageWords, dateWords, whenWords } from '../text/ages';
import { protocolName } from '../text/protocols';
import { CompleteEntry } from './complete';
import { DueMark } from './due-mark';
import { FactList } from './fact-list';
import { EntryLog } from './log';
import { resolveLink } from './provider-links';
import { SecretView } from './secret';
import { ServerTable } from './server-table';

interface Props {
  entry: AppPassword;
  row: Row | undefined;
  provider: ProviderCard | undefined;
  providerName: string;
  now: number;
  /** When it will be asked about (ms); absent for one that is revoked. */
  nextCheck: number | undefined;
  secret: string | undefined;
  /** What to say about the clipboard. */
  status: ComponentChildren;
  /** The paste check. */
  check: ComponentChildren;
  /** Which password manager has it. */
  handover: ComponentChildren;
  onCopy: () => void;
  onShow: () => void;
  onHide: () => void;
  onEdit: () => void;
  onDelete: () => void;
  onRevoked: () => void;
  onReplace: () => void;
  /** Where its replacement goes on. */
  replaceHref: string;
  onCopyText: (text: string) => void;
  onComplete: (secret: string) => void;
}

/** One entry with all there is to know about it. */
export function EntryView(props: Props) {
  const { entry, provider, now } = props;
  const isHere = entry.custody === 'vault';
  const lines: [string, string][] = [
    [i18n.t('field.account'), entry.account],
    [i18n.t('field.provider'), props.providerName],
    [i18n.t('field.site'), entry.site],
    [i18n.t('field.client'), entry.client],
    [i18n.t('field.device'), entry.device],
    [i18n.t('field.protocols'), listWords(entry.protocols.map(protocolName))],
    [i18n.t('field.tags'), entry.tags.join(', ')],
    [i18n.t('field.created'), dateWords(entry.created)],
    [
      i18n.t('entry.secretChanged'),
      `${dateWords(entry.secretChanged)} (${ageWords(entry.secretChanged, now)})`,
    ],
    [i18n.t('entry.lastCopied'), entry.lastCopied ? whenWords(entry.lastCopied, now) : i18n.t('entry.never')],
    [i18n.t('entry.lastUsed'), [entry.lastUsed, entry.lastPlace].filter(Boolean).join(' · ')],
    [i18n.t('entry.nextCheck'), nextWords(props.nextCheck, now)],
    [i18n.t('entry.limit'), entry.limitDays ? i18n.t('entry.days', entry.limitDays) : ''],
    [i18n.t('field.notes'), entry.notes],
  ];
  return (
    <article class="entry stack">
      <header class="stack-tight">
        <h1 tabIndex={-1}>{entry.label || i18n.t('entry.unnamed')}</h1>
        <p>
          <DueMark row={{ status: entry.status, reason: props.row?.reason }} />
        </p>
      </header>
      <div class="stack-tight">
        <div class="line">
          {isHere && (
            <>
              <button type="button" class="button button-main" onClick={props.onCopy}>
                {i18n.t('entry.copy')}
              </button>
              <button
                type="button"
                class="button"
                onClick={props.secret === undefined ? props.onShow : props.onHide}
              >
                {props.secret === undefined ? i18n.t('entry.show') : i18n.t('entry.hide')}
              </button>
            </>
          )}
          <button type="button" class="button" onClick={props.onEdit}>
            {i18n.t('entry.edit')}
          </button>
        </div>
        {entry.custody === 'none' && <CompleteEntry onComplete={props.onComplete} />}
        {props.secret !== undefined && <SecretView secret={props.secret} large />}
        <div role="status">{props.status}</div>
      </div>
      <dl class="facts-grid">
        {lines
          .filter(([, value]) => value)
          .map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {provider && provider.servers.length > 0 && (
        <section class="stack-tight">
          <h2>{i18n.t('server.heading')}</h2>
          <ServerTable
            servers={provider.servers}
            site={entry.site}
            account={entry.account}
            onCopy={props.onCopyText}
          />
        </section>
      )}
      {isHere && props.check}
      {props.handover}
      {provider && <Links provider={provider} site={entry.site} />}
      {provider && provider.facts.length > 0 && (
        <section class="stack-tight">
          <h2>{i18n.t('fact_meta.heading')}</h2>
          <FactList facts={provider.facts} />
        </section>
      )}
      <EntryLog log={entry.log} />
      <footer class="line entry-foot">
        {entry.status === 'active' && !entry.replacing && (
          <button type="button" class="button" onClick={props.onReplace}>
            {i18n.t('replace.start')}
          </button>
        )}
        {entry.status !== 'revoked' && entry.replacing && (
          <a class="button" href={props.replaceHref}>
            {i18n.t('replace.goOn')}
          </a>
        )}
        {entry.status !== 'revoked' && (
          <button type="button" class="button" onClick={props.onRevoked}>
            {i18n.t('entry.markRevoked')}
          </button>
        )}
        <button type="button" class="button button-danger" onClick={props.onDelete}>
          {i18n.t('entry.delete')}
        </button>
      </footer>
    </article>
  );
}

function Links({ provider, site }: { provider: ProviderCard; site: string }) {
  const links = [
    [i18n.t('link.create'), resolveLink(provider.links.create, site)],
    [i18n.t('link.revoke'), resolveLink(provider.links.revoke, site)],
    [i18n.t('link.signIns'), resolveLink(provider.links.signIns, site)],
    [i18n.t('link.help'), resolveLink(provider.links.help, site)],
  ].filter((link): link is [string, string] => link[1] !== undefined);
  if (links.length === 0) return null;
  return (
    <section class="stack-tight">
      <h2>{i18n.t('link.heading', [provider.name])}</h2>
      <ul class="plain-list">
        {links.map(([words, address]) => (
          <li key={words}>
            <a href={address} target="_blank" rel="noreferrer">
              {words}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function listWords(words: string[]): string {
  return new Intl.ListFormat(i18n.t('locale'), { type: 'unit' }).format(words);
}

function nextWords(next: number | undefined, now: number): string {
  if (next === undefined) return '';
  return next <= now ? i18n.t('entry.checkNow') : `${dateWords(next)} (${whenWords(next, now)})`;
}
