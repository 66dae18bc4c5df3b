import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { FreshSave } from './shapes';

interface Props {
  saves: readonly FreshSave[];
  /** What was taken back last. */
  taken: { entryId: string; label: string } | undefined;
  onTakeBack: (save: FreshSave) => void;
  onKeep: (save: FreshSave) => void;
  onUndo: (entryId: string) => void;
}

/** The region "Saved just now": what was saved in a page a moment ago, to be taken back or agreed to. */
export function FreshSaves({ saves, taken, onTakeBack, onKeep, onUndo }: Props) {
  const id = useId();
  if (saves.length === 0 && !taken) return null;
  return (
    <section class="waiting stack-tight" aria-labelledby={id}>
      <h2 id={id} class="waiting-heading">
        {i18n.t('fresh.heading')}
      </h2>
      {saves.map((save) => (
        <div key={save.entryId} class="waiting-item stack-tight">
          <p class="small">{i18n.t('fresh.from', [save.label || i18n.t('entry.unnamed'), save.site])}</p>
          {save.to && <p class="small soft">{i18n.t('fresh.to', [save.to])}</p>}
          <div class="line">
            <button type="button" class="button button-small" onClick={() => onKeep(save)}>
              {i18n.t('fresh.keep')}
            </button>
            <button type="button" class="button button-small button-bare" onClick={() => onTakeBack(save)}>
              {i18n.t('fresh.takeBack')}
            </button>
          </div>
        </div>
      ))}
      <p class="small line" role="status">
        {taken && (
          <>
            {i18n.t('fresh.taken', [taken.label || i18n.t('entry.unnamed')])}{' '}
            <button type="button" class="button button-small" onClick={() => onUndo(taken.entryId)}>
              {i18n.t('undo.action')}
            </button>
          </>
        )}
      </p>
    </section>
  );
}
