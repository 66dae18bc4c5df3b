import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { attempt, load } from '../../components/state/session';
import { browser } from '../../lib/browser';

/** Hosts of the manifest that the user has withdrawn. Firefox alone lets them, and alone can be asked. */
async function findRevoked(): Promise<string[]> {
  if (!import.meta.env.FIREFOX) return [];
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  const hosts = new Set(
    scripts.flatMap(({ matches = [] }) => matches.map((match) => match.split('/')[2] ?? '')),
  );
  const asked = [...hosts].map(async (host) => {
    const granted = await browser.permissions.contains({ origins: [`https://${host}/*`] });
    return granted ? [] : [host];
  });
  return (await Promise.all(asked)).flat();
}

/** Says which pages the browser keeps us from, where app passwords would be missed without a word. */
export function PermissionRevoked() {
  const [hosts, setHosts] = useState<string[]>([]);
  const show = () => load(async () => setHosts(await findRevoked()));
  useEffect(() => void show(), []);
  if (hosts.length === 0) return null;

  async function allow() {
    // First thing in the click: the browser asks only while it still counts as one.
    const asked = browser.permissions.request({ origins: hosts.map((host) => `https://${host}/*`) });
    await attempt(() => asked);
    await show();
  }

  const list = new Intl.ListFormat(i18n.t('locale')).format(hosts);
  return (
    <div class="banner banner-warn small stack-tight">
      <p>{i18n.t('popup.withdrawn', [list])}</p>
      <div>
        <button type="button" class="button button-small" onClick={allow}>
          {i18n.t('popup.allowAgain')}
        </button>
      </div>
    </div>
  );
}
