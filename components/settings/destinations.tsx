import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { providers } from '../state/entries';
import {
  connectManager,
  listManagers,
  lookAt,
  lookAtManagers,
  managers,
  pairing,
  stopPairing,
} from '../state/managers';
import { policy } from '../state/policy';
import { changeSettings, settings } from '../state/settings';
import { DestinationForm } from './destination-form';
import { ManagerList } from './manager-list';

/** The password managers on this computer. */
export function Managers() {
  useEffect(() => void lookAtManagers(), []);
  return (
    <section class="setting stack">
      <h3>{i18n.t('bridge.heading')}</h3>
      <p class="field-hint">{i18n.t('bridge.why')}</p>
      <ManagerList
        managers={managers.value}
        pairing={pairing.value}
        onLook={({ id }) => lookAt(id)}
        onConnect={connectManager}
        onStop={stopPairing}
      />
    </section>
  );
}

/** Where new app passwords go. */
export function Destinations() {
  useEffect(() => void listManagers(), []);
  const found = settings.value;
  if (!found) return null;
  return (
    <div class="setting">
      <DestinationForm
        folder={found.folder}
        destination={found.destination}
        destinations={found.destinations}
        managers={managers.value}
        locked={policy.value.locked}
        managersOnly={policy.value.custody === 'managers-only'}
        providers={providers.value}
        onChange={(change) => void changeSettings(change)}
      />
    </div>
  );
}
