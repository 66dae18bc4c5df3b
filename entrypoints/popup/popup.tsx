import { i18n } from '#i18n';
import { Unlock } from '../../components/access/unlock';
import { Mark } from '../../components/kit/mark';
import { FailureBanner } from '../../components/state/failure-banner';
import { failure, vault } from '../../components/state/session';
import { browser } from '../../lib/browser';
import { Home } from './home';
import { PageScan } from './page-scan';

/** The popup: set up, unlock, or find and copy. */
export function Popup() {
  const state = vault.value;
  if (!state)
    return failure.value ? (
      <Plain>
        <FailureBanner />
      </Plain>
    ) : (
      <main class="popup" aria-busy="true" />
    );
  if (!state.exists) return <SetUp waiting={state.waiting} />;
  if (state.locked) {
    return (
      <Plain>
        <FailureBanner />
        <Unlock forgotHref="/app.html#/forgot" inPopup />
        <PlainFoot />
      </Plain>
    );
  }
  return <Home state={state} />;
}

function Plain({ children }: { children: preact.ComponentChildren }) {
  return (
    <main class="popup popup-plain">
      <h1 class="brand-line">
        <Mark />
        {i18n.t('name')}
      </h1>
      {children}
    </main>
  );
}

function SetUp({ waiting }: { waiting: number }) {
  async function open() {
    await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    window.close();
  }
  return (
    <Plain>
      <p>{i18n.t('popup.setUpWhy')}</p>
      {waiting > 0 && <p class="banner banner-warn">{i18n.t('welcome.waiting', waiting)}</p>}
      <button type="button" class="button button-main button-wide" onClick={open}>
        {i18n.t('popup.setUp')}
      </button>
      <PlainFoot />
    </Plain>
  );
}

/** Catching needs no passphrase, and a password that is shown once does not wait for one. */
function PlainFoot() {
  return (
    <footer class="popup-foot">
      <PageScan />
    </footer>
  );
}
