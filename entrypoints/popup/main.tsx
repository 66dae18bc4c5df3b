import './popup.css';
import { i18n } from '#i18n';
import { followEntries } from '../../components/state/entries';
import { followSecrets } from '../../components/state/secrets';
import { followVault } from '../../components/state/session';
import { startPage } from '../../components/state/start-page';
import { Popup } from './popup';

followVault();
followEntries();
followSecrets();
startPage(i18n.t('name'), <Popup />);
