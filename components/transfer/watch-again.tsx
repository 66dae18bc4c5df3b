import { i18n } from '#i18n';
import { browser } from '../../lib/browser';
import { attempt } from '../state/session';
import { sayDone } from '../state/undo';

/** Names the sites of a backup that were watched, and asks the browser to let us read them again. */
export function WatchAgain({ hosts, onDone }: { hosts: readonly string[]; onDone: () => void }) {
  async function watch() {
    // First thing in the click: the browser asks only while it still counts as one. Once it is granted, the background
    // hears of it and watches them.
    const asked = browser.permissions.request({ origins: hosts.map((host) => `https://${host}/*`) });
    const granted = await attempt(() => asked);
    if (granted === undefined) return;
    onDone();
    sayDone(granted ? i18n.t('import.watched') : i18n.t('choice.refused'));
  }

  const list = new Intl.ListFormat(i18n.t('locale')).format(hosts);
  return (
    <div class="banner stack-tight">
      <p>{i18n.t('import.unwatched', [list])}</p>
      <div>
        <button type="button" class="button button-small" onClick={watch}>
          {i18n.t('choice.save')}
        </button>
      </div>
    </div>
  );
}
