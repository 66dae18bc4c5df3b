import { i18n } from '#i18n';
import type { Filter } from '../state/row-order';

interface Props {
  /** True while something is searched for. */
  searched: boolean;
  filter: Filter;
  /** True where the whole list is empty. */
  empty: boolean;
  onAll: () => void;
}

const words: Record<Exclude<Filter, 'all'>, () => string> = {
  due: () => i18n.t('list.nothingDue'),
  'to-revoke': () => i18n.t('list.nothingToRevoke'),
  unused: () => i18n.t('list.nothingUnused'),
  manager: () => i18n.t('list.nothingInManager'),
  without: () => i18n.t('list.nothingWithout'),
  revoked: () => i18n.t('list.nothingRevoked'),
  removed: () => i18n.t('list.nothingRemoved'),
};

/** In place of a list without rows: why there are none, and the way back. */
export function NothingHere({ searched, filter, empty, onAll }: Props) {
  const isPart = filter !== 'all' && !empty;
  const heading = searched ? i18n.t('popup.noMatch') : isPart ? words[filter]() : i18n.t('popup.empty');
  return (
    <div class="nothing stack-tight">
      <h2>{heading}</h2>
      {(searched || !isPart) && (
        <p class="soft">{i18n.t(searched ? 'popup.noMatchNext' : 'popup.emptyNext')}</p>
      )}
      {isPart && (
        <div>
          <button type="button" class="button" onClick={onAll}>
            {searched ? i18n.t('list.searchAll') : i18n.t('list.showAll')}
          </button>
        </div>
      )}
    </div>
  );
}
