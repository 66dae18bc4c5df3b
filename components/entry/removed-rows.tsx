import { i18n } from '#i18n';
import { entries, nameProvider, restoreEntry } from '../state/entries';

/** What was removed a moment ago, as long as it can be restored. */
export function RemovedRows() {
  const removed = entries.value?.removed ?? [];
  if (removed.length === 0) return null;
  return (
    <div class="removed stack-tight">
      <p class="small soft">{i18n.t('list.removedWhy')}</p>
      <ul class="stack-tight">
        {removed.map(({ id, label, account, provider }) => {
          const named = label || i18n.t('entry.unnamed');
          return (
            <li key={id} class="line">
              <span>
                {named}
                <br />
                <span class="small soft">
                  {[account, nameProvider(provider)].filter(Boolean).join(' · ')}
                </span>
              </span>
              <button
                type="button"
                class="button button-small push"
                aria-label={i18n.t('list.restoreNamed', [named])}
                onClick={() => restoreEntry(id)}
              >
                {i18n.t('list.restore')}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
