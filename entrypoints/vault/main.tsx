import './vault.css';
import './entry.css';
import { effect } from '@preact/signals';
import { i18n } from '#i18n';
import { followEntries, listWanted } from '../own-pages/entries';
import { loadPolicy } from '../own-pages/policy';
import { followSecrets } from '../own-pages/secrets';
import { followVault } from '../own-pages/session';
import { startPage } from '../own-pages/start-page';
import { askAhead } from './review-page';
import { followHash, route } from './route';
import { followUndo } from './undo';
import { VaultTab } from './vault-tab';

followHash();
followVault();
void loadPolicy();
// The review shows first what it asks about, and wants the list after that.
listWanted.value = route.value.page !== 'review';
if (!listWanted.value) askAhead();
effect(() => {
  if (route.value.page !== 'review') listWanted.value = true;
});
followEntries();
followSecrets();
followUndo();
startPage(i18n.t('name'), <VaultTab />);
