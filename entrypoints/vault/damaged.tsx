import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { WarningsBanner } from '../../components/warnings-banner';
import { entries } from '../own-pages/entries';
import { ask, attempt } from '../own-pages/session';

/** What is wrong with stored records, and their bytes as a file for somebody who can mend them. */
export function Damaged() {
  const [file, setFile] = useState<string>();
  const warnings = entries.value?.warnings ?? [];
  useEffect(() => () => URL.revokeObjectURL(file ?? ''), [file]);
  if (warnings.length === 0) return null;

  async function prepare() {
    await attempt(async () => {
      const damaged = await ask('vault.export-damaged', {});
      const text = JSON.stringify(damaged, undefined, 2);
      setFile(URL.createObjectURL(new Blob([text], { type: 'application/json' })));
    });
  }

  // Changed settings are looked at and saved just above; there are no bytes to save of them.
  if (warnings.every(({ kind }) => kind === 'settings-changed'))
    return <WarningsBanner warnings={warnings} />;

  return (
    <section class="stack">
      <WarningsBanner warnings={warnings} />
      <div class="line">
        {file ? (
          <a class="button" href={file} download="spare-key-damaged.json">
            {i18n.t('settings.saveDamaged')}
          </a>
        ) : (
          <button type="button" class="button" onClick={prepare}>
            {i18n.t('settings.exportDamaged')}
          </button>
        )}
      </div>
    </section>
  );
}
