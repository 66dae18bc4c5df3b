import { useState } from 'preact/hooks';
import type { Response } from '../../lib/messaging/protocol';
import { ask, attempt } from '../state/session';
import { PasteCheck } from './paste-check';

/** The paste check of one entry, wired. */
export function CheckTyped({ id }: { id: string }) {
  const [findings, setFindings] = useState<Response<'secret.check'>['findings']>();

  async function check(pasted: string) {
    setFindings((await attempt(() => ask('secret.check', { id, pasted })))?.findings);
  }

  return <PasteCheck findings={findings} onCheck={check} onChange={() => setFindings(undefined)} />;
}
