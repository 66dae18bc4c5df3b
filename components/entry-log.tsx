import { i18n } from '#i18n';
import type { Happening, Log } from '../lib/model';
import { dateWords } from './age-words';

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

/** What happened to an entry, the latest first. */
export function EntryLog({ log }: { log: Log | undefined }) {
  if (!log || log.items.length === 0) return null;
  return (
    <details>
      <summary>{i18n.t('log.heading', log.items.length)}</summary>
      <ol class="plain-list">
        {log.items.toReversed().map(({ at, kind, detail }, place) => (
          <li key={`${at} ${place}`}>
            {dateWords(at)} · {words[kind]()} {detail && <span class="soft">({detail})</span>}
          </li>
        ))}
      </ol>
      {log.earlier !== undefined && <p class="small soft">{i18n.t('log.earlier', log.earlier)}</p>}
    </details>
  );
}
