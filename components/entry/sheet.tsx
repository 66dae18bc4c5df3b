import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { browser } from '../../lib/browser';
import { entries, monogramOf, nameProvider } from '../state/entries';
import { copySecret, hideSecret, shown, showSecret } from '../state/secrets';
import { attempt, now } from '../state/session';
import { useEntry } from '../state/use-entry';
import { actOn } from './actions';
import { EntryHead } from './head';
import { SignInDetails } from './sign-in';

/** An entry in place of the list, where there is no room for both; `←` and Esc lead back. */
export function EntrySheet({ id, onBack }: { id: string; onBack: () => void }) {
  const sheet = useRef<HTMLElement>(null);
  const { found } = useEntry(id);
  const loaded = found !== undefined;
  useEffect(() => {
    if (loaded) sheet.current?.querySelector<HTMLElement>('h2')?.focus();
  }, [loaded]);

  function leave(event: KeyboardEvent) {
    if (event.key !== 'Escape' && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    onBack();
  }

  const href = `/app.html#/entry/${id}`;
  const replaceHref = `/app.html#/replace/${id}`;
  const actions = actOn(id);

  async function replace() {
    if (!(await actions.answer({ kind: 'replace' }))) return;
    await browser.tabs.create({ url: browser.runtime.getURL(replaceHref as '/app.html') });
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: two keys for all that is inside
    <section ref={sheet} class="sheet-entry stack" onKeyDown={leave}>
      <div class="line">
        <button type="button" class="button button-bare button-small" onClick={onBack}>
          <span class="sheet-arrow" aria-hidden="true">
            ‹
          </span>
          {i18n.t('review.back')}
        </button>
        <a class="button button-bare button-small push" href={href} target="_blank" rel="noreferrer">
          {i18n.t('popup.openEntry')}
        </a>
      </div>
      {found && (
        <>
          <EntryHead
            level="h2"
            entry={found.entry}
            provider={found.provider}
            limitDays={found.limitDays}
            next={found.next}
            reason={entries.value?.rows.find((row) => row.id === id)?.reason}
            providerName={nameProvider(found.entry.provider)}
            monogram={monogramOf(found.entry)}
            now={now.value}
            replaceHref={replaceHref}
            newTab
            onKeep={() => actions.answer({ kind: 'keep' })}
            onReplace={replace}
            onRevoke={() => actions.revoke(found)}
            onRevoked={() => actions.answer({ kind: 'revoked' })}
          />
          <SignInDetails
            entry={found.entry}
            servers={found.provider?.servers ?? []}
            secret={shown.value?.id === id ? shown.value.secret : undefined}
            onCopy={() => copySecret(id)}
            onShow={() => showSecret(id)}
            onHide={hideSecret}
            onCopyText={(text) => attempt(() => navigator.clipboard.writeText(text))}
          />
        </>
      )}
    </section>
  );
}
