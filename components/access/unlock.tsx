import { useState } from 'preact/hooks';
import { codeOf } from '../../lib/errors';
import { send } from '../../lib/messaging/send';
import { leaveFailure, refreshVault, vault } from '../state/session';
import { errorWords } from '../text/errors';
import { UnlockForm } from './unlock-form';

/** The unlock form, wired. */
export function Unlock({ forgotHref, inPopup }: { forgotHref: string; inPopup: boolean }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function unlock(passphrase: string) {
    setBusy(true);
    setError(undefined);
    leaveFailure();
    try {
      await send('vault.unlock', { passphrase });
      await refreshVault();
    } catch (reason) {
      setError(errorWords(codeOf(reason)));
    }
    setBusy(false);
  }

  return (
    <UnlockForm
      busy={busy}
      error={error}
      waiting={vault.value?.waiting ?? 0}
      forgotHref={forgotHref}
      forgotInNewTab={inPopup}
      onUnlock={unlock}
    />
  );
}
