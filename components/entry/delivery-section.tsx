import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { AppPassword } from '../../lib/model';
import { reload } from '../state/entries';
import { listManagers, managers } from '../state/managers';
import { ask, attempt, now } from '../state/session';
import { sayDone } from '../state/undo';
import { DeliveryView } from './delivery-view';

/** The delivery of one entry, wired. */
export function DeliverySection({ entry }: { entry: AppPassword }) {
  const [busy, setBusy] = useState(false);
  useEffect(() => void listManagers(), []);

  async function deliver(bridge: string, keep: boolean) {
    setBusy(true);
    const done = await attempt(() => ask('bridge.deliver', { id: entry.id, bridge, keep }));
    setBusy(false);
    // What went wrong stands in the entry.
    await reload();
    if (done) sayDone(i18n.t('handover.said'));
  }

  async function fetchBack() {
    setBusy(true);
    const done = await attempt(() => ask('bridge.fetch', { id: entry.id }));
    setBusy(false);
    await reload();
    if (done) sayDone(i18n.t('handover.fetched'));
  }

  return (
    <DeliveryView
      key={`${entry.handover?.state} ${entry.handover?.at}`}
      entry={entry}
      managers={managers.value}
      now={now.value}
      busy={busy}
      onDeliver={deliver}
      onFetch={fetchBack}
    />
  );
}
