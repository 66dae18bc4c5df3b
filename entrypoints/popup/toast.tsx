import { i18n } from '#i18n';
import { ClipboardStatus } from '../../components/entry/clipboard-status';
import { copied } from '../../components/state/secrets';
import { done } from '../../components/state/undo';

/** What was just done, with the way back; between the list and the buttons below, so that it covers neither. */
export function Toast() {
  const said = done.value;
  return (
    <>
      <div class={said ? 'popup-toast line' : ''}>
        <span class="small" role="status">
          {said?.said ?? ''}
        </span>
        {said?.undo && (
          <button type="button" class="button button-small push" onClick={said.undo}>
            {i18n.t('undo.action')}
          </button>
        )}
      </div>
      {copied.value && (
        <div class="popup-toast">
          <ClipboardStatus />
        </div>
      )}
    </>
  );
}
