import { i18n } from '#i18n';
import type { AppPassword } from '../../lib/model';
import { ageWords, dateWords, whenWords } from '../text/ages';
import { protocolName } from '../text/protocols';

/** Terms with what is known of them; those of which nothing is known are left out. */
export function Details({ lines }: { lines: readonly (readonly [term: string, value: string])[] }) {
  const known = lines.filter(([, value]) => value !== '');
  if (known.length === 0) return null;
  return (
    <dl class="facts-grid">
      {known.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Where an app password is used: what a review asks about. */
export function UsedIn({ entry, onEdit }: { entry: AppPassword; onEdit: () => void }) {
  const services = new Intl.ListFormat(i18n.t('locale'), { type: 'unit' });
  const lines = [
    [i18n.t('field.client'), entry.client],
    [i18n.t('field.device'), entry.device],
    [i18n.t('field.protocols'), services.format(entry.protocols.map(protocolName))],
    [i18n.t('entry.lastUsed'), [entry.lastUsed, entry.lastPlace].filter(Boolean).join(' · ')],
    [i18n.t('field.tags'), entry.tags.join(', ')],
  ] as const;
  const isKnown = entry.client !== '' || entry.device !== '';
  return (
    <section class="stack-tight">
      <h2>{i18n.t('entry.usedHeading')}</h2>
      <Details lines={lines} />
      {!isKnown && (
        <p class="line">
          <span class="soft">{i18n.t('entry.usedNowhere')}</span>
          <button type="button" class="button button-small" onClick={onEdit}>
            {i18n.t('entry.addUse')}
          </button>
        </p>
      )}
    </section>
  );
}

/** Where an app password is stored, and since when. */
export function StoredIn(props: {
  entry: AppPassword;
  providerName: string;
  managerName: string;
  now: number;
}) {
  const { entry, now } = props;
  const where = { vault: i18n.t('entry.storedVault'), none: i18n.t('entry.elsewhere') }[entry.custody];
  const isOlder = dateWords(entry.created) !== dateWords(entry.secretChanged);
  const changed = `${dateWords(entry.secretChanged)} (${ageWords(entry.secretChanged, now)})`;
  return (
    <section class="stack-tight">
      <h2>{i18n.t('entry.storedHeading')}</h2>
      <Details
        lines={[
          [i18n.t('secret.label'), where ?? i18n.t('entry.storedManager', [props.managerName])],
          [i18n.t('field.provider'), props.providerName],
          [i18n.t('field.site'), entry.site],
          [i18n.t('field.created'), isOlder ? dateWords(entry.created) : ''],
          [i18n.t('entry.secretChanged'), changed],
          [
            i18n.t('entry.lastCopied'),
            entry.lastCopied ? whenWords(entry.lastCopied, now) : i18n.t('entry.never'),
          ],
          [i18n.t('entry.limit'), entry.limitDays ? i18n.t('entry.days', entry.limitDays) : ''],
        ]}
      />
    </section>
  );
}
