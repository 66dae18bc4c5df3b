import { CopiedStatus } from '../../components/copied-status';
import { allowClearing, clearClipboard, copied } from './secrets';

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
