import './nextcloud.css';
import NcAppSidebar from 'nextcloud-vue-8/components/NcAppSidebar';
import NcButton from 'nextcloud-vue-8/components/NcButton';
import NcChip from 'nextcloud-vue-8/components/NcChip';
import NcDialog from 'nextcloud-vue-8/components/NcDialog';
import NcIconSvgWrapper from 'nextcloud-vue-8/components/NcIconSvgWrapper';
import NcLoadingIcon from 'nextcloud-vue-8/components/NcLoadingIcon';
import NcModal from 'nextcloud-vue-8/components/NcModal';
import NcNoteCard from 'nextcloud-vue-8/components/NcNoteCard';
import NcPasswordField from 'nextcloud-vue-8/components/NcPasswordField';
import NcSettingsSection from 'nextcloud-vue-8/components/NcSettingsSection';
import NcTextArea from 'nextcloud-vue-8/components/NcTextArea';
import NcTextField from 'nextcloud-vue-8/components/NcTextField';
import { nextcloudParts } from './parts/nextcloud.ts';
import { nextcloudPage } from './parts/nextcloud-page.ts';
import { vue2, vue2Kit } from './parts/vue2.ts';

const components = {
  NcAppSidebar,
  NcButton,
  NcChip,
  NcDialog,
  NcIconSvgWrapper,
  NcLoadingIcon,
  NcModal,
  NcNoteCard,
  NcPasswordField,
  NcSettingsSection,
  NcTextArea,
  NcTextField,
};

/** Nextcloud's library as it was until version 8, on Vue 2. */
export const kit = vue2Kit(
  'nextcloud8',
  (scene) => nextcloudParts(vue2, components, 8, scene),
  nextcloudPage(vue2, components),
);
