import '../node_modules/@ownclouders/design-system/dist/design-system.css';
import './owncloud.css';
import {
  OcButton,
  OcModal,
  OcSpinner,
  OcTag,
  OcTextarea,
  OcTextInput,
} from '@ownclouders/design-system/components';
import type { Kit } from './kit.ts';
import { classic } from './owncloud-classic.ts';
import { ocKit } from './parts/oc-kit.ts';

const web = ocKit(
  'owncloud',
  { OcButton, OcModal, OcSpinner, OcTag, OcTextInput, OcTextarea },
  () => undefined,
);

/** ownCloud's two faces: the pages of version 10, and the design system of its web app, in which others write. */
export const kit: Kit = {
  name: 'owncloud',
  mount: (root, step, scene, on) => {
    const old = scene.provider === 'owncloud' && scene.variant % 5 !== 4;
    return (old ? classic : web).mount(root, step, scene, on);
  },
};
