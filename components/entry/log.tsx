import { i18n } from '#i18n';
import type { Happening, Log } from '../../lib/model';
import { dateWords } from '../text/ages';
import { answerWords } from '../text/answers';

type Item = Log['items'][number];

const words: Record<Happening, () => string> = {
  captured: () => i18n.t('log.captured'),
  added: () => i18n.t('log.added'),
  imported: () => i18n.t('log.imported'),
  adopted: () => i18n.t('log.adopted'),
  copied: () => i18n.t('log.copied'),
  shown: () => i18n.t('log.shown'),
  'handed-over': () => i18n.t('log.handedOver'),
  fetched: () => i18n.t('log.fetched'),
  reviewed: () => i18n.t('log.reviewed'),
  replaced: () => i18n.t('log.replaced'),
  revoked: () => i18n.t('log.revoked'),
  edited: () => i18n.t('log.edited'),
  deleted: () => i18n.t('log.deleted'),
  restored: () => i18n.t('log.restored'),
};

/** The fields of an entry that people edit, as the editor calls them. */
const fields: Readonly<Record<string, () => string>> = {
  label: () => i18n.t('field.label'),
  account: () => i18n.t('field.account'),
  provider: () => i18n.t('field.provider'),
  site: () => i18n.t('field.site'),
  client: () => i18n.t('field.client'),
  device: () => i18n.t('field.device'),
  protocols: () => i18n.t('field.protocols'),
  notes: () => i18n.t('field.notes'),
  tags: () => i18n.t('field.tags'),
  created: () => i18n.t('field.created'),
  limitDays: () => i18n.t('entry.limit'),
};

/** What happened, with the answer or the fields where they are known. */
export function happeningWords({ kind, detail = '' }: Item): string {
  if (kind === 'added' && detail === 'secret') return i18n.t('log.completed');
  if (kind === 'revoked' && detail === 'list') return i18n.t('log.revokedByList');
  if (kind === 'reviewed') {
    const answer = answerWords(detail);
    return answer ? i18n.t('log.reviewedAs', [answer]) : words[kind]();
  }
  if (kind === 'edited') {
    const names = detail.split(' ').flatMap((name) => fields[name]?.() ?? []);
    const list = new Intl.ListFormat(i18n.t('locale')).format(names);
    return list ? i18n.t('log.editedFields', [list]) : words[kind]();
  }
  return words[kind]();
}

/** What happened to an entry, the latest first. */
export function EntryLog({ log }: { log: Log | undefined }) {
  if (!log || log.items.length === 0) return null;
  return (
    <details>
      <summary>{i18n.t('log.heading', log.items.length)}</summary>
      <ol class="plain-list">
        {log.items.toReversed().map((item, place) => (
          <li key={`${item.at} ${place}`}>
            {dateWords(item.at)} · {happeningWords(item)}
          </li>
        ))}
      </ol>
      {log.earlier !== undefined && <p class="small soft">{i18n.t('log.earlier', log.earlier)}</p>}
    </details>
  );
}
