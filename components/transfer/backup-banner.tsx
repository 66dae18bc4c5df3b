import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { entries } from '../state/entries';
import { ask, load } from '../state/session';

/** Suggests a backup when there is much that would be lost. */
export function BackupBanner() {
  const [isDue, setDue] = useState(false);
  const loaded = entries.value;
  useEffect(() => {
    if (loaded) void load(async () => setDue((await ask('backup.status', {})).isDue));
  }, [loaded]);
  if (!isDue) return null;
  return (
    <p class="banner">
      {i18n.t('backup.suggest')} <a href="#/settings/backup">{i18n.t('backup.action')}</a>
    </p>
  );
}
