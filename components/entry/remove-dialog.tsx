import { i18n } from '#i18n';
import { Dialog } from '../kit/dialog';

interface Props {
  label: string;
  /** Revokes it before, which is what most people mean. */
  onRevoke: () => void;
  onRemove: () => void;
  onClose: () => void;
}

/** Asks before Spare Key forgets an app password that still opens its account. */
export function RemoveDialog({ label, onRevoke, onRemove, onClose }: Props) {
  return (
    <Dialog title={i18n.t('remove.heading', [label || i18n.t('entry.unnamed')])} onClose={onClose}>
      <p>{i18n.t('remove.why')}</p>
      <div class="line">
        <button type="button" class="button button-main" onClick={onRevoke}>
          {i18n.t('remove.revokeFirst')}
        </button>
        <button type="button" class="button button-danger" onClick={onRemove}>
          {i18n.t('remove.action')}
        </button>
        <button type="button" class="button button-bare" onClick={onClose}>
          {i18n.t('remove.cancel')}
        </button>
      </div>
    </Dialog>
  );
}
