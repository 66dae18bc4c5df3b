import { i18n } from '#i18n';

/** Says what was just done, and offers to undo it. */
export function UndoBar({ said, onUndo }: { said: string | undefined; onUndo: (() => void) | undefined }) {
  return (
    <div class={said ? 'undo-bar undo-bar-on' : 'undo-bar'}>
      <span role="status">{said ?? ''}</span>
      {said && onUndo && (
        <button type="button" class="button button-small" onClick={onUndo}>
          {i18n.t('undo.action')}
        </button>
      )}
    </div>
  );
}
