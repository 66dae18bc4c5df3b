import { i18n } from '#i18n';
import type { ErrorCode } from '../../lib/errors';

/** What happened and what to do next, for every code there is. */
const words: Record<ErrorCode, () => string> = {
  'provider-page-changed': () => i18n.t('error.provider_page_changed'),
  'capture-too-many': () => i18n.t('error.capture_too_many'),
  'capture-gone': () => i18n.t('error.capture_gone'),
  'capture-invalid': () => i18n.t('error.capture_invalid'),
  'vault-missing': () => i18n.t('error.vault_missing'),
  'vault-exists': () => i18n.t('error.vault_exists'),
  'vault-locked': () => i18n.t('error.vault_locked'),
  'vault-wrong-passphrase': () => i18n.t('error.vault_wrong_passphrase'),
  'vault-mistyped-recovery-code': () => i18n.t('error.vault_mistyped_recovery_code'),
  'vault-wrong-recovery-code': () => i18n.t('error.vault_wrong_recovery_code'),
  'vault-weak-passphrase': () => i18n.t('error.vault_weak_passphrase'),
  'vault-corrupt': () => i18n.t('error.vault_corrupt'),
  'vault-too-new': () => i18n.t('error.vault_too_new'),
  'vault-full': () => i18n.t('error.vault_full'),
  'vault-blocked': () => i18n.t('error.vault_blocked'),
  'vault-unreadable': () => i18n.t('error.vault_unreadable'),
  'entry-gone': () => i18n.t('error.entry_gone'),
  'entry-changed': () => i18n.t('error.entry_changed'),
  'bridge-not-installed': () => i18n.t('error.bridge_not_installed'),
  'bridge-silent': () => i18n.t('error.bridge_silent'),
  'bridge-locked': () => i18n.t('error.bridge_locked'),
  'bridge-not-paired': () => i18n.t('error.bridge_not_paired'),
  'bridge-refused': () => i18n.t('error.bridge_refused'),
  'bridge-timeout': () => i18n.t('error.bridge_timeout'),
  'bridge-unknown-outcome': () => i18n.t('error.bridge_unknown_outcome'),
  'bridge-gone': () => i18n.t('error.bridge_gone'),
  'bridge-too-old': () => i18n.t('error.bridge_too_old'),
  'bridge-failed': () => i18n.t('error.bridge_failed'),
  'bridge-unchecked': () => i18n.t('error.bridge_unchecked'),
  'file-invalid': () => i18n.t('error.file_invalid'),
  'file-wrong-passphrase': () => i18n.t('error.file_wrong_passphrase'),
  'file-too-large': () => i18n.t('error.file_too_large'),
  'file-too-new': () => i18n.t('error.file_too_new'),
  'entry-without-secret': () => i18n.t('error.entry_without_secret'),
  'site-not-allowed': () => i18n.t('error.site_not_allowed'),
  'site-unreadable': () => i18n.t('error.site_unreadable'),
  'policy-forbids': () => i18n.t('error.policy_forbids'),
  'message-forbidden': () => i18n.t('error.message_forbidden'),
  'message-invalid': () => i18n.t('error.message_invalid'),
  'message-unanswered': () => i18n.t('error.message_unanswered'),
  bug: () => i18n.t('error.bug'),
};

/** Words for a person: what happened, and what to do next. */
export function errorWords(code: ErrorCode): string {
  return words[code]();
}
