import { i18n } from '#i18n';
import { EntryLinks } from '../entry/links';

interface Props {
  groups: readonly { name: string; ids: readonly string[] }[];
  labelOf: (id: string) => string;
  hrefOf: (id: string) => string;
  onThere: (ids: readonly string[]) => void;
}

/** What was put off until its owner is at its device. */
export function DeviceWaits({ groups, labelOf, hrefOf, onThere }: Props) {
  if (groups.length === 0) return null;
  return (
    <section class="stack-tight">
      <h2>{i18n.t('review.waitsAt')}</h2>
      <p class="small soft">{i18n.t('review.waitsAtWhy')}</p>
      <ul class="plain-list">
        {groups.map(({ name, ids }) => (
          <li key={name} class="stack-tight">
            <details>
              <summary>
                {name || i18n.t('review.noDevice')}{' '}
                <span class="soft">{i18n.t('review.waitsCount', ids.length)}</span>
              </summary>
              <EntryLinks ids={ids} labelOf={labelOf} hrefOf={hrefOf} />
            </details>
            <div>
              <button type="button" class="button button-small" onClick={() => onThere(ids)}>
                {i18n.t('review.amThere')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
