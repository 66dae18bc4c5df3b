import { allowClearing, clearClipboard, copied } from '../state/secrets';
import { CopiedStatus } from './copied-status';

/** What was done with the clipboard, wired. */
export function ClipboardStatus() {
  const said = copied.value;
  if (!said) return null;
  return (
    <CopiedStatus
      clearsItself={said.clearsItself}
      cleared={said.cleared}
      onAllow={allowClearing}
      onClear={clearClipboard}
    />
  );
}
