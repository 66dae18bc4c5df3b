import { i18n } from '#i18n';
import type { Warning } from '../lib/model';
import type { VaultWarning } from './shapes';

const words: Record<Warning['kind'], (name: string) => string> = {
  'record-missing': (name) => i18n.t('warning.recordMissing', [name]),
  'record-replaced': (name) => i18n.t('warning.recordReplaced', [name]),
  'record-damaged': (name) => i18n.t('warning.recordDamaged', [name]),
  'record-unknown': () => i18n.t('warning.recordUnknown'),
  'manifest-damaged': () => i18n.t('warning.manifestDamaged'),
  'rolled-back': () => i18n.t('warning.rolledBack'),
  'public-key-replaced': () => i18n.t('warning.publicKeyReplaced'),
  'capture-damaged': () => i18n.t('warning.captureDamaged'),
  'settings-changed': () => i18n.t('warning.settingsChanged'),
};

/** Names what was found wrong with the stored vault, and what to do. */
export function WarningsBanner({ warnings }: { warnings: readonly VaultWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <section class="banner banner-warn" aria-labelledby="warnings-heading">
      <h2 id="warnings-heading">{i18n.t('warning.heading')}</h2>
      <ul class="plain-list">
        {warnings.map(({ kind, id, label }) => {
          const word = words[kind as Warning['kind']] ?? (() => i18n.t('warning.other', [kind]));
          return <li key={`${kind} ${id}`}>{word(label ? `“${label}”` : i18n.t('warning.unnamed'))}</li>;
        })}
      </ul>
      {warnings.some(({ kind }) => kind !== 'settings-changed') && <p>{i18n.t('warning.next')}</p>}
    </section>
  );
}
