import { i18n } from '#i18n';
import { providers } from '../state/entries';
import { policy } from '../state/policy';
import { BackupSection } from '../transfer/backup-section';
import { DeliverMany } from '../transfer/deliver-many';
import { ExportSection } from '../transfer/export-section';
import { ImportSection } from '../transfer/import-section';
import { Changes, Licences, Practice, Privacy, Report, Version } from './about';
import { Language, Theme } from './appearance';
import { ClipboardClearing } from './clipboard-clearing';
import { Destinations, Managers } from './destinations';
import { Erase } from './erase';
import type { Row, Section } from './find-settings';
import { listFields } from './form';
import { Shortcuts } from './keyboard';
import { KeyRow, PassphraseRow, RecoveryRow } from './passphrase';
import { hasPolicy, PolicySection } from './policy-section';
import { Accounts, OtherSites, Unreadable } from './sites';

function row(id: string, words: readonly string[], draw: Row['draw']): Row {
  return { id, words: words.join('\n'), draw };
}

function section(id: string, title: string, rows: readonly Row[]): Section {
  return { id, title, rows };
}

function listSecurity(): Row[] {
  return [
    ...listFields('security'),
    row('clipboard', [i18n.t('settings.clipboard'), i18n.t('settings.clipboardWhy')], () => (
      <ClipboardClearing />
    )),
    row('passphrase', [i18n.t('settings.passphraseHeading')], (onMade) => <PassphraseRow onMade={onMade} />),
    row('recovery', [i18n.t('settings.recoveryHeading'), i18n.t('settings.recoveryWhy')], (onMade) => (
      <RecoveryRow onMade={onMade} />
    )),
    row('key', [i18n.t('key.heading'), i18n.t('key.oldCopy')], (onMade) => <KeyRow onMade={onMade} />),
  ];
}

function listSites(): Row[] {
  const names = providers.value.map(({ name }) => name);
  return [
    row('accounts', [i18n.t('choice.heading'), ...names], () => <Accounts />),
    row('other-sites', [i18n.t('settings.sitesOwn')], () => <OtherSites />),
    row('unreadable', [i18n.t('settings.changedHeading'), i18n.t('settings.report')], () => <Unreadable />),
  ];
}

function listDestinations(): Row[] {
  return [
    row('destination', [i18n.t('destination.all'), i18n.t('destination.folder')], () => <Destinations />),
    row('managers', [i18n.t('bridge.heading'), i18n.t('bridge.why')], () => <Managers />),
  ];
}

function listTransfer(): Row[] {
  const mayExport = !policy.value.forbids.includes('export');
  return [
    row('import', [i18n.t('import.heading'), i18n.t('import.why')], () => <ImportSection />),
    ...(mayExport
      ? [row('export', [i18n.t('export.heading'), i18n.t('export.format')], () => <ExportSection />)]
      : []),
    row('many', [i18n.t('many.heading')], () => <DeliverMany />),
  ];
}

function listAppearance(): Row[] {
  const themes = [i18n.t('theme.system'), i18n.t('theme.light'), i18n.t('theme.dark')];
  return [
    row('theme', [i18n.t('settings.theme'), ...themes], () => <Theme />),
    row('language', [i18n.t('settings.language'), i18n.t('settings.languageIs')], () => <Language />),
  ];
}

function listAbout(): Row[] {
  return [
    row('version', [i18n.t('about.version')], () => <Version />),
    row('changes', [i18n.t('about.changes')], () => <Changes />),
    ...listFields('about'),
    row('practice', [i18n.t('about.practice')], () => <Practice />),
    row('report', [i18n.t('about.report')], () => <Report />),
    row('privacy', [i18n.t('about.privacy')], () => <Privacy />),
    row('licences', [i18n.t('about.licences')], () => <Licences />),
  ];
}

/** All sections that there is something in, in the order in which they are shown. */
export function listSections(): Section[] {
  const backup = row('backup', [i18n.t('backup.heading'), i18n.t('backup.why')], () => <BackupSection />);
  const shortcuts = row('shortcuts', [i18n.t('shortcut.heading')], () => <Shortcuts />);
  const rules = row('policy', [i18n.t('policy.heading')], () => <PolicySection />);
  const erase = row('erase', [i18n.t('erase.heading'), i18n.t('erase.action')], () => <Erase />);
  const sections = [
    section('security', i18n.t('settings.security'), listSecurity()),
    section('reviews', i18n.t('settings.reviews'), listFields('reviews')),
    section('sites', i18n.t('settings.sitesHeading'), listSites()),
    section('destinations', i18n.t('destination.heading'), listDestinations()),
    section('backup', i18n.t('backup.heading'), [backup]),
    section('transfer', i18n.t('settings.transfer'), listTransfer()),
    section('appearance', i18n.t('settings.appearance'), listAppearance()),
    section('keyboard', i18n.t('settings.keyboard'), [...listFields('keyboard'), shortcuts]),
    section('organisation', i18n.t('policy.heading'), hasPolicy() ? [rules] : []),
    section('about', i18n.t('settings.about'), listAbout()),
    section('erase', i18n.t('erase.heading'), [erase]),
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}
