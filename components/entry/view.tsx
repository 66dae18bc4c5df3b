import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { ProviderCard } from '../../lib/messaging/shapes';
import { StoredIn, UsedIn } from './about';
import { CompleteEntry } from './complete';
import { FactList } from './fact-list';
import { EntryHead, type HeadProps } from './head';
import { EntryLog } from './log';
import { resolveLink } from './provider-links';
import { SignInDetails } from './sign-in';

interface Props extends HeadProps {
  /** Name of the password manager that alone has it. */
  managerName: string;
  secret: string | undefined;
  /** What to say about the clipboard. */
  status: ComponentChildren;
  /** The paste check. */
  check: ComponentChildren;
  /** Which password manager has it. */
  delivery: ComponentChildren;
  onCopy: () => void;
  onShow: () => void;
  onHide: () => void;
  onEdit: () => void;
  onRemove: () => void;
  onCopyText: (text: string) => void;
  onComplete: (secret: string) => void;
}

/** One entry with all there is to know about it, what matters first. */
export function EntryView(props: Props) {
  const { entry, provider, now, providerName } = props;
  const isHere = entry.custody === 'vault';
  return (
    <article class="entry stack">
      <EntryHead {...props} level="h1" newTab={false}>
        <button type="button" class="button button-small" onClick={props.onEdit}>
          {i18n.t('entry.edit')}
        </button>
      </EntryHead>
      <SignInDetails
        entry={entry}
        servers={provider?.servers ?? []}
        secret={props.secret}
        onCopy={props.onCopy}
        onShow={props.onShow}
        onHide={props.onHide}
        onCopyText={props.onCopyText}
      >
        <div role="status">{props.status}</div>
        {entry.custody === 'none' && <CompleteEntry onComplete={props.onComplete} />}
      </SignInDetails>
      <UsedIn entry={entry} onEdit={props.onEdit} />
      <StoredIn entry={entry} providerName={providerName} managerName={props.managerName} now={now} />
      {props.delivery}
      {entry.notes && (
        <section class="stack-tight">
          <h2>{i18n.t('field.notes')}</h2>
          <p class="entry-notes">{entry.notes}</p>
        </section>
      )}
      {isHere && props.check}
      {provider && <Links provider={provider} site={entry.site} />}
      {provider && provider.facts.length > 0 && (
        <section class="stack-tight">
          <h2>{i18n.t('fact_meta.heading')}</h2>
          {/* What has retired it explains its state; the rest is for those who want to know. */}
          <details class="fold" open={props.reason === 'retired'}>
            <summary>{i18n.t('fact_meta.show', provider.facts.length)}</summary>
            <FactList facts={provider.facts} />
          </details>
        </section>
      )}
      <EntryLog log={entry.log} />
      <footer class="line entry-foot">
        <button type="button" class="button button-bare button-danger" onClick={props.onRemove}>
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
