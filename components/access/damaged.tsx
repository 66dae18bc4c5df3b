import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Warning } from '../../lib/model';
import { entries, reload } from '../state/entries';
import { ask, attempt } from '../state/session';
import { changeQuietly } from '../state/settings';
import { sayDone } from '../state/undo';
import { isOnlyCodeUnconfirmed, staysUntilSeen, WarningsBanner } from './warnings-banner';

/** What is wrong with stored records: to be restored, confirmed, or saved as a file for an expert who can repair it. */
export function Damaged() {
  const [file, setFile] = useState<string>();
  const [busy, setBusy] = useState(false);
  const warnings = entries.value?.warnings ?? [];
  useEffect(() => () => URL.revokeObjectURL(file ?? ''), [file]);
  if (warnings.length === 0) return null;
  const stay = warnings.filter(staysUntilSeen);

  async function act(what: () => Promise<unknown>) {
    if (busy) return;
    setBusy(true);
    await attempt(what);
    await reload();
    setBusy(false);
  }

  const repair = () =>
    act(async () => {
      const { count } = await ask('vault.repair', {});
      sayDone(count > 0 ? i18n.t('damaged.putBack', count) : i18n.t('damaged.repaired'));
    });

  const confirm = () =>
    act(() => {
      const seen = stay.map(({ kind, id }) => ({
        kind: kind as Warning['kind'],
        ...(id !== undefined && { id }),
      }));
      return ask('vault.confirm-warnings', { seen });
    });

  async function prepare() {
    await attempt(async () => {
      const damaged = await ask('vault.export-damaged', {});
      const text = JSON.stringify(damaged, undefined, 2);
      setFile(URL.createObjectURL(new Blob([text], { type: 'application/json' })));
    });
  }

  /** Saved as they are, the safe ones are the user's own. */
  const confirmSettings = () =>
    act(async () => {
      await changeQuietly({});
      sayDone(i18n.t('undo.saved'));
    });

  const keepSettings = warnings.some(({ kind }) => kind === 'settings-changed') && (
    <div>
      <button type="button" class="button" aria-disabled={busy} onClick={confirmSettings}>
        {i18n.t('damaged.confirmSettings')}
      </button>
    </div>
  );
  // There are no bytes to save of them.
  if (warnings.every(({ kind }) => kind === 'settings-changed'))
    return <WarningsBanner warnings={warnings}>{keepSettings}</WarningsBanner>;
  if (isOnlyCodeUnconfirmed(warnings))
    return (
      <section class="stack">
        <WarningsBanner warnings={warnings} />
        <div>
          <button type="button" class="button button-main" aria-disabled={busy} onClick={confirm}>
            {i18n.t('damaged.codeIsAway')}
          </button>
        </div>
      </section>
    );

  return (
    <section class="stack">
      <WarningsBanner warnings={warnings}>{keepSettings}</WarningsBanner>
      <div class="line">
        {stay.length < warnings.length && (
          <button type="button" class="button button-main" aria-disabled={busy} onClick={repair}>
            {i18n.t('damaged.repair')}
          </button>
        )}
        {stay.length > 0 && (
          <button type="button" class="button" aria-disabled={busy} onClick={confirm}>
            {i18n.t('damaged.confirm')}
          </button>
        )}
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
      <p class="soft">{i18n.t('damaged.how')}</p>
    </section>
  );
}
