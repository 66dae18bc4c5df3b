import { useState } from 'preact/hooks';
import { ConfirmErase } from '../access/confirm-erase';
import { entries } from '../state/entries';
import { ask, attempt, refreshVault } from '../state/session';

/** The way to erase the vault, wired. */
export function Erase() {
  const [busy, setBusy] = useState(false);

  async function erase() {
    setBusy(true);
    await attempt(() => ask('vault.erase', { understood: true }));
    await refreshVault();
    setBusy(false);
  }

  return (
    <div class="setting">
      <ConfirmErase entries={entries.value?.rows.length} busy={busy} onErase={erase} />
    </div>
  );
}
