import '../../components/entry/entry.css';
import './popup.css';
import { i18n } from '#i18n';
import { followEntries } from '../../components/state/entries';
import { loadView } from '../../components/state/list-view';
import { followSecrets } from '../../components/state/secrets';
import { followVault } from '../../components/state/session';
import { followSettings } from '../../components/state/settings';
import { startPage } from '../../components/state/start-page';
import { followUndo } from '../../components/state/undo';
import { Popup } from './popup';

followVault();
void loadView();
followEntries();
followSecrets();
followUndo();
followSettings();
startPage(i18n.t('name'), <Popup />);
