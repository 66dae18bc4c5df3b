import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Checklist } from '../../components/access/checklist';
import { AddByHand } from '../../components/entry/add-by-hand';
import { EntryList } from '../../components/entry/list';
import { SortChoice } from '../../components/entry/list-tools';
import { EntrySheet } from '../../components/entry/sheet';
import { entries, monogramOf, nameProvider, providers } from '../../components/state/entries';
import { FailureBanner } from '../../components/state/failure-banner';
import { filtered } from '../../components/state/list-view';
import type { RowGroup } from '../../components/state/row-order';
import { findRows } from '../../components/state/search-index';
import { copied, copySecret, hideSecret, shown, showSecret } from '../../components/state/secrets';
import { lockVault, now } from '../../components/state/session';
import { ShortcutHelp } from '../../components/state/shortcuts';
import { groupAhead } from '../../components/state/site-groups';
import { browser } from '../../lib/browser';
import type { Response } from '../../lib/messaging/protocol';
import type { Row } from '../../lib/messaging/shapes';
import { Notices } from './notices';
import { PageScan } from './page-scan';
import { Toast } from './toast';

/** Host of the page in front: the click on the toolbar button lets us see its address. */
async function findHost(): Promise<string | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const url = tab?.url ? URL.parse(tab.url) : null;
  return url && /^https?:$/.test(url.protocol) ? url.host : undefined;
}

/** The first page of an unlocked popup: what waits, search, the list or one of its entries, and what else to do. */
export function Home({ state }: { state: Response<'vault.status'> }) {
  const scroller = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  /** Where the list was left for an entry. */
  const left = useRef<{ top: number; focus: Element | null }>(undefined);
  const [query, setQuery] = useState('');
  const [searching, setSearching] = useState(true);
  const [adding, setAdding] = useState(false);
  const [openId, setOpenId] = useState<string>();
  const [host, setHost] = useState<string>();
  const loaded = entries.value;
  const indexed = filtered.value;
  const cards = providers.value;
  const fresh = (loaded?.fresh ?? []).flatMap(({ until, entryId }) => (until > now.value ? [entryId] : []));
  const freshIds = fresh.join(' ');
  const groups = useMemo(() => listGroups(query), [indexed, query, freshIds, host, cards]);
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);

  useEffect(() => search.current?.focus(), [adding]);
  // Without leave to see the address there is no group for it, and nothing to say about that.
  useEffect(() => void findHost().then(setHost, () => undefined), []);

  useLayoutEffect(() => {
    if (openId !== undefined || !left.current) return;
    const { top, focus } = left.current;
    left.current = undefined;
    if (scroller.current) scroller.current.scrollTop = top;
    const target = focus instanceof HTMLElement && focus.isConnected ? focus : search.current;
    target?.focus({ preventScroll: true });
  }, [openId]);

  /** What the list shows for a text: the best match first, or what is likely wanted before the rest. */
  function listGroups(text: string): RowGroup[] {
    const rows = findRows(indexed, text);
    if (text.trim() !== '') return [{ id: 'all', name: '', rows }];
    const names = {
      fresh: i18n.t('popup.groupNew'),
      site: i18n.t('popup.groupSite', [host ?? '']),
      rest: i18n.t('popup.groupRest'),
    };
    return groupAhead(rows, { fresh: new Set(fresh), host, providers: cards }, names);
  }

  function find(text: string) {
    setQuery(text);
    toTop();
  }

  function toTop() {
    if (scroller.current) scroller.current.scrollTop = 0;
  }

  function open(row: Row) {
    hideSecret();
    left.current = { top: scroller.current?.scrollTop ?? 0, focus: document.activeElement };
    setOpenId(row.id);
  }

  function back() {
    hideSecret();
    setOpenId(undefined);
  }

  function steer(event: KeyboardEvent & { currentTarget: HTMLInputElement }) {
    // By what the field says now: who types fast and presses Enter is ahead of what is drawn.
    const first = listGroups(event.currentTarget.value)[0]?.rows[0];
    if (event.key === 'Enter' && first && !event.isComposing) {
      event.preventDefault();
      if (first.custody === 'vault') void copySecret(first.id);
      else open(first);
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
      <div class="popup-list" hidden={openId !== undefined}>
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
          {loaded && loaded.rows.length > 1 && (
            <div class="popup-tools">
              <span class="small soft">{i18n.t('state.count', count)}</span>
              <SortChoice onChange={toTop} />
            </div>
          )}
        </div>
        <div ref={scroller} class="popup-scroll">
          <Notices onAnswered={() => search.current?.focus()} />
          {count > 0 && (
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
              onCopy={(row) => copySecret(row.id)}
              onShow={(row) => showSecret(row.id)}
              onHide={hideSecret}
              onOpen={open}
              onLeave={() => search.current?.focus()}
            />
          )}
          {loaded && count === 0 && (
            <Nothing searched={loaded.rows.length > 0} waiting={loaded.waiting.length > 0} />
          )}
        </div>
      </div>
      {openId !== undefined && (
        <div class="popup-scroll">
          <FailureBanner />
          <EntrySheet id={openId} onBack={back} />
        </div>
      )}
      <p class="unseen" role="status">
        {said ? (said.clearsItself ? i18n.t('copied.clears') : i18n.t('copied.plain')) : ''}
        {!said && query && loaded ? i18n.t('popup.found', count) : ''}
      </p>
      <Toast />
      {openId === undefined && <Foot due={state.due} onAdd={() => setAdding(true)} />}
    </main>
  );
}

function Foot({ due, onAdd }: { due: number; onAdd: () => void }) {
  return (
    <footer class="popup-foot">
      <button type="button" class="button button-bare button-small" onClick={onAdd}>
        {i18n.t('popup.add')}
      </button>
      <PageScan />
      <a class="button button-bare button-small" href="/app.html#/review" target="_blank" rel="noreferrer">
        {due > 0 ? i18n.t('popup.reviewDue', [due]) : i18n.t('popup.review')}
      </a>
      <a class="button button-bare button-small" href="/app.html" target="_blank" rel="noreferrer">
        {i18n.t('popup.open')}
      </a>
      <ShortcutHelp />
      <button type="button" class="button button-bare button-small popup-lock" onClick={lockVault}>
        {i18n.t('popup.lock')}
      </button>
    </footer>
  );
}

function Nothing({ searched, waiting }: { searched: boolean; waiting: boolean }) {
  if (waiting && !searched) return null;
  return (
    <div class="nothing stack-tight">
      <h2>{searched ? i18n.t('popup.noMatch') : i18n.t('popup.empty')}</h2>
      <p class="soft">{searched ? i18n.t('popup.noMatchNext') : i18n.t('popup.emptyNext')}</p>
      {!searched && <Checklist newTab />}
    </div>
  );
}
