import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { DestinationForm } from '../../components/destination-form';
import { ManagerList } from '../../components/manager-list';
import type { Settings } from '../../lib/model';
import { providers } from '../own-pages/entries';
import {
  connectManager,
  lookAt,
  lookAtManagers,
  managers,
  pairing,
  stopPairing,
} from '../own-pages/managers';
import { policy } from '../own-pages/policy';

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
