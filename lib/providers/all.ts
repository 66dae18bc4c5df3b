import * as microsoftPersonal from './microsoft-personal';
import * as microsoftWork from './microsoft-work';
import * as practice from './practice';
import type { Provider, Reader } from './provider';
import * as wordpress from './wordpress';

/**
 * The register. A provider gets its lines here because it asks people for access to one more site, and that must be
 * seen when the change is reviewed. Two lists, so that a page gets the readers and nothing else.
 */
const development = import.meta.env.MODE !== 'production';

export const readers: readonly Reader[] = [
  microsoftWork.reader,
  microsoftPersonal.reader,
  wordpress.reader,
  ...(development ? [practice.reader] : []),
];

export const providers: readonly Provider[] = [
  microsoftWork.provider,
  microsoftPersonal.provider,
  wordpress.provider,
  ...(development ? [practice.provider] : []),
];
