import { useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Checklist } from '../access/checklist';
import { WarningsBanner } from '../access/warnings-banner';
import { discardCapture, entries, keepCapture, monogramOf, nameProvider } from '../state/entries';
import { FailureBanner } from '../state/failure-banner';
import { filter, filtered, groupForView, view } from '../state/list-view';
import { route } from '../state/route';
import { findRows } from '../state/search-index';
import { copied, copySecret, hideSecret, shown, showSecret } from '../state/secrets';
import { now } from '../state/session';
import { BackupBanner } from '../transfer/backup-banner';
import { ClipboardStatus } from './clipboard-status';
import { JustSaved } from './just-saved';
import { EntryList } from './list';
import { ListTools } from './list-tools';
import { NothingHere } from './nothing-here';
import { EntryPage } from './page';
import { RemovedRows } from './removed-rows';
import { WaitingCaptures } from './waiting-captures';

/** The list beside the chosen entry; on a narrow page one instead of the other. */
export function ListAndEntry() {
  const scroller = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const indexed = filtered.value;
  const chosen = view.value;
  const rows = useMemo(() => findRows(indexed, query), [indexed, query]);
  const groups = useMemo(() => groupForView(rows, query.trim() !== ''), [rows, query, chosen]);
  const loaded = entries.value;
  const here = route.value;
  const openId = here.page === 'entry' ? here.id : undefined;
  // The entry itself shows its secret; twice on one page would be once too often.
  const inList = <T extends { id: string }>(state: T | undefined) =>
    state?.id === openId ? undefined : state;
  const said = inList(copied.value);

  function toTop() {
    if (scroller.current) scroller.current.scrollTop = 0;
  }

  return (
    <div class={openId ? 'split split-entry' : 'split'}>
      <section class="split-list" aria-label={i18n.t('tab.list')}>
        {!openId && <h1 class="unseen">{i18n.t('tab.list')}</h1>}
        <div class="popup-search">
          <input
            type="search"
            class="input"
            aria-label={i18n.t('popup.search')}
            placeholder={i18n.t('popup.searchHint')}
            autoComplete="off"
            spellcheck={false}
            value={query}
            onInput={(event) => {
              setQuery(event.currentTarget.value);
              toTop();
            }}
          />
          <p class="unseen" role="status">
            {query && loaded ? i18n.t('popup.found', rows.length) : ''}
          </p>
          {loaded && loaded.rows.length + loaded.removed.length > 0 && <ListTools onChange={toTop} />}
        </div>
        <div ref={scroller} class="split-scroll">
          <JustSaved />
          <WaitingCaptures
            captures={loaded?.waiting ?? []}
            now={now.value}
            nameOf={nameProvider}
            onKeep={(capture, label, account) => keepCapture(capture.id, label, account)}
            onDiscard={(capture) => discardCapture(capture.id)}
          />
          {rows.length > 0 && (
            <EntryList
              groups={groups}
              now={now.value}
              nameOf={nameProvider}
              monogramOf={monogramOf}
              hrefOf={(row) => `#/entry/${row.id}`}
              newTab={false}
              scroller={scroller}
              firstReady={false}
              currentId={openId}
              shown={inList(shown.value)}
              status={said && { id: said.id, words: <ClipboardStatus /> }}
              onCopy={(row) => copySecret(row.id)}
              onShow={(row) => showSecret(row.id)}
              onHide={hideSecret}
            />
          )}
          {filter.value === 'removed' && <RemovedRows />}
          {loaded && rows.length === 0 && !(filter.value === 'removed' && loaded.removed.length > 0) && (
            <NothingHere
              searched={query.trim() !== ''}
              filter={filter.value}
              empty={loaded.rows.length + loaded.removed.length === 0}
              onAll={() => (filter.value = 'all')}
            />
          )}
        </div>
      </section>
      <main class="split-main">
        <FailureBanner />
        <WarningsBanner warnings={loaded?.warnings ?? []}>
          <a href="#/settings">{i18n.t('tab.settings')}</a>
        </WarningsBanner>
        <BackupBanner />
        {!openId && <Checklist />}
        {openId ? (
          <>
            <a class="split-back" href="#/">
              {i18n.t('tab.back')}
            </a>
            <EntryPage key={openId} id={openId} />
          </>
        ) : (
          <div class="nothing stack-tight">
            <h2>{i18n.t('tab.choose')}</h2>
            <p class="soft">{i18n.t('tab.chooseHow')}</p>
          </div>
        )}
      </main>
    </div>
  );
}
