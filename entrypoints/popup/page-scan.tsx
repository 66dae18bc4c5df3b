import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { providers, reload } from '../../components/state/entries';
import { ask, unlocked, vault } from '../../components/state/session';
import { errorWords } from '../../components/text/errors';
import { browser } from '../../lib/browser';
import { codeOf } from '../../lib/errors';
import type { Response } from '../../lib/messaging/protocol';

type Found = Response<'site.look'>['found'];

const words: Record<Found, () => string> = {
  created: () => (unlocked.value ? i18n.t('look.created') : i18n.t('look.createdLocked')),
  naming: () => i18n.t('look.naming'),
  nothing: () => i18n.t('look.nothing'),
  changed: () => i18n.t('look.changed'),
  'left-recovery': () => i18n.t('look.leftRecovery'),
  'left-key': () => i18n.t('look.leftKey'),
  'left-other': () => i18n.t('look.leftOther'),
};

/** Reads the page in front once, when asked, and offers to watch its site; or draws it for those who fix the reading. */
export function PageScan() {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [host, setHost] = useState<string>();

  async function look() {
    if (busy) return;
    setBusy(true);
    setHost(undefined);
    setSaid(i18n.t('look.busy'));
    try {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      if (tab?.id === undefined) throw new Error('no active tab');
      const { found } = await ask('site.look', { tabId: tab.id });
      setSaid(words[found]());
      if (found !== 'nothing') await offerWatching(tab.url);
      if (found === 'created') await reload();
    } catch (reason) {
      setSaid(errorWords(codeOf(reason)));
    }
    setBusy(false);
  }

  async function sketch() {
    if (busy) return;
    setBusy(true);
    setSaid(i18n.t('sketch.busy'));
    try {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      if (tab?.id === undefined) throw new Error('no active tab');
      await ask('sketch.draw', { tabId: tab.id });
      window.close();
    } catch (reason) {
      setSaid(errorWords(codeOf(reason)));
    }
    setBusy(false);
  }

  async function offerWatching(address: string | undefined) {
    const url = address ? URL.parse(address) : null;
    // What is watched is changed only while the vault is open, once there is one.
    if (url?.protocol !== 'https:' || (vault.value?.exists && !unlocked.value)) return;
    // Pages of built-in providers are watched by the manifest, which the permission query does not know.
    const builtIn = providers.value.some(
      ({ access, matches }) =>
        access === 'built-in' && matches.some((pattern) => pattern.startsWith(`https://${url.hostname}/`)),
    );
    if (builtIn || (await browser.permissions.contains({ origins: [`https://${url.hostname}/*`] }))) return;
    setHost(url.host);
  }

  async function watch(site: string) {
    // First thing in the click: the browser asks only while it still counts as one.
    const asked = browser.permissions.request({ origins: [`https://${site.replace(/:\d+$/, '')}/*`] });
    try {
      if (!(await asked)) return setSaid(i18n.t('look.refused'));
      await ask('site.watch', { hosts: [site] });
      setHost(undefined);
      setSaid(i18n.t('look.watching', [site]));
    } catch (reason) {
      setSaid(errorWords(codeOf(reason)));
    }
  }

  return (
    <>
      <button
        type="button"
        class="button button-bare button-small"
        aria-disabled={busy}
        aria-describedby="look-said"
        onClick={look}
      >
        {i18n.t('look.action')}
      </button>
      <button
        type="button"
        class="button button-bare button-small"
        aria-disabled={busy}
        aria-describedby="look-said"
        onClick={sketch}
      >
        {i18n.t('sketch.action')}
      </button>
      <div class="look-said">
        <p id="look-said" class="small" role="status">
          {said}
        </p>
        {host && (
          <button type="button" class="button button-small" onClick={() => watch(host)}>
            {i18n.t('look.always')}
          </button>
        )}
      </div>
    </>
  );
}
