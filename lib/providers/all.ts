import * as aol from './aol';
import * as apple from './apple';
import * as authentik from './authentik';
import * as bitbucket from './bitbucket';
import * as bluesky from './bluesky';
import * as fastmail from './fastmail';
import * as general from './generic/general';
import * as gmx from './gmx';
import * as google from './google';
import * as jetbrainsHub from './jetbrains-hub';
import * as mailcow from './mailcow';
import * as mailru from './mailru';
import * as microsoftPersonal from './microsoft-personal';
import * as microsoftWork from './microsoft-work';
import * as nextcloud from './nextcloud';
import * as opencloud from './opencloud';
import * as owncloud from './owncloud';
import * as ox from './ox';
import * as practice from './practice';
import * as protonSmtp from './proton-smtp';
import type { Provider, Reader } from './provider';
import * as roundcube from './roundcube';
import * as stalwart from './stalwart';
import * as thundermail from './thundermail';
import * as ttRss from './tt-rss';
import * as wordpress from './wordpress';
import * as yahoo from './yahoo';
import * as yandex from './yandex';
import * as zimbra from './zimbra';
import * as zoho from './zoho';

/**
 * The register. A provider gets its lines here because it asks people for access to one more site, and that must be
 * seen when the change is reviewed. Two lists, so that a page gets its reader alone and our own pages get none; one
 * that has ended its app passwords has no reader, because no page shows them any more.
 */
const development = import.meta.env.MODE !== 'production';

export const readers: readonly Reader[] = [
  microsoftWork.reader,
  microsoftPersonal.reader,
  google.reader,
  apple.reader,
  yahoo.reader,
  aol.reader,
  fastmail.reader,
  zoho.reader,
  yandex.reader,
  mailru.reader,
  gmx.reader,
  protonSmtp.reader,
  bluesky.reader,
  wordpress.reader,
  nextcloud.reader,
  owncloud.reader,
  mailcow.reader,
  stalwart.reader,
  ox.reader,
  opencloud.reader,
  zimbra.reader,
  roundcube.reader,
  ttRss.reader,
  authentik.reader,
  jetbrainsHub.reader,
  thundermail.reader,
  ...(development ? [practice.reader] : []),
];

/** For pages of none of these providers, when the user asks to scan one; it is no provider and needs no access. */
export const generalReader: Reader = general.reader;

export const providers: readonly Provider[] = [
  microsoftWork.provider,
  microsoftPersonal.provider,
  google.provider,
  apple.provider,
  yahoo.provider,
  aol.provider,
  fastmail.provider,
  zoho.provider,
  yandex.provider,
  mailru.provider,
  gmx.provider,
  protonSmtp.provider,
  bluesky.provider,
  wordpress.provider,
  nextcloud.provider,
  owncloud.provider,
  mailcow.provider,
  stalwart.provider,
  ox.provider,
  opencloud.provider,
  zimbra.provider,
  roundcube.provider,
  ttRss.provider,
  authentik.provider,
  jetbrainsHub.provider,
  thundermail.provider,
  bitbucket.provider,
  ...(development ? [practice.provider] : []),
];
