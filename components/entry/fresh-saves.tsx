import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { FreshSave } from '../../lib/messaging/shapes';

interface Props {
  saves: readonly FreshSave[];
  /** The save that the user undid last. */
  taken: { entryId: string; label: string } | undefined;
  onTakeBack: (save: FreshSave) => void;
  onKeep: (save: FreshSave) => void;
  onUndo: (entryId: string) => void;
}

/** The region "Saved just now": what was saved in a page a moment ago, for the user to undo or confirm. */
export function FreshSaves({ saves, taken, onTakeBack, onKeep, onUndo }: Props) {
  const id = useId();
  if (saves.length === 0 && !taken) return null;
  return (
    <section class="waiting stack-tight" aria-labelledby={id}>
      <h2 id={id} class="waiting-heading">
        {i18n.t('fresh.heading')}
      </h2>
      {saves.map((save) => (
        <FreshItem key={save.entryId} save={save} onTakeBack={onTakeBack} onKeep={onKeep} />
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

function FreshItem({ save, onTakeBack, onKeep }: Pick<Props, 'onTakeBack' | 'onKeep'> & { save: FreshSave }) {
  const label = save.label || i18n.t('entry.unnamed');
  return (
    <div class="waiting-item stack-tight">
      <p class="small">{i18n.t('fresh.from', [label, save.site])}</p>
      {save.to && <p class="small soft">{i18n.t('fresh.to', [save.to])}</p>}
      <div class="line">
        <button
          type="button"
          class="button button-small"
          aria-label={i18n.t('fresh.keepNamed', [label])}
          onClick={() => onKeep(save)}
        >
          {i18n.t('fresh.keep')}
        </button>
        <button
          type="button"
          class="button button-small button-bare"
          aria-label={i18n.t('fresh.takeBackNamed', [label])}
          onClick={() => onTakeBack(save)}
        >
          {i18n.t('fresh.takeBack')}
        </button>
      </div>
    </div>
  );
}
