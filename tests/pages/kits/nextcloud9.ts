import './nextcloud.css';
import NcAppSidebar from '@nextcloud/vue/components/NcAppSidebar';
import NcButton from '@nextcloud/vue/components/NcButton';
import NcChip from '@nextcloud/vue/components/NcChip';
import NcDialog from '@nextcloud/vue/components/NcDialog';
import NcIconSvgWrapper from '@nextcloud/vue/components/NcIconSvgWrapper';
import NcLoadingIcon from '@nextcloud/vue/components/NcLoadingIcon';
import NcModal from '@nextcloud/vue/components/NcModal';
import NcNoteCard from '@nextcloud/vue/components/NcNoteCard';
import NcPasswordField from '@nextcloud/vue/components/NcPasswordField';
import NcSettingsSection from '@nextcloud/vue/components/NcSettingsSection';
import NcTextArea from '@nextcloud/vue/components/NcTextArea';
import NcTextField from '@nextcloud/vue/components/NcTextField';
import { nextcloudParts } from './parts/nextcloud.ts';
import { nextcloudPage } from './parts/nextcloud-page.ts';
import { vue3, vue3Kit } from './parts/vue3.ts';

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

/** Nextcloud's library as it is since version 9, on Vue 3. */
export const kit = vue3Kit(
  'nextcloud9',
  (scene) => nextcloudParts(vue3, components, 9, scene),
  nextcloudPage(vue3, components),
);
