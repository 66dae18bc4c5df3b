import './popup.css';
import { i18n } from '#i18n';
import { followEntries } from '../own-pages/entries';
import { followSecrets } from '../own-pages/secrets';
import { followVault } from '../own-pages/session';
import { startPage } from '../own-pages/start-page';
import { Popup } from './popup';

followVault();
followEntries();
followSecrets();
startPage(i18n.t('name'), <Popup />);
