import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Warning as VaultWarning } from '../../lib/messaging/shapes';
import type { Warning } from '../../lib/model';

/** What each warning says; `label` is empty where the record's label cannot be read, or where it names none. */
const words: Record<Warning['kind'], (label: string) => string> = {
  'record-missing': (label) =>
    label ? i18n.t('warning.recordMissing', [label]) : i18n.t('warning.recordMissingUnnamed'),
  'record-replaced': (label) =>
    label ? i18n.t('warning.recordReplaced', [label]) : i18n.t('warning.recordReplacedUnnamed'),
  'record-damaged': (label) =>
    label ? i18n.t('warning.recordDamaged', [label]) : i18n.t('warning.recordDamagedUnnamed'),
  'record-unknown': () => i18n.t('warning.recordUnknown'),
  'manifest-damaged': () => i18n.t('warning.manifestDamaged'),
  'rolled-back': () => i18n.t('warning.rolledBack'),
  'public-key-replaced': () => i18n.t('warning.publicKeyReplaced'),
  'header-mended': () => i18n.t('warning.headerMended'),
  'witness-wrong': () => i18n.t('warning.witnessWrong'),
  'witness-missing': () => i18n.t('warning.witnessMissing'),
  'counter-too-high': () => i18n.t('warning.counterTooHigh'),
  'record-found': (label) =>
    label ? i18n.t('warning.recordFound', [label]) : i18n.t('warning.recordFoundUnnamed'),
  'recovery-code-unseen': () => i18n.t('warning.recoveryCodeUnseen'),
  'capture-damaged': () => i18n.t('warning.captureDamaged'),
  'settings-changed': () => i18n.t('warning.settingsChanged'),
};

/** What the vault has repaired or can do nothing about, and says until the user has confirmed it. */
const noted: ReadonlySet<string> = new Set<Warning['kind']>([
  'rolled-back',
  'witness-wrong',
  'witness-missing',
  'manifest-damaged',
  'public-key-replaced',
  'header-mended',
  'recovery-code-unseen',
]);

/** Warnings that say themselves what to do. */
const explained: ReadonlySet<string> = new Set<Warning['kind']>(['settings-changed', 'recovery-code-unseen']);

/** Whether a warning stays until the user has confirmed it. */
export function staysUntilSeen({ kind, id }: VaultWarning): boolean {
  return noted.has(kind) || id === 'header';
}

/** Whether the vault is whole, and only its recovery code was not confirmed. */
export function isOnlyCodeUnconfirmed(warnings: readonly VaultWarning[]): boolean {
  return warnings.every(({ kind }) => kind === 'recovery-code-unseen');
}

/** What a warning says. */
export function warningWords({ kind, label }: VaultWarning): string {
  const word = words[kind as Warning['kind']] ?? (() => i18n.t('warning.other', [kind]));
  return word(label ?? '');
}

interface Props {
  warnings: readonly VaultWarning[];
  /** The way to where something can be done about it. */
  children?: ComponentChildren;
}

/** Names what was found wrong with the stored vault, and what to do. */
export function WarningsBanner({ warnings, children }: Props) {
  if (warnings.length === 0) return null;
  return (
    <section class="banner banner-warn" aria-labelledby="warnings-heading">
      <h2 id="warnings-heading">
        {i18n.t(isOnlyCodeUnconfirmed(warnings) ? 'warning.headingCode' : 'warning.heading')}
      </h2>
      <ul class="plain-list">
        {warnings.map((warning) => (
          <li key={`${warning.kind} ${warning.id}`}>{warningWords(warning)}</li>
        ))}
      </ul>
      {warnings.some(({ kind }) => !explained.has(kind)) && <p>{i18n.t('warning.next')}</p>}
      {children}
    </section>
  );
}
