import './app.css';
import '../../components/entry/entry.css';
import '../../components/review/review.css';
import '../../components/settings/settings.css';
import { effect } from '@preact/signals';
import { i18n } from '#i18n';
import { followEntries, listWanted } from '../../components/state/entries';
import { loadView } from '../../components/state/list-view';
import { loadPolicy } from '../../components/state/policy';
import { askAhead, followReview } from '../../components/state/review-store';
import { followHash, route } from '../../components/state/route';
import { followSecrets } from '../../components/state/secrets';
import { followVault } from '../../components/state/session';
import { followSettings } from '../../components/state/settings';
import { startPage } from '../../components/state/start-page';
import { followUndo } from '../../components/state/undo';
import { VaultTab } from './app';

followHash();
followVault();
void loadPolicy();
void loadView();
// The review shows first what it asks about, and wants the list after that.
listWanted.value = route.value.page !== 'review';
if (!listWanted.value) askAhead();
effect(() => {
  if (route.value.page !== 'review') listWanted.value = true;
});
followEntries();
followSecrets();
followSettings();
followUndo();
followReview();
startPage(i18n.t('name'), <VaultTab />);
