import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Settings } from '../../lib/model';
import { providers } from '../state/entries';
import { connectManager, lookAt, lookAtManagers, managers, pairing, stopPairing } from '../state/managers';
import { policy } from '../state/policy';
import { DestinationForm } from './destination-form';
import { ManagerList } from './manager-list';

/** Password managers, and where new app passwords go. */
export function Destinations({
  settings,
  onSave,
}: {
  settings: Settings;
  onSave: (settings: Settings) => void;
}) {
  useEffect(() => void lookAtManagers(), []);
  const { destination, destinations, folder } = settings;
  return (
    <>
      <section class="stack">
        <h2>{i18n.t('bridge.heading')}</h2>
        <p class="soft">{i18n.t('bridge.why')}</p>
        <ManagerList
          managers={managers.value}
          pairing={pairing.value}
          onLook={({ id }) => lookAt(id)}
          onConnect={connectManager}
          onStop={stopPairing}
        />
      </section>
      <section class="stack">
        <h2>{i18n.t('destination.heading')}</h2>
        <DestinationForm
          key={JSON.stringify([destination, destinations, folder])}
          folder={folder}
          destination={destination}
          destinations={destinations}
          managers={managers.value}
          locked={policy.value.locked}
          managersOnly={policy.value.custody === 'managers-only'}
          providers={providers.value}
          onSave={(chosen) => onSave({ ...settings, ...chosen })}
        />
      </section>
    </>
  );
}
