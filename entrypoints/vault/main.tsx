import './vault.css';
import './entry.css';
import { i18n } from '#i18n';
import { followEntries } from '../own-pages/entries';
import { loadPolicy } from '../own-pages/policy';
import { followSecrets } from '../own-pages/secrets';
import { followVault } from '../own-pages/session';
import { startPage } from '../own-pages/start-page';
import { followHash } from './route';
import { followUndo } from './undo';
import { VaultTab } from './vault-tab';

followHash();
followVault();
void loadPolicy();
followEntries();
followSecrets();
followUndo();
startPage(i18n.t('name'), <VaultTab />);
