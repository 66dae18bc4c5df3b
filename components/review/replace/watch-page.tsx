import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { browser } from '../../../lib/browser';
import type { ProviderCard } from '../../../lib/messaging/shapes';
import { ask, attempt, load } from '../../state/session';
import { listHosts } from '../../state/watchable';

/** What it takes for a new app password to be seen on a provider's page; nothing where the page is watched. */
export function WatchPage({ provider, site }: { provider: ProviderCard; site: string }) {
  const [watched, setWatched] = useState<readonly string[]>();
  const show = () => load(async () => setWatched((await ask('site.list', {})).hosts));
  useEffect(() => void show(), []);

  if (!watched) return null;
  if (provider.access === 'self-hosted')
    return watched.includes(site) ? null : <p>{i18n.t('replace.lookThere')}</p>;
  const missing =
    provider.access === 'optional' ? listHosts(provider).filter((host) => !watched.includes(host)) : [];
  if (missing.length === 0) return null;

  async function watch() {
    // First thing in the click: the browser asks only while it still counts as one.
    const asked = browser.permissions.request({ origins: missing.map((host) => `https://${host}/*`) });
    await attempt(async () => {
      if (await asked) await ask('site.watch', { hosts: missing });
    });
    await show();
  }

  return (
    <p class="line">
      <span>{i18n.t('replace.unwatched')}</span>
      <button type="button" class="button button-small" onClick={watch}>
        {i18n.t('replace.watch')}
      </button>
    </p>
  );
}
