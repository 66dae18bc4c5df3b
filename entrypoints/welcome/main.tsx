import './welcome.css';
import { i18n } from '#i18n';
import { prepareRating } from '../../components/access/strength';
import { followEntries } from '../../components/state/entries';
import { loadPolicy } from '../../components/state/policy';
import { followVault } from '../../components/state/session';
import { followSettings } from '../../components/state/settings';
import { startPage } from '../../components/state/start-page';
import { Welcome } from './welcome';

followVault();
void loadPolicy();
followEntries();
followSettings();
startPage(i18n.t('welcome.title'), <Welcome />);
prepareRating();
