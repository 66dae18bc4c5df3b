import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Forgot } from '../../components/access/forgot';
import { Unlock } from '../../components/access/unlock';
import { AddByHand } from '../../components/entry/add-by-hand';
import { ListAndEntry } from '../../components/entry/list-and-entry';
import { ListsPage } from '../../components/inventory/page';
import { Mark } from '../../components/kit/mark';
import { UndoBar } from '../../components/kit/undo-bar';
import { ReviewPage } from '../../components/review/page';
import { ReplacePage } from '../../components/review/replace/page';
import { ReportLoader } from '../../components/review/report/loader';
import { SettingsPage } from '../../components/settings/page';
import { SketchLoader } from '../../components/sketch/loader';
import { entries } from '../../components/state/entries';
import { FailureBanner } from '../../components/state/failure-banner';
import { route } from '../../components/state/route';
import { lockVault, unlocked, vault } from '../../components/state/session';
import { ShortcutHelp } from '../../components/state/shortcuts';
import { done } from '../../components/state/undo';

/** The full tab: the list beside an entry, the review, the settings. */
export function VaultTab() {
  const state = vault.value;
  const here = route.value;
  const { page } = here;
  if (!state)
    return (
      <main class="middle">
        <FailureBanner />
      </main>
    );
  if (page === 'forgot')
    return (
      <Middle>
        <Forgot />
      </Middle>
    );
  // It has nothing of the vault, and helps those who have none yet.
  if (page === 'sketch') return <SketchLoader />;
  if (!state.exists)
    return (
      <Middle>
        <NoVault />
      </Middle>
    );
  if (!unlocked.value) {
    return (
      <Middle>
        <h1>{i18n.t('unlock.heading')}</h1>
        <Unlock forgotHref="#/forgot" inPopup={false} />
      </Middle>
    );
  }
  return (
    <div class="tab">
      <Head due={state.due} />
      {page === 'list' || page === 'entry' ? (
        <ListAndEntry />
      ) : (
        <main class="column">
          <FailureBanner />
          {page === 'review' && <ReviewPage />}
          {here.page === 'replace' && <ReplacePage key={here.id} id={here.id} />}
          {page === 'lists' && <ListsPage />}
          {page === 'settings' && <SettingsPage />}
          {page === 'report' && <ReportLoader />}
          {page === 'add' && (
            <AddByHand
              onDone={(id) => {
                location.hash = id ? `#/entry/${id}` : '#/';
              }}
            />
          )}
        </main>
      )}
      <UndoBar said={done.value?.said} onUndo={done.value?.undo} />
    </div>
  );
}

function Head({ due }: { due: number }) {
  const { page } = route.value;
  const news = entries.value?.news ?? 0;
  const link = (to: string, words: string, here: boolean) => (
    <a href={to} aria-current={here ? 'page' : undefined}>
      {words}
    </a>
  );
  return (
    <header class="head">
      <span class="brand-line">
        <Mark />
        {i18n.t('name')}
      </span>
      <nav aria-label={i18n.t('tab.nav')}>
        {link('#/', i18n.t('tab.list'), page === 'list' || page === 'entry')}
        {link(
          '#/review',
          due > 0 ? i18n.t('popup.reviewDue', [due]) : i18n.t('popup.review'),
          ['review', 'replace', 'report'].includes(page),
        )}
        {link('#/lists', news > 0 ? i18n.t('tab.listsNews', [news]) : i18n.t('tab.lists'), page === 'lists')}
        {link('#/add', i18n.t('popup.add'), page === 'add')}
        {link('#/settings', i18n.t('tab.settings'), page === 'settings')}
      </nav>
      <ShortcutHelp />
      <button type="button" class="button button-small" onClick={lockVault}>
        {i18n.t('popup.lock')}
      </button>
    </header>
  );
}

function Middle({ children }: { children: ComponentChildren }) {
  return (
    <main class="middle stack">
      <p class="brand-line">
        <Mark />
        {i18n.t('name')}
      </p>
      <FailureBanner />
      {children}
    </main>
  );
}

function NoVault() {
  return (
    <div class="stack">
      <h1>{i18n.t('tab.noVault')}</h1>
      <p>{i18n.t('popup.setUpWhy')}</p>
      <div>
        <a class="button button-main" href="/welcome.html">
          {i18n.t('popup.setUp')}
        </a>
      </div>
    </div>
  );
}
