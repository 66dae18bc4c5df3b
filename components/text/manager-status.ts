import { i18n } from '#i18n';
import type { ManagerState } from '../state/managers';

const words: Record<ManagerState, (name: string) => string> = {
  'not-allowed': () => i18n.t('bridge.notAllowed'),
  ready: () => i18n.t('bridge.ready'),
  absent: (name) => i18n.t('bridge.absent', [name]),
  silent: (name) => i18n.t('bridge.silent', [name]),
  locked: (name) => i18n.t('bridge.locked', [name]),
  unpaired: (name) => i18n.t('bridge.unpaired', [name]),
  unchecked: (name) => i18n.t('bridge.unchecked', [name]),
  'too-old': (name) => i18n.t('bridge.tooOld', [name]),
  'too-new': (name) => i18n.t('bridge.tooNew', [name]),
  broken: (name) => i18n.t('bridge.broken', [name]),
};

/** How a password manager stands, and what to do next. */
export function managerStatusWords(state: ManagerState, name: string): string {
  return words[state](name);
}

const parts: Record<string, () => string[]> = {
  label: () => [i18n.t('part.label')],
  account: () => [i18n.t('part.account')],
  provider: () => [i18n.t('part.provider')],
  url: () => [i18n.t('part.url')],
  notes: () => [i18n.t('part.notes')],
  tags: () => [i18n.t('part.tags')],
  created: () => [i18n.t('part.created')],
  review: () => [i18n.t('part.review')],
  fields: () => [i18n.t('part.client'), i18n.t('part.device'), i18n.t('part.protocols')],
};

/** "notes, tags and next review": the details a place does not keep; empty when it keeps everything. */
export function leftBehindWords(carries: readonly string[]): string {
  const left = Object.entries(parts).flatMap(([part, word]) => (carries.includes(part) ? [] : word()));
  return new Intl.ListFormat(i18n.t('locale')).format(left);
}
