import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { isOnlyCodeUnconfirmed } from '../../components/access/warnings-banner';
import { AddByHand } from '../../components/entry/add-by-hand';
import { ClipboardStatus } from '../../components/entry/clipboard-status';
import { JustSaved } from '../../components/entry/just-saved';
import { EntryList } from '../../components/entry/list';
import { WaitingCaptures } from '../../components/entry/waiting-captures';
import {
  discardCapture,
  entries,
  index,
  keepCapture,
  monogramOf,
  nameProvider,
} from '../../components/state/entries';
import { FailureBanner } from '../../components/state/failure-banner';
import { findRows } from '../../components/state/search-index';
import { copied, copySecret, hideSecret, shown, showSecret } from '../../components/state/secrets';
import { lockVault, now } from '../../components/state/session';
import type { Response } from '../../lib/messaging/protocol';
import { Look } from './page-scan';
import { Withdrawn } from './permission-revoked';

/** The open cabinet: what waits, search, the list, and what else there is to do. */
export function Cabinet({ state }: { state: Response<'vault.status'> }) {
  const scroller = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [searching, setSearching] = useState(true);
  const [adding, setAdding] = useState(false);
  const indexed = index.value;
  const rows = useMemo(() => findRows(indexed, query), [indexed, query]);
  const groups = useMemo(() => [{ id: 'all', name: '', rows }], [rows]);
  const loaded = entries.value;

  useEffect(() => search.current?.focus(), [adding]);

  function find(text: string) {
    setQuery(text);
    if (scroller.current) scroller.current.scrollTop = 0;
  }

  function steer(event: KeyboardEvent & { currentTarget: HTMLInputElement }) {
    // By what the field says now: who types fast and presses Enter is ahead of what is drawn.
    const [first] = findRows(indexed, event.currentTarget.value);
    if (event.key === 'Enter' && first && !event.isComposing) {
      event.preventDefault();
      if (first.custody === 'vault') void copySecret(first.id);
      else scroller.current?.querySelector<HTMLElement>('[data-place="1"] a')?.click();
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      scroller.current?.querySelector<HTMLElement>('[data-place="1"] [data-copy]')?.focus();
    } else if (event.key === 'Escape' && query) {
      event.preventDefault();
      find('');
    }
  }

  if (adding) {
    return (
      <main class="popup popup-plain">
        <AddByHand onDone={() => setAdding(false)} />
      </main>
    );
  }

  const said = copied.value;
  return (
    <main class="popup popup-open">
      <h1 class="unseen">{i18n.t('name')}</h1>
      <div class="popup-search">
        <input
          ref={search}
          type="search"
          class="input"
          aria-label={i18n.t('popup.search')}
          placeholder={i18n.t('popup.searchHint')}
          autoComplete="off"
          spellcheck={false}
          value={query}
          onInput={(event) => find(event.currentTarget.value)}
          onKeyDown={steer}
          onFocus={() => setSearching(true)}
          onBlur={() => setSearching(false)}
        />
      </div>
      <div ref={scroller} class="popup-scroll">
        <FailureBanner />
        <Withdrawn />
        {loaded && loaded.warnings.length > 0 && (
          <p class="banner banner-warn small">
            {isOnlyCodeUnconfirmed(loaded.warnings)
              ? i18n.t('warning.headingCode')
              : i18n.t('popup.warnings', loaded.warnings.length)}{' '}
            <a href="/app.html" target="_blank" rel="noreferrer">
              {i18n.t('popup.warningsMore')}
            </a>
          </p>
        )}
        {loaded && loaded.news > 0 && (
          <p class="banner small">
            {i18n.t('popup.news', loaded.news)}{' '}
            <a href="/app.html#/lists" target="_blank" rel="noreferrer">
              {i18n.t('popup.warningsMore')}
            </a>
          </p>
        )}
        <JustSaved />
        <WaitingCaptures
          captures={loaded?.waiting ?? []}
          now={now.value}
          nameOf={nameProvider}
          onKeep={async (capture, label, account) => {
            await keepCapture(capture.id, label, account);
            search.current?.focus();
          }}
          onDiscard={async (capture) => {
            await discardCapture(capture.id);
            search.current?.focus();
          }}
        />
        {rows.length > 0 && (
          <EntryList
            groups={groups}
            now={now.value}
            nameOf={nameProvider}
            monogramOf={monogramOf}
            hrefOf={(row) => `/app.html#/entry/${row.id}`}
            newTab
            scroller={scroller}
            firstReady={searching}
            shown={shown.value}
            status={
              said && {
                id: said.id,
                words: <ClipboardStatus />,
              }
            }
            onCopy={(row) => copySecret(row.id)}
            onShow={(row) => showSecret(row.id)}
            onHide={hideSecret}
            onLeave={() => search.current?.focus()}
          />
        )}
        {loaded && rows.length === 0 && (
          <Nothing searched={loaded.rows.length > 0} waiting={loaded.waiting.length > 0} />
        )}
      </div>
      <p class="unseen" role="status">
        {said ? (said.clearsItself ? i18n.t('copied.clears') : i18n.t('copied.plain')) : ''}
        {!said && query && loaded ? i18n.t('popup.found', rows.length) : ''}
      </p>
      <footer class="popup-foot">
        <button type="button" class="button button-bare button-small" onClick={() => setAdding(true)}>
          {i18n.t('popup.add')}
        </button>
        <Look />
        <a class="button button-bare button-small" href="/app.html#/review" target="_blank" rel="noreferrer">
          {state.due > 0 ? i18n.t('popup.reviewDue', [state.due]) : i18n.t('popup.review')}
        </a>
        <a class="button button-bare button-small" href="/app.html" target="_blank" rel="noreferrer">
          {i18n.t('popup.open')}
        </a>
        <button type="button" class="button button-bare button-small popup-lock" onClick={lockVault}>
          {i18n.t('popup.lock')}
        </button>
      </footer>
    </main>
  );
}

function Nothing({ searched, waiting }: { searched: boolean; waiting: boolean }) {
  if (waiting && !searched) return null;
  return (
    <div class="nothing stack-tight">
      <h2>{searched ? i18n.t('popup.noMatch') : i18n.t('popup.empty')}</h2>
      <p class="soft">{searched ? i18n.t('popup.noMatchNext') : i18n.t('popup.emptyNext')}</p>
    </div>
  );
}
