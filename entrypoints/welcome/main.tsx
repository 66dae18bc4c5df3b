import './welcome.css';
import { i18n } from '#i18n';
import { followEntries } from '../own-pages/entries';
import { loadPolicy } from '../own-pages/policy';
import { followVault } from '../own-pages/session';
import { startPage } from '../own-pages/start-page';
import { prepareRating } from '../own-pages/strength';
import { Welcome } from './welcome';

followVault();
void loadPolicy();
followEntries();
startPage(i18n.t('welcome.title'), <Welcome />);
prepareRating();
